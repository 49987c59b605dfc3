using System.Text.Json.Nodes;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>Detection other than motion.</summary>
internal static class DetectionTables
{
    public static JsonNode Blind(DahuaDevice device) =>
        Json.PerChannel(device, channel => Detection(channel.Blind));

    public static JsonNode Moved(DahuaDevice device) => Json.PerChannel(device, channel =>
    {
        var table = Detection(channel.Moved);
        table["Sensitivity"] = channel.Moved.Level;
        return table;
    });

    public static JsonNode Audio(DahuaDevice device) => Json.PerChannel(device, channel => new JsonObject
    {
        ["Enable"] = channel.Audio.Enabled,
        ["EventHandler"] = AlarmTables.Handler(channel.Audio.Actions),
        ["MutationDetect"] = channel.Audio.Enabled,
        ["MutationThreold"] = channel.Audio.Level,
    });

    public static JsonNode SmartMotion(DahuaDevice device) => Json.PerChannel(device, channel => new JsonObject
    {
        ["Enable"] = channel.SmartMotion.Enabled,
        ["ObjectTypes"] = new JsonObject
        {
            ["Human"] = channel.SmartMotion.Human,
            ["Vehicle"] = channel.SmartMotion.Vehicle,
        },
        ["Sensitivity"] = channel.SmartMotion.Sensitivity,
    });

    /// <summary>Rules work only while the plan for them is chosen.</summary>
    public static JsonNode AnalyseGlobal(DahuaDevice device) => Json.PerChannel(device, channel => new JsonObject
    {
        ["Scene"] = new JsonObject { ["Type"] = channel.Rules.IsEmpty ? "" : "Normal" },
    });

    public static JsonNode Rules(DahuaDevice device) =>
        Json.PerChannel(device, channel => Json.List(channel.Rules, Rule));

    private static JsonObject Detection(DahuaDetection detection) => new()
    {
        ["Enable"] = detection.Enabled,
        ["EventHandler"] = AlarmTables.Handler(detection.Actions),
        ["Level"] = detection.Level,
    };

    private static JsonObject Rule(DahuaRule rule, int id)
    {
        var isLine = rule.Type == "CrossLineDetection";
        var config = new JsonObject
        {
            [isLine ? "DetectLine" : "DetectRegion"] = Json.List(rule.Points, (point, _) => Json.Point(point)),
            ["Direction"] = rule.Direction,
            ["SizeFilter"] = new JsonObject
            {
                ["MaxSize"] = Json.Numbers(8191, 8191),
                ["MinSize"] = Json.Numbers(0, 0),
            },
        };
        if (!isLine) config["MinDuration"] = rule.MinDuration;
        if (rule.Type == "CrossRegionDetection") config["ActionType"] = new JsonArray("Cross");
        return new()
        {
            ["Class"] = "Normal",
            ["Config"] = config,
            ["Enable"] = rule.Enabled,
            ["EventHandler"] = AlarmTables.Handler(rule.Actions),
            ["Id"] = id,
            ["Name"] = rule.Name,
            ["ObjectTypes"] = Json.Texts(rule.Objects),
            ["PtzPresetId"] = 0,
            ["TrackEnable"] = false,
            ["Type"] = rule.Type,
        };
    }
}
