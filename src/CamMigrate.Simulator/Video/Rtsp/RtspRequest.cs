using System.Globalization;

namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>A request of a viewer (RFC 2326).</summary>
/// <param name="Method">Method as sent.</param>
/// <param name="Url">Request URL as sent.</param>
/// <param name="Headers">Header fields; of a field sent twice the first counts.</param>
internal sealed record RtspRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The value of a header field; empty when it was not sent.</summary>
    public string this[string name] => Headers.GetValueOrDefault(name, "");

    /// <summary>Length of the body that follows the headers.</summary>
    public int ContentLength => int.TryParse(
        this["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : 0;

    /// <summary>The path with its query, without the track that SETUP names and without a last slash.</summary>
    public string Path
    {
        get
        {
            var authority = Url.IndexOf("://", StringComparison.Ordinal);
            var start = authority < 0 ? 0 : Url.IndexOf('/', authority + 3);
            var path = start < 0 ? "/" : Url[start..];
            if (path.EndsWith("/" + Sdp.Track, StringComparison.Ordinal))
                path = path[..^(Sdp.Track.Length + 1)];
            return path.Length > 1 ? path.TrimEnd('/') : path;
        }
    }

    /// <summary>Reads the request line and header lines; null when they are not an RTSP request.</summary>
    public static RtspRequest? Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var words = lines.Length is 0 or > 64 ? [] : lines[0].Split(' ');
        if (words is not [var method, var url, "RTSP/1.0"])
            return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                return null;
            headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return new RtspRequest(method, url, headers);
    }
}
