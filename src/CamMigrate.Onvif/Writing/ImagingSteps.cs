using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Reading;

namespace CamMigrate.Onvif.Writing;

/// <summary>Writes picture settings: one Set, or two where one feature must be off before another may be on.</summary>
internal static class ImagingSteps
{
    internal static IEnumerable<WriteStep> Build(
        OnvifServices services, Func<OnvifSnapshot> snapshot, VideoSource want, ChangedPaths changed)
    {
        var path = $"{SettingPath.Source(want.Number)}.imaging";
        var source = snapshot().Source(want.Number);
        if (want.Imaging is null || services.Imaging is null || source.Imaging is null
            || !changed.Has(path)) yield break;
        var only = Only(want.Imaging, path, changed);
        var now = OnvifImaging.ParseCurrent(source.Imaging, source.ImagingOptions);
        if (First(only, now) is { } off)
        {
            var name = off.WideDynamicRange is null ? "backlightCompensation" : "wideDynamicRange";
            yield return Step(services, snapshot, source, path, off, changed.Within($"{path}.{name}"), $" {name} off");
            var rest = changed.Within(path).RemoveRange(changed.Within($"{path}.{name}"));
            yield return Step(services, snapshot, source, path, only, rest, "");
        }
        else
        {
            yield return Step(services, snapshot, source, path, only, changed.Within(path), "");
        }
    }

    /// <summary>Wide dynamic range and backlight compensation exclude each other on most cameras: what goes off must go
    /// first.</summary>
    private static ImagingSettings? First(ImagingSettings want, ImagingSettings now)
    {
        var (wdr, blc) = (want.WideDynamicRange?.Mode, want.BacklightCompensation?.Mode);
        if (wdr == OnOffAuto.Off && now.WideDynamicRange?.Mode == OnOffAuto.On && blc == OnOffAuto.On)
            return new ImagingSettings { WideDynamicRange = new ModeLevel { Mode = OnOffAuto.Off } };
        if (blc == OnOffAuto.Off && now.BacklightCompensation?.Mode == OnOffAuto.On && wdr == OnOffAuto.On)
            return new ImagingSettings { BacklightCompensation = new ModeLevel { Mode = OnOffAuto.Off } };
        return null;
    }

    private static WriteStep Step(
        OnvifServices services, Func<OnvifSnapshot> snapshot, OnvifSource source, string path, ImagingSettings want,
            ImmutableArray<string> paths, string note) =>
        new(path, $"timg:SetImagingSettings {source.Token}{note}", paths, token =>
        {
            var now = snapshot().Find(source.Number);
            var settings = services.Listed(now?.Imaging, "timg:GetImagingSettings", source.Token);
            return services.Imaging!.SetImagingSettingsAsync(
                source.Token, OnvifImaging.Edit(settings, want, now?.ImagingOptions), token);
        });

    private static ImagingSettings Only(ImagingSettings want, string path, ChangedPaths changed) => new()
    {
        Brightness = changed.Only($"{path}.brightness", want.Brightness),
        Contrast = changed.Only($"{path}.contrast", want.Contrast),
        ColorSaturation = changed.Only($"{path}.colorSaturation", want.ColorSaturation),
        Sharpness = changed.Only($"{path}.sharpness", want.Sharpness),
        IrCutFilter = changed.Only($"{path}.irCutFilter", want.IrCutFilter),
        WideDynamicRange = changed.Only($"{path}.wideDynamicRange", want.WideDynamicRange),
        BacklightCompensation = changed.Only($"{path}.backlightCompensation", want.BacklightCompensation),
        WhiteBalance = changed.Only($"{path}.whiteBalance", want.WhiteBalance),
        Exposure = changed.Only($"{path}.exposure", want.Exposure),
    };
}
