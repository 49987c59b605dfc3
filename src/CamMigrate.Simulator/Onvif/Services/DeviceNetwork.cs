using System.Net;
using System.Net.Sockets;
using System.Xml.Linq;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>Host name, interfaces, gateway, name servers, ports and 802.1X, read only.</summary>
internal static class DeviceNetwork
{
    public static Dictionary<XName, OnvifOperation> Operations { get; } = new()
    {
        [Ns.Device + "GetHostname"] = Hostname,
        [Ns.Device + "GetNetworkInterfaces"] = Interfaces,
        [Ns.Device + "GetNetworkDefaultGateway"] = Gateway,
        [Ns.Device + "GetDNS"] = Dns,
        [Ns.Device + "GetNetworkProtocols"] = Protocols,
        [Ns.Device + "GetDiscoveryMode"] = (device, _) =>
        [
            new XElement(
                Ns.Device + "DiscoveryMode",
                device.Settings.Network.Discoverable ? "Discoverable" : "NonDiscoverable"),
        ],
        [Ns.Device + "GetDot1XConfigurations"] = Dot1x,
    };

    private static object?[] Hostname(OnvifDevice device, XElement call) =>
    [
        new XElement(
            Ns.Device + "HostnameInformation",
            new XElement(Ns.Tt + "FromDHCP", false),
            new XElement(Ns.Tt + "Name", device.Settings.Hostname)),
    ];

    private static object?[] Interfaces(OnvifDevice device, XElement call) =>
    [
        new XElement(
            Ns.Device + "NetworkInterfaces",
            new XAttribute("token", "eth0"),
            new XElement(Ns.Tt + "Enabled", true),
            new XElement(
                Ns.Tt + "Info",
                new XElement(Ns.Tt + "Name", "eth0"),
                new XElement(Ns.Tt + "HwAddress", device.Camera.Identity.MacAddress),
                new XElement(Ns.Tt + "MTU", 1500)),
            new XElement(
                Ns.Tt + "IPv4",
                new XElement(Ns.Tt + "Enabled", true),
                new XElement(
                    Ns.Tt + "Config",
                    new XElement(
                        Ns.Tt + (device.Settings.Dhcp ? "FromDHCP" : "Manual"),
                        new XElement(Ns.Tt + "Address", device.Endpoints.Address),
                        new XElement(Ns.Tt + "PrefixLength", device.Settings.PrefixLength)),
                    new XElement(Ns.Tt + "DHCP", device.Settings.Dhcp))),
            Ipv6(device)),
    ];

    private static XElement? Ipv6(OnvifDevice device) => device.Settings.Network.Ipv6 is not { } address
        ? null
        : new XElement(
            Ns.Tt + "IPv6",
            new XElement(Ns.Tt + "Enabled", true),
            new XElement(
                Ns.Tt + "Config",
                new XElement(Ns.Tt + "DHCP", "Off"),
                new XElement(
                    Ns.Tt + "Manual",
                    new XElement(Ns.Tt + "Address", address),
                    new XElement(Ns.Tt + "PrefixLength", device.Settings.Network.Ipv6PrefixLength))));

    private static object?[] Gateway(OnvifDevice device, XElement call) =>
    [
        new XElement(
            Ns.Device + "NetworkGateway",
            device.Settings.Network.Gateway is { } gateway ? new XElement(Ns.Tt + "IPv4Address", gateway) : null),
    ];

    private static object?[] Dns(OnvifDevice device, XElement call) =>
    [
        new XElement(
            Ns.Device + "DNSInformation",
            new XElement(Ns.Tt + "FromDHCP", false),
            device.Settings.Network.Dns.Select(server => new XElement(
                Ns.Tt + "DNSManual",
                new XElement(Ns.Tt + "Type", IsIpv6(server) ? "IPv6" : "IPv4"),
                new XElement(Ns.Tt + (IsIpv6(server) ? "IPv6Address" : "IPv4Address"), server)))),
    ];

    private static object?[] Protocols(OnvifDevice device, XElement call)
    {
        XElement Protocol(string name, bool enabled, int port) => new(
            Ns.Device + "NetworkProtocols",
            new XElement(Ns.Tt + "Name", name),
            new XElement(Ns.Tt + "Enabled", enabled),
            new XElement(Ns.Tt + "Port", port));
        return [Protocol("HTTP", true, 80), Protocol("HTTPS", device.Settings.Network.Https, 443), Protocol("RTSP", true, 554)];
    }

    private static object?[] Dot1x(OnvifDevice device, XElement call) => device.Settings.Network.Dot1x
        ?
        [
            new XElement(
                Ns.Device + "Dot1XConfiguration",
                new XElement(Ns.Tt + "Dot1XConfigurationToken", "Dot1X_1"),
                new XElement(Ns.Tt + "Identity", "camera"),
                new XElement(Ns.Tt + "EAPMethod", 4)),
        ]
        : [];

    private static bool IsIpv6(string address) =>
        IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetworkV6;
}
