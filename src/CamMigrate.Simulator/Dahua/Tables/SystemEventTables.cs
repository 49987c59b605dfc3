using System.Text.Json.Nodes;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>What the device does when something is wrong with itself; nothing but a note in its log.</summary>
internal static class SystemEventTables
{
    private static readonly DahuaActions LogOnly = new() { Record = false };

    public static JsonNode Event(DahuaDevice device) => new JsonObject
    {
        ["Enable"] = true,
        ["EventHandler"] = AlarmTables.Handler(LogOnly),
    };

    public static JsonNode LowSpace(DahuaDevice device) => new JsonObject
    {
        ["Enable"] = true,
        ["EventHandler"] = AlarmTables.Handler(LogOnly),
        ["LowerLimit"] = 10,
    };

    /// <summary>Recorders tell when a channel has no picture.</summary>
    public static JsonNode? Loss(DahuaDevice device) => device.Settings.Recorder
        ? Json.PerChannel(device, _ => Event(device))
        : null;
}
