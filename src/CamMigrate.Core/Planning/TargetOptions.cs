using System.Collections.Immutable;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Planning;

/// <summary>What one replacement camera says it can do, area by area. Null = it does not offer the area.</summary>
public sealed record TargetOptions
{
    /// <summary>Clock and zone.</summary>
    public TimeOptions? Time { get; init; }

    /// <summary>Video sources, by number.</summary>
    public ImmutableArray<VideoSourceOptions> VideoSources { get; init; } = [];
}

/// <summary>What the clock can do.</summary>
public sealed record TimeOptions
{
    /// <summary>Whether time servers can be set.</summary>
    public bool HasNtp { get; init; }

    /// <summary>How many time servers it takes; null = unknown.</summary>
    public int? MaxNtpServers { get; init; }
}

/// <summary>What one video source can do.</summary>
public sealed record VideoSourceOptions
{
    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Turns it can be set to, degrees; empty = none.</summary>
    public ImmutableArray<int> Rotations { get; init; } = [];

    /// <summary>Whether the picture can be mirrored.</summary>
    public bool CanMirror { get; init; }

    /// <summary>Picture settings; null = the camera has no imaging service for it.</summary>
    public ImagingOptions? Imaging { get; init; }

    /// <summary>Encoders by stream name.</summary>
    public ImmutableArray<VideoEncoderOptions> VideoEncoders { get; init; } = [];

    /// <summary>Overlays; null = none can be made.</summary>
    public OsdOptions? Osds { get; init; }

    /// <summary>Privacy masks; null = the camera offers none over ONVIF.</summary>
    public MaskOptions? Masks { get; init; }
}

/// <summary>What the picture settings can be (<c>tt:ImagingOptions20</c>). A null range = not offered.</summary>
public sealed record ImagingOptions
{
    /// <summary>Brightness.</summary>
    public DeviceRange? Brightness { get; init; }

    /// <summary>Contrast.</summary>
    public DeviceRange? Contrast { get; init; }

    /// <summary>Saturation.</summary>
    public DeviceRange? ColorSaturation { get; init; }

    /// <summary>Sharpness.</summary>
    public DeviceRange? Sharpness { get; init; }

    /// <summary>Day/night filter modes.</summary>
    public ImmutableArray<IrCutFilterMode> IrCutFilter { get; init; } = [];

    /// <summary>Wide dynamic range.</summary>
    public ModeLevelOptions? WideDynamicRange { get; init; }

    /// <summary>Backlight compensation.</summary>
    public ModeLevelOptions? BacklightCompensation { get; init; }

    /// <summary>White balance modes; empty = not offered.</summary>
    public ImmutableArray<AutoManual> WhiteBalance { get; init; } = [];

    /// <summary>Exposure modes; empty = not offered.</summary>
    public ImmutableArray<AutoManual> Exposure { get; init; } = [];

    /// <summary>Longest shutter of the automatic, µs.</summary>
    public DeviceRange? MaxExposureTime { get; init; }
}

/// <summary>What a feature with a strength can be.</summary>
/// <param name="Modes">Modes offered.</param>
/// <param name="Level">Strength; null = no level.</param>
public sealed record ModeLevelOptions(ImmutableArray<OnOffAuto> Modes, DeviceRange? Level);

/// <summary>What one encoder can do.</summary>
public sealed record VideoEncoderOptions
{
    /// <summary>Stream name: <c>main</c>, <c>sub</c>, ...</summary>
    public required string Stream { get; init; }

    /// <summary>Codecs with their own limits.</summary>
    public ImmutableArray<CodecOptions> Codecs { get; init; } = [];
}

/// <summary>Limits of one codec (<c>tt:VideoEncoder2ConfigurationOptions</c>).</summary>
public sealed record CodecOptions
{
    /// <summary>Codec.</summary>
    public required VideoEncoding Encoding { get; init; }

    /// <summary>Picture sizes.</summary>
    public ImmutableArray<VideoResolution> Resolutions { get; init; } = [];

    /// <summary>Frame rates, when the camera lists them; empty = any within <see cref="FrameRateRange"/>.</summary>
    public ImmutableArray<double> FrameRates { get; init; } = [];

    /// <summary>Frame rates, when the camera gives a range; null = unknown.</summary>
    public DeviceRange? FrameRateRange { get; init; }

    /// <summary>Bit rate, kbps; null = unknown.</summary>
    public DeviceRange? Bitrate { get; init; }

    /// <summary>Frames between keyframes; null = unknown.</summary>
    public DeviceRange? GovLength { get; init; }

    /// <summary>Codec profiles; empty = unknown.</summary>
    public ImmutableArray<string> Profiles { get; init; } = [];

    /// <summary>Quality in device units; null = unknown.</summary>
    public DeviceRange? Quality { get; init; }

    /// <summary>Whether constant bit rate can be chosen; null = the camera has no setting for it.</summary>
    public bool? ConstantBitRateSupported { get; init; }
}

/// <summary>What overlays can be (<c>tt:OSDConfigurationOptions</c>).</summary>
public sealed record OsdOptions
{
    /// <summary>How many in all.</summary>
    public int MaxTotal { get; init; }

    /// <summary>How many of each kind; a kind that is missing is bounded by <see cref="MaxTotal"/> alone.</summary>
    public ImmutableDictionary<OsdKind, int> MaxByKind { get; init; } = ImmutableDictionary<OsdKind, int>.Empty;

    /// <summary>Kinds offered.</summary>
    public ImmutableArray<OsdKind> Kinds { get; init; } = [];

    /// <summary>Whether any place can be chosen; false = corners only.</summary>
    public bool HasCustomPosition { get; init; }

    /// <summary>The corners, where places are fixed: their top left points.</summary>
    public ImmutableArray<Point> Corners { get; init; } = [];

    /// <summary>Date patterns; empty = unknown.</summary>
    public ImmutableArray<string> DateFormats { get; init; } = [];

    /// <summary>Time patterns; empty = unknown.</summary>
    public ImmutableArray<string> TimeFormats { get; init; } = [];
}

/// <summary>What privacy masks can be (<c>tr2:MaskOptions</c>).</summary>
public sealed record MaskOptions
{
    /// <summary>How many.</summary>
    public int MaxMasks { get; init; }

    /// <summary>Corners of one mask; null = unknown.</summary>
    public int? MaxPoints { get; init; }

    /// <summary>Upright rectangles only.</summary>
    public bool RectangleOnly { get; init; }

    /// <summary>Ways of covering offered; empty = unknown.</summary>
    public ImmutableArray<MaskType> Types { get; init; } = [];

    /// <summary>Fills offered, <c>#RRGGBB</c>; empty = any.</summary>
    public ImmutableArray<string> Colors { get; init; } = [];
}
