using System.Xml.Linq;
using static CamMigrate.Simulator.Hikvision.HikvisionDevice;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>Interfaces, ports and what runs beside the video.</summary>
internal static class HikvisionNetworking
{
    public static XElement Interfaces(HikvisionDevice device) => new("NetworkInterfaceList", Interface(device));

    public static XElement Interface(HikvisionDevice device)
    {
        var network = device.Settings.Network;
        return Block(
            "NetworkInterface",
            new XElement("id", 1),
            Block(
                "IPAddress",
                new XElement("ipVersion", "dual"),
                new XElement("addressingType", network.Dhcp ? "dynamic" : "static"),
                new XElement("ipAddress", network.IpAddress ?? device.Camera.Address),
                new XElement("subnetMask", network.SubnetMask),
                new XElement("ipv6Address", network.Ipv6Address),
                new XElement("bitMask", network.Ipv6Bits),
                new XElement(
                    "DefaultGateway", new XElement("ipAddress", network.Gateway),
                    new XElement("ipv6Address", network.Ipv6Gateway)),
                new XElement("PrimaryDNS", new XElement("ipAddress", network.Dns.ElementAtOrDefault(0) ?? "0.0.0.0")),
                new XElement("SecondaryDNS", new XElement("ipAddress", network.Dns.ElementAtOrDefault(1) ?? "0.0.0.0")),
                new XElement("Ipv6Mode", new XElement("ipV6AddressingType", network.Ipv6Mode))),
            Block(
                "Link",
                new XElement("MACAddress", device.Camera.Identity.MacAddress),
                new XElement("autoNegotiation", true),
                new XElement("speed", 100),
                new XElement("duplex", "full"),
                new XElement("MTU", network.Mtu)));
    }

    public static XElement AdminAccesses(HikvisionDevice device)
    {
        var own = device.Endpoints();
        var endpoints = device.Settings.Network.UsualPorts ? own with { Http = 80, Https = 443, Rtsp = 554 } : own;
        return new XElement(
            "AdminAccessProtocolList",
            Protocol(1, true, "HTTP", endpoints.Http),
            Protocol(
                2, own.Https is not null, "HTTPS", endpoints.Https ?? 443,
                new XElement("redirectToHttps", device.Settings.Services.RedirectToHttps)),
            Protocol(3, true, "DEV_MANAGE", 8000),
            Protocol(4, true, "RTSP", endpoints.Rtsp),
            Protocol(5, true, "SDK_OVER_TLS", 8443),
            Protocol(6, true, "WebSocket", 7681),
            Protocol(7, false, "WebSocketS", 7682),
            Protocol(8, false, "SRTP", 322),
            Protocol(10, device.Settings.Services.Bonjour, "Bonjour", null));
    }

    public static XElement Upnp(HikvisionDevice device) => new(
        "UPnP", Switch(device.Settings.Services.Upnp), new XElement("name", device.Camera.Identity.Model));

    public static XElement Snmp(HikvisionDevice device) => new(
        "SNMP",
        new XElement(
            "SNMPv2c",
            new XElement("notificationEnabled", false),
            Switch(device.Settings.Services.Snmp)));

    public static XElement Ssh(HikvisionDevice device) => new("SSH", Switch(device.Settings.Services.Ssh));

    public static XElement Ezviz(HikvisionDevice device) => new(
        "EZVIZ",
        Switch(device.Settings.Services.Ezviz),
        new XElement("registerStatus", device.Settings.Services.Ezviz),
        new XElement("redirect", true),
        new XElement(
            "serverAddress",
            new XElement("addressingFormatType", "hostname"),
            new XElement("hostName", "cloud.example.org")),
        new XElement("verificationCode", "SIMCODE"));

    public static XElement Integrate(HikvisionDevice device) => new(
        "Integrate",
        new XElement("CGI", new XElement("enable", true), new XElement("certificateType", "digest")),
        new XElement(
            "ONVIF",
            new XElement("enable", device.Settings.Services.Onvif),
            new XElement("certificateType", "digest")));

    public static XElement? Dot1x(HikvisionDevice device) => device.Settings.Network.Dot1x is not { } enabled
        ? null
        : new XElement(
            "IEEE802_1x",
            Switch(enabled),
            new XElement("authenticationProtocolType", "EAP-MD5"),
            new XElement("EAPOLVersion", 1));

    public static XElement? Telnet(HikvisionDevice device) =>
        device.Settings.Services.Telnet is { } enabled ? new XElement("Telnetd", Switch(enabled)) : null;

    public static XElement? Ehome(HikvisionDevice device) => device.Settings.Services.Ehome is not { } enabled
        ? null
        : new XElement(
            "Ehome",
            Switch(enabled),
            new XElement("addressingFormatType", "ipaddress"),
            new XElement("ipAddress", "0.0.0.0"),
            new XElement("portNo", 7660),
            new XElement("deviceID", device.Camera.Identity.SerialNumber),
            new XElement("registerStatus", false));

    public static XElement? Ddns(HikvisionDevice device) => device.Settings.Services.Ddns is not { } enabled
        ? null
        : new XElement("DDNSList", new XElement(
            "DDNS", new XElement("id", 1), Switch(enabled), new XElement("provider", "DynDNS"),
            new XElement("portNo", 0)));

    private static XElement Protocol(int id, bool enabled, string name, int? port, params XElement[] more) => Block(
        "AdminAccessProtocol",
        new XElement("id", id),
        new XElement("enabled", enabled),
        new XElement("protocol", name),
        more,
        port is null ? null : new XElement("portNo", port));
}
