using System.Globalization;
using System.Text.Json.Nodes;

namespace CamMigrate.Simulator.Dahua;

/// <summary>Builds a tree from flattened keys: <c>[0].Video.FPS</c>.</summary>
internal static class DahuaTree
{
    private const int LargestIndex = 65_535;

    /// <summary>Puts a value below the member <c>root</c> of an object.</summary>
    public static void Put(JsonObject holder, string key, string value)
    {
        var steps = Steps(key);
        JsonNode at = holder;
        object name = "root";
        foreach (var step in steps)
        {
            var next = Child(at, name) ?? (step is int ? new JsonArray() : new JsonObject());
            Set(at, name, next);
            at = next;
            name = step;
        }

        Set(at, name, Value(value));
    }

    private static List<object> Steps(string key)
    {
        var steps = new List<object>();
        var parts = key.Replace("[", ".[", StringComparison.Ordinal)
            .Split('.', StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts)
        {
            steps.Add(part is ['[', .. var digits, ']']
                && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index <= LargestIndex
                ? index
                : part);
        }

        return steps;
    }

    private static JsonNode? Child(JsonNode parent, object name) => (parent, name) switch
    {
        (JsonArray list, int index) => index < list.Count ? list[index] : null,
        (JsonObject group, string member) => group[member],
        _ => null,
    };

    // Keys that make one node both a list and a group cannot be said in JSON: the first kind stays.
    private static void Set(JsonNode parent, object name, JsonNode? child)
    {
        if (child?.Parent is not null) return;
        if (parent is JsonObject group && name is string member)
        {
            group[member] = child;
        }
        else if (parent is JsonArray list && name is int index)
        {
            while (list.Count <= index) list.Add(null);
            list[index] = child;
        }
    }

    private static JsonValue Value(string text) =>
        text is "true" or "false" ? JsonValue.Create(text == "true")
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? JsonValue.Create(whole)
        : JsonValue.Create(text);
}
