using System.Text.Json.Nodes;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>PTZ: the serial line, presets and tours.</summary>
internal static class PtzTables
{
    public static JsonNode Ptz(DahuaDevice device) => Json.PerChannel(device, channel => new JsonObject
    {
        ["Address"] = 1,
        ["Attribute"] = new JsonArray(9600, 8, "None", 1),
        ["Homing"] = Json.Numbers(channel.Ptz?.HomePreset ?? -1, channel.Ptz?.IdleSeconds ?? 0),
        ["ProtocolName"] = channel.Ptz is null ? "NONE" : "DH-SD1",
    });

    public static JsonArray Presets(DahuaPtz ptz) => Json.List(ptz.Presets, (preset, _) =>
    {
        var entry = new JsonObject { ["Index"] = preset.Number, ["Name"] = preset.Name };
        if (preset.Position.IsEmpty) return entry;
        entry["Position"] = Json.Numbers(preset.Position.AsSpan());
        entry["Type"] = 0;
        return entry;
    });

    public static JsonArray Tours(DahuaPtz ptz) => Json.List(ptz.Tours, (tour, _) => new JsonObject
    {
        ["Id"] = tour.Number,
        ["Name"] = tour.Name,
        ["Presets"] = Json.List(tour.Presets, (preset, _) => new JsonObject
        {
            ["Duration"] = tour.Seconds,
            ["Index"] = preset,
        }),
    });
}
