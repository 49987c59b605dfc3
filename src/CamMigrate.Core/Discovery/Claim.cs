using System.Net;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;

namespace CamMigrate.Core.Discovery;

/// <summary>What devices claim, brought into bounds.</summary>
public static class Claim
{
    private const int Longest = 80;

    /// <summary>A text fit to be printed; null = the device said nothing.</summary>
    /// <param name="text">Its words.</param>
    public static string? Text(string? text) =>
        Printable.Clip(text?.Trim('\0', ' ', '\t', '\r', '\n'), Longest) is { Length: > 0 } clipped ? clipped : null;

    /// <summary>A TCP port; null = it is none.</summary>
    /// <param name="number">The device's number.</param>
    public static int? Port(int? number) => number is > 0 and <= 65_535 ? number : null;

    /// <summary>An open port as cameras are addressed; those that are TLS by custom are not tried in plain.</summary>
    /// <param name="at">Address and port.</param>
    public static CameraAddress Address(IPEndPoint at)
    {
        ArgumentNullException.ThrowIfNull(at);
        return new CameraAddress
        {
            Host = at.Address.ToString(), Port = at.Port, Scheme = at.Port is 443 or 8443 ? "https" : null,
        };
    }
}
