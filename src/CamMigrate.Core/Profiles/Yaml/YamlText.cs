using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CamMigrate.Core.Errors;

namespace CamMigrate.Core.Profiles.Yaml;

/// <summary>How a text is spelled in YAML so that readers of version 1.1 and 1.2 agree that it is a text.</summary>
internal static partial class YamlText
{
    /// <summary>Words that YAML 1.1 or 1.2 reads as a truth value or as nothing.</summary>
    private static readonly FrozenSet<string> OtherTypes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf");

    /// <summary>Plain where nobody can mistake it, else in single quotes, else in double quotes with escapes.</summary>
    /// <param name="text">Any text, of whatever origin; half a surrogate pair becomes U+FFFD.</param>
    /// <param name="inFlow">Whether it stands within brackets or braces.</param>
    public static string Spell(string text, bool inFlow)
    {
        if (IsPlain(text, inFlow)) return text;
        return text.Length > 0 && !text.EnumerateRunes().All(Printable.IsVisible)
            ? InDoubleQuotes(text)
            : $"'{WholeRunes(text).Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary>
    /// The text for a message: in single quotes, what cannot be seen escaped, cut after 60 characters.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Show(string text)
    {
        const int Enough = 60;
        var shown = new StringBuilder("'");
        foreach (var rune in text.EnumerateRunes().Take(Enough)) Append(shown, rune, '\0');
        return shown.Append(text.Length > Enough ? "...'" : "'").ToString();
    }

    private static bool IsPlain(string text, bool inFlow)
    {
        if (text.Length == 0 || text[^1] == ' ' || OtherTypes.Contains(text)) return false;
        if (char.IsAsciiDigit(text[0])) return DottedQuad().IsMatch(text);
        return (char.IsLetter(text[0]) || text[0] is '/' or '_') && text.All(c => IsPlain(c, inFlow));
    }

    private static bool IsPlain(char c, bool inFlow) =>
        char.IsLetterOrDigit(c) || c is ' ' or '.' or '_' or '/' or '+' or '-' or '(' or ')' or ';' or '='
            || (c == ',' && !inFlow);

    private static string WholeRunes(string text) => string.Concat(text.EnumerateRunes());

    private static string InDoubleQuotes(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes()) Append(quoted, rune, '"');
        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder text, Rune rune, char quote)
    {
        if (rune.Value == '\\' || (quote != '\0' && rune.Value == quote)) text.Append('\\').Append((char)rune.Value);
        else if (Printable.IsVisible(rune)) text.Append(rune.ToString());
        else if (rune.Value == '\n') text.Append("\\n");
        else if (rune.Value == '\t') text.Append("\\t");
        else if (rune.Value < 0x100) text.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:X2}");
        else if (rune.IsBmp) text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        else text.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
    }

    /// <summary>An IPv4 address begins like a number and no reader takes it for one.</summary>
    [GeneratedRegex(@"^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DottedQuad();
}
