using System.Xml.Linq;
using static System.FormattableString;
using static CamMigrate.Simulator.Hikvision.HikvisionDevice;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>What the device says it can do; the estate may have it say something else.</summary>
internal static class HikvisionCapabilities
{
    public static XElement Document(HikvisionDevice device)
    {
        var document = new XElement(
            "DeviceCap",
            System(device),
            new XElement("voicetalkNums", device.Settings.Voice is null ? 0 : 1),
            new XElement("isSupportSnapshot", true),
            Block(
                "SecurityCap",
                new XElement("supportUserNums", 32),
                new XElement("issupIllegalLoginLock", device.Settings.Services.LoginLock is not null),
                new XElement("isSupportUserCheck", true),
                new XElement("isSupportONVIFUserManagement", !device.Settings.OnvifUsers.IsEmpty)),
            Block(
                "EventCap",
                new XElement("isSupportMotionDetection", true),
                new XElement("isSupportVideoLoss", false),
                new XElement("isSupportTamperDetection", true)),
            Block(
                "RacmCap",
                new XElement("nasNums", device.Settings.Storage is null ? 0 : 8),
                new XElement("inputProxyNums", device.Settings.Channels.Count(channel => channel.Proxied is not null))),
            Smart(device));
        foreach (var (flag, says) in device.Settings.Advertises) Say(document, flag, says);
        return document;
    }

    private static XElement System(HikvisionDevice device)
    {
        var settings = device.Settings;
        bool Has(string path) => !settings.Refusals.ContainsKey(path);
        return new XElement(
            "SysCap",
            new XElement("isSupportDst", true),
            Block(
                "NetworkCap",
                new XElement("isSupportWireless", false),
                new XElement("isSupport802_1x", settings.Network.Dot1x is not null),
                new XElement("isSupportNtp", true),
                new XElement("isSupportFtp", settings.Ftp is not null),
                new XElement("isSupportUpnp", Has("System/Network/UPnP")),
                new XElement("isSupportDdns", settings.Services.Ddns is not null),
                new XElement("isSupportHttps", device.Endpoints().Https is not null),
                new XElement("SnmpCap", new XElement("isSupport", Has("System/Network/SNMP"))),
                new XElement("isSupportEZVIZ", Has("System/Network/EZVIZ")),
                new XElement("isSupportEhome", settings.Services.Ehome is not null),
                new XElement("isSupportIntegrate", Has("System/Network/Integrate"))),
            Block(
                "IOCap",
                new XElement("IOInputPortNums", settings.Inputs.Length),
                new XElement("IOOutputPortNums", settings.Outputs.Length)),
            Block(
                "VideoCap",
                new XElement("videoInputPortNums", settings.Channels.Length),
                new XElement("videoOutputPortNums", 0),
                new XElement("isSupportPrivacyMask", settings.Channels.Any(
                    channel => Has(Invariant($"System/Video/inputs/channels/{channel.Number}/privacyMask"))))),
            Block(
                "AudioCap",
                new XElement("audioInputNums", settings.Voice is null ? 0 : 1),
                new XElement("audioOutputNums", settings.Voice is null ? 0 : 1)),
            settings.Holidays.IsEmpty ? null : new XElement("isSupportHolidy", true));
    }

    private static XElement Smart(HikvisionDevice device)
    {
        var channels = device.Settings.Channels;
        return Block(
            "SmartCap",
            new XElement("isSupportROI", false),
            new XElement("isSupportLineDetection", channels.Any(channel => !channel.Lines.IsEmpty)),
            new XElement("isSupportFieldDetection", channels.Any(channel => !channel.Fields.IsEmpty)),
            new XElement("isSupportRegionEntrance", channels.Any(channel => channel.Entrances is not null)),
            new XElement("isSupportRegionExiting", channels.Any(channel => channel.Exits is not null)),
            new XElement("isSupportSceneChangeDetection", channels.Any(channel => channel.SceneChange is not null)),
            new XElement("isSupportAudioDetection", channels.Any(channel => channel.AudioDetection is not null)),
            new XElement("isSupportLoitering", false));
    }

    private static void Say(XElement document, string flag, string says)
    {
        var found = document.Descendants(flag).ToList();
        if (says == "absent") found.Remove();
        else if (found.Count == 0) document.Add(new XElement(flag, says));
        else found.ForEach(element => element.Value = says);
    }
}
