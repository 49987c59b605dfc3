using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CamMigrate.Core.Profiles.Yaml;

/// <summary>Writes a tree as YAML: the same tree is always the same text.</summary>
/// <remarks>
/// Not the library's emitter: that one would write characters that turn the reading direction or end a line in some
/// readers as they are, and it has no rule for what goes on one line.
/// </remarks>
internal static class YamlWriter
{
    /// <summary>The document, with LF and without document markers.</summary>
    /// <param name="root">The tree; keys are written in its order.</param>
    public static string Write(JsonObject root)
    {
        var output = new StringBuilder();
        if (root.Count == 0) return "{}\n";
        WriteMapping(output, root, 0);
        return output.ToString();
    }

    private static void WriteMapping(StringBuilder output, JsonObject mapping, int indent)
    {
        var isFirst = true;
        foreach (var (key, value) in mapping)
        {
            // The first key of a list item stands on the line of its dash.
            if (!isFirst || indent == 0 || output[^1] == '\n') output.Append(' ', indent);
            isFirst = false;
            output.Append(YamlText.Spell(key, inFlow: false)).Append(':');
            WriteValue(output, key, value, indent);
        }
    }

    private static void WriteValue(StringBuilder output, string key, JsonNode? value, int indent)
    {
        if (value is JsonObject mapping && !IsInline(mapping, indent + key.Length + 2, YamlLayout.IsBlockMapping(key)))
        {
            output.Append('\n');
            WriteMapping(output, mapping, indent + 2);
        }
        else if (value is JsonArray list && !IsInline(list, indent + key.Length + 2, YamlLayout.IsBlockList(key)))
        {
            output.Append('\n');
            foreach (var item in list) WriteItem(output, key, item, indent);
        }
        else
        {
            output.Append(' ').Append(value is JsonValue ? Scalar(value, inFlow: false) : Flow(value)).Append('\n');
        }
    }

    private static void WriteItem(StringBuilder output, string key, JsonNode? item, int indent)
    {
        output.Append(' ', indent).Append("- ");
        if (item is JsonObject mapping && !IsInline(mapping, indent + 2, YamlLayout.IsBlockMapping(key)))
            WriteMapping(output, mapping, indent + 2);
        else
            output.Append(item is JsonValue ? Scalar(item, inFlow: false) : Flow(item)).Append('\n');
    }

    private static bool IsInline(JsonNode container, int column, bool isBlock) => container switch
    {
        JsonObject { Count: 0 } or JsonArray { Count: 0 } => true,
        JsonArray list when IsNumbers(list) => true,
        _ => !isBlock && column + Flow(container).Length <= YamlLayout.Width,
    };

    private static bool IsNumbers(JsonArray list) =>
        list.All(i => i is JsonArray inner ? IsNumbers(inner) : i?.GetValueKind() == JsonValueKind.Number);

    private static string Flow(JsonNode? node) => node switch
    {
        JsonObject mapping =>
            $"{{{string.Join(", ", mapping.Select(e => $"{YamlText.Spell(e.Key, inFlow: true)}: {Flow(e.Value)}"))}}}",
        JsonArray list => $"[{string.Join(", ", list.Select(Flow))}]",
        _ => Scalar(node, inFlow: true),
    };

    private static string Scalar(JsonNode? value, bool inFlow) => value?.GetValueKind() switch
    {
        JsonValueKind.String => YamlText.Spell(value.GetValue<string>(), inFlow),
        JsonValueKind.Number => Number(value.ToJsonString()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    /// <summary>YAML 1.1 takes 1E-05 for a text: its numbers with an exponent have a point and a sign.</summary>
    private static string Number(string json)
    {
        var e = json.IndexOfAny(['e', 'E']);
        if (e < 0) return json;
        var mantissa = json[..e].Contains('.', StringComparison.Ordinal) ? json[..e] : json[..e] + ".0";
        var exponent = json[e + 1] is '-' or '+' ? json[(e + 1)..] : "+" + json[(e + 1)..];
        return $"{mantissa}e{exponent}";
    }
}
