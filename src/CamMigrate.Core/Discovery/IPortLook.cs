using System.Net;

namespace CamMigrate.Core.Discovery;

/// <summary>Tells from unauthenticated answers alone whether an open port speaks one protocol.</summary>
public interface IPortLook
{
    /// <summary>Whether this look is at the web server of a camera (and not at its video).</summary>
    bool IsOfWeb { get; }

    /// <summary>Whether this look tells of ONVIF (and not of a maker's own protocol).</summary>
    bool IsOfOnvif { get; }

    /// <summary>Asks without a login.</summary>
    /// <param name="at">Address and port.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when something else answers, or nothing.</returns>
    Task<PortAnswer?> LookAsync(IPEndPoint at, CancellationToken cancellationToken);
}

/// <summary>What an open port told of its device.</summary>
public sealed record PortAnswer
{
    /// <summary>The reader that understands it; null = none does.</summary>
    public string? Vendor { get; init; }

    /// <summary>Whether ONVIF is switched on; null = not told.</summary>
    public bool? Onvif { get; init; }

    /// <summary>Whether the device has a password; null = not told.</summary>
    public Activation? Activation { get; init; }
}
