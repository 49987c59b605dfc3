namespace CamMigrate.Core.Profiles;

/// <summary>What runs beside the video; null = unknown.</summary>
public sealed record ServiceSettings : ProfileNode
{
    /// <summary>Answers WS-Discovery (<c>tds:GetDiscoveryMode</c>).</summary>
    public bool? Discovery { get; init; }

    /// <summary>UPnP announcements or port mapping.</summary>
    public bool? Upnp { get; init; }

    /// <summary>SNMP agent.</summary>
    public EnabledSetting? Snmp { get; init; }

    /// <summary>SSH login.</summary>
    public bool? Ssh { get; init; }

    /// <summary>Telnet login.</summary>
    public bool? Telnet { get; init; }

    /// <summary>Multicast DNS announcements.</summary>
    public bool? Bonjour { get; init; }

    /// <summary>The maker's cloud.</summary>
    public EnabledSetting? Cloud { get; init; }
}
