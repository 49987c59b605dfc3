using System.Collections.Immutable;

namespace CamMigrate.Simulator.Estates;

/// <summary>
/// Settings of a virtual Hikvision, in ISAPI's words and wire numbers (704×576 from the bottom left).
/// </summary>
internal sealed record HikvisionSpec
{
    /// <summary>False: as from the factory, without a password: everything but that question is refused.</summary>
    public bool Activated { get; init; } = true;

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

    /// <summary>
    /// First part of every path; a rebrand has another one, and answers nothing below <c>/ISAPI/</c>.
    /// </summary>
    public string Prefix { get; init; } = "ISAPI";

    /// <summary><c>IPCamera</c>, <c>IPDome</c>, <c>NVR</c> or <c>DVR</c>; the last two are recorders.</summary>
    public string DeviceType { get; init; } = "IPCamera";

    /// <summary>
    /// Flags of the capability document that say something else than the settings do: name to <c>true</c>,
    /// <c>false</c> or <c>absent</c>.
    /// </summary>
    public ImmutableDictionary<string, string> Advertises { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How many lines, and how many fields, a channel has room for: 4, on old firmware 1.</summary>
    public int SmartSlots { get; init; } = 4;

    /// <summary>
    /// Root of the list of triggers: <c>EventTriggerList</c>, or <c>EventNotification</c> around it on old firmware.
    /// </summary>
    public string TriggersRoot { get; init; } = "EventTriggerList";

    /// <summary>Whether arming schedules are served as lists of all channels.</summary>
    public bool ScheduleLists { get; init; } = true;

    public HikvisionTime Time { get; init; } = new();

    public HikvisionNetwork Network { get; init; } = new();

    public HikvisionServices Services { get; init; } = new();

    public ImmutableArray<HikvisionChannel> Channels { get; init; } = [new HikvisionChannel()];

    public ImmutableArray<HikvisionInput> Inputs { get; init; } = [];

    public ImmutableArray<HikvisionOutput> Outputs { get; init; } = [];

    /// <summary>Null: there is no two-way audio.</summary>
    public HikvisionVoice? Voice { get; init; }

    public ImmutableArray<HikvisionHttpHost> HttpHosts { get; init; } = [];

    /// <summary>Null: there is no such document.</summary>
    public HikvisionMail? Mail { get; init; }

    /// <summary>Null: there is no such document.</summary>
    public HikvisionFtp? Ftp { get; init; }

    public HikvisionStorage? Storage { get; init; }

    /// <summary>Empty: there is no such document.</summary>
    public ImmutableArray<HikvisionHoliday> Holidays { get; init; } = [];

    /// <summary>Names of the accounts that ONVIF has for itself; empty: there is no such document.</summary>
    public ImmutableArray<string> OnvifUsers { get; init; } = [];

    /// <summary>Events that belong to no channel, as <c>diskfull</c>.</summary>
    public ImmutableArray<HikvisionEvent> Events { get; init; } = [];
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

    /// <summary>The list of ports names 80, 443 and 554, as a camera does behind a router that maps ports.</summary>
    public bool UsualPorts { get; init; }

    public string Ipv6Address { get; init; } = "::";

    public int Ipv6Bits { get; init; }

    public string Ipv6Gateway { get; init; } = "::";

    /// <summary><c>ra</c>, <c>dhcp</c> or <c>manual</c>.</summary>
    public string Ipv6Mode { get; init; } = "ra";

    /// <summary>Null: there is no such document.</summary>
    public bool? Dot1x { get; init; }
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

    /// <summary>Null: there is no such document.</summary>
    public bool? Telnet { get; init; }

    /// <summary>ISUP; null: there is no such document.</summary>
    public bool? Ehome { get; init; }

    /// <summary>Null: there is no such document.</summary>
    public bool? Ddns { get; init; }

    /// <summary>How many wrong logins lock; null: there is no such document.</summary>
    public int? LoginLock { get; init; }
}
