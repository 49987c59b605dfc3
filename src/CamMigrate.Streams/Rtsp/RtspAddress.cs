using System.Buffers;
using System.Globalization;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;

namespace CamMigrate.Streams.Rtsp;

/// <summary>
/// An RTSP address that was looked at: plain host, no login, no character that means something to anybody on the way.
/// </summary>
internal sealed record RtspAddress
{
    private const int MaxLength = 1024;

    // ffmpeg keeps user:password in 128 bytes and cuts the rest off: the camera would see, and count, a wrong password.
    private const int MaxLogin = 127;

    private static readonly SearchValues<char> HostCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");

    private static readonly SearchValues<char> PathCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?[]@!$&()*+,;=%|");

    /// <summary>Name or address, IPv6 without brackets.</summary>
    public required string Host { get; init; }

    /// <summary>TCP port.</summary>
    public required int Port { get; init; }

    /// <summary>Path and query, from the slash.</summary>
    public required string Path { get; init; }

    /// <summary>Camera and request, for messages.</summary>
    public string Request => FormattableString.Invariant($"{Host}: DESCRIBE {Url}");

    /// <summary>The address without login, as it goes over the wire.</summary>
    public string Url => FormattableString.Invariant($"rtsp://{UrlHost}:{Port}{Path}");

    private string UrlHost => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;

    /// <summary>Looks at an address that a camera may have made up. A login in it is left out.</summary>
    /// <param name="uri">The address.</param>
    /// <exception cref="CameraException">It cannot be opened safely.</exception>
    public static RtspAddress From(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!uri.IsAbsoluteUri)
            throw Refused("?", "badAddress", "the stream's address is not a whole URL. Read the camera again.");
        if (uri.Scheme is "rtsps")
        {
            throw Refused(
                Shown(uri.Host), "rtspsNotSupported",
                "the stream is offered over TLS only (rtsps), which this version cannot open. "
                    + "Allow plain RTSP on the camera, or check this stream by eye.",
                CameraError.NotSupported);
        }

        if (uri.Scheme is not "rtsp")
            throw Refused(
                Shown(uri.Host), "badAddress",
                $"the stream's address is not RTSP but '{Shown(uri.Scheme)}'. "
                    + "Set RTSP as the camera's stream transport.");
        var host = uri.IdnHost.Trim('[', ']');
        var isAddress = System.Net.IPAddress.TryParse(host, out var ip);
        var path = uri.GetComponents(UriComponents.PathAndQuery | UriComponents.KeepDelimiter, UriFormat.UriEscaped);
        if (!path.StartsWith('/')) path = "/" + path;
        if (host.Length is 0 or > 253 || (!isAddress && host.AsSpan().ContainsAnyExcept(HostCharacters))
            || host.StartsWith('-'))
            throw Refused(
                Shown(host), "badAddress",
                "the stream's address has no plain host name. Check the camera's network settings.");
        if (path.Length > MaxLength || path.Contains('\'', StringComparison.Ordinal)
            || path.AsSpan().ContainsAnyExcept(PathCharacters))
            throw Refused(
                Shown(host), "badAddress",
                "the stream's address holds characters that do not belong into a URL. "
                    + "Check the stream's path on the camera's own page.");
        return new RtspAddress
        {
            Host = isAddress && ip!.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
                ? ip.ToString()
                : host,
            Port = uri.Port is > 0 ? uri.Port : 554,
            Path = path,
        };
    }

    /// <summary>The script that ffmpeg reads on its standard input, so that the login is on no command line.</summary>
    /// <param name="credential">The login; null = none.</param>
    /// <param name="silence">After how long without a byte ffmpeg gives up.</param>
    /// <param name="timeoutOption">Name of ffmpeg's option for it.</param>
    /// <exception cref="CameraException">ffmpeg cannot carry this login.</exception>
    public string Script(Credential? credential, TimeSpan silence, string timeoutOption)
    {
        var login = credential is null ? "" : Login(credential) + "@";
        var microseconds = ((long)silence.TotalMicroseconds).ToString(CultureInfo.InvariantCulture);
        return "ffconcat version 1.0\n"
            + FormattableString.Invariant($"file 'rtsp://{login}{UrlHost}:{Port}{Path}'\n")
            + "option rtsp_transport tcp\n"
            + "option allowed_media_types video\n"
            + $"option {timeoutOption} {microseconds}\n";
    }

    private string Login(Credential credential)
    {
        if (credential.UserName.Contains(':', StringComparison.Ordinal))
            throw Refused(
                Host, "loginNotSupported", "the user name holds a colon, which RTSP cannot carry. Use another user.",
                CameraError.NotSupported);
        var login = Uri.EscapeDataString(credential.UserName) + ":"
            + Uri.EscapeDataString(credential.Password.Reveal());
        return login.Length <= MaxLogin ? login : throw Refused(
            Host, "loginNotSupported",
            "user name and password are too long for ffmpeg's RTSP, and no login was tried, because a cut one would "
                + "count as wrong. Use a viewer's account with a shorter password.",
            CameraError.NotSupported);
    }

    private static CameraException Refused(
        string host, string code, string detail, CameraError reason = CameraError.BadResponse) =>
        new(reason, $"{host}: open the stream", detail) { Code = code };

    private static string Shown(string text) =>
        new([.. text.Take(60).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' ? c : '?')]);
}
