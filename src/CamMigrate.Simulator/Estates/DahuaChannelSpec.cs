using System.Collections.Immutable;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Estates;

/// <summary>One video input.</summary>
internal sealed record DahuaChannel
{
    /// <summary>Title in the picture; <c>|</c> parts lines.</summary>
    public string Name { get; init; } = "IPC";

    /// <summary>False: a recorder's free channel, which Encode does not list.</summary>
    public bool Bound { get; init; } = true;

    public string VideoStandard { get; init; } = "PAL";

    /// <summary>The main stream and the sub streams, in order.</summary>
    public ImmutableArray<DahuaStream> Streams { get; init; } = [new DahuaStream()];

    public bool Mirror { get; init; }

    /// <summary>The picture is turned by 180 degrees.</summary>
    public bool Flip { get; init; }

    /// <summary>0, 1 (clockwise) or 2 (anticlockwise): Rotate90.</summary>
    public int Rotate90 { get; init; }

    public DahuaProfiles Profiles { get; init; } = new();

    public DahuaPicture Day { get; init; } = new();

    public DahuaPicture Night { get; init; } = new();

    public DahuaPicture Normal { get; init; } = new();

    public DahuaOverlay NameTitle { get; init; } = new() { At = new WirePoint(0, 7600) };

    public DahuaClock TimeTitle { get; init; } = new();

    public ImmutableArray<DahuaText> Texts { get; init; } = [];

    public ImmutableArray<DahuaCover> Covers { get; init; } = [];

    /// <summary>Rows of table PrivacyMasking; null: there is no such table.</summary>
    public ImmutableArray<DahuaMask>? PrivacyMasking { get; init; }

    public DahuaMotion Motion { get; init; } = new();

    public DahuaDetection Blind { get; init; } = new();

    public DahuaDetection Moved { get; init; } = new();

    public DahuaDetection Audio { get; init; } = new();

    /// <summary>SmartMotionDetect (generation new).</summary>
    public DahuaSmartMotion SmartMotion { get; init; } = new();

    public ImmutableArray<DahuaRule> Rules { get; init; } = [];

    public DahuaRecord Record { get; init; } = new();

    /// <summary>Null: not a PTZ camera.</summary>
    public DahuaPtz? Ptz { get; init; }

    /// <summary>The camera behind a recorder's channel.</summary>
    public DahuaRemote? Remote { get; init; }
}

internal sealed record DahuaStream
{
    public bool Enabled { get; init; } = true;

    /// <summary><c>H.264</c>, <c>H.265</c> or <c>MJPG</c>.</summary>
    public string Codec { get; init; } = "H.264";

    public string Profile { get; init; } = "Main";

    public int Width { get; init; } = 1920;

    public int Height { get; init; } = 1080;

    /// <summary>Frames per second.</summary>
    public double FrameRate { get; init; } = 25;

    /// <summary>Frames from one keyframe to the next.</summary>
    public int GovLength { get; init; } = 50;

    /// <summary><c>CBR</c> or <c>VBR</c>.</summary>
    public string RateControl { get; init; } = "VBR";

    /// <summary>kbps; the upper cap where the rate varies.</summary>
    public int Bitrate { get; init; } = 4096;

    /// <summary>1 to 6, 6 best.</summary>
    public int Quality { get; init; } = 4;

    /// <summary>Table SmartEncode; null: it is not served.</summary>
    public bool? SmartCodec { get; init; }

    public bool Audio { get; init; }

    public string AudioCodec { get; init; } = "G.711A";

    public bool Multicast { get; init; }

    public string MulticastAddress { get; init; } = "224.1.2.4";
}

internal sealed record DahuaMotion
{
    public bool Enabled { get; init; } = true;

    public int Level { get; init; } = 3;

    /// <summary>Windows; the old generation has the grid of the first only.</summary>
    public ImmutableArray<DahuaMotionWindow> Windows { get; init; } = [new DahuaMotionWindow()];

    /// <summary>Which column bit 0 is: <c>leftmost</c>, <c>rightmost</c>; null: old leftmost, else rightmost.</summary>
    public string? Bits { get; init; }

    public DahuaActions Actions { get; init; } = new();
}

internal sealed record DahuaMotionWindow
{
    public string Name { get; init; } = "Region1";

    public int Sensitive { get; init; } = 60;

    public int Threshold { get; init; } = 5;

    /// <summary>
    /// Rows from the top, 22 cells each, '#' is watched; missing rows are not. Empty: the whole picture.
    /// </summary>
    public ImmutableArray<string> Cells { get; init; } = [];
}

/// <summary>BlindDetect, MovedDetect or AudioDetect.</summary>
internal sealed record DahuaDetection
{
    public bool Enabled { get; init; }

    public int Level { get; init; } = 3;

    public DahuaActions Actions { get; init; } = new();
}

internal sealed record DahuaSmartMotion
{
    public bool Enabled { get; init; }

    /// <summary>Low, Middle or High.</summary>
    public string Sensitivity { get; init; } = "Middle";

    public bool Human { get; init; } = true;

    public bool Vehicle { get; init; }
}

/// <summary>A row of VideoAnalyseRule.</summary>
internal sealed record DahuaRule
{
    public bool Enabled { get; init; } = true;

    public string Name { get; init; } = "IVS-1";

    /// <summary>CrossLineDetection, CrossRegionDetection, LeftDetection, TakenAwayDetection, ...</summary>
    public string Type { get; init; } = "CrossLineDetection";

    /// <summary>LeftToRight, RightToLeft, Both; Enter, Leave, Both.</summary>
    public string Direction { get; init; } = "Both";

    /// <summary>Corners on the wire, 0 to 8191 from the top left.</summary>
    public ImmutableArray<WirePoint> Points { get; init; } = [];

    public ImmutableArray<string> Objects { get; init; } = [];

    public int MinDuration { get; init; }

    public DahuaActions Actions { get; init; } = new();
}

internal sealed record DahuaRecord
{
    /// <summary>RecordMode: 0 schedule, 1 manual, 2 stop.</summary>
    public int Mode { get; init; }

    public int PreRecord { get; init; } = 5;

    /// <summary>Sections of each day, mask first.</summary>
    public ImmutableArray<string> Sections { get; init; } = ["1 00:00:00-24:00:00"];
}

internal sealed record DahuaPtz
{
    public ImmutableArray<DahuaPreset> Presets { get; init; } = [];

    public ImmutableArray<DahuaTour> Tours { get; init; } = [];

    /// <summary>Preset gone to when idle; -1: none.</summary>
    public int HomePreset { get; init; } = -1;

    public int IdleSeconds { get; init; } = 300;
}

internal sealed record DahuaPreset
{
    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>Pan, tilt and zoom, sent where given.</summary>
    public ImmutableArray<int> Position { get; init; } = [];
}

internal sealed record DahuaTour
{
    public required int Number { get; init; }

    public required string Name { get; init; }

    public ImmutableArray<int> Presets { get; init; } = [];

    public int Seconds { get; init; } = 15;
}

/// <summary>Entry of RemoteDevice.</summary>
internal sealed record DahuaRemote
{
    public required string Address { get; init; }

    public int Port { get; init; } = 37777;

    public int HttpPort { get; init; } = 80;

    public int RtspPort { get; init; } = 554;

    public string Username { get; init; } = "admin";

    public string DeviceType { get; init; } = "IPC-HFW2431S";

    public string Protocol { get; init; } = "Private";
}
