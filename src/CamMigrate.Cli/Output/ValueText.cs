using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CamMigrate.Cli.Output;

/// <summary>A setting's value in a few words.</summary>
internal static class ValueText
{
    private const int Longest = 70;

    internal static string Of(JsonNode? value) => Terminal.Visible(Shorten(value switch
    {
        null => "-",
        JsonObject o when o["width"] is { } w && o["height"] is { } h => $"{w}x{h}",
        JsonObject o when o["polygon"] is JsonArray polygon => Mask(o, polygon),
        JsonObject o when o["kind"] is not null => Osd(o),
        JsonObject o => o.Count == 0 ? "none" : string.Join(", ", o.Select(p => $"{p.Key} {Of(p.Value)}")),
        JsonArray { Count: 0 } => "none",
        JsonArray a when a.All(i => i is JsonValue) => string.Join(", ", a.Select(i => Scalar(i!))),
        JsonValue v => Scalar(v),
        _ => value.ToJsonString(),
    }));

    private static string Mask(JsonObject mask, JsonArray polygon)
    {
        var x = polygon.Select(p => p![0]!.GetValue<double>()).ToList();
        var y = polygon.Select(p => p![1]!.GetValue<double>()).ToList();
        if (x.Count == 0) return "no area";
        var off = mask["enabled"]?.GetValue<bool>() is false ? "off, " : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{off}{mask["type"]} {mask["color"]} {x.Count} corners, x {x.Min():P0}..{x.Max():P0}, y {y.Min():P0}..{y.Max():P0}")
            .Replace(" %", "%", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal).Trim();
    }

    private static string Osd(JsonObject osd)
    {
        var what = osd["text"] is { } text ? $"'{text}'" : $"{osd["dateFormat"]} {osd["timeFormat"]}".Trim();
        var place = osd["position"] is JsonArray { Count: 2 } at
            ? string.Create(CultureInfo.InvariantCulture, $" at {at[0]!.GetValue<double>():0.###}, {at[1]!.GetValue<double>():0.###}")
            : "";
        return (what.Length == 0 ? osd["kind"]!.ToString() : what) + place + (osd["enabled"]?.GetValue<bool>() is false ? " (off)" : "");
    }

    private static string Scalar(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Number when value.ToJsonString() is var text && double.TryParse(text, CultureInfo.InvariantCulture, out var number) =>
            number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string Shorten(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
}
