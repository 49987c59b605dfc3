using System.Collections.Frozen;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// The older all-in-one table <c>VideoInOptions[ch]</c>: its top level is the day, <c>NightOptions</c> and
/// <c>NormalOptions</c> the other rows. Newer firmware keeps it as a mirror of the tables that took its place.
/// </summary>
internal static class DahuaOptions
{
    private static readonly FrozenDictionary<string, IrCutFilterMode> Colors = new Dictionary<string, IrCutFilterMode>
    {
        ["0"] = IrCutFilterMode.On,
        ["false"] = IrCutFilterMode.On,
        ["1"] = IrCutFilterMode.Auto,
        ["true"] = IrCutFilterMode.Auto,
        ["2"] = IrCutFilterMode.Off,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The row of a profile; null = the table has none.</summary>
    internal static AnswerNode? Row(AnswerNode? options, int profile) => profile switch
    {
        DahuaProfiles.Day => options,
        DahuaProfiles.Night => options.At("NightOptions"),
        DahuaProfiles.Normal => options.At("NormalOptions"),
        _ => null,
    };

    /// <summary>Adds what the newer tables do not say; what they say too is a mirror.</summary>
    /// <param name="row">The row; null = none.</param>
    /// <param name="have">What the newer tables say.</param>
    /// <param name="caps">Answer of <c>devVideoInput.cgi?action=getCaps</c>; null = none.</param>
    /// <param name="path">The setting.</param>
    /// <param name="notes">Takes findings.</param>
    internal static ImagingSettings Complete(
        AnswerNode? row, ImagingSettings have, AnswerNode? caps, string path, ReadingNotes notes)
    {
        if (row is null) return have;
        NotOfTheStream(row);
        return have with
        {
            IrCutFilter = have.IrCutFilter is { } filter ? Mirror(row, filter, "DayNightColor")
                : row.At("DayNightColor").Map(Colors, path + ".irCutFilter", notes),
            DayNight = have.DayNight is { } dayNight
                ? Mirror(row, dayNight, "DayNightSensitivity", "DayNightSwitchDelay") : DayNight(row, path, notes),
            Exposure = have.Exposure is { } exposure
                ? Mirror(row, exposure, "ExposureMode", "ExposureSpeed", "ExposureValue1", "ExposureValue2", "Gain",
                    "GainAuto")
                : DahuaExposure.ParseOld(row, caps.At("Exposure").PeekInt(), path, notes),
            PowerLineFrequency = have.Exposure is not null
                ? Mirror(row, have.PowerLineFrequency, "AntiFlicker") : DahuaExposure.PowerLine(row.At("AntiFlicker")),
            WhiteBalance = have.WhiteBalance is { } balance
                ? Mirror(row, balance, "WhiteBalance", "GainRed", "GainGreen", "GainBlue", "ColorTemperatureLevel")
                : DahuaPicture.Balance(row, "WhiteBalance", path, notes),
            BacklightCompensation = have.BacklightCompensation is { } back
                ? Mirror(row, back, "Backlight") : Back(row, caps),
            WideDynamicRange = have.WideDynamicRange is { } wide
                ? Mirror(row, wide, "WideDynamicRange", "WideDynamicRangeMode") : Wide(row),
            HighlightCompensation = have.HighlightCompensation is { } high
                ? Mirror(row, high, "GlareInhibition") : High(row),
        };
    }

    private static T Mirror<T>(AnswerNode row, T value, params ReadOnlySpan<string> names)
    {
        row.Ignore(DahuaRule.Mirror, names);
        return value;
    }

    private static DayNightSettings? DayNight(AnswerNode row, string path, ReadingNotes notes)
    {
        var node = row.At("DayNightSensitivity");
        double? sensitivity = null;
        if (node.Int(0, 7) is { } value)
        {
            // 0 to 2 on recordings; the description gives no range
            notes.Assume(path + ".dayNight.sensitivity");
            sensitivity = value <= 2 ? value * 50 : Math.Round(value * 100 / 7.0, 2);
        }

        var settings = new DayNightSettings
        {
            Sensitivity = sensitivity,
            Delay = row.At("DayNightSwitchDelay").Number(0, 3600),
        };
        return settings == new DayNightSettings() ? null : settings;
    }

    /// <summary>0 is off, else a level of as many as the camera can do.</summary>
    internal static ModeLevel? Back(AnswerNode? row, AnswerNode? caps)
    {
        if (row.At("Backlight").Int(0, 100) is not { } value) return null;
        if (value == 0) row.At("BacklightRegion").IgnoreAll(IgnoreRule.NotInForce);
        var levels = caps.At("Backlight").PeekInt();
        return new ModeLevel
        {
            Mode = value > 0 ? OnOffAuto.On : OnOffAuto.Off,
            Level = value > 0 && levels >= value && levels > 1 ? Math.Round(100.0 * value / levels.Value, 2) : null,
        };
    }

    internal static ModeLevel? Wide(AnswerNode? row)
    {
        var (mode, level) = (row.At("WideDynamicRangeMode").Int(0, 1), row.At("WideDynamicRange"));
        if (mode is null && level is null) return null;
        return DahuaPicture.Level(mode is { } word ? word == 1 : level.PeekNumber() > 0, Taken(level));
    }

    internal static ModeLevel? High(AnswerNode? row) =>
        row.At("GlareInhibition") is { } level ? DahuaPicture.Level(level.PeekNumber() > 0, Taken(level)) : null;

    private static AnswerNode? Taken(AnswerNode? level)
    {
        if (level.PeekNumber() is not null) level.Taken();
        return level;
    }

    /// <summary>Single pictures, twilight and settings on trial are none of the stream's.</summary>
    private static void NotOfTheStream(AnswerNode row)
    {
        foreach (var name in new[] { "Snapshot", "DuskOptions", "TemporaryConfigs" })
            row.At(name).BecauseAll("of single pictures, of twilight or on trial, not of the picture in force");
    }
}
