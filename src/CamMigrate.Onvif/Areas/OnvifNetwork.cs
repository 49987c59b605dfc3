using System.Collections.Immutable;
using System.Net.Sockets;
using System.Xml.Linq;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Areas;

/// <summary>Address and names. Read only: this version does not write them.</summary>
internal static class OnvifNetwork
{
    private const int Most = 200;

    /// <summary>Reads what the device service says of the network; each answer may be missing.</summary>
    internal static NetworkSettings Parse(
        XElement? hostname, XElement? interfaces, XElement? gateway, XElement? dns, XElement? protocols) =>
        Parse(hostname.Node(), interfaces.Node(), gateway.Node(), dns.Node(), protocols.Node());

    /// <summary>Takes what the device service says of the network; each answer may be missing.</summary>
    internal static NetworkSettings Parse(
        AnswerNode? hostname, AnswerNode? interfaces, AnswerNode? gateway, AnswerNode? dns, AnswerNode? protocols)
    {
        var name = hostname.At("HostnameInformation");
        var adapter = First(interfaces);
        adapter.Ignore(IgnoreRule.Identity, "@token");
        var info = adapter.At("Info");
        info.Ignore(IgnoreRule.Identity, "Name");
        Leased(name.At("FromDHCP"));
        return new NetworkSettings
        {
            Hostname = name.At("Name").Text(),
            Ipv4 = OnvifAddresses.Ipv4(adapter, gateway.At("NetworkGateway").Children("IPv4Address").FirstOrDefault()),
            Ipv6 = OnvifAddresses.Ipv6(adapter, gateway.At("NetworkGateway").Children("IPv6Address").FirstOrDefault()),
            Mtu = info.At("MTU").Int(68),
            Dns = dns.At("DNSInformation") is { } information ? Servers(information) : null,
            Protocols = protocols is null ? null : Protocols([.. protocols.Children("NetworkProtocols").Take(Most)]),
        };
    }

    /// <summary>The MAC address of the first interface, lower case with colons; null = it does not say.</summary>
    internal static string? MacAddress(XElement? interfaces) => MacAddress(interfaces.Node());

    /// <summary>Takes the MAC address of the first interface.</summary>
    internal static string? MacAddress(AnswerNode? interfaces)
    {
        var node = First(interfaces).At("Info", "HwAddress");
        var digits = new string([.. (node.Peek() ?? "").Where(char.IsAsciiHexDigit)]);
        if (digits.Length != 12 || digits.All(d => d == '0')) return null;
        node.Taken();
        return string.Join(':', digits.ToLowerInvariant().Chunk(2).Select(p => new string(p)));
    }

    private static AnswerNode? First(AnswerNode? interfaces)
    {
        var all = interfaces.Children("NetworkInterfaces").Take(Most).ToList();
        return all.FirstOrDefault(i => i.At("Enabled").PeekBool() == true && i.At("IPv4") is not null)
            ?? all.FirstOrDefault();
    }

    /// <summary>A switch that says that a value is leased: the profile has no place for that.</summary>
    private static void Leased(AnswerNode? node)
    {
        if (node.PeekBool() == true) node.Because("the profile names the value, not that it is leased");
        else node.Ignore(IgnoreRule.NotInForce);
    }

    private static ImmutableArray<string> Servers(AnswerNode information)
    {
        var isLeased = information.At("FromDHCP").PeekBool() == true;
        Leased(information.At("FromDHCP"));
        foreach (var other in information.Children(isLeased ? "DNSManual" : "DNSFromDHCP"))
            other.Ignore(IgnoreRule.NotInForce, "Type", "IPv4Address", "IPv6Address");
        return [.. information.Children(isLeased ? "DNSFromDHCP" : "DNSManual").Take(Most)
            .Select(Server).OfType<string>()];
    }

    private static string? Server(AnswerNode server)
    {
        server.At("Type").Ignore(IgnoreRule.Derived);
        return OnvifAddresses.Take(server.At("IPv4Address"), AddressFamily.InterNetwork)
            ?? OnvifAddresses.Take(server.At("IPv6Address"), AddressFamily.InterNetworkV6);
    }

    private static NetworkProtocols Protocols(List<AnswerNode> all) => new()
    {
        Http = Protocol(all, "HTTP"),
        Https = Protocol(all, "HTTPS"),
        Rtsp = Protocol(all, "RTSP"),
    };

    private static NetworkProtocol? Protocol(List<AnswerNode> all, string name)
    {
        if (all.FirstOrDefault(p => p.At("Name").Peek() == name) is not { } protocol) return null;
        protocol.At("Name").Taken();
        return new NetworkProtocol { Enabled = protocol.At("Enabled").Bool(), Port = protocol.At("Port").Int(1) };
    }
}
