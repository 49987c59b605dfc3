using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Discovery;

/// <summary>
/// SADP: an inquiry coming in, the match going out. What is no inquiry would set something, and is counted so.
/// </summary>
internal static class SadpMessage
{
    public static byte[]? Answer(
        ReadOnlyMemory<byte> datagram, CameraSpec camera, CameraEndpoints at, CameraCounters counters)
    {
        // Others' answers arrive here, too.
        if (Parse(datagram) is not { } probe || probe.Name.LocalName != "Probe") return null;
        var types = probe.Element("Types")?.Value;
        if (types == "inquiry" && probe.Element("Uuid")?.Value is { Length: > 0 } uuid) return Match(uuid, camera, at);
        counters.Write($"SADP {types}");
        return null;
    }

    private static XElement? Parse(ReadOnlyMemory<byte> datagram)
    {
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(datagram.ToArray()), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static byte[] Match(string uuid, CameraSpec camera, CameraEndpoints at)
    {
        var settings = camera.Hikvision ?? new HikvisionSpec();
        var network = settings.Network;
        var identity = camera.Identity;
        return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n" + new XElement(
            "ProbeMatch",
            new XElement("Uuid", uuid),
            new XElement("Types", "inquiry"),
            new XElement("DeviceType", 139266),
            new XElement("DeviceDescription", identity.Model),
            new XElement("DeviceSN", identity.SerialNumber),
            new XElement("CommandPort", 8000),
            new XElement("HttpPort", at.Http),
            new XElement("MAC", identity.MacAddress.Replace(':', '-')),
            new XElement("IPv4Address", network.IpAddress ?? at.Address.ToString()),
            new XElement("IPv4SubnetMask", network.SubnetMask),
            new XElement("IPv4Gateway", network.Gateway),
            new XElement("IPv6Address", "::"),
            new XElement("DHCP", network.Dhcp ? "true" : "false"),
            new XElement("AnalogChannelNum", 0),
            new XElement("DigitalChannelNum", 1),
            new XElement("SoftwareVersion", string.Create(CultureInfo.InvariantCulture, $"{identity.Firmware}build {identity.Build}")),
            new XElement("DSPVersion", "V7.3 build 240101"),
            new XElement("BootTime", "2024-01-01 00:00:00"),
            new XElement("Encrypt", "true"),
            new XElement("ResetAbility", "false"),
            new XElement("Activated", settings.Activated ? "true" : "false")));
    }
}
