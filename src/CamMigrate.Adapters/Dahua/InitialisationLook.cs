using System.Net;
using CamMigrate.Core.Discovery;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Adapters.Dahua;

/// <summary>Looks at the first page of a web server: a Dahua without a password shows how to set one.</summary>
/// <param name="options">Bounds of the exchange; it is made read-only here.</param>
/// <param name="logger">Takes a line per exchange.</param>
public sealed class InitialisationLook(CameraHttpOptions options, ILogger logger) : IPortLook
{
    /// <inheritdoc/>
    public bool IsOfWeb => true;

    /// <inheritdoc/>
    public bool IsOfOnvif => false;

    /// <inheritdoc/>
    public async Task<PortAnswer?> LookAsync(IPEndPoint at, CancellationToken cancellationToken)
    {
        await using var http = new CameraHttp(
            Claim.Address(at), null, new LoginRefusals(), options with { ReadOnly = true }, logger);
        return await DahuaRecognition.WaitsForPasswordAsync(http, cancellationToken)
            ? new PortAnswer { Vendor = DahuaSource.Name, Activation = Activation.NotActivated } : null;
    }
}
