using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CamMigrate.Core.Profiles.Yaml;

/// <summary>What YAML 1.2 takes a scalar for (core schema, section 10.3.2).</summary>
internal static partial class YamlScalars
{
    /// <summary>The value of a scalar.</summary>
    /// <param name="text">As it is spelled, without quotes.</param>
    /// <param name="isPlain">Whether it stands without quotes.</param>
    /// <param name="problem">Why it cannot be taken for anything; null = it can.</param>
    /// <returns>Text, number or truth value; null for YAML's null and with a problem.</returns>
    public static JsonValue? Resolve(string text, bool isPlain, out string? problem)
    {
        problem = null;
        if (!isPlain) return JsonValue.Create(text);
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE":
                return JsonValue.Create(true);
            case "false" or "False" or "FALSE":
                return JsonValue.Create(false);
        }

        if (NotFinite().IsMatch(text)) problem = $"{text} is no setting: write a number.";
        else if (LeadingZero().IsMatch(text))
            problem =
                $"{text} is one number to some readers and another to others: without zeros, or '{text}' for a text.";
        else if (Number(text, out problem) is { } number) return number;
        else if (problem is null) return JsonValue.Create(text);
        return null;
    }

    private static JsonValue? Number(string text, out string? problem)
    {
        problem = null;
        if (Hexadecimal().IsMatch(text) || Octal().IsMatch(text))
        {
            problem = $"write {YamlText.Show(text)} as a decimal number, or in quotes for a text.";
            return null;
        }

        var isInteger = Integer().IsMatch(text);
        if (isInteger
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return JsonValue.Create(whole);
        if (!isInteger && !Float().IsMatch(text)) return null;
        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!isInteger && double.IsFinite(number)) return JsonValue.Create(number);
        problem = $"the number {YamlText.Show(text)} is too large.";
        return null;
    }

    [GeneratedRegex(@"^[-+]?[0-9]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^0x[0-9a-fA-F]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"^0o[0-7]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Octal();

    [GeneratedRegex(
        @"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Float();

    [GeneratedRegex(
        @"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex NotFinite();

    [GeneratedRegex(@"^[-+]?0[0-9]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeadingZero();
}
