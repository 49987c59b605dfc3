using System.Globalization;
using System.Xml.Linq;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>Which path answers with which document; <c>#</c> stands for a number.</summary>
internal static class HikvisionDocuments
{
    private const string Schedules = "Event/schedules/";

    private static readonly Dictionary<string, Func<HikvisionDevice, int, XElement?>> Documents =
        new(StringComparer.Ordinal)
        {
            ["System/deviceInfo"] = (device, _) => HikvisionSystem.DeviceInfo(device),
            ["System/capabilities"] = (device, _) => HikvisionCapabilities.Document(device),
            ["System/time"] = (device, _) => HikvisionSystem.Time(device),
            ["System/time/ntpServers"] = (device, _) => HikvisionSystem.NtpServers(device),
            ["System/time/ntpServers/#"] = HikvisionSystem.NtpServer,
            ["System/Holidays"] = (device, _) => HikvisionStorages.Holidays(device),
            ["System/Network/interfaces"] = (device, _) => HikvisionNetworking.Interfaces(device),
            ["System/Network/interfaces/#"] = (device, number) => number == 1
                ? HikvisionNetworking.Interface(device)
                : null,
            ["System/Network/interfaces/#/ieee802.1x"] = (device, _) => HikvisionNetworking.Dot1x(device),
            ["System/Network/UPnP"] = (device, _) => HikvisionNetworking.Upnp(device),
            ["System/Network/SNMP"] = (device, _) => HikvisionNetworking.Snmp(device),
            ["System/Network/ssh"] = (device, _) => HikvisionNetworking.Ssh(device),
            ["System/Network/telnetd"] = (device, _) => HikvisionNetworking.Telnet(device),
            ["System/Network/EZVIZ"] = (device, _) => HikvisionNetworking.Ezviz(device),
            ["System/Network/Integrate"] = (device, _) => HikvisionNetworking.Integrate(device),
            ["System/Network/Ehome"] = (device, _) => HikvisionNetworking.Ehome(device),
            ["System/Network/ddns"] = (device, _) => HikvisionNetworking.Ddns(device),
            ["System/Network/mailing/#"] = (device, number) => number == 1 ? HikvisionAlarms.Mail(device) : null,
            ["System/Network/ftp/#"] = (device, number) => number == 1 ? HikvisionAlarms.Ftp(device) : null,
            ["Security/adminAccesses"] = (device, _) => HikvisionNetworking.AdminAccesses(device),
            ["Security/users"] = (device, _) => HikvisionAccounts.Users(device),
            ["Security/ONVIF/users"] = (device, _) => HikvisionAccounts.OnvifUsers(device),
            ["Security/illegalLoginLock"] = (device, _) => HikvisionAccounts.LoginLock(device),
            ["System/IO/inputs"] = (device, _) => HikvisionAlarms.Inputs(device),
            ["System/IO/inputs/#"] = HikvisionAlarms.Input,
            ["System/IO/outputs"] = (device, _) => HikvisionAlarms.Outputs(device),
            ["System/IO/outputs/#"] = HikvisionAlarms.Output,
            ["System/TwoWayAudio/channels"] = (device, _) => HikvisionSystem.Voice(device),
            ["Event/triggers"] = (device, _) => HikvisionEvents.Triggers(device),
            ["Event/notification/httpHosts"] = (device, _) => HikvisionAlarms.HttpHosts(device),
            ["ContentMgmt/Storage"] = (device, _) => HikvisionStorages.Storage(device),
            ["ContentMgmt/InputProxy/channels"] = (device, _) => HikvisionProxies.List(device),
            ["ContentMgmt/InputProxy/channels/#/video/motionDetection"] = (device, number) =>
                HikvisionProxies.IsProxied(device, number) ? HikvisionDetection.Motion(device, number) : null,
            ["ContentMgmt/InputProxy/channels/#/video/tamperDetection"] = (device, number) =>
                HikvisionProxies.IsProxied(device, number) ? HikvisionDetection.Tamper(device, number) : null,
            ["Streaming/channels"] = (device, _) => HikvisionStreams.List(device),
            ["Streaming/channels/#"] = HikvisionStreams.Single,
            ["Image/channels/#"] = Own(HikvisionImages.Document),
            ["Image/channels/#/displayParamSwitch"] = Own(HikvisionImages.SceneSwitch),
            ["Image/channels/#/ISPMode"] = Own(HikvisionImages.Scenes),
            ["System/Video/inputs/channels"] = (device, _) => HikvisionInputs.List(device),
            ["System/Video/inputs/channels/#"] = Own(HikvisionInputs.Single),
            ["System/Video/inputs/channels/#/overlays"] = Own(HikvisionInputs.Overlays),
            ["System/Video/inputs/channels/#/privacyMask"] = Own(HikvisionInputs.PrivacyMask),
            ["System/Video/inputs/channels/#/motionDetection"] = Own(HikvisionDetection.Motion),
            ["System/Video/inputs/channels/#/tamperDetection"] = Own(HikvisionDetection.Tamper),
            ["Smart/LineDetection/#"] = HikvisionDetection.Lines,
            ["Smart/FieldDetection/#"] = HikvisionDetection.Fields,
            ["Smart/regionEntrance/#"] = HikvisionSmart.Entrances,
            ["Smart/regionExiting/#"] = HikvisionSmart.Exits,
            ["Smart/SceneChangeDetection/#"] = HikvisionSmart.SceneChange,
            ["Smart/AudioDetection/channels/#"] = HikvisionSmart.Audio,
            ["PTZCtrl/channels"] = (device, _) => HikvisionMotors.List(device),
            ["PTZCtrl/channels/#/presets"] = HikvisionMotors.Presets,
            ["PTZCtrl/channels/#/patrols"] = HikvisionMotors.Patrols,
            ["PTZCtrl/channels/#/parkaction"] = HikvisionMotors.Park,
            ["PTZCtrl/channels/#/ptzlimiteds"] = HikvisionMotors.Limits,
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
        return Documents.TryGetValue(pattern, out var document) ? document(device, number)
            : path.StartsWith(Schedules, StringComparison.Ordinal) ? HikvisionEvents.Schedule(
                device, path[Schedules.Length..])
            : null;
    }

    // What a recorder says of its own inputs alone, never of a camera on the network.
    private static Func<HikvisionDevice, int, XElement?> Own(Func<HikvisionDevice, int, XElement?> document) =>
        (device, number) => HikvisionProxies.IsProxied(device, number) ? null : document(device, number);
}
