using System.Text.Json.Nodes;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>Infrared and white light.</summary>
internal static class LightTables
{
    public static JsonNode Lighting(DahuaDevice device) =>
        PictureRows.Of(device, (picture, _) => Light(picture.Light, picture.LightLevel));

    /// <summary>The white light stands second; which one it is says LightType alone.</summary>
    public static JsonNode LightingV2(DahuaDevice device) => Json.PerChannel(device, channel =>
        Json.List<DahuaPicture>([channel.Day, channel.Night, channel.Normal], (picture, _) => new JsonArray(
            Typed("InfraredLight", picture.Light, picture.LightLevel),
            Typed("WhiteLight", picture.WhiteLight, picture.WhiteLightLevel))));

    public static JsonNode Scheme(DahuaDevice device) => Json.PerChannel(device, channel =>
        Json.List<DahuaPicture>(
            [channel.Day, channel.Night, channel.Normal],
            (picture, _) => new JsonObject { ["LightingMode"] = picture.LightingMode }));

    private static JsonObject Typed(string type, string mode, int level)
    {
        var light = Light(mode, level);
        light["LightSwitchDelay"] = 0;
        light["LightType"] = type;
        light["PercentOfMaxBrightness"] = 100;
        return light;
    }

    private static JsonObject Light(string mode, int level) => new()
    {
        ["Correction"] = 50,
        ["MiddleLight"] = new JsonArray(new JsonObject { ["Angle"] = 50, ["Light"] = level }),
        ["Mode"] = mode,
        ["Sensitive"] = 3,
    };
}
