using System.Collections.Frozen;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>Picture settings: <c>GET /ISAPI/Image/channels/{n}</c>, where all levels are 0 to 100.</summary>
internal static class HikvisionImaging
{
    private const double NightLevels = 7;
    private const string Scheduled = "schedule";

    private static readonly FrozenDictionary<string, IrCutFilterMode> IrCutModes =
        new Dictionary<string, IrCutFilterMode>
        {
            ["day"] = IrCutFilterMode.On,
            ["night"] = IrCutFilterMode.Off,
            ["auto"] = IrCutFilterMode.Auto,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, OnOffAuto> Switches = new Dictionary<string, OnOffAuto>
    {
        ["open"] = OnOffAuto.On,
        ["on"] = OnOffAuto.On,
        ["close"] = OnOffAuto.Off,
        ["off"] = OnOffAuto.Off,
        ["auto"] = OnOffAuto.Auto,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, OnOffAuto> NoiseModes = new Dictionary<string, OnOffAuto>
    {
        ["close"] = OnOffAuto.Off,
        ["general"] = OnOffAuto.On,
        ["advanced"] = OnOffAuto.On,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> Frequencies =
        new Dictionary<string, int> { ["50hz"] = 50, ["60hz"] = 60 }.ToFrozenDictionary(
            StringComparer.OrdinalIgnoreCase);

    internal static ImagingSettings? Parse(AnswerNode? image, AnswerNode? supplementLight, int source, ReadingNotes notes)
    {
        if (image is null && supplementLight is null) return null;
        var path = SettingPath.Source(source) + ".imaging";
        image.Ignore(IgnoreRule.Identity, "id", "videoInputID");
        image.At("enabled").Ignore(IgnoreRule.Capability);
        var color = image.At("Color");
        return new ImagingSettings
        {
            Brightness = color.At("brightnessLevel").Percent(),
            Contrast = color.At("contrastLevel").Percent(),
            ColorSaturation = color.At("saturationLevel").Percent(),
            Sharpness = image.At("Sharpness", "SharpnessLevel").Percent(),
            IrCutFilter = Filter(image.At("IrcutFilter", "IrcutFilterType"), path, notes),
            DayNight = DayNight(image.At("IrcutFilter"), path, notes),
            Light = HikvisionLight.Parse(
                supplementLight ?? image.At("SupplementLight"), image.At("IrLight"), path, notes),
            WideDynamicRange = Feature(image.At("WDR") ?? image.At("WDRExt"), "mode", "WDRLevel", path + ".wideDynamicRange", notes),
            BacklightCompensation = Backlight(image.At("BLC"), path + ".backlightCompensation", notes),
            HighlightCompensation = Feature(
                image.At("HLC"), "mode", "HLCLevel", path + ".highlightCompensation", notes),
            WhiteBalance = HikvisionExposure.WhiteBalance(image.At("WhiteBalance"), path, notes),
            Exposure = HikvisionExposure.Parse(image, path, notes),
            NoiseReduction = Noise(image.At("NoiseReduce"), path, notes),
            Defogging = Feature(image.At("Dehaze"), "DehazeMode", "DehazeLevel", path + ".defogging", notes),
            PowerLineFrequency = image.At("powerLineFrequency", "powerLineFrequencyMode").Map(
                Frequencies, path + ".powerLineFrequency", notes),
        };
    }

    /// <summary>One that follows the clock is read as imaging profiles.</summary>
    private static IrCutFilterMode? Filter(AnswerNode? type, string path, ReadingNotes notes) =>
        Scheduled.Equals(type.Peek(), StringComparison.OrdinalIgnoreCase) ? null
            : type.Map(IrCutModes, path + ".irCutFilter", notes);

    /// <summary>A block with a word of its own, or on old firmware only a switch.</summary>
    private static ModeLevel? Feature(AnswerNode? block, string word, string level, string path, ReadingNotes notes)
    {
        var mode = block.At(word).Map(Switches, path + ".mode", notes)
            ?? (block.At("enabled").Bool() is { } on ? on ? OnOffAuto.On : OnOffAuto.Off : null);
        var strength = block.At(level).Percent();
        return mode is null && strength is null ? null : new ModeLevel { Mode = mode, Level = strength };
    }

    /// <summary>Where it has no switch, its word for the place that is brightened says <c>CLOSE</c> for off.</summary>
    private static ModeLevel? Backlight(AnswerNode? block, string path, ReadingNotes notes)
    {
        var place = block.At("BLCMode");
        if ("close".Equals(place.Peek(), StringComparison.OrdinalIgnoreCase))
        {
            place.Taken();
            block.At("enabled").Ignore(IgnoreRule.NotInForce);
            return new ModeLevel { Mode = OnOffAuto.Off, Level = block.At("BLCLevel").Percent() };
        }

        var feature = Feature(block, "mode", "BLCLevel", path, notes);
        if (feature?.Mode == OnOffAuto.Off) place.Ignore(IgnoreRule.NotInForce);
        else if (place.Peek() is not null) place.Because("no vendor-neutral setting for the place that is brightened");
        return place.Peek() is not null && feature?.Mode is null
            ? new ModeLevel { Mode = OnOffAuto.On, Level = feature?.Level } : feature;
    }

    private static DayNightSettings? DayNight(AnswerNode? filter, string path, ReadingNotes notes)
    {
        var level = filter.At("nightToDayFilterLevel").Number();
        var delay = filter.At("nightToDayFilterTime").Number(0, 3600);
        if (level is null && delay is null) return null;
        if (level is not null) notes.Assume(path + ".dayNight.sensitivity");
        return new DayNightSettings
        {
            Sensitivity = level is { } steps ? Math.Round(Math.Clamp(steps / NightLevels, 0, 1) * 100, 2) : null,
            Delay = delay,
        };
    }

    private static ModeLevel? Noise(AnswerNode? block, string path, ReadingNotes notes)
    {
        var word = block.At("mode");
        var advanced = "advanced".Equals(word.Peek(), StringComparison.OrdinalIgnoreCase);
        var level = block.At("GeneralMode", "generalLevel");
        if (word.Map(NoiseModes, path + ".noiseReduction.mode", notes) is not { } mode) return null;
        foreach (var name in (string[])["FrameNoiseReduceLevel", "InterFrameNoiseReduceLevel"])
        {
            var node = block.At("AdvancedMode", name);
            if (advanced) node.Because("the camera has two noise reduction levels here, the profile one");
            else node.Ignore(IgnoreRule.NotInForce);
        }

        if (advanced) level.Ignore(IgnoreRule.NotInForce);
        return new ModeLevel { Mode = mode, Level = advanced ? null : level.Percent() };
    }
}
