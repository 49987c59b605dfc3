using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CamMigrate.Core.Errors;

/// <summary>
/// Text that came from a camera, fit to stand in a message: one line, short, no control characters, no login.
/// </summary>
public static partial class Printable
{
    private const int LongestSearched = 4096;

    /// <summary>Hides the login in an address, makes control characters visible and cuts what is too long.</summary>
    /// <param name="text">As the camera sent it; null = empty.</param>
    /// <param name="longest">Characters kept.</param>
    public static string Clip(string? text, int longest = 80)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder();
        var searched = text.Length > LongestSearched ? text[..LongestSearched] : text;
        foreach (var rune in Login().Replace(searched, "://***@").EnumerateRunes())
        {
            if (clean.Length >= longest) return clean.Append("...").ToString();
            clean.Append(IsHidden(rune) ? Escaped(rune) : rune.ToString());
        }

        return clean.ToString();
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Escaped(Rune rune) => "\\u" + rune.Value.ToString("x4", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"://[^/?#\s]*@", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Login();
}
