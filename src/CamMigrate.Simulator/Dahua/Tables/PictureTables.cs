using System.Text.Json.Nodes;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>Picture settings, a table for each kind, a row for each profile.</summary>
internal static class PictureTables
{
    /// <summary>Old firmware has two rows, picked by their time sections; row 0 is used.</summary>
    public static JsonNode Color(DahuaDevice device) => device.IsOld
        ? Json.PerChannel(device, channel => new JsonArray(ColorRow(channel.Day, 0), ColorRow(channel.Night, 1)))
        : PictureRows.Of(device, ColorRow);

    /// <summary>Config and ConfigEx read the same by day and by night where Mode lets them take turns.</summary>
    public static JsonNode Mode(DahuaDevice device) => Json.PerChannel(device, channel =>
    {
        var profiles = channel.Profiles;
        var table = new JsonObject
        {
            ["Config"] = profiles.Mode == 0 ? Json.Numbers(PictureRows.Row(profiles.Profile)) : Json.Numbers(0, 1),
            ["Mode"] = profiles.Mode,
            ["TimeSection"] = Json.Week(profiles.Mode == 1 ? [$"1 {profiles.DayFrom}-{profiles.DayTo}"] : []),
        };
        if (device.IsNew) table["ConfigEx"] = profiles is { Mode: 4, Profile: "night" } ? "Night" : "Day";
        return table;
    });

    public static JsonNode DayNight(DahuaDevice device) => PictureRows.Of(device, (picture, _) => new JsonObject
    {
        ["Delay"] = picture.DayNightDelay,
        ["Mode"] = picture.DayNight,
        ["Sensitivity"] = picture.DayNightSensitivity,
        ["Type"] = "Mechanism",
    });

    public static JsonNode Exposure(DahuaDevice device) => PictureRows.Of(device, (picture, row) =>
    {
        var table = new JsonObject
        {
            ["AntiFlicker"] = picture.AntiFlicker,
            ["AutoGainMax"] = 2,
            ["Backlight"] = 0,
            ["Compensation"] = picture.ExposureCompensation,
            ["Gain"] = 1,
            ["GainMax"] = picture.GainMax,
            ["GainMin"] = picture.GainMin,
            ["GlareInhibition"] = 0,
            ["Iris"] = 50,
            ["IrisAuto"] = true,
            ["IrisMax"] = 50,
            ["IrisMin"] = 0,
            ["Mode"] = picture.ExposureMode,
            ["RecoveryTime"] = 900,
            ["SlowShutter"] = false,
            ["SlowSpeed"] = 30,
            ["Value1"] = Json.Number(picture.ExposureMin),
            ["Value2"] = Json.Number(picture.ExposureMax),
        };
        if (row < 3) table["Speed"] = 0;
        return table;
    });

    public static JsonNode WhiteBalance(DahuaDevice device) => PictureRows.Of(device, (picture, _) => new JsonObject
    {
        ["ColorTemperatureLevel"] = 50,
        ["GainBlue"] = picture.BlueGain,
        ["GainGreen"] = 50,
        ["GainRed"] = picture.RedGain,
        ["Mode"] = picture.WhiteBalance,
    });

    public static JsonNode Sharpness(DahuaDevice device) => PictureRows.Of(device, (picture, _) => new JsonObject
    {
        ["Level"] = picture.Sharpness,
        ["Mode"] = 1,
        ["Sharpness"] = picture.Sharpness,
    });

    public static JsonNode Backlight(DahuaDevice device) => PictureRows.Of(device, (picture, _) => new JsonObject
    {
        ["BacklightMode"] = picture.BacklightMode,
        ["BacklightRegion"] = Json.Numbers(3096, 3096, 5096, 5096),
        ["GlareInhibition"] = picture.GlareInhibition,
        ["Intensity"] = 50,
        ["IntensityMode"] = "Disable",
        ["Mode"] = picture.Backlight,
        ["WideDynamicRange"] = picture.WideDynamic,
    });

    public static JsonNode Denoise(DahuaDevice device) => PictureRows.Of(device, (picture, _) => new JsonObject
    {
        ["2DEnable"] = picture.Denoise != "Off",
        ["2DLevel"] = picture.DenoiseLevel,
        ["3DAutoType"] = new JsonObject { ["AutoLevel"] = picture.DenoiseLevel },
        ["3DManulType"] = new JsonObject { ["SnfLevel"] = 50, ["TnfLevel"] = 50 },
        ["3DType"] = picture.Denoise,
    });

    /// <summary>Zoom cameras have colours beside VideoColor, with scales of their own.</summary>
    public static JsonNode? ZoomColor(DahuaDevice device) => HasPtz(device)
        ? PictureRows.Of(device, (picture, _) => new JsonObject
        {
            ["Brightness"] = picture.Brightness,
            ["ChromaSuppress"] = 1,
            ["Contrast"] = picture.Contrast,
            ["Gamma"] = 5,
            ["Hue"] = picture.Hue,
            ["Saturation"] = picture.Saturation,
            ["Style"] = "Standard",
        })
        : null;

    public static JsonNode? Zoom(DahuaDevice device) => HasPtz(device)
        ? PictureRows.Of(device, (_, _) => new JsonObject
        {
            ["DigitalZoom"] = false,
            ["Speed"] = 7,
            ["ZoomLimit"] = 4,
        })
        : null;

    public static JsonNode ImageControl(DahuaDevice device) => Json.PerChannel(device, channel => new JsonObject
    {
        ["Flip"] = channel.Flip,
        ["Freeze"] = false,
        ["Mirror"] = channel.Mirror,
        ["Rotate90"] = channel.Rotate90,
        ["Stable"] = 0,
    });

    private static bool HasPtz(DahuaDevice device) =>
        device.Settings.Channels.Any(channel => channel.Ptz is not null);

    private static JsonObject ColorRow(DahuaPicture picture, int row) => new()
    {
        ["Brightness"] = picture.Brightness,
        ["ChromaSuppress"] = 50,
        ["Contrast"] = picture.Contrast,
        ["Gamma"] = picture.Gamma,
        ["Hue"] = picture.Hue,
        ["Saturation"] = picture.Saturation,
        ["Style"] = "Standard",
        ["TimeSection"] = row == 0 ? "1 00:00:00-24:00:00" : "0 00:00:00-24:00:00",
    };
}
