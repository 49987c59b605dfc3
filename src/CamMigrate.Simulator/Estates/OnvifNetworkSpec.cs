using System.Collections.Immutable;

namespace CamMigrate.Simulator.Estates;

/// <summary>What the camera says of the network beside its own address.</summary>
internal sealed record OnvifNetworkSpec
{
    /// <summary>IPv4 address of the gateway; null: none.</summary>
    public string? Gateway { get; init; }

    /// <summary>Addresses of name servers.</summary>
    public ImmutableArray<string> Dns { get; init; } = [];

    /// <summary>A manual IPv6 address; null: IPv6 is off.</summary>
    public string? Ipv6 { get; init; }

    public int Ipv6PrefixLength { get; init; } = 64;

    public bool Https { get; init; }

    /// <summary>Whether an 802.1X configuration is stored.</summary>
    public bool Dot1x { get; init; }

    /// <summary>What GetDiscoveryMode says.</summary>
    public bool Discoverable { get; init; } = true;
}
