using System.Collections.Immutable;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Onvif;

/// <summary>Everything a virtual ONVIF camera can be told to keep, as it is now.</summary>
public sealed record OnvifState
{
    /// <summary><c>NTP</c> or <c>Manual</c>.</summary>
    public required string DateTimeType { get; init; }

    /// <summary>The time zone string exactly as it was written.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Whether daylight saving is on.</summary>
    public bool DaylightSavings { get; init; }

    /// <summary>How far the camera's clock is ahead of this machine's.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>Whether NTP servers come by DHCP.</summary>
    public bool NtpFromDhcp { get; init; }

    /// <summary>Manual NTP servers, addresses or names.</summary>
    public ImmutableArray<string> NtpServers { get; init; } = [];

    /// <summary>
    /// Imaging settings by video source token; their keys are element paths such as <c>WideDynamicRange/Mode</c>.
    /// </summary>
    public ImmutableDictionary<string, ImmutableDictionary<string, string>> Imaging { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<string, string>>.Empty;

    /// <summary>Video source configurations.</summary>
    public ImmutableArray<OnvifSourceConfiguration> Configurations { get; init; } = [];

    /// <summary>Video encoder configurations.</summary>
    public ImmutableArray<OnvifEncoder> Encoders { get; init; } = [];

    /// <summary>Privacy masks.</summary>
    public ImmutableArray<OnvifMask> Masks { get; init; } = [];

    /// <summary>Overlays.</summary>
    public ImmutableArray<OnvifOsd> Osds { get; init; } = [];
}

/// <summary>A video source configuration.</summary>
/// <param name="Token">Its token.</param>
/// <param name="Source">Token of its video source.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rotation">Degrees clockwise: 0, 90, 180, 270.</param>
/// <param name="Mirror">Left and right exchanged.</param>
public sealed record OnvifSourceConfiguration(string Token, string Source, string Name, int Rotation, bool Mirror);

/// <summary>A video encoder configuration.</summary>
public sealed record OnvifEncoder
{
    /// <summary>Its token.</summary>
    public required string Token { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Token of the video source configuration of its profile.</summary>
    public required string Configuration { get; init; }

    /// <summary><c>H264</c> or <c>H265</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>Codec profile, such as <c>Main</c>.</summary>
    public required string Profile { get; init; }

    /// <summary>Width before rotation, pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height before rotation, pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Frames per second.</summary>
    public required double FrameRate { get; init; }

    /// <summary>kbps.</summary>
    public required int Bitrate { get; init; }

    /// <summary>Whether the bit rate is constant.</summary>
    public bool ConstantBitRate { get; init; }

    /// <summary>Frames from one keyframe to the next.</summary>
    public required int GovLength { get; init; }

    /// <summary>In the camera's own scale.</summary>
    public double Quality { get; init; }
}

/// <summary>A privacy mask.</summary>
/// <param name="Token">Its token.</param>
/// <param name="Configuration">Token of the video source configuration it belongs to.</param>
/// <param name="Points">Corners, -1 to 1, y up.</param>
/// <param name="Type">Color, Pixelated or Blurred.</param>
/// <param name="Color">#RRGGBB.</param>
/// <param name="Enabled">Whether it covers.</param>
public sealed record OnvifMask(
    string Token, string Configuration, ImmutableArray<WirePoint> Points, string Type, string Color, bool Enabled);

/// <summary>An overlay.</summary>
public sealed record OnvifOsd
{
    /// <summary>Its token.</summary>
    public required string Token { get; init; }

    /// <summary>Token of the video source configuration it belongs to.</summary>
    public required string Configuration { get; init; }

    /// <summary>Plain, Date, Time or DateAndTime.</summary>
    public required string Kind { get; init; }

    /// <summary>The text; empty for clocks.</summary>
    public string Text { get; init; } = "";

    /// <summary>ONVIF pattern; empty where the kind has no date.</summary>
    public string DateFormat { get; init; } = "";

    /// <summary>ONVIF pattern; empty where the kind has no time.</summary>
    public string TimeFormat { get; init; } = "";

    /// <summary>UpperLeft, UpperRight, LowerLeft, LowerRight or Custom.</summary>
    public required string Position { get; init; }

    /// <summary>Upper left corner of the text, -1 to 1, y up; only with <c>Custom</c>.</summary>
    public WirePoint At { get; init; }

    /// <summary>The camera refuses to delete it.</summary>
    public bool Fixed { get; init; }
}
