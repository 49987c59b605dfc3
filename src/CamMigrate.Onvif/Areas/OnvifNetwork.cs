using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Areas;

/// <summary>Address and names. Read only: this version does not write them.</summary>
internal static class OnvifNetwork
{
    /// <summary>Reads what the device service says of the network; each answer may be missing.</summary>
    internal static NetworkSettings Parse(
        XElement? hostname, XElement? interfaces, XElement? gateway, XElement? dns, XElement? protocols) => new()
        {
            Hostname = hostname.At("HostnameInformation", "Name").AsText(),
            Ipv4 = Ipv4(First(interfaces), gateway.At("NetworkGateway", "IPv4Address").AsText()),
            Dns = dns.At("DNSInformation") is { } information ? Servers(information) : null,
            Protocols = protocols is null ? null : Protocols(protocols.Items("NetworkProtocols")),
        };

    /// <summary>The MAC address of the first interface, lower case with colons; null = it does not say.</summary>
    internal static string? MacAddress(XElement? interfaces)
    {
        var digits = new string([
            .. (First(interfaces).At("Info", "HwAddress").AsText() ?? "").Where(char.IsAsciiHexDigit)]);
        return digits.Length == 12 && digits.Any(d => d != '0')
            ? string.Join(':', digits.ToLowerInvariant().Chunk(2).Select(p => new string(p)))
            : null;
    }

    private static XElement? First(XElement? interfaces)
    {
        var all = interfaces.Items("NetworkInterfaces");
        return all.FirstOrDefault(i => i.At("Enabled").AsBool() == true && i.At("IPv4") is not null)
            ?? all.FirstOrDefault();
    }

    private static IpSettings? Ipv4(XElement? adapter, string? gateway)
    {
        var config = adapter.At("IPv4", "Config");
        if (config is null) return null;
        var isDhcp = config.At("DHCP").AsBool();
        var (leased, manual) = (config.At("FromDHCP"), config.At("Manual"));
        var address = isDhcp == true ? leased ?? manual : manual ?? leased;
        return new IpSettings
        {
            Enabled = adapter.At("IPv4", "Enabled").AsBool(),
            Dhcp = isDhcp,
            Address = address.At("Address").AsText(),
            PrefixLength = address.At("PrefixLength").Int() is >= 0 and <= 32 and var bits ? bits : null,
            Gateway = gateway is "0.0.0.0" ? null : gateway,
        };
    }

    private static ImmutableArray<string> Servers(XElement information)
    {
        var name = information.At("FromDHCP").AsBool() == true ? "DNSFromDHCP" : "DNSManual";
        return [.. information.Items(name)
            .Select(s => s.At("IPv4Address").AsText() ?? s.At("IPv6Address").AsText()).OfType<string>()
            .Where(s => s is not ("0.0.0.0" or "::"))];
    }

    private static NetworkProtocols Protocols(List<XElement> all) => new()
    {
        Http = Protocol(all, "HTTP"),
        Https = Protocol(all, "HTTPS"),
        Rtsp = Protocol(all, "RTSP"),
    };

    private static NetworkProtocol? Protocol(List<XElement> all, string name) =>
        all.FirstOrDefault(p => p.At("Name").AsText() == name) is { } protocol
            ? new NetworkProtocol
            {
                Enabled = protocol.At("Enabled").AsBool(),
                Port = protocol.At("Port").Int() is > 0 and <= 65535 and var port ? port : null,
            }
            : null;
}
