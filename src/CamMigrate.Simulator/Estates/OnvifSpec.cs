using System.Collections.Immutable;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Estates;

/// <summary>What happens to a call that the camera does not know.</summary>
internal enum UnknownOperation
{
    /// <summary>Fault ter:ActionNotSupported.</summary>
    Fault,

    /// <summary>HTTP 200 with an empty response element.</summary>
    EmptyOk,

    /// <summary>The connection is closed without an answer.</summary>
    Close,
}

/// <summary>Which time zone strings the camera refuses.</summary>
internal enum TimeZoneQuirk
{
    None,

    /// <summary>Daylight saving rules without explicit times (<c>M3.5.0,M10.5.0</c>) are refused.</summary>
    RefusesShortDst,

    /// <summary>Every daylight saving rule is refused.</summary>
    RefusesDst,
}

/// <summary>Settings and habits of a virtual ONVIF camera, in ONVIF's words and wire numbers (-1 to 1, y up).</summary>
internal sealed record OnvifSpec
{
    /// <summary>Host, or host:port, that the camera writes into its addresses; null: the one it listens on.</summary>
    public string? XAddrHost { get; init; }

    /// <summary>Whether the Media2 service is there.</summary>
    public bool Media2 { get; init; } = true;

    public bool Imaging { get; init; } = true;

    /// <summary>Whether GetServices answers; false: a fault, and GetCapabilities only.</summary>
    public bool GetServices { get; init; } = true;

    /// <summary>Seconds by which the camera's clock is ahead.</summary>
    public double ClockSkewSeconds { get; init; }

    public UnknownOperation UnknownOperation { get; init; }

    /// <summary>HTTP status of SOAP faults; null: 400 for the sender's, 500 for the receiver's.</summary>
    public int? FaultStatus { get; init; }

    public string Hostname { get; init; } = "camera";

    public int PrefixLength { get; init; } = 24;

    public bool Dhcp { get; init; }

    /// <summary>Scopes beside name, hardware and the profiles.</summary>
    public ImmutableArray<string> Scopes { get; init; } = [];

    public OnvifTimeSpec Time { get; init; } = new();

    public ImmutableArray<OnvifSourceSpec> Sources { get; init; } = [new OnvifSourceSpec()];

    /// <summary>Encoders; each has one profile of its own, <c>Profile_1</c> and so on.</summary>
    public ImmutableArray<OnvifEncoderSpec> Encoders { get; init; } = [new OnvifEncoderSpec()];

    public ImmutableArray<OnvifMaskSpec> Masks { get; init; } = [];

    public ImmutableArray<OnvifOsdSpec> Osds { get; init; } = [];

    public OnvifLimits Limits { get; init; } = new();

    public OnvifNetworkSpec Network { get; init; } = new();

    /// <summary>Null: the camera does not move.</summary>
    public OnvifPtzSpec? Ptz { get; init; }

    /// <summary>Null: there is no analytics service.</summary>
    public OnvifAnalyticsSpec? Analytics { get; init; }

    /// <summary>Null: there is no DeviceIO service.</summary>
    public OnvifIoSpec? Io { get; init; }

    /// <summary>Null: the camera is deaf and dumb.</summary>
    public OnvifAudioSpec? Audio { get; init; }
}

internal sealed record OnvifTimeSpec
{
    /// <summary>NTP or Manual.</summary>
    public string Mode { get; init; } = "Manual";

    public string TimeZone { get; init; } = "UTC0";

    public bool DaylightSavings { get; init; }

    /// <summary>Minutes by which local time is ahead, put into UTCDateTime, too; null: UTC is UTC.</summary>
    public int? LocalMinutesAsUtc { get; init; }

    public bool NtpFromDhcp { get; init; }

    public ImmutableArray<string> NtpServers { get; init; } = [];

    public TimeZoneQuirk Quirk { get; init; }

    /// <summary>Host names are refused as NTP servers.</summary>
    public bool NtpAddressesOnly { get; init; }

    /// <summary>NTP servers kept; more are dropped silently.</summary>
    public int MaxNtpServers { get; init; } = 2;
}

internal sealed record OnvifSourceSpec
{
    public string Token { get; init; } = "VideoSource_1";

    public int Width { get; init; } = 1920;

    public int Height { get; init; } = 1080;

    public double FrameRate { get; init; } = 25;

    /// <summary>Degrees offered by rotation, without 0; empty: the camera cannot rotate.</summary>
    public ImmutableArray<int> Rotations { get; init; } = [];

    /// <summary>Degrees clockwise now.</summary>
    public int Rotation { get; init; }

    /// <summary>Whether Rotate@Mirror is offered.</summary>
    public bool CanMirror { get; init; }

    /// <summary>Tokens of the video source configurations of this source.</summary>
    public ImmutableArray<string> Configurations { get; init; } = ["VideoSourceConfig_1"];

    public OnvifImagingSpec Imaging { get; init; } = new();
}

/// <summary>A number and its range, in the camera's unit.</summary>
internal sealed record LevelSpec
{
    public double Value { get; init; } = 50;

    public double Min { get; init; }

    public double Max { get; init; } = 100;
}

/// <summary>A mode, what else it may be, and the level that goes with it.</summary>
internal sealed record ModeSpec
{
    public string Value { get; init; } = "OFF";

    public ImmutableArray<string> Modes { get; init; } = ["OFF", "ON"];

    public LevelSpec? Level { get; init; }
}

/// <summary>Imaging settings and their ranges. What is null is not in the camera.</summary>
internal sealed record OnvifImagingSpec
{
    public LevelSpec? Brightness { get; init; } = new();

    public LevelSpec? ColorSaturation { get; init; } = new();

    public LevelSpec? Contrast { get; init; } = new();

    public LevelSpec? Sharpness { get; init; } = new();

    public ModeSpec? IrCutFilter { get; init; } = new() { Value = "AUTO", Modes = ["ON", "OFF", "AUTO"] };

    public ModeSpec? WideDynamicRange { get; init; }

    public ModeSpec? BacklightCompensation { get; init; }

    /// <summary>Its level is the maximum exposure time, µs.</summary>
    public ModeSpec? Exposure { get; init; }

    public ModeSpec? WhiteBalance { get; init; }

    public ModeSpec? Defogging { get; init; }

    /// <summary>0 to 1.</summary>
    public LevelSpec? NoiseReduction { get; init; }

    /// <summary>Names of the settings above that the camera does not have.</summary>
    public ImmutableArray<string> Lacks { get; init; } = [];

    /// <summary>A Set that leaves a setting out puts it back to the estate's value.</summary>
    public bool ResetsOmitted { get; init; }
}

internal sealed record OnvifEncoderSpec
{
    public string Token { get; init; } = "VideoEncoder_1";

    public string Name { get; init; } = "main";

    /// <summary>Token of the video source configuration.</summary>
    public string Configuration { get; init; } = "VideoSourceConfig_1";

    /// <summary>H264 or H265.</summary>
    public string Encoding { get; init; } = "H264";

    public string Profile { get; init; } = "Main";

    public int Width { get; init; } = 1920;

    public int Height { get; init; } = 1080;

    public double FrameRate { get; init; } = 25;

    public int GovLength { get; init; } = 50;

    /// <summary>kbps.</summary>
    public int Bitrate { get; init; } = 4000;

    public bool ConstantBitRate { get; init; }

    public double Quality { get; init; } = 50;

    /// <summary>
    /// What this encoder can be set to, <c>640x360</c>; empty: <see cref="OnvifLimits.Resolutions"/>.
    /// </summary>
    public ImmutableArray<string> Resolutions { get; init; } = [];

    /// <summary>GetStreamUri of its profile is a fault.</summary>
    public bool NoStreamUri { get; init; }
}

internal sealed record OnvifMaskSpec
{
    public string Configuration { get; init; } = "VideoSourceConfig_1";

    public bool Enabled { get; init; } = true;

    public required ImmutableArray<WirePoint> Points { get; init; } = [];
}

internal sealed record OnvifOsdSpec
{
    public string Configuration { get; init; } = "VideoSourceConfig_1";

    /// <summary>Plain, Date, Time or DateAndTime.</summary>
    public string Kind { get; init; } = "Plain";

    public string Text { get; init; } = "";

    public string DateFormat { get; init; } = "yyyy-MM-dd";

    public string TimeFormat { get; init; } = "HH:mm:ss";

    /// <summary>UpperLeft, UpperRight, LowerLeft, LowerRight or Custom.</summary>
    public string Position { get; init; } = "UpperLeft";

    /// <summary>Upper left corner, with <c>position: Custom</c>.</summary>
    public WirePoint At { get; init; }

    /// <summary>The overlay can be changed and not deleted.</summary>
    public bool Fixed { get; init; }
}

internal sealed record OnvifLimits
{
    public ImmutableArray<string> Resolutions { get; init; } = ["1920x1080", "1280x720", "640x360"];

    public bool H265 { get; init; } = true;

    /// <summary>Tallest picture with H.265, pixels; null: any.</summary>
    public int? H265MaxHeight { get; init; }

    public int MinBitrate { get; init; } = 64;

    public int MaxBitrate { get; init; } = 16384;

    /// <summary>Bitrates are silently cut to a multiple of this, kbps; 0: kept.</summary>
    public int BitrateStep { get; init; }

    /// <summary>Bitrates above this are silently cut to it, whatever the options say; null: none.</summary>
    public int? BitrateCap { get; init; }

    public ImmutableArray<double> FrameRates { get; init; } = [5, 10, 12.5, 15, 20, 25, 30];

    public int MinGovLength { get; init; } = 1;

    public int MaxGovLength { get; init; } = 400;

    public double MinQuality { get; init; }

    public double MaxQuality { get; init; } = 100;

    public ImmutableArray<string> H264Profiles { get; init; } = ["Baseline", "Main", "High"];

    /// <summary>A Set that changes the codec and the resolution at once is refused.</summary>
    public bool CodecChangesAlone { get; init; }

    public bool Masks { get; init; } = true;

    public int MaxMasks { get; init; } = 4;

    public int MaxMaskPoints { get; init; } = 4;

    public bool RectanglesOnly { get; init; }

    /// <summary>A mask covers every stream of its source, not only those of its configuration.</summary>
    public bool SourceMask { get; init; }

    public ImmutableArray<string> MaskTypes { get; init; } = ["Color"];

    /// <summary>#RRGGBB; a mask of another colour silently gets the first.</summary>
    public ImmutableArray<string> MaskColors { get; init; } = ["#000000"];

    public bool Osd { get; init; } = true;

    public int MaxOsds { get; init; } = 8;

    public int MaxPlainTexts { get; init; } = 4;

    public int MaxDateTimes { get; init; } = 1;

    public ImmutableArray<string> OsdPositions { get; init; } =
        ["UpperLeft", "UpperRight", "LowerLeft", "LowerRight", "Custom"];

    public ImmutableArray<string> DateFormats { get; init; } = ["yyyy-MM-dd", "MM/dd/yyyy", "dd/MM/yyyy"];

    public ImmutableArray<string> TimeFormats { get; init; } = ["HH:mm:ss", "hh:mm:ss tt"];

    /// <summary>Longest overlay text; longer ones are refused.</summary>
    public int MaxOsdText { get; init; } = 44;
}
