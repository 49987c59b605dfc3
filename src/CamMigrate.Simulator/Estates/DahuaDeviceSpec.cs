using System.Collections.Immutable;

namespace CamMigrate.Simulator.Estates;

internal sealed record DahuaTime
{
    public bool Ntp { get; init; } = true;

    /// <summary>The first is the one in use; up to three.</summary>
    public ImmutableArray<string> NtpServers { get; init; } = ["192.0.2.1"];

    public int UpdateMinutes { get; init; } = 60;

    /// <summary>Index of the zone, 0 GMT, 13 +08:00, 25 -05:00.</summary>
    public int TimeZone { get; init; } = 1;

    /// <summary>The device's own word, or an IANA name.</summary>
    public string TimeZoneText { get; init; } = "Brussels";

    public bool Dst { get; init; } = true;

    /// <summary>Month, week (-1 last, 0: the day is one of the month), day (0 Sunday), hour.</summary>
    public ImmutableArray<int> DstStart { get; init; } = [3, -1, 0, 2];

    public ImmutableArray<int> DstEnd { get; init; } = [10, -1, 0, 3];

    public string Format { get; init; } = "yyyy-MM-dd HH:mm:ss";
}

internal sealed record DahuaNetwork
{
    public string Interface { get; init; } = "eth0";

    public string Hostname { get; init; } = "IPC";

    public string Domain { get; init; } = "";

    public bool Dhcp { get; init; }

    /// <summary>Null: the address the camera listens on.</summary>
    public string? IpAddress { get; init; }

    public string SubnetMask { get; init; } = "255.255.255.0";

    public string Gateway { get; init; } = "192.0.2.254";

    public ImmutableArray<string> Dns { get; init; } = ["192.0.2.2"];

    public int Mtu { get; init; } = 1500;
}

internal sealed record DahuaServices
{
    public bool Rtsp { get; init; } = true;

    public bool Upnp { get; init; }

    public bool Multicast { get; init; }

    /// <summary>P2P cloud, table T2UServer.</summary>
    public bool P2p { get; init; }

    public bool Ddns { get; init; }

    public bool Telnet { get; init; }

    public bool Ssh { get; init; }

    public bool Snmp { get; init; }

    public bool Bonjour { get; init; }

    /// <summary>ONVIF version named; null: the call is refused.</summary>
    public string? OnvifVersion { get; init; } = "16.12";

    public bool OnvifLoginCheck { get; init; } = true;
}

internal sealed record DahuaMail
{
    public bool Enabled { get; init; }

    public string Server { get; init; } = "none";

    public int Port { get; init; } = 25;

    /// <summary><c>none</c>, <c>ssl</c> or <c>tls</c>.</summary>
    public string Encryption { get; init; } = "none";

    public bool Anonymous { get; init; }

    public string Username { get; init; } = "anonymity";

    /// <summary>What the table shows in the password's place; some firmware shows the password.</summary>
    public string Password { get; init; } = "******";

    public string Sender { get; init; } = "none";

    public ImmutableArray<string> Recipients { get; init; } = [];

    public string Title { get; init; } = "IPC Message";
}

/// <summary>A place for files: FTP, SFTP, NFS or SMB.</summary>
internal sealed record DahuaShare
{
    public bool Enabled { get; init; } = true;

    public string Name { get; init; } = "FTP1";

    public string Protocol { get; init; } = "FTP";

    public string Address { get; init; } = "192.0.2.9";

    public int Port { get; init; } = 21;

    public string Username { get; init; } = "";

    public string Password { get; init; } = "******";

    public string Directory { get; init; } = "share";
}

internal sealed record DahuaAlarmInput
{
    public bool Enabled { get; init; } = true;

    public string Name { get; init; } = "Alarm1";

    /// <summary><c>NO</c> or <c>NC</c>.</summary>
    public string SensorType { get; init; } = "NO";

    /// <summary>Whether it is raised now.</summary>
    public bool Active { get; init; }

    public DahuaActions Actions { get; init; } = new();
}

internal sealed record DahuaAlarmOutput
{
    public string Name { get; init; } = "Out1";

    /// <summary>0 automatic, 1 on, 2 off.</summary>
    public int Mode { get; init; }
}

internal sealed record DahuaDisk
{
    public string Name { get; init; } = "/dev/mmc0";

    public string State { get; init; } = "Success";

    public double TotalBytes { get; init; } = 63864569856;

    public double UsedBytes { get; init; } = 31932284928;
}

/// <summary>What an event does: the EventHandler of its table.</summary>
internal sealed record DahuaActions
{
    public bool Record { get; init; } = true;

    public bool Snapshot { get; init; }

    public bool Mail { get; init; }

    public bool AlarmOut { get; init; }

    public bool Beep { get; init; }

    public int RecordLatch { get; init; } = 10;

    public int AlarmOutLatch { get; init; } = 10;

    public int Dejitter { get; init; } = 5;

    /// <summary>Preset gone to; null: none.</summary>
    public int? Preset { get; init; }

    /// <summary>Six sections at most of every day: <c>1 00:00:00-24:00:00</c>.</summary>
    public ImmutableArray<string> Sections { get; init; } = ["1 00:00:00-24:00:00"];
}
