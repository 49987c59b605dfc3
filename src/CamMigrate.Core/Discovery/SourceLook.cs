using System.Net;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;

namespace CamMigrate.Core.Discovery;

/// <summary>Lets a reader say whether it recognises what answers at a port.</summary>
/// <param name="source">The reader of a maker's own protocol.</param>
public sealed class SourceLook(ICameraSource source) : IPortLook
{
    /// <inheritdoc/>
    public bool IsOfWeb => true;

    /// <inheritdoc/>
    public bool IsOfOnvif => false;

    /// <inheritdoc/>
    public async Task<PortAnswer?> LookAsync(IPEndPoint at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        try
        {
            return await source.RecognizeAsync(Claim.Address(at), cancellationToken) is { } recognition
                ? new PortAnswer { Vendor = recognition.Vendor } : null;
        }
        catch (CameraException)
        {
            return null; // what answers here is something else
        }
    }
}
