using System.Net;
using CamMigrate.Core.Discovery;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Adapters.Hikvision.Sadp;

/// <summary>Asks a web server the one thing that Hikvision devices since 2015 answer without a login: whether they have a
/// password yet.</summary>
/// <param name="options">Bounds of the exchange; it is made read-only here.</param>
/// <param name="logger">Takes a line per exchange.</param>
public sealed class ActivationLook(CameraHttpOptions options, ILogger logger) : IPortLook
{
    private const string Path = "/SDK/activateStatus";

    /// <inheritdoc/>
    public bool IsOfWeb => true;

    /// <inheritdoc/>
    public bool IsOfOnvif => false;

    /// <inheritdoc/>
    public async Task<PortAnswer?> LookAsync(IPEndPoint at, CancellationToken cancellationToken)
    {
        await using var http = new CameraHttp(
            Claim.Address(at), null, new LoginRefusals(), options with { ReadOnly = true }, logger);
        try
        {
            var answer = await http.GetAsync(Path, cancellationToken);
            if (!answer.IsSuccess) return null;
            var root = CameraXml.Parse(answer.Body, answer.Request, "an ActivateStatus");
            return root.Name.LocalName == "ActivateStatus" && root.At("Activated").AsBool() is { } isActivated ? Answer(isActivated) : null;
        }
        catch (CameraException)
        {
            return null; // a page, or no web server
        }
    }

    private static PortAnswer Answer(bool isActivated) => new()
    {
        Vendor = HikvisionSource.Name,
        Activation = isActivated ? Activation.Activated : Activation.NotActivated,
    };
}
