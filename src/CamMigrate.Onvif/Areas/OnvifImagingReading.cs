using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Areas;

/// <summary>Takes picture settings (<c>tt:ImagingSettings20</c>).</summary>
internal static class OnvifImagingReading
{
    private const string NoRange = "the camera does not tell the range of this value";

    /// <summary>Takes the settings; negative times and gains mean "automatic" and are no values.</summary>
    /// <param name="settings"><c>tt:ImagingSettings20</c>.</param>
    /// <param name="options"><c>tt:ImagingOptions20</c>; a value without range stays unknown.</param>
    /// <param name="path">Setting path, for findings.</param>
    /// <param name="notes">Takes findings.</param>
    internal static ImagingSettings Parse(AnswerNode settings, XElement? options, string path, ReadingNotes notes)
    {
        var range = OnvifImaging.ParseOptions(options);
        // Two steps further down each: the schema grew by extensions of extensions.
        var second = settings.At("Extension", "Extension");
        var third = second.At("Extension");
        var more = options.At("Extension", "Extension", "Extension");
        var fog = third.At("Defogging");
        return new ImagingSettings
        {
            Brightness = Percent(settings.At("Brightness"), range.Brightness),
            Contrast = Percent(settings.At("Contrast"), range.Contrast),
            ColorSaturation = Percent(settings.At("ColorSaturation"), range.ColorSaturation),
            Sharpness = Percent(settings.At("Sharpness"), range.Sharpness),
            IrCutFilter = Word(settings.At("IrCutFilter"), OnvifImaging.Filter, path + ".irCutFilter", notes),
            DayNight = DayNight(second),
            WideDynamicRange = Feature(
                settings.At("WideDynamicRange"), range.WideDynamicRange?.Level, path + ".wideDynamicRange", notes),
            BacklightCompensation = Feature(
                settings.At("BacklightCompensation"), range.BacklightCompensation?.Level,
                path + ".backlightCompensation", notes),
            WhiteBalance = Balance(settings.At("WhiteBalance"), options.At("WhiteBalance"), path, notes),
            Exposure = Exposure(settings.At("Exposure"), options, path, notes),
            Defogging = Feature(fog, more.At("DefoggingOptions", "Level").Range() ?? Unit, path + ".defogging", notes),
            NoiseReduction = Percent(
                third.At("NoiseReduction", "Level"), more.At("NoiseReductionOptions", "Level").Range() ?? Unit)
                is { } level ? new ModeLevel { Level = level } : null,
        };
    }

    /// <summary>The standard's own range where the options give none: 0 to 1.</summary>
    private static DeviceRange Unit => new(0, 1, 0.01);

    private static double? Percent(AnswerNode? value, DeviceRange? range)
    {
        if (value.PeekNumber() is not { } number) return null;
        if (range is not { } units)
        {
            value.Because(NoRange);
            return null;
        }

        value.Taken();
        return units.ToPercent(number);
    }

    private static ModeLevel? Feature(AnswerNode? value, DeviceRange? range, string path, ReadingNotes notes)
    {
        if (Word(value.At("Mode"), OnvifImaging.Switch, path, notes) is not { } mode) return null;
        // A range of 0..0 means that there is no level.
        if (range is null && value.At("Level").PeekNumber() is 0) value.At("Level").Ignore(IgnoreRule.Unset);
        return new ModeLevel { Mode = mode, Level = Percent(value.At("Level"), range) };
    }

    /// <summary>When the automatic filter switches; the standard's offset is -1 (in the dark) to 1 (early).</summary>
    private static DayNightSettings? DayNight(AnswerNode? extension)
    {
        var all = extension.Children("IrCutFilterAutoAdjustment").ToList();
        // One for both ways, or one for each: the way into the night decides.
        var own = all.FirstOrDefault(a => a.At("BoundaryType").Peek() is "Common" or "ToOff") ?? all.FirstOrDefault();
        if (own is null) return null;
        own.At("BoundaryType").Taken();
        var offset = own.At("BoundaryOffset").Number(-1, 1);
        var delay = OnvifDuration.Take(own.At("ResponseTime"), 3600);
        return offset is null && delay is null
            ? null
            : new DayNightSettings { Sensitivity = offset is { } o ? Math.Round((o + 1) * 50, 4) : null, Delay = delay };
    }

    private static WhiteBalance? Balance(AnswerNode? balance, XElement? options, string path, ReadingNotes notes)
    {
        if (Word(balance.At("Mode"), OnvifImaging.Decider, path + ".whiteBalance", notes) is not { } mode) return null;
        var (red, blue) = (balance.At("CrGain"), balance.At("CbGain"));
        if (mode == AutoManual.Manual)
        {
            // The options name them with other letters.
            return new WhiteBalance
            {
                Mode = mode,
                CrGain = Percent(red, (options.At("YrGain") ?? options.At("CrGain")).Range()),
                CbGain = Percent(blue, (options.At("YbGain") ?? options.At("CbGain")).Range()),
            };
        }

        red.Ignore(IgnoreRule.NotInForce);
        blue.Ignore(IgnoreRule.NotInForce);
        return new WhiteBalance { Mode = mode };
    }

    private static ExposureSettings? Exposure(AnswerNode? exposure, XElement? options, string path, ReadingNotes notes)
    {
        if (exposure is null) return null;
        var mode = Word(exposure.At("Mode"), OnvifImaging.Decider, path + ".exposure", notes);
        foreach (var value in exposure.Children.Where(c => c.PeekNumber() < 0)) value.Ignore(IgnoreRule.Unset);
        if (mode == AutoManual.Auto) exposure.Ignore(IgnoreRule.NotInForce, "ExposureTime", "Gain", "Iris");
        var isManual = mode != AutoManual.Auto;
        return new ExposureSettings
        {
            Mode = mode,
            MinExposureTime = Micros(exposure.At("MinExposureTime")),
            MaxExposureTime = Micros(exposure.At("MaxExposureTime")),
            ExposureTime = isManual ? Micros(exposure.At("ExposureTime")) : null,
            Gain = isManual ? Percent(exposure.At("Gain"), options.At("Exposure", "Gain").Range()) : null,
        };
    }

    private static double? Micros(AnswerNode? value) => value.PeekNumber() >= 0 ? value.Number(0, 600_000_000) : null;

    private static T? Word<T>(AnswerNode? node, Func<string?, T?> read, string path, ReadingNotes notes)
        where T : struct
    {
        if (node.Peek() is not { } word) return null;
        if (read(word) is { } value)
        {
            node.Taken();
            return value;
        }

        node.Because("no vendor-neutral setting for this word");
        notes.Warn(path, $"'{Printable.Clip(word)}' has no vendor-neutral counterpart; the setting is left out.");
        return null;
    }
}
