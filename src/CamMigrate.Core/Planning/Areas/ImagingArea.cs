using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Planning.Areas;

/// <summary>Compares picture settings.</summary>
internal static class ImagingArea
{
    private const string NoOnvifSetting = "ONVIF has no setting for it; set it on the new camera's own page if you need it";

    internal static ImagingSettings Compare(ImagingSettings want, ImagingSettings? have, ImagingOptions options, Comparison c)
    {
        var dynamic = c.In("wideDynamicRange");
        var backlight = c.In("backlightCompensation");
        NotInOnvif(want, c);
        return new ImagingSettings
        {
            Brightness = c.Percent("brightness", want.Brightness, have?.Brightness, options.Brightness),
            Contrast = c.Percent("contrast", want.Contrast, have?.Contrast, options.Contrast),
            ColorSaturation = c.Percent("colorSaturation", want.ColorSaturation, have?.ColorSaturation, options.ColorSaturation),
            Sharpness = c.Percent("sharpness", want.Sharpness, have?.Sharpness, options.Sharpness),
            IrCutFilter = c.Value("irCutFilter", want.IrCutFilter, have?.IrCutFilter, options.IrCutFilter),
            WideDynamicRange = Feature(want.WideDynamicRange, have?.WideDynamicRange, options.WideDynamicRange, dynamic),
            BacklightCompensation =
                Feature(want.BacklightCompensation, have?.BacklightCompensation, options.BacklightCompensation, backlight),
            WhiteBalance = want.WhiteBalance is null ? null : new WhiteBalance
            {
                Mode = c.In("whiteBalance").Value("mode", want.WhiteBalance.Mode, have?.WhiteBalance?.Mode, options.WhiteBalance),
            },
            Exposure = want.Exposure is null ? null : Exposure(want.Exposure, have?.Exposure, options, c.In("exposure")),
        };
    }

    private static ModeLevel? Feature(ModeLevel? want, ModeLevel? have, ModeLevelOptions? options, Comparison c)
    {
        if (want is null) return null;
        var mode = c.Value("mode", want.Mode, have?.Mode, options?.Modes ?? []);
        if (want.Level is null) return new ModeLevel { Mode = mode };
        if (want.Mode == OnOffAuto.Off)
        {
            c.NotSupported("level", want.Level, have?.Level, "the feature is off, so its strength does not matter");
            return new ModeLevel { Mode = mode };
        }

        return new ModeLevel { Mode = mode, Level = c.Percent("level", want.Level, have?.Level, options?.Level) };
    }

    private static ExposureSettings Exposure(ExposureSettings want, ExposureSettings? have, ImagingOptions options, Comparison c) => new()
    {
        Mode = c.Value("mode", want.Mode, have?.Mode, options.Exposure),
        MaxExposureTime = c.Number("maxExposureTime", want.MaxExposureTime, have?.MaxExposureTime, options.MaxExposureTime),
    };

    private static void NotInOnvif(ImagingSettings want, Comparison c)
    {
        if (want.Light is not null) c.In("light").Blanket(NoOnvifSetting);
        if (want.HighlightCompensation is not null) c.In("highlightCompensation").Blanket(NoOnvifSetting);
        if (want.PowerLineFrequency is { } hertz) c.NotSupported("powerLineFrequency", hertz, null, NoOnvifSetting);
    }
}
