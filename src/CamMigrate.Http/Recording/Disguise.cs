using System.Text;
using System.Text.RegularExpressions;

namespace CamMigrate.Http.Recording;

/// <summary>
/// What a value says to whoever decodes it: a device may give its serial number in hexadecimal digits, in Base64, with
/// character references, or backwards.
/// </summary>
internal static partial class Disguise
{
    // A longer run of such characters is a picture or a key, and is cut as too long or named so.
    private const int MostRuns = 64;

    /// <summary>Each reading of a value, as bytes, one character each; the value itself is the first.</summary>
    /// <param name="meaning">The value, its escapes undone.</param>
    internal static IEnumerable<string> Views(string meaning)
    {
        yield return LeafText.Utf8(meaning);
        if (meaning.Length < 4) yield break;
        if (meaning.Contains('%', StringComparison.Ordinal)) yield return LeafText.Utf8(Uri.UnescapeDataString(meaning));
        if (meaning.Contains('&', StringComparison.Ordinal))
            yield return LeafText.Utf8(System.Net.WebUtility.HtmlDecode(meaning));
        yield return LeafText.Utf8(new string([.. meaning.Reverse()]));
        foreach (var run in Hex().Matches(meaning).Take(MostRuns).Select(m => Bare(m.Value)))
            if (run.Length % 2 == 0) yield return Encoding.Latin1.GetString(Convert.FromHexString(run));
        foreach (var run in Base64().Matches(meaning).Take(MostRuns).Select(m => m.Value))
            if (Decoded(run) is { } text) yield return text;
    }

    private static string? Decoded(string run)
    {
        var standard = run.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        if (standard.Length % 4 == 1) standard = standard[..^1];
        var bytes = new byte[standard.Length];
        return Convert.TryFromBase64String(standard.PadRight((standard.Length + 3) / 4 * 4, '='), bytes, out var length)
            ? Encoding.Latin1.GetString(bytes, 0, length) : null;
    }

    private static string Bare(string run) => string.Concat(run.Where(char.IsAsciiHexDigit));

    [GeneratedRegex("([0-9A-Fa-f]{2}[ :-]?){6,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hex();

    [GeneratedRegex("[A-Za-z0-9+/_-]{6,}={0,2}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Base64();
}
