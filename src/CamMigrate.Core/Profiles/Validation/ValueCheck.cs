using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Core.Profiles.Validation;

/// <summary>Compares one value with its schema, in words for the person who wrote it.</summary>
internal static class ValueCheck
{
    /// <summary>Why the value is of the wrong type; null = it is not.</summary>
    /// <param name="value">The value.</param>
    /// <param name="schema">Its schema.</param>
    public static string? TypeProblem(YamlValue value, JsonObject schema)
    {
        if (schema["type"] is not { } type || value is YamlScalar { Problem: not null }) return null;
        var allowed = (type as JsonArray)?.Select(t => t!.GetValue<string>()).ToArray() ?? [type.GetValue<string>()];
        if (allowed.Any(t => IsOfType(value, t))) return null;
        var expected = string.Join(" or ", allowed.Where(t => t != "null").Select(Words));
        if (value is not YamlScalar scalar)
            return $"{expected} is expected, not {(value is YamlMapping ? "a mapping" : "a list")}.";
        if (scalar.Value is null)
            return $"nothing stands here: write {(allowed.Contains("array") ? "[] for none" : "a value")}, or remove "
                + "the key.";
        return $"{expected} is expected, not {Shown(scalar)}.{TypeHint(scalar, allowed, schema)}";
    }

    /// <summary>What is wrong with a scalar of the right type; null = nothing.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="schema">Its schema.</param>
    public static string? Problem(YamlScalar scalar, JsonObject schema)
    {
        if (scalar.Value is not { } value) return null;
        if (schema["enum"] is JsonArray words && !words.Any(w => JsonNode.DeepEquals(w, value)))
        {
            var isText = value.GetValueKind() == JsonValueKind.String;
            return $"{Shown(scalar)} is not one of {string.Join(", ", Known(words))}."
                + (isText ? Suggestion.For(scalar.Text, Known(words)) : "");
        }

        return value.GetValueKind() switch
        {
            JsonValueKind.Number => RangeProblem(scalar, schema),
            JsonValueKind.String => TextProblem(scalar, schema),
            _ => null,
        };
    }

    /// <summary>Why a list has too few or too many items; null = it has not.</summary>
    /// <param name="list">The list.</param>
    /// <param name="schema">Its schema.</param>
    public static string? LengthProblem(YamlSequence list, JsonObject schema)
    {
        var (least, most) = (
            schema["minItems"]?.GetValue<int>() ?? 0, schema["maxItems"]?.GetValue<int>() ?? int.MaxValue);
        if (list.Items.Count >= least && list.Items.Count <= most) return null;
        var expected = least == most ? Text($"{least}")
            : list.Items.Count < least ? Text($"at least {least}")
            : Text($"at most {most}");
        return Text($"{expected} items are expected, not {list.Items.Count}.");
    }

    private static bool IsOfType(YamlValue value, string type) => value switch
    {
        YamlMapping => type == "object",
        YamlSequence => type == "array",
        _ => ((YamlScalar)value).Value?.GetValueKind() switch
        {
            JsonValueKind.String => type == "string",
            JsonValueKind.True or JsonValueKind.False => type == "boolean",
            JsonValueKind.Number => type == "number" || (type == "integer" && IsInteger((YamlScalar)value)),
            _ => type == "null",
        },
    };

    private static bool IsInteger(YamlScalar scalar) => Number(scalar) is var number && Math.Floor(number) == number;

    private static string Words(string type) => type switch
    {
        "string" => "a text",
        "boolean" => "true or false",
        "integer" => "a whole number",
        "number" => "a number",
        "array" => "a list",
        _ => "a mapping",
    };

    private static string TypeHint(YamlScalar scalar, string[] allowed, JsonObject schema)
    {
        if (allowed.Contains("boolean")) return TruthHint(scalar.Text);
        if (!allowed.Contains("string")) return "";
        return schema["enum"] is JsonArray words
            ? $" Allowed: {string.Join(", ", Known(words))}."
            : $" Put it in quotes: {YamlText.Show(scalar.Text)}.";
    }

    /// <summary>YAML 1.1, which many tools still read, had more words for true and false.</summary>
    private static string TruthHint(string text) => text.ToUpperInvariant() switch
    {
        "YES" or "ON" or "Y" => " Did you mean true?",
        "NO" or "OFF" or "N" => " Did you mean false?",
        _ => Suggestion.For(text, ["true", "false"]),
    };

    private static string? RangeProblem(YamlScalar scalar, JsonObject schema)
    {
        var number = Number(scalar);
        var (least, most) = (
            schema["minimum"]?.GetValue<double>() ?? double.MinValue,
            schema["maximum"]?.GetValue<double>() ?? double.MaxValue);
        return number >= least && number <= most ? null : Text($"{Shown(scalar)} is out of range: {least} to {most}.");
    }

    private static string? TextProblem(YamlScalar scalar, JsonObject schema)
    {
        if (scalar.Text.Length < (schema["minLength"]?.GetValue<int>() ?? 0))
            return "an empty text is not allowed here.";
        if (schema["pattern"]?.GetValue<string>() is not { } pattern || IsMatch(scalar.Text, pattern)) return null;
        var reason = schema["patternErrorMessage"]?.GetValue<string>() ?? $"it must match {pattern}";
        return $"{Shown(scalar)} is not understood: {reason}.";
    }

    /// <summary>In a schema '$' is the very end; in .NET it is also before a line feed at the end.</summary>
    private static bool IsMatch(string text, string pattern) =>
        !text.EndsWith('\n') && Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static double Number(YamlScalar scalar) =>
        scalar.Value!.TryGetValue<long>(out var whole) ? whole : scalar.Value.GetValue<double>();

    private static IEnumerable<string> Known(JsonArray words) =>
        words.Where(w => w is not null).Select(w => w!.ToString());

    private static string Shown(YamlScalar scalar) =>
        scalar.Value?.GetValueKind() == JsonValueKind.String ? YamlText.Show(scalar.Text) : scalar.Text;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
