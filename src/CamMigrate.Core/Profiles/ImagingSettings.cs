using System.ComponentModel.DataAnnotations;

namespace CamMigrate.Core.Profiles;

/// <summary>Picture settings of one video source (<c>tt:ImagingSettings20</c>).</summary>
public sealed record ImagingSettings : ProfileNode
{
    /// <summary>0 to 100 per cent of the device's own range.</summary>
    [Range(0, 100)]
    public double? Brightness { get; init; }

    /// <summary>0 to 100 per cent of the device's own range.</summary>
    [Range(0, 100)]
    public double? Contrast { get; init; }

    /// <summary>0 to 100 per cent of the device's own range.</summary>
    [Range(0, 100)]
    public double? ColorSaturation { get; init; }

    /// <summary>0 to 100 per cent of the device's own range.</summary>
    [Range(0, 100)]
    public double? Sharpness { get; init; }

    /// <summary>Day/night filter.</summary>
    public IrCutFilterMode? IrCutFilter { get; init; }

    /// <summary>When the automatic filter switches.</summary>
    public DayNightSettings? DayNight { get; init; }

    /// <summary>Built-in lamps.</summary>
    public LightSettings? Light { get; init; }

    /// <summary>Wide dynamic range.</summary>
    public ModeLevel? WideDynamicRange { get; init; }

    /// <summary>Backlight compensation.</summary>
    public ModeLevel? BacklightCompensation { get; init; }

    /// <summary>Highlight compensation.</summary>
    public ModeLevel? HighlightCompensation { get; init; }

    /// <summary>White balance.</summary>
    public WhiteBalance? WhiteBalance { get; init; }

    /// <summary>Exposure.</summary>
    public ExposureSettings? Exposure { get; init; }

    /// <summary>Noise reduction.</summary>
    public ModeLevel? NoiseReduction { get; init; }

    /// <summary>Defogging.</summary>
    public ModeLevel? Defogging { get; init; }

    /// <summary>Mains frequency, 50 or 60 Hz.</summary>
    [AllowedValues(50, 60)]
    public int? PowerLineFrequency { get; init; }
}

/// <summary>Day/night filter (<c>tt:IrCutFilterMode</c>).</summary>
public enum IrCutFilterMode
{
    /// <summary>Filter in the light path: day, colour.</summary>
    On,

    /// <summary>Filter out: night, black and white.</summary>
    Off,

    /// <summary>The device decides.</summary>
    Auto,
}

/// <summary>When the automatic day/night filter switches (<c>tt:IrCutFilterAutoAdjustment</c>).</summary>
public sealed record DayNightSettings : ProfileNode
{
    /// <summary>0 to 100 per cent; a higher value switches to night earlier.</summary>
    [Range(0, 100)]
    public double? Sensitivity { get; init; }

    /// <summary>Seconds that the light must stay changed.</summary>
    [Range(0, 3600)]
    public double? Delay { get; init; }
}

/// <summary>Built-in lamps.</summary>
public sealed record LightSettings : ProfileNode
{
    /// <summary>What they emit.</summary>
    public LightKind? Kind { get; init; }

    /// <summary>When they are on.</summary>
    public OnOffAuto? Mode { get; init; }

    /// <summary>0 to 100 per cent.</summary>
    [Range(0, 100)]
    public double? Level { get; init; }
}

/// <summary>What a lamp emits.</summary>
public enum LightKind
{
    /// <summary>Infrared.</summary>
    Infrared,

    /// <summary>White light.</summary>
    White,

    /// <summary>Both, chosen by the device.</summary>
    Hybrid,
}

/// <summary>State of a picture feature.</summary>
public enum OnOffAuto
{
    /// <summary>On.</summary>
    On,

    /// <summary>Off.</summary>
    Off,

    /// <summary>The device decides.</summary>
    Auto,
}

/// <summary>A picture feature with a strength.</summary>
public sealed record ModeLevel : ProfileNode
{
    /// <summary>Whether it works.</summary>
    public OnOffAuto? Mode { get; init; }

    /// <summary>0 to 100 per cent of the device's own range; null = the device has no level.</summary>
    [Range(0, 100)]
    public double? Level { get; init; }
}

/// <summary>White balance (<c>tt:WhiteBalance20</c>).</summary>
public sealed record WhiteBalance : ProfileNode
{
    /// <summary>Automatic or by hand.</summary>
    public AutoManual? Mode { get; init; }

    /// <summary>Red gain, 0 to 100 per cent (<c>CrGain</c>).</summary>
    [Range(0, 100)]
    public double? CrGain { get; init; }

    /// <summary>Blue gain, 0 to 100 per cent (<c>CbGain</c>).</summary>
    [Range(0, 100)]
    public double? CbGain { get; init; }
}

/// <summary>Exposure (<c>tt:Exposure20</c>).</summary>
public sealed record ExposureSettings : ProfileNode
{
    /// <summary>Automatic or by hand.</summary>
    public AutoManual? Mode { get; init; }

    /// <summary>Shortest shutter of the automatic, µs.</summary>
    [Range(0, 600_000_000)]
    public double? MinExposureTime { get; init; }

    /// <summary>Longest shutter of the automatic, µs.</summary>
    [Range(0, 600_000_000)]
    public double? MaxExposureTime { get; init; }

    /// <summary>Shutter by hand, µs.</summary>
    [Range(0, 600_000_000)]
    public double? ExposureTime { get; init; }

    /// <summary>Gain by hand, 0 to 100 per cent.</summary>
    [Range(0, 100)]
    public double? Gain { get; init; }
}

/// <summary>Who decides.</summary>
public enum AutoManual
{
    /// <summary>The device.</summary>
    Auto,

    /// <summary>A person.</summary>
    Manual,
}

/// <summary>A set of picture settings that the device switches to.</summary>
public sealed record ImagingProfile : ProfileNode
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary><c>Day</c>, <c>Night</c> or the name of a schedule.</summary>
    public string? When { get; init; }

    /// <summary>Name of the schedule in which it is in force; null = not switched by the clock.</summary>
    public string? Schedule { get; init; }

    /// <summary>What differs from the source's <c>imaging</c>.</summary>
    public ImagingSettings? Imaging { get; init; }
}
