using System.Text.Json.Nodes;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>
/// The rows of the picture tables: day, night, normal, and on new firmware six more that are never used.
/// </summary>
internal static class PictureRows
{
    private static readonly string[] Names =
        ["Day", "Night", "Normal", "FrontLight", "BackLight", "StrongLight", "LowLight", "Custom", "Custom1"];

    /// <summary>One array of rows per channel, each row made from its picture.</summary>
    public static JsonArray Of(DahuaDevice device, Func<DahuaPicture, int, JsonNode> make) =>
        Json.PerChannel(device, channel => Json.List(
            Enumerable.Range(0, device.IsNew ? Names.Length : 3),
            (row, _) =>
            {
                var node = make(Picture(channel, row), row);
                if (device.IsNew && node is JsonObject group) group["Name"] = Names[row];
                return node;
            }));

    public static int Row(string profile) => profile switch { "day" => 0, "night" => 1, _ => 2 };

    /// <summary>The row in force; where day and night take turns it is day.</summary>
    public static DahuaPicture InForce(DahuaDevice device, DahuaChannel channel) =>
        channel.Profiles.Mode is 0 or 4 ? Picture(channel, Row(channel.Profiles.Profile)) : channel.Day;

    private static DahuaPicture Picture(DahuaChannel channel, int row) =>
        row switch { 0 => channel.Day, 1 => channel.Night, _ => channel.Normal };
}
