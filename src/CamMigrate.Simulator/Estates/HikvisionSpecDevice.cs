using System.Collections.Immutable;

namespace CamMigrate.Simulator.Estates;

/// <summary>An alarm input.</summary>
internal sealed record HikvisionInput
{
    public int Number { get; init; } = 1;

    public bool Enabled { get; init; } = true;

    public string Name { get; init; } = "";

    /// <summary>The level that is an alarm: <c>high</c> or <c>low</c>.</summary>
    public string Triggering { get; init; } = "low";

    public ImmutableArray<string> Linkage { get; init; } = [];

    /// <summary>When it is armed, as of an event of a channel; null: always.</summary>
    public ImmutableArray<string>? Armed { get; init; }
}

/// <summary>A relay.</summary>
internal sealed record HikvisionOutput
{
    public int Number { get; init; } = 1;

    public string Name { get; init; } = "";

    /// <summary><c>low</c> or <c>high</c>.</summary>
    public string DefaultState { get; init; } = "low";

    /// <summary>Milliseconds; null: it stays as it was put.</summary>
    public int? Pulse { get; init; }

    /// <summary><c>alarmOut</c>, <c>disable</c>, <c>whiteLight</c>.</summary>
    public string Use { get; init; } = "alarmOut";
}

/// <summary>Two-way audio.</summary>
internal sealed record HikvisionVoice
{
    public string Compression { get; init; } = "G.711ulaw";

    public int SpeakerVolume { get; init; } = 50;

    public int MicrophoneVolume { get; init; } = 50;

    public bool NoiseReduce { get; init; }
}

/// <summary>A receiver of alarms.</summary>
internal sealed record HikvisionHttpHost
{
    public string Host { get; init; } = "0.0.0.0";

    public int Port { get; init; } = 80;

    public string Url { get; init; } = "/";

    public string Protocol { get; init; } = "HTTP";

    public string UserName { get; init; } = "";

    /// <summary><c>none</c>, <c>basic</c> or <c>MD5digest</c>.</summary>
    public string Login { get; init; } = "none";
}

/// <summary>E-mail.</summary>
internal sealed record HikvisionMail
{
    public string Server { get; init; } = "";

    public int Port { get; init; } = 25;

    public bool Tls { get; init; }

    public string UserName { get; init; } = "";

    public string Sender { get; init; } = "";

    public ImmutableArray<string> Receivers { get; init; } = [];
}

/// <summary>Upload of pictures.</summary>
internal sealed record HikvisionFtp
{
    public bool Enabled { get; init; }

    public string Server { get; init; } = "0.0.0.0";

    public int Port { get; init; } = 21;

    public string UserName { get; init; } = "";

    public string Path { get; init; } = "";
}

/// <summary>Disks, cards and shares.</summary>
internal sealed record HikvisionStorage
{
    /// <summary>How many cards, or disks of a recorder.</summary>
    public int Disks { get; init; }

    public ImmutableArray<HikvisionShare> Shares { get; init; } = [];
}

/// <summary>A share on the network.</summary>
internal sealed record HikvisionShare
{
    public string Address { get; init; } = "0.0.0.0";

    public string Path { get; init; } = "/";

    /// <summary><c>NFS</c> or <c>SMB/CIFS</c>.</summary>
    public string MountType { get; init; } = "NFS";

    public string UserName { get; init; } = "";
}

/// <summary>A holiday of the recorder's calendar.</summary>
internal sealed record HikvisionHoliday
{
    public string Name { get; init; } = "Holiday1";

    public bool Enabled { get; init; } = true;

    /// <summary>Month and day, <c>12-24</c>.</summary>
    public string Start { get; init; } = "1-1";

    /// <summary>Month and day, <c>12-26</c>.</summary>
    public string End { get; init; } = "1-1";
}

/// <summary>The camera behind a channel of a recorder.</summary>
internal sealed record HikvisionProxy
{
    public string Address { get; init; } = "192.0.2.200";

    public int Port { get; init; } = 8000;

    public string Protocol { get; init; } = "HIKVISION";

    public string UserName { get; init; } = "admin";

    public string Model { get; init; } = "SIM-1";

    public string SerialNumber { get; init; } = "SIM000000002";

    public string Firmware { get; init; } = "V5.7.0 build 240101";

    /// <summary>Whether the recorder hands on what the camera says of motion and tampering.</summary>
    public bool Connected { get; init; } = true;
}

/// <summary>Presets, patrols and what the camera does when nobody steers it.</summary>
internal sealed record HikvisionPtz
{
    /// <summary>How many presets the list holds; those without a name are empty places.</summary>
    public int Places { get; init; } = 8;

    public ImmutableArray<HikvisionPreset> Presets { get; init; } = [];

    public ImmutableArray<HikvisionPatrol> Patrols { get; init; } = [];

    /// <summary>Null: there is no such document.</summary>
    public HikvisionPark? Park { get; init; }

    /// <summary>Whether limits are set; null: there is no such document.</summary>
    public bool? Limits { get; init; }
}

internal sealed record HikvisionPreset
{
    public int Number { get; init; } = 1;

    public string Name { get; init; } = "";
}

internal sealed record HikvisionPatrol
{
    public int Number { get; init; } = 1;

    public bool Enabled { get; init; } = true;

    public string Name { get; init; } = "";

    /// <summary>Steps as <c>1/30/10</c>: preset, speed, seconds.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];
}

internal sealed record HikvisionPark
{
    public bool Enabled { get; init; } = true;

    /// <summary>Seconds.</summary>
    public int After { get; init; } = 60;

    /// <summary><c>preset</c>, <c>patrol</c>, <c>pattern</c>, <c>autoscan</c>.</summary>
    public string Action { get; init; } = "preset";

    public int Number { get; init; } = 1;
}
