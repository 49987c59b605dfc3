using System.Collections.Immutable;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Estates;

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

    /// <summary>The camera on the network that the picture comes from; null: an input of the device's own.</summary>
    public HikvisionProxy? Proxied { get; init; }

    public HikvisionMotion Motion { get; init; } = new();

    public HikvisionTamper Tamper { get; init; } = new();

    public ImmutableArray<HikvisionLine> Lines { get; init; } = [];

    public ImmutableArray<HikvisionField> Fields { get; init; } = [];

    /// <summary>Fields to enter; null: there is no such document.</summary>
    public ImmutableArray<HikvisionField>? Entrances { get; init; }

    /// <summary>Fields to leave; null: there is no such document.</summary>
    public ImmutableArray<HikvisionField>? Exits { get; init; }

    /// <summary>Null: there is no such document.</summary>
    public HikvisionTamper? SceneChange { get; init; }

    /// <summary>Null: there is no such document.</summary>
    public HikvisionTamper? AudioDetection { get; init; }

    /// <summary>Linkage and arming of the channel's events; those not named have neither.</summary>
    public ImmutableArray<HikvisionEvent> Events { get; init; } = [];

    /// <summary>Null: the channel does not move.</summary>
    public HikvisionPtz? Ptz { get; init; }
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

    /// <summary>Begin and end of the day where <c>ircutFilter</c> is <c>schedule</c>; empty: not in the
    /// document.</summary>
    public ImmutableArray<string> IrcutDay { get; init; } = [];

    /// <summary>Null: there is no such document.</summary>
    public HikvisionSceneSwitch? SceneSwitch { get; init; }

    /// <summary>The two sets of levels, day and night; empty: there is no such document.</summary>
    public ImmutableArray<HikvisionScene> Scenes { get; init; } = [];
}

/// <summary>When the picture changes from one set of levels to another.</summary>
internal sealed record HikvisionSceneSwitch
{
    /// <summary><c>disable</c> or <c>timingSwitch</c>.</summary>
    public string Mode { get; init; } = "timingSwitch";

    public ImmutableArray<HikvisionScenePeriod> Periods { get; init; } = [];
}

internal sealed record HikvisionScenePeriod
{
    public bool Enabled { get; init; } = true;

    public string Begin { get; init; } = "00:00:00";

    public string End { get; init; } = "24:00:00";

    public string Scene { get; init; } = "day";
}

/// <summary>One set of levels.</summary>
internal sealed record HikvisionScene
{
    public required string Name { get; init; }

    public int Brightness { get; init; } = 50;

    public int Contrast { get; init; } = 50;

    public int Saturation { get; init; } = 50;
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

    /// <summary>The picture has them upside down: the firmware counts y from the top.</summary>
    public bool OriginTop { get; init; }

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
