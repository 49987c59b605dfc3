using System.Collections.Immutable;
using System.Globalization;

namespace CamMigrate.Streams.Rtsp;

/// <summary>Head of an RTSP answer, as far as it tells whether a stream can be opened.</summary>
internal sealed record RtspAnswer
{
    /// <summary>Status code.</summary>
    public required int Status { get; init; }

    /// <summary>Logins the camera takes: the text of each <c>WWW-Authenticate</c> line.</summary>
    public ImmutableArray<string> Challenges { get; init; } = [];

    /// <summary>Whether one of the logins is Digest with MD5, the one that ffmpeg can answer.</summary>
    public bool TakesDigestMd5 => Challenges.Any(c =>
        c.StartsWith("Digest", StringComparison.OrdinalIgnoreCase) && Algorithm(c) is "" or "MD5" or "MD5-SESS");

    /// <summary>Whether one of the logins sends the password readably.</summary>
    public bool TakesBasic => Challenges.Any(c => c.StartsWith("Basic", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the head; null = this is not RTSP.</summary>
    /// <param name="head">Status line and headers, without the empty line.</param>
    public static RtspAnswer? Parse(string head)
    {
        var lines = head.Split('\n').Select(l => l.TrimEnd('\r')).ToArray();
        var words = lines[0].Split(' ', 3);
        if (words.Length < 2 || !words[0].StartsWith("RTSP/", StringComparison.Ordinal)
            || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            || status is < 100 or > 999)
            return null;
        const string Header = "WWW-Authenticate:";
        return new RtspAnswer
        {
            Status = status,
            Challenges =
            [
                .. lines.Skip(1).Where(l => l.StartsWith(Header, StringComparison.OrdinalIgnoreCase))
                .Select(l => l[Header.Length..].Trim())
            ],
        };
    }

    private static string Algorithm(string challenge)
    {
        var at = challenge.IndexOf("algorithm", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return "";
        var value = challenge[(at + "algorithm".Length)..].TrimStart(' ', '=').Split(',')[0];
        return value.Trim(' ', '"').ToUpperInvariant();
    }
}
