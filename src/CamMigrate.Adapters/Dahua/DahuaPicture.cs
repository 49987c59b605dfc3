using System.Collections.Frozen;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>Blocks of picture settings, one row of one table each.</summary>
internal static class DahuaPicture
{
    private static readonly FrozenDictionary<string, IrCutFilterMode> Filters = new Dictionary<string, IrCutFilterMode>
    {
        ["Brightness"] = IrCutFilterMode.Auto,
        ["PhotoresistorExt"] = IrCutFilterMode.Auto,
        ["Color"] = IrCutFilterMode.On,
        ["BlackWhite"] = IrCutFilterMode.Off,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, AutoManual> Balances = new Dictionary<string, AutoManual>
    {
        ["Auto"] = AutoManual.Auto,
        ["ATW"] = AutoManual.Auto,
        ["AutoOutdoor"] = AutoManual.Auto,
        ["Manual"] = AutoManual.Manual,
        ["Custom"] = AutoManual.Manual,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, OnOffAuto> Switches = new Dictionary<string, OnOffAuto>
    {
        ["Off"] = OnOffAuto.Off,
        ["Auto"] = OnOffAuto.Auto,
        ["Manual"] = OnOffAuto.On,
        ["On"] = OnOffAuto.On,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Backlights = new Dictionary<string, string>
    {
        ["Off"] = "",
        ["WideDynamic"] = "WDR",
        ["Backlight"] = "BLC",
        ["GlareInhibition"] = "HLC",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The filter: <c>VideoInDayNight[ch][p]</c>.</summary>
    internal static (IrCutFilterMode? Filter, DayNightSettings? Settings) DayNight(
        AnswerNode? row, string path, ReadingNotes notes)
    {
        if (row is null) return (null, null);
        var filter = row.At("Mode").Map(Filters, path + ".irCutFilter", notes);
        var sensitivity = row.At("Sensitivity");
        var delay = row.At("Delay") ?? row.At("ICRDelay");
        if (row.At("BCRDelay").Peek() == delay.Peek()) row.At("BCRDelay").Ignore(DahuaRule.Repeated);
        var settings = new DayNightSettings
        {
            Sensitivity = Sensitivity(sensitivity, path, notes),
            Delay = delay.Number(0, 3600),
        };
        return (filter, settings == new DayNightSettings() ? null : settings);
    }

    /// <summary>
    /// Three steps from 1, on old firmware eight from 0; whether more means earlier is written nowhere.
    /// </summary>
    internal static double? Sensitivity(AnswerNode? node, string path, ReadingNotes notes)
    {
        if (node.Int(0, 7) is not { } value) return null;
        notes.Assume(path + ".dayNight.sensitivity");
        return value is >= 1 and <= 3 ? (value - 1) * 50 : Math.Round(value * 100 / 7.0, 2);
    }

    /// <summary><c>VideoInWhiteBalance[ch][p]</c>.</summary>
    internal static WhiteBalance? Balance(AnswerNode? row, string word, string path, ReadingNotes notes)
    {
        var (mode, red, blue) = (row.At(word), row.At("GainRed"), row.At("GainBlue"));
        if ("Disable".Equals(mode.Peek(), StringComparison.OrdinalIgnoreCase)) mode.Ignore(IgnoreRule.Unset);
        else if (mode.Map(Balances, path + ".whiteBalance.mode", notes) is { } found)
        {
            if (found == AutoManual.Manual)
                return new WhiteBalance { Mode = found, CrGain = red.Percent(), CbGain = blue.Percent() };
            row.Ignore(IgnoreRule.NotInForce, "GainRed", "GainGreen", "GainBlue", "ColorTemperatureLevel");
            return new WhiteBalance { Mode = found };
        }

        return null;
    }

    /// <summary>
    /// <c>VideoInBacklight[ch][p]</c>: one of wide dynamic range, backlight and highlight compensation, or none.
    /// </summary>
    internal static (ModeLevel? Wide, ModeLevel? Back, ModeLevel? High) Backlight(
        AnswerNode? row, string path, ReadingNotes notes)
    {
        if (row is null) return default;
        var mode = row.At("Mode");
        if (mode.Peek() is not { } word) return default;
        if (!Backlights.TryGetValue(word, out var kind))
        {
            mode.Because("no vendor-neutral setting for this word");
            notes.Warn(
                path + ".wideDynamicRange",
                $"the backlight mode '{Printable.Clip(word)}' has no vendor-neutral counterpart; it is left out.");
            return default;
        }

        mode.Taken();
        if (kind != "WDR") row.At("WideDynamicRange").Ignore(IgnoreRule.NotInForce);
        if (kind != "HLC") row.At("GlareInhibition").Ignore(IgnoreRule.NotInForce);
        if (kind != "BLC")
        {
            row.At("BacklightMode").Ignore(IgnoreRule.NotInForce);
            row.At("BacklightRegion").IgnoreAll(IgnoreRule.NotInForce);
        }

        return (
            Level(kind == "WDR", row.At("WideDynamicRange")), Level(kind == "BLC", null),
            Level(kind == "HLC", row.At("GlareInhibition")));
    }

    /// <summary><c>VideoInSharpness[ch][p]</c>: 0 to 100, on old firmware 0 to 15.</summary>
    internal static double? Sharpness(AnswerNode? row, bool? isOld, string path, ReadingNotes notes)
    {
        var node = row.At("Sharpness");
        if (row.At("Level").Peek() == node.Peek()) row.At("Level").Ignore(DahuaRule.Repeated);
        if (isOld is not true || node.PeekNumber() is not <= 15) return node.Percent();
        notes.Assume(path + ".sharpness");
        return node.Number(0, 15) is { } value ? Math.Round(value * 100 / 15, 2) : null;
    }

    /// <summary><c>VideoInDenoise[ch][p]</c>: names begin with a digit, one is misspelt.</summary>
    internal static ModeLevel? Denoise(AnswerNode? row, bool? isOld, string path, ReadingNotes notes)
    {
        if (row.At("3DType").Map(Switches, path + ".noiseReduction.mode", notes) is not { } mode) return null;
        var (automatic, manual) = (row.At("3DAutoType", "AutoLevel"), row.At("3DManulType"));
        if (mode != OnOffAuto.Auto) automatic.Ignore(IgnoreRule.NotInForce);
        if (mode != OnOffAuto.On) manual.Ignore(IgnoreRule.NotInForce, "SnfLevel", "TnfLevel");
        var level = mode switch
        {
            OnOffAuto.Auto => automatic,
            OnOffAuto.On => manual.At("TnfLevel"),
            _ => null,
        };
        if (isOld is not true || level.PeekNumber() is not (>= 1 and <= 5))
            return new ModeLevel { Mode = mode, Level = level.Percent() };
        notes.Assume(path + ".noiseReduction.level");
        return new ModeLevel { Mode = mode, Level = (level.Int(1, 5) - 1) * 25 };
    }

    /// <summary><c>VideoInDefog[ch][p]</c>; its members are unverified.</summary>
    internal static ModeLevel? Defog(AnswerNode? row, string path, ReadingNotes notes)
    {
        if (row.At("Mode").Map(Switches, path + ".defogging.mode", notes) is not { } mode) return null;
        notes.Assume(path + ".defogging");
        if (mode == OnOffAuto.Off) row.At("Intensity").Ignore(IgnoreRule.NotInForce);
        return Level(mode, mode == OnOffAuto.Off ? null : row.At("Intensity"));
    }

    internal static ModeLevel Level(bool isOn, AnswerNode? level) =>
        Level(isOn ? OnOffAuto.On : OnOffAuto.Off, isOn ? level : null);

    private static ModeLevel Level(OnOffAuto mode, AnswerNode? level) => new() { Mode = mode, Level = level.Percent() };
}
