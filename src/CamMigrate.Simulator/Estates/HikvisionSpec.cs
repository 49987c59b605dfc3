using System.Collections.Immutable;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Estates;

/// <summary>
/// Settings of a virtual Hikvision, in ISAPI's words and wire numbers (704×576 from the bottom left).
/// </summary>
internal sealed record HikvisionSpec
{
    /// <summary>
    /// XML namespace of the answers: <c>hikvision</c>, <c>isapi</c>, <c>stdCgi</c>, <c>psia</c>, <c>none</c>, or a URI.
    /// </summary>
    public string Namespace { get; init; } = "hikvision";

    /// <summary>Documents with a namespace of their own: path below /ISAPI/ to namespace.</summary>
    public ImmutableDictionary<string, string> Namespaces { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Documents refused: path below /ISAPI/ to notSupport, lowPrivilege, notFound, error, dropped or failingOk.
    /// </summary>
    public ImmutableDictionary<string, string> Refusals { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How an unknown path is refused.</summary>
    public string Unknown { get; init; } = "notSupport";

    /// <summary>
    /// Streams 103 and 104 answer with a copy of the main stream although the list has no such stream.
    /// </summary>
    public bool GhostStreams { get; init; } = true;

    /// <summary>Whether the list of streams is served.</summary>
    public bool StreamList { get; init; } = true;

    public HikvisionTime Time { get; init; } = new();

    public HikvisionNetwork Network { get; init; } = new();

    public HikvisionServices Services { get; init; } = new();

    public ImmutableArray<HikvisionChannel> Channels { get; init; } = [new HikvisionChannel()];
}

internal sealed record HikvisionTime
{
    public string Mode { get; init; } = "NTP";

    public string TimeZone { get; init; } = "CST+0:00:00";

    /// <summary>Addresses or host names.</summary>
    public ImmutableArray<string> NtpServers { get; init; } = ["192.0.2.1"];

    public int SynchronizeMinutes { get; init; } = 60;
}

internal sealed record HikvisionNetwork
{
    public bool Dhcp { get; init; }

    /// <summary>Null: the address the camera listens on.</summary>
    public string? IpAddress { get; init; }

    public string SubnetMask { get; init; } = "255.255.255.0";

    public string Gateway { get; init; } = "192.0.2.254";

    public ImmutableArray<string> Dns { get; init; } = ["192.0.2.2"];

    public int Mtu { get; init; } = 1500;
}

internal sealed record HikvisionServices
{
    public bool Upnp { get; init; }

    public bool Snmp { get; init; }

    public bool Ssh { get; init; }

    public bool Ezviz { get; init; }

    public bool Bonjour { get; init; }

    public bool Onvif { get; init; }

    public bool RedirectToHttps { get; init; }
}

/// <summary>One video input.</summary>
internal sealed record HikvisionChannel
{
    public int Number { get; init; } = 1;

    public string Name { get; init; } = "Camera 01";

    public string VideoFormat { get; init; } = "PAL";

    public ImmutableArray<HikvisionStream> Streams { get; init; } = [new HikvisionStream()];

    public HikvisionImage Image { get; init; } = new();

    public HikvisionOverlays Overlays { get; init; } = new();

    public HikvisionMasks Masks { get; init; } = new();

    public HikvisionMotion Motion { get; init; } = new();

    public HikvisionTamper Tamper { get; init; } = new();

    public ImmutableArray<HikvisionLine> Lines { get; init; } = [];

    public ImmutableArray<HikvisionField> Fields { get; init; } = [];
}

/// <summary>One stream; its id on the wire is channel × 100 + number.</summary>
internal sealed record HikvisionStream
{
    /// <summary>1 main, 2 sub, 3 third.</summary>
    public int Number { get; init; } = 1;

    public bool Enabled { get; init; } = true;

    /// <summary><c>H.264</c>, <c>H.265</c> or <c>MJPEG</c>.</summary>
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

    public int Quality { get; init; } = 60;

    /// <summary>Null: the block is not in the document.</summary>
    public bool? SmartCodec { get; init; }

    public bool Audio { get; init; }

    public bool Multicast { get; init; }

    public string MulticastAddress { get; init; } = "0.0.0.0";
}

internal sealed record HikvisionImage
{
    public int Brightness { get; init; } = 50;

    public int Contrast { get; init; } = 50;

    public int Saturation { get; init; } = 50;

    public int Sharpness { get; init; } = 50;

    /// <summary>day, night, auto or schedule.</summary>
    public string IrcutFilter { get; init; } = "auto";

    public int NightToDayLevel { get; init; } = 4;

    public int NightToDayTime { get; init; } = 5;

    /// <summary>open, close or auto.</summary>
    public string Wdr { get; init; } = "close";

    public int WdrLevel { get; init; } = 50;

    public bool Blc { get; init; }

    public string BlcMode { get; init; } = "CENTER";

    public bool Hlc { get; init; }

    public int HlcLevel { get; init; }

    public string WhiteBalance { get; init; } = "auto1";

    public string Exposure { get; init; } = "auto";

    public string Shutter { get; init; } = "1/25";

    public int Gain { get; init; }

    /// <summary>close, general or advanced.</summary>
    public string NoiseReduce { get; init; } = "general";

    public int NoiseReduceLevel { get; init; } = 50;

    public string Dehaze { get; init; } = "close";

    /// <summary>50hz or 60hz.</summary>
    public string PowerLineFrequency { get; init; } = "50hz";

    /// <summary>none, LEFTRIGHT, UPDOWN or CENTER.</summary>
    public string Flip { get; init; } = "none";

    /// <summary>eventIntelligence, colorVuWhiteLight, irLight or close.</summary>
    public string SupplementLight { get; init; } = "irLight";

    public int IrLightBrightness { get; init; } = 100;
}

internal sealed record HikvisionOverlays
{
    public int ScreenWidth { get; init; } = 704;

    public int ScreenHeight { get; init; } = 576;

    public bool NameEnabled { get; init; } = true;

    /// <summary>Upper left corner of the name on the wire.</summary>
    public WirePoint NameAt { get; init; } = new(512, 64);

    public bool DateEnabled { get; init; } = true;

    public WirePoint DateAt { get; init; } = new(0, 544);

    /// <summary>YYYY-MM-DD, MM-DD-YYYY, DD-MM-YYYY.</summary>
    public string DateStyle { get; init; } = "YYYY-MM-DD";

    /// <summary>24hour or 12hour.</summary>
    public string TimeStyle { get; init; } = "24hour";

    public bool DisplayWeek { get; init; }

    public ImmutableArray<HikvisionText> Texts { get; init; } = [];
}

internal sealed record HikvisionText
{
    public required string Text { get; init; }

    public bool Enabled { get; init; } = true;

    public WirePoint At { get; init; } = new(16, 512);
}

internal sealed record HikvisionMasks
{
    public bool Enabled { get; init; } = true;

    public ImmutableArray<HikvisionMask> Regions { get; init; } = [];
}

internal sealed record HikvisionMask
{
    public bool Enabled { get; init; } = true;

    /// <summary>Corners on the wire, from the bottom left.</summary>
    public required ImmutableArray<WirePoint> Points { get; init; } = [];

    /// <summary>Null: not in the document (older firmware).</summary>
    public string? Type { get; init; } = "gray";
}

internal sealed record HikvisionMotion
{
    public bool Enabled { get; init; } = true;

    public int Sensitivity { get; init; } = 60;

    /// <summary>Rows from the top, 22 cells each, '#' is watched; 18 rows (PAL) or 15 (NTSC).</summary>
    public ImmutableArray<string> Cells { get; init; } = [];
}

internal sealed record HikvisionTamper
{
    public bool Enabled { get; init; }

    public int Sensitivity { get; init; } = 60;
}

/// <summary>A line to cross, 0 to 1000 from the bottom left.</summary>
internal sealed record HikvisionLine
{
    public bool Enabled { get; init; } = true;

    public int Sensitivity { get; init; } = 50;

    /// <summary>any, left-right or right-left.</summary>
    public string Direction { get; init; } = "any";

    public required WirePoint From { get; init; }

    public required WirePoint To { get; init; }
}

/// <summary>A field to enter, 0 to 1000 from the bottom left.</summary>
internal sealed record HikvisionField
{
    public bool Enabled { get; init; } = true;

    public int Sensitivity { get; init; } = 50;

    /// <summary>Seconds.</summary>
    public int TimeThreshold { get; init; } = 5;

    public required ImmutableArray<WirePoint> Points { get; init; } = [];
}
