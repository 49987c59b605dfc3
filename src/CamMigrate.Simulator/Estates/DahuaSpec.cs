using System.Collections.Immutable;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Estates;

/// <summary>Firmware generation: which tables there are, and how they are written.</summary>
internal enum DahuaGeneration
{
    /// <summary>2.2xx: VideoInOptions and nothing split off, one motion grid, LF, GBK, realm <c>DH_mac</c>.</summary>
    Old,

    /// <summary>2.4xx to 2.6xx: VideoIn* tables of three rows without names, motion windows.</summary>
    Split,

    /// <summary>
    /// 2.8xx and later: nine named rows, Lighting_V2, LightingScheme, VideoImageControl, V3.0 motion.
    /// </summary>
    New,
}

/// <summary>Whether one request for several tables is answered.</summary>
internal enum DahuaBulk
{
    Refused,

    /// <summary><c>name=All</c>.</summary>
    All,

    /// <summary><c>name=A&amp;name=B</c>.</summary>
    Names,

    /// <summary>Both.</summary>
    Works,
}

/// <summary>What a read of a part of a table gets.</summary>
internal enum DahuaNarrow
{
    Works,

    /// <summary>200 with an empty body.</summary>
    Empty,

    /// <summary>The answer for an unknown table.</summary>
    Refused,
}

/// <summary>Settings of a virtual Dahua, in the words and numbers of its tables.</summary>
internal sealed record DahuaSpec
{
    public DahuaGeneration Generation { get; init; } = DahuaGeneration.Split;

    /// <summary>A recorder: its channels are cameras elsewhere, and camera tables may be missing.</summary>
    public bool Recorder { get; init; }

    /// <summary>Whether there is anything below <c>/cgi-bin</c>.</summary>
    public bool Cgi { get; init; } = true;

    public bool Rpc2 { get; init; } = true;

    /// <summary>False: as it left the factory, without a password; serves its first page only.</summary>
    public bool Initialised { get; init; } = true;

    public DahuaBulk Bulk { get; init; }

    public DahuaNarrow Narrow { get; init; }

    /// <summary>Whether <c>%5B</c> in a name is read as a bracket; otherwise such a read gets an empty body.</summary>
    public bool EncodedBrackets { get; init; } = true;

    /// <summary>
    /// How an unknown table is refused: badRequest, forbidden, empty, errorText, notFound; null: as the generation
    /// does.
    /// </summary>
    public string? Unknown { get; init; }

    /// <summary>Tables (<c>Email</c>) and calls (<c>ptz.getPresets</c>) refused, in the words of Unknown.</summary>
    public ImmutableDictionary<string, string> Refusals { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Tables refused over CGI and served over RPC2.</summary>
    public ImmutableArray<string> Rpc2Only { get; init; } = [];

    /// <summary>Number of the first channel in devVideoInput.cgi: 1 or 0.</summary>
    public int CapsFrom { get; init; } = 1;

    /// <summary><c>CRLF</c> or <c>LF</c>; null: as the generation does.</summary>
    public string? LineEnd { get; init; }

    /// <summary><c>utf-8</c> or <c>gbk</c>; null: as the generation does.</summary>
    public string? Charset { get; init; }

    /// <summary>
    /// <c>deviceType</c> of getSystemInfo; null: the model, for recorders 31; empty: the line is missing.
    /// </summary>
    public string? DeviceType { get; init; }

    /// <summary>Whether writes are answered OK; they never change anything.</summary>
    public bool AcceptsWrites { get; init; }

    /// <summary>How RPC2 wants the password: Default (hashed), Basic or Plain.</summary>
    public string Encryption { get; init; } = "Default";

    /// <summary>Seconds an RPC2 session lives without a call.</summary>
    public double SessionSeconds { get; init; } = 60;

    /// <summary>While more connections are open, no login succeeds and none counts as failed; null: no bound.</summary>
    public int? Connections { get; init; }

    /// <summary>Tables in place of, or beside, those made from the other keys: name to raw lines.</summary>
    /// <remarks><c>\xNN</c> in the text is sent as that byte.</remarks>
    public ImmutableDictionary<string, string> Tables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The same for other calls: <c>magicBox.getSystemInfo</c> to raw lines.</summary>
    public ImmutableDictionary<string, string> Answers { get; init; } = ImmutableDictionary<string, string>.Empty;

    public DahuaTime Time { get; init; } = new();

    /// <summary>Days as <c>[month, day]</c>.</summary>
    public ImmutableArray<WirePoint> Holidays { get; init; } = [];

    public DahuaNetwork Network { get; init; } = new();

    public DahuaServices Services { get; init; } = new();

    public DahuaMail Email { get; init; } = new();

    public ImmutableArray<DahuaShare> Nas { get; init; } = [];

    public ImmutableArray<DahuaAlarmInput> AlarmInputs { get; init; } = [];

    public ImmutableArray<DahuaAlarmOutput> AlarmOutputs { get; init; } = [];

    /// <summary>Disks or cards; empty: the call is refused, as without an SD card.</summary>
    public ImmutableArray<DahuaDisk> Storage { get; init; } = [];

    public ImmutableArray<DahuaChannel> Channels { get; init; } = [new DahuaChannel()];
}
