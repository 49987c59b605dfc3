using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using System.Text.RegularExpressions;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Addresses and ports: the tables <c>Network</c>, <c>IPv6Addr</c>, <c>Web</c>, <c>Https</c>, <c>RTSP</c>.
/// </summary>
internal static partial class DahuaNetwork
{
    internal static NetworkSettings? Parse(DahuaTables tables, ReadingNotes notes)
    {
        var network = tables["Network"];
        var protocols = new NetworkProtocols
        {
            Http = Port(tables["Web"]),
            Https = Port(tables["Https"]),
            Rtsp = Port(tables["RTSP"]),
        };
        var hasPorts = protocols != new NetworkProtocols();
        if (network is null && !hasPorts) return null;
        var first = Interface(network);
        network.At("DefaultInterface").Taken();
        Others(network, first, notes);
        first.At("Type").Ignore(IgnoreRule.Identity);
        return new NetworkSettings
        {
            Hostname = HostName(network.At("Hostname"), notes),
            Ipv4 = first is null ? null : Ipv4(first),
            Ipv6 = Ipv6(tables["IPv6Addr"].At(first?.Name ?? "eth0")),
            Dns = first.At("DnsServers") is { } dns
                ? [.. dns.Items().Select(d => Address(d.Node, null)).OfType<string>()] : null,
            Mtu = first.At("MTU").Int(68),
            Protocols = hasPorts ? protocols : null,
        };
    }

    /// <summary>The interface that the device calls its own, else the first; null = none.</summary>
    internal static AnswerNode? Interface(AnswerNode? network) =>
        network.At("DefaultInterface").Peek() is { } name && network.At(name) is { IsLeaf: false } own ? own
            : Interfaces(network).FirstOrDefault();

    /// <summary>Whether the device's word for an address means none.</summary>
    internal static bool IsUnset(string? address) => address is null or "0.0.0.0" or "::" or "none" or "None";

    /// <summary>An address; null = unset, or text that is none (of the family, where one is given).</summary>
    internal static string? Address(AnswerNode? node, AddressFamily? family)
    {
        if (IsUnset(node.Peek()))
        {
            node.Ignore(IgnoreRule.Unset);
            return null;
        }

        if (IPAddress.TryParse(node.Peek()!.Split('%', '/')[0], out var parsed)
            && (family is null || parsed.AddressFamily == family)
            && (parsed.AddressFamily == AddressFamily.InterNetworkV6 || node.Peek()!.Count(c => c == '.') == 3))
        {
            node.Taken();
            return parsed.ToString();
        }

        node.Because("not an address");
        return null;
    }

    /// <summary>An address or the name of a host; null = none, or text that is neither.</summary>
    internal static string? Host(AnswerNode? node)
    {
        if (node.Peek() is not { } text || IsUnset(text) || IPAddress.TryParse(text, out _)) return Address(node, null);
        if (text.Length <= 253 && HostNames().IsMatch(text) && text.Any(char.IsAsciiLetter)) return node.Text();
        node.Because("not a host name");
        return null;
    }

    private static IEnumerable<AnswerNode> Interfaces(AnswerNode? network) =>
        (network?.Children ?? []).Where(c => c.At("IPAddress") is not null || c.At("PhysicalAddress") is not null);

    private static void Others(AnswerNode? network, AnswerNode? first, ReadingNotes notes)
    {
        foreach (var other in Interfaces(network).Where(i => i != first))
        {
            var isUsed = !IsUnset(other.At("IPAddress").Peek());
            if (isUsed)
            {
                notes.Info(
                    "network", $"the interface {Printable.Clip(other.Name)} has an address too; the profile has room for one.");
                other.BecauseAll("the profile has one network interface");
                continue;
            }

            other.Ignore(IgnoreRule.Unused, "IPAddress", "SubnetMask", "DefaultGateway", "DhcpEnable", "DnsAutoGet",
                "MTU", "Type");
            other.At("PhysicalAddress").Ignore(IgnoreRule.Identity);
            other.At("DnsServers").IgnoreAll(IgnoreRule.Unused);
        }
    }

    private static string? HostName(AnswerNode? node, ReadingNotes notes)
    {
        if (node.Peek() is not { } name) return null;
        if (name.Length <= 253 && HostNames().IsMatch(name) && name.Any(c => char.IsAsciiLetter(c) || c is '-' or '_'))
            return node.Text();
        node.Because("not a host name");
        notes.Warn("network.hostname", $"'{Printable.Clip(name)}' is no host name; it is left out.");
        return null;
    }

    private static IpSettings Ipv4(AnswerNode node)
    {
        var dhcp = node.At("DhcpEnable").Bool();
        // The name servers are those of the lease, or typed: the list is carried either way.
        if (node.At("DnsAutoGet").PeekBool() == dhcp) node.At("DnsAutoGet").Ignore(IgnoreRule.Derived);
        return new IpSettings
        {
            Enabled = true,
            Dhcp = dhcp,
            Address = Address(node.At("IPAddress"), AddressFamily.InterNetwork),
            PrefixLength = Prefix(node.At("SubnetMask")),
            Gateway = Address(node.At("DefaultGateway"), AddressFamily.InterNetwork),
        };
    }

    private static IpSettings? Ipv6(AnswerNode? node)
    {
        if (node is null) return null;
        node.At("LinkLocalAddress").Ignore(IgnoreRule.Derived);
        var own = Address(node.At("IPAddress"), AddressFamily.InterNetworkV6);
        if (own is null) node.Ignore(IgnoreRule.Unset, "Prefix", "PrefixLength");
        return new IpSettings
        {
            Enabled = node.At("Enable").Bool(),
            Dhcp = node.At("DhcpEnable").Bool(),
            Address = own,
            PrefixLength = own is null ? null : (node.At("Prefix") ?? node.At("PrefixLength")).Int(0, 128),
            Gateway = Address(node.At("DefaultGateway"), AddressFamily.InterNetworkV6),
        };
    }

    private static NetworkProtocol? Port(AnswerNode? table)
    {
        var port = new NetworkProtocol { Enabled = table.At("Enable").Bool(), Port = table.At("Port").Int(1) };
        return port == new NetworkProtocol() ? null : port;
    }

    private static int? Prefix(AnswerNode? mask)
    {
        if (!IPAddress.TryParse(mask.Peek(), out var parsed) || parsed.AddressFamily != AddressFamily.InterNetwork)
            return null;
        var bits = BinaryPrimitives.ReadUInt32BigEndian(parsed.GetAddressBytes());
        var length = BitOperations.LeadingZeroCount(~bits);
        if (BitOperations.PopCount(bits) != length) return null;
        mask.Taken();
        return length;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_-]{0,62}(\.[A-Za-z0-9_][A-Za-z0-9_-]{0,62})*\.?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HostNames();
}
