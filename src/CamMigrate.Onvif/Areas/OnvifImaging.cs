using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;
using static CamMigrate.Onvif.Soap.OnvifNames;

namespace CamMigrate.Onvif.Areas;

/// <summary>Picture settings (<c>tt:ImagingSettings20</c>).</summary>
internal static class OnvifImaging
{
    private static readonly string[] Order =
    [
        "BacklightCompensation", "Brightness", "ColorSaturation", "Contrast", "Exposure", "Focus", "IrCutFilter",
        "Sharpness", "WideDynamicRange", "WhiteBalance", "Extension",
    ];

    private static readonly string[] ExposureOrder =
    [
        "Mode", "Priority", "Window", "MinExposureTime", "MaxExposureTime", "MinGain", "MaxGain", "MinIris", "MaxIris",
        "ExposureTime", "Gain", "Iris",
    ];

    private static readonly string[] LevelOrder = ["Mode", "Level"];
    private static readonly string[] GainOrder = ["Mode", "CrGain", "CbGain", "Extension"];

    /// <summary>Reads the settings; negative times and gains mean "automatic" and are no values.</summary>
    /// <param name="settings"><c>tt:ImagingSettings20</c>.</param>
    /// <param name="options"><c>tt:ImagingOptions20</c>; a value without range stays unknown.</param>
    internal static ImagingSettings ParseCurrent(XElement settings, XElement? options) =>
        OnvifImagingReading.Parse(settings.Node()!, options, "", new ReadingNotes());

    /// <summary>Reads <c>tt:ImagingOptions20</c>.</summary>
    internal static ImagingOptions ParseOptions(XElement? options) => new()
    {
        Brightness = options.At("Brightness").Range(),
        Contrast = options.At("Contrast").Range(),
        ColorSaturation = options.At("ColorSaturation").Range(),
        Sharpness = options.At("Sharpness").Range(),
        IrCutFilter = [.. options.Children("IrCutFilterModes").Select(m => Filter(m.AsText())).OfType<IrCutFilterMode>()
            .Distinct()],
        WideDynamicRange = ModeOptions(options.At("WideDynamicRange")),
        BacklightCompensation = ModeOptions(options.At("BacklightCompensation")),
        WhiteBalance = Deciders(options.At("WhiteBalance")),
        Exposure = Deciders(options.At("Exposure")),
        MaxExposureTime = options.At("Exposure", "MaxExposureTime").Range() is { Max: > 0 } time
            ? time with { Min = Math.Max(0, time.Min) } : null,
    };

    /// <summary>The element to send: what the camera returned and offers, with what is wanted and differs set in
    /// it.</summary>
    /// <param name="current"><c>tt:ImagingSettings20</c>.</param>
    /// <param name="want">Wanted values, negotiated; null ones stay.</param>
    /// <param name="options"><c>tt:ImagingOptions20</c>.</param>
    internal static XElement Edit(XElement current, ImagingSettings want, XElement? options)
    {
        var next = new XElement(Timg + "ImagingSettings", current.Attributes().Where(a => !a.IsNamespaceDeclaration),
            current.Elements().Where(e => IsOffered(e.Name.LocalName, options)).Select(e => new XElement(e)));
        DropUnset(next.At("Exposure"), options.At("Exposure"));
        foreach (var name in new[] { "WideDynamicRange", "BacklightCompensation" })
        {
            // A level range of 0..0 means that there is none.
            if (options.At(name, "Level").Range() is null) next.At(name, "Level")?.Remove();
        }

        var range = ParseOptions(options);
        SetPercent(next, "Brightness", want.Brightness, range.Brightness);
        SetPercent(next, "ColorSaturation", want.ColorSaturation, range.ColorSaturation);
        SetPercent(next, "Contrast", want.Contrast, range.Contrast);
        SetPercent(next, "Sharpness", want.Sharpness, range.Sharpness);
        if (want.IrCutFilter is { } filter && range.IrCutFilter.Contains(filter))
            next.SetChild(Tt + "IrCutFilter", filter.ToString().ToUpperInvariant(), Order);
        SetModeLevel(next, "WideDynamicRange", want.WideDynamicRange, range.WideDynamicRange);
        SetModeLevel(next, "BacklightCompensation", want.BacklightCompensation, range.BacklightCompensation);
        if (want.WhiteBalance?.Mode is { } balance && range.WhiteBalance.Contains(balance))
            next.Ensure(Tt + "WhiteBalance", Order)
                .SetChild(Tt + "Mode", balance.ToString().ToUpperInvariant(), GainOrder);
        SetExposure(next, want.Exposure, range, options);
        return next;
    }

    private static void SetExposure(XElement next, ExposureSettings? want, ImagingOptions range, XElement? options)
    {
        if (want is null || range.Exposure.IsEmpty) return;
        var mode = want.Mode is { } m && range.Exposure.Contains(m) ? m : Decider(next.At("Exposure", "Mode").AsText());
        if (mode is null) return;
        var exposure = next.Ensure(Tt + "Exposure", Order);
        exposure.SetChild(Tt + "Mode", mode.Value.ToString().ToUpperInvariant(), ExposureOrder);
        foreach (var (name, micros) in new[]
                {
                    ("MinExposureTime", want.MinExposureTime),
                    ("MaxExposureTime", want.MaxExposureTime),
                    ("ExposureTime", want.ExposureTime),
                })
        {
            if (micros is { } time && options.At("Exposure", name).Range() is { Max: >= 0 } limits)
                exposure.SetChild(Tt + name, OnvifXml.Format(Math.Clamp(time, Math.Max(0, limits.Min), limits.Max)),
                    ExposureOrder);
        }

        if (want.Gain is { } gain && options.At("Exposure", "Gain").Range() is { } gains)
            exposure.SetChild(Tt + "Gain", OnvifXml.Format(gains.FromPercent(gain)), ExposureOrder);
    }

    /// <summary>Sentinels and members that the camera does not offer are refused when they come back to it.</summary>
    private static void DropUnset(XElement? exposure, XElement? options)
    {
        var members = exposure?.Elements().Where(e => e.Name.LocalName is not ("Mode" or "Window")).ToList() ?? [];
        foreach (var member in members)
        {
            if (options.At(member.Name.LocalName) is null || member.AsDouble() < 0) member.Remove();
        }
    }

    private static void SetPercent(XElement next, string name, double? percent, DeviceRange? range)
    {
        if (percent is not { } wanted || range is not { } units) return;
        var value = units.FromPercent(wanted);
        if (next.At(name).AsDouble() is { } now && Math.Abs(now - value) < units.Step / 2) return;
        next.SetChild(Tt + name, OnvifXml.Format(value), Order);
    }

    private static void SetModeLevel(XElement next, string name, ModeLevel? want, ModeLevelOptions? range)
    {
        if (want is null || range is null) return;
        var mode = want.Mode is { } m && range.Modes.Contains(m) ? m.ToString().ToUpperInvariant()
            : next.At(name, "Mode").AsText();
        if (mode is null) return;
        var feature = next.Ensure(Tt + name, Order);
        feature.SetChild(Tt + "Mode", mode, LevelOrder);
        if (want.Level is { } level && range.Level is { } units)
            feature.SetChild(Tt + "Level", OnvifXml.Format(units.FromPercent(level)), LevelOrder);
    }

    private static bool IsOffered(string name, XElement? options) =>
        options.At(name == "IrCutFilter" ? "IrCutFilterModes" : name) is not null;

    private static ModeLevelOptions? ModeOptions(XElement? options)
    {
        var modes = options.Children("Mode").Select(m => Switch(m.AsText())).OfType<OnOffAuto>().Distinct()
            .ToImmutableArray();
        return modes.IsEmpty ? null : new ModeLevelOptions(modes, options.At("Level").Range());
    }

    private static ImmutableArray<AutoManual> Deciders(XElement? options) =>
        [.. options.Children("Mode").Select(m => Decider(m.AsText())).OfType<AutoManual>().Distinct()];

    internal static OnOffAuto? Switch(string? mode) => mode switch
    {
        "ON" => OnOffAuto.On,
        "OFF" => OnOffAuto.Off,
        "AUTO" => OnOffAuto.Auto,
        _ => null,
    };

    internal static IrCutFilterMode? Filter(string? mode) => mode switch
    {
        "ON" => IrCutFilterMode.On,
        "OFF" => IrCutFilterMode.Off,
        "AUTO" => IrCutFilterMode.Auto,
        _ => null,
    };

    internal static AutoManual? Decider(string? mode) => mode switch
    {
        "AUTO" => AutoManual.Auto,
        "MANUAL" => AutoManual.Manual,
        _ => null,
    };
}
