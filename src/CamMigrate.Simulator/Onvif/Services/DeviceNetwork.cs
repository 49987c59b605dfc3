using System.Xml.Linq;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>Host name and interfaces, read only.</summary>
internal static class DeviceNetwork
{
    public static Dictionary<XName, OnvifOperation> Operations { get; } = new()
    {
        [Ns.Device + "GetHostname"] = Hostname,
        [Ns.Device + "GetNetworkInterfaces"] = Interfaces,
    };

    private static object?[] Hostname(OnvifDevice device, XElement call) =>
    [
        new XElement(
            Ns.Device + "HostnameInformation",
            new XElement(Ns.Tt + "FromDHCP", false),
            new XElement(Ns.Tt + "Name", device.Settings.Hostname)),
    ];

    private static object?[] Interfaces(OnvifDevice device, XElement call)
    {
        var address = new[]
        {
            new XElement(Ns.Tt + "Address", device.Endpoints.Address),
            new XElement(Ns.Tt + "PrefixLength", device.Settings.PrefixLength),
        };
        return
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
                            Ns.Tt + (device.Settings.Dhcp ? "FromDHCP" : "Manual"), address.Cast<object>().ToArray()),
                        new XElement(Ns.Tt + "DHCP", device.Settings.Dhcp)))),
        ];
    }
}
