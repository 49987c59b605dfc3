using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace CamMigrate.Core.Profiles;

/// <summary>How the device is reached.</summary>
public sealed record NetworkSettings : ProfileNode
{
    /// <summary>Host name (<c>tds:GetHostname</c>).</summary>
    public string? Hostname { get; init; }

    /// <summary>IPv4 of the first interface.</summary>
    public IpSettings? Ipv4 { get; init; }

    /// <summary>IPv6 of the first interface.</summary>
    public IpSettings? Ipv6 { get; init; }

    /// <summary>Name servers, in order.</summary>
    public ImmutableArray<string>? Dns { get; init; }

    /// <summary>Open ports (<c>tds:GetNetworkProtocols</c>).</summary>
    public NetworkProtocols? Protocols { get; init; }

    /// <summary>Port authentication.</summary>
    public EnabledSetting? Dot1x { get; init; }

    /// <summary>Largest packet of the first interface, bytes.</summary>
    [Range(68, 65535)]
    public int? Mtu { get; init; }
}

/// <summary>One address family (<c>tt:IPv4NetworkInterface</c>, <c>tt:IPv6NetworkInterface</c>).</summary>
public sealed record IpSettings : ProfileNode
{
    /// <summary>Whether the family is in use; null = unknown.</summary>
    public bool? Enabled { get; init; }

    /// <summary>True: the address is leased.</summary>
    public bool? Dhcp { get; init; }

    /// <summary>Address; with DHCP the current lease.</summary>
    public string? Address { get; init; }

    /// <summary>Prefix length, bits.</summary>
    [Range(0, 128)]
    public int? PrefixLength { get; init; }

    /// <summary>Default gateway.</summary>
    public string? Gateway { get; init; }
}

/// <summary>The ports a camera is used by.</summary>
public sealed record NetworkProtocols : ProfileNode
{
    /// <summary>Plain web access.</summary>
    public NetworkProtocol? Http { get; init; }

    /// <summary>Web access in TLS.</summary>
    public NetworkProtocol? Https { get; init; }

    /// <summary>Streams.</summary>
    public NetworkProtocol? Rtsp { get; init; }
}

/// <summary>One port (<c>tt:NetworkProtocol</c>).</summary>
public sealed record NetworkProtocol : ProfileNode
{
    /// <summary>Whether it is open; null = the device does not say.</summary>
    public bool? Enabled { get; init; }

    /// <summary>TCP port, 1 to 65535.</summary>
    [Range(1, 65535)]
    public int? Port { get; init; }
}

/// <summary>A feature of which only its being on is known.</summary>
public sealed record EnabledSetting : ProfileNode
{
    /// <summary>Whether it is on.</summary>
    public bool? Enabled { get; init; }
}
