using System.Text.Json.Nodes;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>Titles and privacy masks: 0 to 8191 on both axes, from the top left.</summary>
internal static class OverlayTables
{
    private const int Covers = 4;

    public static JsonNode ChannelTitle(DahuaDevice device) =>
        Json.PerChannel(device, channel => new JsonObject { ["Name"] = channel.Name });

    public static JsonNode Widget(DahuaDevice device) => Json.PerChannel(device, channel =>
    {
        var clock = Title(channel.TimeTitle.Enabled, channel.TimeTitle.At);
        clock["ShowWeek"] = channel.TimeTitle.ShowWeek;
        var widget = new JsonObject
        {
            ["ChannelTitle"] = Title(channel.NameTitle.Enabled, channel.NameTitle.At),
            ["Covers"] = Json.List(Enumerable.Range(0, Math.Max(Covers, channel.Covers.Length)), (i, _) =>
                Cover(i < channel.Covers.Length ? channel.Covers[i] : null)),
            ["TimeTitle"] = clock,
        };
        if (!device.IsOld)
        {
            widget["CustomTitle"] = Json.List(channel.Texts, (text, _) => Custom(text));
            widget["FontSize"] = 0;
        }
        else
        {
            // The document of this generation names the texts so.
            widget["UserDefinedTitle"] = Json.List(channel.Texts, (text, _) => Custom(text));
        }

        return widget;
    });

    /// <summary>Masks of AI models, polygons; null where no channel has them.</summary>
    public static JsonNode? PrivacyMasking(DahuaDevice device) =>
        device.Settings.Channels.Any(channel => channel.PrivacyMasking is not null)
            ? Json.PerChannel(device, channel => Json.List(channel.PrivacyMasking ?? [], (mask, i) => new JsonObject
            {
                ["Enable"] = mask.Enabled,
                ["Id"] = i,
                ["Name"] = mask.Name,
                ["Points"] = Json.List(mask.Points, (point, _) => Json.Point(point)),
            }))
            : null;

    private static JsonObject Custom(DahuaText text)
    {
        var title = Title(text.Enabled, text.At);
        title["Text"] = text.Text;
        return title;
    }

    // Titles are placed by their upper left corner; the other corner repeats it.
    private static JsonObject Title(bool enabled, WirePoint at) =>
        Widget(enabled, at, at, Json.Numbers(255, 255, 255, 0), Json.Numbers(0, 0, 0, 128));

    private static JsonObject Cover(DahuaCover? cover) => cover is null
        ? Widget(false, default, default, Json.Numbers(0, 0, 0, 0), Json.Numbers(0, 0, 0, 0))
        : Widget(
            cover.Enabled, cover.From, cover.To, Json.Numbers(0, 0, 0, 0), Json.Numbers(cover.Color.AsSpan()));

    private static JsonObject Widget(
        bool enabled, WirePoint from, WirePoint to, JsonArray front, JsonArray back) => new()
        {
            ["BackColor"] = back,
            ["EncodeBlend"] = enabled,
            ["FrontColor"] = front,
            ["PreviewBlend"] = enabled,
            ["Rect"] = new JsonArray(
                Json.Number(from.X), Json.Number(from.Y), Json.Number(to.X), Json.Number(to.Y)),
        };
}
