using System.Text.Json.Nodes;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>Inputs and outputs, and what an event does.</summary>
internal static class AlarmTables
{
    public static JsonNode? Inputs(DahuaDevice device) => device.Settings.AlarmInputs.IsEmpty
        ? null
        : Json.List(device.Settings.AlarmInputs, (input, _) => new JsonObject
        {
            ["Enable"] = input.Enabled,
            ["EventHandler"] = Handler(input.Actions),
            ["Name"] = input.Name,
            ["SensorType"] = input.SensorType,
        });

    public static JsonNode? Outputs(DahuaDevice device) => device.Settings.AlarmOutputs.IsEmpty
        ? null
        : Json.List(device.Settings.AlarmOutputs, (output, _) => new JsonObject
        {
            ["Mode"] = output.Mode,
            ["Name"] = output.Name,
        });

    /// <summary>The EventHandler block of every detection.</summary>
    public static JsonObject Handler(DahuaActions actions) => new()
    {
        ["AlarmOutChannels"] = actions.AlarmOut ? Json.Numbers(0) : new JsonArray(),
        ["AlarmOutEnable"] = actions.AlarmOut,
        ["AlarmOutLatch"] = actions.AlarmOutLatch,
        ["BeepEnable"] = actions.Beep,
        ["Dejitter"] = actions.Dejitter,
        ["Delay"] = 0,
        ["LogEnable"] = true,
        ["MailEnable"] = actions.Mail,
        ["PtzLink"] = new JsonArray(new JsonArray(
            actions.Preset is null ? "None" : "Preset", actions.Preset ?? 0)),
        ["PtzLinkEnable"] = actions.Preset is not null,
        ["RecordChannels"] = actions.Record ? Json.Numbers(0) : new JsonArray(),
        ["RecordEnable"] = actions.Record,
        ["RecordLatch"] = actions.RecordLatch,
        ["SnapshotChannels"] = actions.Snapshot ? Json.Numbers(0) : new JsonArray(),
        ["SnapshotEnable"] = actions.Snapshot,
        ["SnapshotPeriod"] = 3,
        ["SnapshotTimes"] = 1,
        ["TimeSection"] = Json.Week(actions.Sections),
        ["TipEnable"] = false,
    };
}
