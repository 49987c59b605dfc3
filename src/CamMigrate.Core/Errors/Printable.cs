using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CamMigrate.Core.Errors;

/// <summary>
/// Text that came from a camera, fit to be shown: the one rule about what a person may be shown as it is.
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
            clean.Append(IsVisible(rune) ? rune.ToString() : Escaped(rune));
        }

        return clean.ToString();
    }

    /// <summary>
    /// The whole text with everything that a person could not see, or that could move what stands around it, escaped.
    /// </summary>
    /// <param name="text">A text from a camera, a file or an argument.</param>
    public static string Show(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().All(IsVisible)
            ? text
            : string.Concat(text.EnumerateRunes().Select(r => IsVisible(r) ? r.ToString() : Escaped(r)));
    }

    /// <summary>
    /// Whether a character shows itself and nothing else: no control, direction, private or odd white character.
    /// </summary>
    /// <param name="rune">The character.</param>
    public static bool IsVisible(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);

    private static string Escaped(Rune rune) => rune.IsBmp
        ? "\\u" + rune.Value.ToString("x4", CultureInfo.InvariantCulture)
        : "\\U" + rune.Value.ToString("x8", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"://[^/?#\s]*@", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Login();
}
