using System.Xml;
using System.Xml.Linq;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>Relays and contact inputs, for reading.</summary>
internal static class DeviceIo
{
    public static Dictionary<XName, OnvifOperation> Operations { get; } = new()
    {
        [Ns.Device + "GetRelayOutputs"] = (device, _) =>
        [
            .. (device.Settings.Io?.Relays ?? []).Select(relay => new XElement(
                Ns.Device + "RelayOutputs",
                new XAttribute("token", relay.Token),
                new XElement(
                    Ns.Tt + "Properties",
                    new XElement(Ns.Tt + "Mode", relay.Mode),
                    new XElement(Ns.Tt + "DelayTime", XmlConvert.ToString(TimeSpan.FromSeconds(relay.DelaySeconds))),
                    new XElement(Ns.Tt + "IdleState", relay.IdleState)))),
        ],
        [Ns.DeviceIo + "GetDigitalInputs"] = (device, _) =>
        [
            .. device.Settings.Io!.Inputs.Select(input => new XElement(
                Ns.DeviceIo + "DigitalInputs",
                new XAttribute("token", input.Token), new XAttribute("IdleState", input.IdleState))),
        ],
    };

    public static XElement Capabilities(OnvifDevice device) => new(
        Ns.DeviceIo + "Capabilities",
        new XAttribute("RelayOutputs", device.Settings.Io!.Relays.Length),
        new XAttribute("DigitalInputs", device.Settings.Io.Inputs.Length));

    /// <summary>What GetCapabilities says.</summary>
    public static XElement Legacy(OnvifDevice device) => new(
        Ns.Tt + "DeviceIO",
        new XElement(Ns.Tt + "XAddr", device.XAddr(DeviceService.DeviceIoPath)),
        new XElement(Ns.Tt + "VideoSources", device.Settings.Sources.Length),
        new XElement(Ns.Tt + "VideoOutputs", 0),
        new XElement(Ns.Tt + "AudioSources", device.Settings.Audio is null ? 0 : 1),
        new XElement(Ns.Tt + "AudioOutputs", device.Settings.Audio?.Outputs.Length ?? 0),
        new XElement(Ns.Tt + "RelayOutputs", device.Settings.Io!.Relays.Length));
}
