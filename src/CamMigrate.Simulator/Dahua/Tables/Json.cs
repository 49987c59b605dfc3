using System.Text.Json.Nodes;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>The shapes that tables are made of.</summary>
internal static class Json
{
    public static JsonArray List<T>(IEnumerable<T> items, Func<T, int, JsonNode?> make) =>
        new([.. items.Select(make)]);

    public static JsonArray Numbers(params ReadOnlySpan<int> numbers)
    {
        var list = new JsonArray();
        foreach (var number in numbers) list.Add(JsonValue.Create(number));
        return list;
    }

    public static JsonArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Select(text => JsonValue.Create(text))]);

    /// <summary>An array with one entry per channel.</summary>
    public static JsonArray PerChannel(DahuaDevice device, Func<DahuaChannel, JsonNode?> make) =>
        List(device.Settings.Channels, (channel, _) => make(channel));

    /// <summary>Whole numbers without, others with six digits after the point.</summary>
    public static JsonValue Number(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < int.MaxValue
            ? JsonValue.Create((int)value)
            : JsonValue.Create(value);

    public static JsonArray Point(WirePoint point) => new(Number(point.X), Number(point.Y));

    public static JsonObject Enable(bool enabled) => new() { ["Enable"] = enabled };

    /// <summary>Six sections of each of so many days; those not used have mask 0.</summary>
    public static JsonArray Week(IReadOnlyList<string> sections, int days = 7) => List(
        Enumerable.Range(0, days),
        (_, _) => List(
            Enumerable.Range(0, 6),
            (i, _) => i < sections.Count ? sections[i] : "0 00:00:00-24:00:00"));
}
