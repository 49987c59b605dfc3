using System.Globalization;
using System.Xml.Linq;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>Which path answers with which document; <c>#</c> stands for a number.</summary>
internal static class HikvisionDocuments
{
    private static readonly Dictionary<string, Func<HikvisionDevice, int, XElement?>> Documents =
        new(StringComparer.Ordinal)
        {
            ["System/deviceInfo"] = (device, _) => HikvisionSystem.DeviceInfo(device),
            ["System/capabilities"] = (device, _) => HikvisionSystem.Capabilities(device),
            ["System/time"] = (device, _) => HikvisionSystem.Time(device),
            ["System/time/ntpServers"] = (device, _) => HikvisionSystem.NtpServers(device),
            ["System/time/ntpServers/#"] = HikvisionSystem.NtpServer,
            ["System/Network/interfaces"] = (device, _) => HikvisionNetworking.Interfaces(device),
            ["System/Network/interfaces/#"] = (device, number) => number == 1
                ? HikvisionNetworking.Interface(device)
                : null,
            ["System/Network/UPnP"] = (device, _) => HikvisionNetworking.Upnp(device),
            ["System/Network/SNMP"] = (device, _) => HikvisionNetworking.Snmp(device),
            ["System/Network/ssh"] = (device, _) => HikvisionNetworking.Ssh(device),
            ["System/Network/EZVIZ"] = (device, _) => HikvisionNetworking.Ezviz(device),
            ["System/Network/Integrate"] = (device, _) => HikvisionNetworking.Integrate(device),
            ["Security/adminAccesses"] = (device, _) => HikvisionNetworking.AdminAccesses(device),
            ["Security/users"] = (device, _) => HikvisionNetworking.Users(device),
            ["Streaming/channels"] = (device, _) => HikvisionStreams.List(device),
            ["Streaming/channels/#"] = HikvisionStreams.Single,
            ["Image/channels/#"] = HikvisionImages.Document,
            ["System/Video/inputs/channels"] = (device, _) => HikvisionInputs.List(device),
            ["System/Video/inputs/channels/#"] = HikvisionInputs.Single,
            ["System/Video/inputs/channels/#/overlays"] = HikvisionInputs.Overlays,
            ["System/Video/inputs/channels/#/privacyMask"] = HikvisionInputs.PrivacyMask,
            ["System/Video/inputs/channels/#/motionDetection"] = HikvisionDetection.Motion,
            ["System/Video/inputs/channels/#/tamperDetection"] = HikvisionDetection.Tamper,
            ["Smart/LineDetection/#"] = HikvisionDetection.Lines,
            ["Smart/FieldDetection/#"] = HikvisionDetection.Fields,
        };

    /// <summary>The document at a path below /ISAPI/, without namespace; null when there is none.</summary>
    public static XElement? Find(HikvisionDevice device, string path)
    {
        var number = 0;
        var pattern = string.Join('/', path.Split('/').Select(segment =>
        {
            if (!int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return segment;
            number = value;
            return "#";
        }));
        return Documents.TryGetValue(pattern, out var document) ? document(device, number) : null;
    }
}
