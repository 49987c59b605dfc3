namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// Every document that is asked for, with the capability that names it and the area it belongs to. A capability that says
/// <c>false</c> spares the question; where the camera is silent, a document is asked for unless it is known by its name
/// alone.
/// </summary>
internal static class HikvisionCatalog
{
    internal static readonly HikvisionDocument
        Time = new("System/time", "time"),
        NtpServers = new("System/time/ntpServers", "time.ntpServers", "isSupportNtp"),
        Holidays = new("System/Holidays", "holidays", "isSupportHolidy", WhenUnsaid: false),
        Interfaces = new("System/Network/interfaces", "network"),
        Wireless = new("System/Network/interfaces/2/wireless", "network", "isSupportWireless", WhenUnsaid: false),
        Ports = new("Security/adminAccesses", "network.protocols"),
        Dot1x = new("System/Network/interfaces/1/ieee802.1x", "network.dot1x", "isSupport802_1x"),
        Upnp = new("System/Network/UPnP", "services.upnp", "isSupportUpnp"),
        UpnpPorts = new("System/Network/UPnP/ports", "services.upnp", "isSupportUpnp", WhenUnsaid: false),
        Snmp = new("System/Network/SNMP", "services.snmp", "SnmpCap/isSupport"),
        Ssh = new("System/Network/ssh", "services.ssh", "isSupportSSH"),
        Telnet = new("System/Network/telnetd", "services.telnet", "isSupportTelnet"),
        Ezviz = new("System/Network/EZVIZ", "services.cloud", "isSupportEZVIZ"),
        Integrate = new("System/Network/Integrate", "services", "isSupportIntegrate"),
        Ehome = new("System/Network/Ehome", "services", "isSupportEhome"),
        Ddns = new("System/Network/ddns", "services", "isSupportDdns", WhenUnsaid: false),
        Pppoe = new("System/Network/PPPoE/1", "network", "isSupportPPPoE", WhenUnsaid: false),
        IpFilter = new("System/Network/ipFilter", "network", "isSupportIPFilter", WhenUnsaid: false),
        WebCertificate = new("System/Network/WebCertificate", "services", "WebCertificateCap", WhenUnsaid: false),
        WirelessServer = new("System/Network/wirelessServer", "network", "isSupportWirelessServer", WhenUnsaid: false),
        Users = new("Security/users", "users"),
        OnvifUsers = new("Security/ONVIF/users", "users", "isSupportONVIFUserManagement", WhenUnsaid: false),
        LoginLock = new("Security/illegalLoginLock", "users", "issupIllegalLoginLock", WhenUnsaid: false),
        Mail = new("System/Network/mailing/1", "notifications"),
        Ftp = new("System/Network/ftp/1", "notifications", "isSupportFtp"),
        HttpHosts = new("Event/notification/httpHosts", "notifications"),
        Triggers = new("Event/triggers", "videoSources.actions"),
        Storage = new("ContentMgmt/Storage", "storage"),
        Inputs = new("System/IO/inputs", "io.digitalInputs", "IOInputPortNums"),
        Outputs = new("System/IO/outputs", "io.relayOutputs", "IOOutputPortNums"),
        Voice = new("System/TwoWayAudio/channels", "audio", "voicetalkNums"),
        Motors = new("PTZCtrl/channels", "videoSources.ptz");

    /// <summary>What is asked of the device as a whole.</summary>
    internal static readonly IReadOnlyList<HikvisionDocument> Device =
    [
        Time, NtpServers, Interfaces, Ports, Dot1x, Users, Upnp, UpnpPorts, Snmp, Ssh, Telnet, Ezviz, Integrate, Ehome,
        Ddns, Pppoe, IpFilter, WebCertificate, Wireless, WirelessServer, OnvifUsers, LoginLock, Mail, Ftp, HttpHosts,
        Triggers, Storage, Inputs, Outputs, Voice, Motors,
    ];

    internal static readonly HikvisionDocument
        Image = new("Image/channels/#", "imaging"),
        Lamp = new("Image/channels/#/supplementLight", "imaging.light"),
        SceneSwitch = new("Image/channels/#/displayParamSwitch", "imagingProfiles") { IsGuess = true },
        Scenes = new("Image/channels/#/ISPMode", "imagingProfiles") { IsGuess = true },
        Overlays = new("System/Video/inputs/channels/#/overlays", "osds"),
        Masks = new("System/Video/inputs/channels/#/privacyMask", "masks", "isSupportPrivacyMask") { IsVital = true },
        Motion = new("System/Video/inputs/channels/#/motionDetection", "motionDetection", "isSupportMotionDetection"),
        Tamper = new("System/Video/inputs/channels/#/tamperDetection", "tamperDetection", "isSupportTamperDetection"),
        ProxyMotion = Motion with { Pattern = "ContentMgmt/InputProxy/channels/#/video/motionDetection" },
        ProxyTamper = Tamper with { Pattern = "ContentMgmt/InputProxy/channels/#/video/tamperDetection" },
        VideoLoss = new("System/Video/inputs/channels/#/videoLoss", Flag: "isSupportVideoLoss"),
        ProxyVideoLoss = VideoLoss with { Pattern = "ContentMgmt/InputProxy/channels/#/video/videoLoss" },
        Lines = new("Smart/LineDetection/#", "rules", "isSupportLineDetection"),
        Fields = new("Smart/FieldDetection/#", "rules", "isSupportFieldDetection"),
        Entrances = new("Smart/regionEntrance/#", "rules", "isSupportRegionEntrance"),
        Exits = new("Smart/regionExiting/#", "rules", "isSupportRegionExiting"),
        SceneChange = new("Smart/SceneChangeDetection/#", "rules", "isSupportSceneChangeDetection"),
        Sound = new("Smart/AudioDetection/channels/#", "rules", "isSupportAudioDetection"),
        Presets = new("PTZCtrl/channels/#/presets", "ptz"),
        Patrols = new("PTZCtrl/channels/#/patrols", "ptz"),
        Park = new("PTZCtrl/channels/#/parkaction", "ptz") { IsGuess = true },
        Limits = new("PTZCtrl/channels/#/ptzlimiteds", "ptz") { IsGuess = true };

    /// <summary>What is asked of each channel that has a picture of its own.</summary>
    internal static readonly IReadOnlyList<HikvisionDocument> Channel =
    [
        Image, SceneSwitch, Scenes, Overlays, Masks, Motion, Tamper, VideoLoss, Lines, Fields, Entrances, Exits,
        SceneChange, Sound,
    ];

    /// <summary>What is asked of a recorder's channel whose picture comes from a camera on the network.</summary>
    internal static readonly IReadOnlyList<HikvisionDocument> ProxyChannel =
    [
        Image, SceneSwitch, Scenes, Overlays, Masks, ProxyMotion, ProxyTamper, ProxyVideoLoss, Lines, Fields,
        Entrances, Exits, SceneChange, Sound,
    ];

    /// <summary>What is asked of each channel that moves.</summary>
    internal static readonly IReadOnlyList<HikvisionDocument> Motor = [Presets, Patrols, Park, Limits];
}
