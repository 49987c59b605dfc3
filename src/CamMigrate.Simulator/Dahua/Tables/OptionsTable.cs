using System.Globalization;
using System.Text.Json.Nodes;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>
/// VideoInOptions: all picture settings in one table on old firmware, a compatible mirror of the split tables later.
/// </summary>
internal static class OptionsTable
{
    /// <summary>Recorders of new firmware do not have it for their cameras.</summary>
    public static JsonNode? Options(DahuaDevice device) => device is { IsNew: true, Settings.Recorder: true }
        ? null
        : Json.PerChannel(device, channel =>
        {
            var table = Variant(channel, channel.Day);
            table["FocusMode"] = 4;
            table["FocusRect"] = Json.Numbers(0, 0, 8191, 8191);
            table["NightOptions"] = Night(channel);
            table["NormalOptions"] = Variant(channel, channel.Normal);
            table["SignalFormat"] = "Inside";
            return table;
        });

    private static JsonObject Night(DahuaChannel channel)
    {
        var profiles = channel.Profiles;
        var table = Variant(channel, channel.Night);
        table["BrightnessThreshold"] = 50;
        table["Profile"] = 3;
        table["SwitchMode"] = profiles.Mode switch
        {
            1 => 2,
            2 => 1,
            _ => profiles.Profile switch { "day" => 0, "night" => 3, _ => 4 },
        };
        Clock(table, "Sunrise", profiles.Mode == 1 ? profiles.DayFrom : "00:00:00");
        // The hour is 24 where the clock does not switch.
        Clock(table, "Sunset", profiles.Mode == 1 ? profiles.DayTo : "24:00:00");
        return table;
    }

    private static void Clock(JsonObject table, string name, string time)
    {
        string[] units = ["Hour", "Minute", "Second"];
        var parts = time.Split(':');
        for (var i = 0; i < units.Length && i < parts.Length; i++)
            table[name + units[i]] = int.TryParse(parts[i], CultureInfo.InvariantCulture, out var part) ? part : 0;
    }

    private static JsonObject Variant(DahuaChannel channel, DahuaPicture picture) => new()
    {
        ["AntiFlicker"] = picture.AntiFlicker,
        ["Backlight"] = picture.Backlight == "Backlight" ? 1 : 0,
        ["BacklightRegion"] = Json.Numbers(3096, 3096, 5096, 5096),
        ["ColorTemperatureLevel"] = 50,
        ["DayNightColor"] = picture.DayNight switch { "Color" => 0, "BlackWhite" => 2, _ => 1 },
        ["DayNightSensitivity"] = picture.DayNightSensitivity,
        ["DayNightSwitchDelay"] = picture.DayNightDelay,
        ["ExposureCompensation"] = picture.ExposureCompensation,
        ["ExposureIris"] = 50,
        ["ExposureMode"] = picture.ExposureMode,
        ["ExposureSpeed"] = 0,
        ["ExposureValue1"] = Json.Number(picture.ExposureMin),
        ["ExposureValue2"] = Json.Number(picture.ExposureMax),
        ["Flip"] = channel.Flip,
        ["Gain"] = 50,
        ["GainAuto"] = true,
        ["GainBlue"] = picture.BlueGain,
        ["GainGreen"] = 50,
        ["GainMax"] = picture.GainMax,
        ["GainMin"] = picture.GainMin,
        ["GainRed"] = picture.RedGain,
        ["GlareInhibition"] = picture.Backlight == "GlareInhibition" ? picture.GlareInhibition : 0,
        ["InfraRed"] = false,
        ["InfraRedLevel"] = 0,
        ["IrisAuto"] = true,
        ["IrisAutoSensitivity"] = 50,
        ["Mirror"] = channel.Mirror,
        ["ReferenceLevel"] = 50,
        ["Rotate90"] = channel.Rotate90,
        ["WhiteBalance"] = picture.WhiteBalance,
        ["WideDynamicRange"] = picture.Backlight == "WideDynamic" ? picture.WideDynamic : 0,
        ["WideDynamicRangeMode"] = picture.Backlight == "WideDynamic" ? 1 : 0,
    };
}
