using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// Addresses and ports: <c>GET /ISAPI/System/Network/interfaces</c> and <c>/Security/adminAccesses</c>.
/// </summary>
internal static class HikvisionNetwork
{
    // An address that the camera gave itself (apipa) is neither.
    private static readonly FrozenDictionary<string, bool> Leases = new Dictionary<string, bool>
    {
        ["static"] = false,
        ["dynamic"] = true,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static NetworkSettings? Parse(
        AnswerNode? interfaces, AnswerNode? ports, EnabledSetting? dot1x, ReadingNotes notes)
    {
        if (interfaces is null && ports is null && dot1x is null) return null;
        var all = interfaces.Children("NetworkInterface").ToList();
        if (all.Count > 1)
            notes.Info("network", "the camera has more than one network interface; only the first is carried.");
        var first = all.FirstOrDefault();
        var address = first.At("IPAddress");
        first.At("id").Ignore(IgnoreRule.Identity);
        first.At("Link", "MACAddress").Ignore(IgnoreRule.Identity);
        first.At("Link").Ignore(IgnoreRule.Status, "speed", "duplex");
        return new NetworkSettings
        {
            Ipv4 = address is null ? null : Ipv4(address, notes),
            Ipv6 = address is null ? null : Ipv6(address),
            Dns = address is null ? null : Dns(address),
            Protocols = ports is null ? null : Protocols(ports),
            Dot1x = dot1x,
            Mtu = first.At("Link", "MTU").Int(68),
        };
    }

    /// <summary>Whether the camera's word for an address means none.</summary>
    internal static bool IsUnset(string? address) => address is null || (IPAddress.TryParse(address, out var parsed)
        && (parsed.Equals(IPAddress.Any) || parsed.Equals(IPAddress.IPv6Any)));

    /// <summary>An address; null = unset, or text that is none (of the family, where one is given).</summary>
    internal static string? Address(AnswerNode? node, AddressFamily? family = null)
    {
        if (IsUnset(node.Peek()))
        {
            node.Ignore(IgnoreRule.Unset);
            return null;
        }

        if (IPAddress.TryParse(node.Peek(), out var parsed) && (family is null || parsed.AddressFamily == family)
            && (parsed.AddressFamily == AddressFamily.InterNetworkV6 || node.Peek()!.Count(c => c == '.') == 3))
        {
            node.Taken();
            return parsed.ToString();
        }

        node.Because("not an address");
        return null;
    }

    /// <summary>Bonjour stands among the ports since 5.7, without a port.</summary>
    internal static bool? Bonjour(AnswerNode? ports)
    {
        var entry = ports.Children("AdminAccessProtocol").FirstOrDefault(p => Is(p, "Bonjour"));
        entry.At("protocol").Taken();
        return entry.At("enabled").Bool();
    }

    private static IpSettings Ipv4(AnswerNode address, ReadingNotes notes)
    {
        var version = address.At("ipVersion").Text();
        return new IpSettings
        {
            Enabled = version is null ? null : !version.Equals("v6", StringComparison.OrdinalIgnoreCase),
            Dhcp = address.At("addressingType").Map(Leases, "network.ipv4.dhcp", notes),
            Address = Address(address.At("ipAddress"), AddressFamily.InterNetwork),
            PrefixLength = Prefix(address.At("subnetMask")),
            Gateway = Address(address.At("DefaultGateway", "ipAddress"), AddressFamily.InterNetwork),
        };
    }

    private static IpSettings? Ipv6(AnswerNode address)
    {
        var version = address.At("ipVersion").Peek();
        // ra, dhcp or manual; directly below IPAddress on old firmware.
        var mode = (address.At("Ipv6Mode", "ipV6AddressingType") ?? address.At("ipV6AddressingType")).Text();
        var (at, gateway) = (address.At("ipv6Address"), address.At("DefaultGateway", "ipv6Address"));
        if ("ra".Equals(mode, StringComparison.OrdinalIgnoreCase))
        {
            // What a router announces is no setting, and must not become one somewhere else.
            foreach (var node in new[] { at, gateway }) node.Ignore(IsUnset(node.Peek()) ? IgnoreRule.Unset : IgnoreRule.Status);
            (at, gateway) = (null, null);
        }

        var own = Address(at, AddressFamily.InterNetworkV6);
        if (version is null && own is null && mode is null) return null;
        var bits = address.At("bitMask");
        if (own is null) bits.Ignore(IgnoreRule.Unset);
        return new IpSettings
        {
            Enabled = version is null ? null : !version.Equals("v4", StringComparison.OrdinalIgnoreCase),
            Dhcp = mode is null ? null : mode.Equals("dhcp", StringComparison.OrdinalIgnoreCase),
            Address = own,
            PrefixLength = own is null ? null : bits.Int(0, 128),
            Gateway = Address(gateway, AddressFamily.InterNetworkV6),
        };
    }

    private static ImmutableArray<string> Dns(AnswerNode address) =>
    [
        .. new[] { "PrimaryDNS", "SecondaryDNS" }
            .SelectMany(name => new[] { address.At(name, "ipAddress"), address.At(name, "ipv6Address") })
            .Select(node => Address(node)).OfType<string>(),
    ];

    private static NetworkProtocols Protocols(AnswerNode ports)
    {
        foreach (var entry in ports.Children("AdminAccessProtocol")) entry.At("id").Ignore(IgnoreRule.Identity);
        return new() { Http = Port(ports, "HTTP"), Https = Port(ports, "HTTPS"), Rtsp = Port(ports, "RTSP") };
    }

    /// <summary>By protocol, never by id: ids have gaps and other orders on recorders.</summary>
    private static NetworkProtocol? Port(AnswerNode ports, string protocol)
    {
        if (ports.Children("AdminAccessProtocol").FirstOrDefault(p => Is(p, protocol)) is not { } entry) return null;
        entry.At("protocol").Taken();
        return new NetworkProtocol { Enabled = entry.At("enabled").Bool(), Port = entry.At("portNo").Int(1) };
    }

    private static bool Is(AnswerNode entry, string protocol) =>
        protocol.Equals(entry.At("protocol").Peek(), StringComparison.OrdinalIgnoreCase);

    private static int? Prefix(AnswerNode? mask)
    {
        if (IsUnset(mask.Peek()))
        {
            mask.Ignore(IgnoreRule.Unset);
            return null;
        }

        if (!IPAddress.TryParse(mask.Peek(), out var parsed) || parsed.AddressFamily != AddressFamily.InterNetwork)
            return null;
        var bits = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(parsed.GetAddressBytes());
        var length = BitOperations.LeadingZeroCount(~bits);
        if (BitOperations.PopCount(bits) != length) return null;
        mask.Taken();
        return length;
    }
}
