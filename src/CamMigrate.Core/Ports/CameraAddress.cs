using CamMigrate.Core.Errors;

namespace CamMigrate.Core.Ports;

/// <summary>Where a camera is, as a person wrote it: <c>host</c>, <c>host:port</c> or a URL.</summary>
public sealed record CameraAddress
{
    /// <summary>Name or address, IPv6 without brackets.</summary>
    public required string Host { get; init; }

    /// <summary>TCP port; null = the scheme's own.</summary>
    public int? Port { get; init; }

    /// <summary><c>http</c> or <c>https</c>; null = http is tried first, then https.</summary>
    public string? Scheme { get; init; }

    /// <summary>The host as it stands in a URL.</summary>
    public string UrlHost => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;

    /// <summary>Reads what a person wrote.</summary>
    /// <param name="text">The address.</param>
    /// <exception cref="UsageException">It is not an address, or carries a password.</exception>
    public static CameraAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var hasScheme = trimmed.Contains("://", StringComparison.Ordinal);
        var candidate = hasScheme ? trimmed : "http://" + Bracketed(trimmed);
        if (!Uri.TryCreate(candidate, UriKind.Absolute, out var uri) || uri.Host.Length == 0
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            throw new UsageException("The camera address is not a host, host:port or http(s) URL.");
        if (uri.UserInfo.Length > 0)
            throw new UsageException("Do not put a login into the address; use --user and --password-env or --password-file.");
        var hasPort = !uri.IsDefaultPort || HasExplicitPort(candidate, uri);
        return new CameraAddress
        {
            Host = uri.Host.Trim('[', ']'),
            Port = hasPort ? uri.Port : null,
            Scheme = hasScheme ? uri.Scheme : null,
        };
    }

    /// <inheritdoc/>
    public override string ToString() =>
        (Scheme is null ? "" : Scheme + "://") + UrlHost + (Port is null ? "" : FormattableString.Invariant($":{Port}"));

    private static string Bracketed(string text) =>
        System.Net.IPAddress.TryParse(text, out var ip) && ip.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            && !text.StartsWith('[') ? $"[{text}]" : text;

    private static bool HasExplicitPort(string candidate, Uri uri) =>
        candidate.AsSpan(candidate.IndexOf("://", StringComparison.Ordinal) + 3)
            .StartsWith(FormattableString.Invariant($"{uri.Host}:{uri.Port}"), StringComparison.OrdinalIgnoreCase);
}
