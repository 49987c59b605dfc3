using System.Xml.Linq;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>The channels of a recorder whose picture comes from a camera on the network.</summary>
internal static class HikvisionProxies
{
    public static bool IsProxied(HikvisionDevice device, int number) => device.Channel(number)?.Proxied is not null;

    public static XElement? List(HikvisionDevice device) => !device.IsRecorder
        ? null
        : new XElement(
            "InputProxyChannelList",
            from channel in device.Settings.Channels
            where channel.Proxied is not null
            select Channel(channel, channel.Proxied!));

    private static XElement Channel(HikvisionChannel channel, HikvisionProxy camera) => new(
        "InputProxyChannel",
        new XElement("id", channel.Number),
        new XElement("name", channel.Name),
        new XElement(
            "sourceInputPortDescriptor",
            new XElement("proxyProtocol", camera.Protocol),
            new XElement("addressingFormatType", "ipaddress"),
            new XElement("ipAddress", camera.Address),
            new XElement("managePortNo", camera.Port),
            new XElement("srcInputPort", 1),
            new XElement("userName", camera.UserName),
            new XElement("streamType", "auto"),
            new XElement("model", camera.Model),
            new XElement("serialNumber", camera.SerialNumber),
            new XElement("firmwareVersion", camera.Firmware),
            new XElement("deviceID")),
        new XElement("enableAnr", false),
        new XElement("enableTiming", true));
}
