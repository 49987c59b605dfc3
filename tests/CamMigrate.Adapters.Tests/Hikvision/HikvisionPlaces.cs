namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>
/// The values that have a place in the profile, document by document, written down by hand from the profile's contract
/// and the descriptions of ISAPI: none of them may end in <c>notCarried</c>.
/// </summary>
internal static class HikvisionPlaces
{
    private static readonly string[] Host = ["ipAddress", "hostName"];

    /// <summary>Begin of a document's path, and names of values as <c>group/value</c> or <c>value</c>.</summary>
    public static readonly IReadOnlyList<(string Document, string[] Leaves)> All =
    [
        ("System/deviceInfo", ["deviceName", "model", "serialNumber", "macAddress", "firmwareVersion", "firmwareReleasedDate",
            "manufacturer"]),
        ("System/time/ntpServers", ["addressingFormatType", .. Host]),
        ("System/time", ["timeMode", "timeZone"]),
        ("System/Network/interfaces/1/ieee802.1x", ["enabled"]),
        ("System/Network/interfaces", ["addressingType", "IPAddress/ipAddress", "IPAddress/subnetMask",
            "IPAddress/ipv6Address", "DefaultGateway/ipAddress", "DefaultGateway/ipv6Address", "PrimaryDNS/ipAddress",
            "SecondaryDNS/ipAddress", "ipVersion", "MTU"]),
        ("System/Network/UPnP", ["UPnP/enabled"]),
        ("System/Network/SNMP", ["SNMPv2c/enabled"]),
        ("System/Network/ssh", ["ssh/enabled"]),
        ("System/Network/telnetd", ["telnetd/enabled"]),
        ("System/Network/EZVIZ", ["EZVIZ/enabled"]),
        ("System/Network/mailing/1", ["sender/emailAddress", "smtp/hostName", "smtp/portNo", "smtp/accountName", "enableTLS",
            "enableSSL", "receiver/emailAddress", "enableAuthorization"]),
        ("System/Network/ftp/1", ["1/enabled", "1/ipAddress", "1/portNo", "1/userName", "topDirName"]),
        ("Event/notification/httpHosts", ["url", "protocolType", "portNo", "userName", .. Host]),
        ("System/Holidays", ["holiday/enabled", "holidayName", "monthOfYear", "dayOfMonth"]),
        ("Security/users", ["userName", "userLevel"]),
        ("ContentMgmt/Storage", ["hdd/id", "nas/ipAddress", "nas/path"]),
        ("ContentMgmt/InputProxy/channels", ["InputProxyChannel/name", "ipAddress", "managePortNo", "proxyProtocol", "model",
            "serialNumber", "srcInputPort"]),
        ("System/IO/inputs", ["IOInputPort/enabled", "triggering", "IOInputPort/name"]),
        ("System/IO/outputs", ["defaultState", "outputState", "pulseDuration", "IOOutputPort/name"]),
        ("System/TwoWayAudio/channels", ["speakerVolume", "microphoneVolume", "TwoWayAudioChannel/enabled",
            "audioCompressionType"]),
        ("System/Video/inputs/channels", ["VideoInputChannel/name"]),
        ("Streaming/channels", ["videoCodecType", "videoResolutionWidth", "videoResolutionHeight",
            "videoQualityControlType", "constantBitRate", "vbrUpperCap", "fixedQuality", "maxFrameRate", "GovLength",
            "keyFrameInterval", "H264Profile", "H265Profile", "SmartCodec/enabled", "Audio/enabled",
            "audioCompressionType", "Multicast/enabled", "destIPAddress"]),
        ("Image/channels/#/supplementLight", ["supplementLightMode", "mixedLightBrightnessRegulatMode"]),
        ("Image/channels/#/displayParamSwitch", ["mode", "beginTime", "endTime", "linkScene"]),
        ("Image/channels/#/ISPMode", ["Color/brightnessLevel", "Color/contrastLevel", "Color/saturationLevel"]),
        ("Image/channels/#", ["Color/brightnessLevel", "contrastLevel", "saturationLevel", "SharpnessLevel",
            "IrcutFilterType", "nightToDayFilterLevel", "nightToDayFilterTime", "WDR/mode", "WDRLevel", "BLC/enabled",
            "HLC/enabled", "HLCLevel", "WhiteBalanceStyle", "ExposureType", "ShutterLevel", "NoiseReduce/mode",
            "generalLevel", "DehazeMode", "powerLineFrequencyMode", "ImageFlip/enabled", "ImageFlipStyle"]),
        ("System/Video/inputs/channels/#/overlays", ["displayText", "positionX", "positionY", "dateStyle", "timeStyle",
            "DateTimeOverlay/enabled", "channelNameOverlay/enabled", "TextOverlay/enabled"]),
        ("System/Video/inputs/channels/#/privacyMask", ["PrivacyMaskRegion/enabled", "positionX", "positionY", "maskType"]),
        ("System/Video/inputs/channels/#/motionDetection", Motion),
        ("ContentMgmt/InputProxy/channels/#/video/motionDetection", Motion),
        ("System/Video/inputs/channels/#/tamperDetection", ["tamperDetection/enabled", "tampersensitivityLevel"]),
        ("ContentMgmt/InputProxy/channels/#/video/tamperDetection", ["tamperDetection/enabled", "tampersensitivityLevel"]),
        ("Smart/LineDetection/#", ["LineItem/enabled", "sensitivityLevel", "directionSensitivity", "positionX", "positionY",
            "detectionTarget"]),
        ("Smart/FieldDetection/#", [.. Region, "timeThreshold"]),
        ("Smart/regionEntrance/#", Region),
        ("Smart/regionExiting/#", Region),
        ("Smart/SceneChangeDetection/#", ["#/enabled", "sensitivityLevel"]),
        ("Event/schedules", ["dayOfWeek"]),
        ("PTZCtrl/channels/#/presets", ["presetName"]),
        ("PTZCtrl/channels/#/patrols", ["presetID", "delay", "patrolName"]),
        ("PTZCtrl/channels/#/parkaction", ["#/enabled", "parkaction/enabled", "Parktime"]),
    ];

    private static string[] Motion =>
        ["motionDetection/enabled", "sensitivityLevel", "gridMap", "rowGranularity", "columnGranularity", "positionX",
            "positionY", "targetType"];

    private static string[] Region => ["sensitivityLevel", "positionX", "positionY", "detectionTarget"];

    /// <summary>The document of the list that a path belongs to: the longest that fits; null = none.</summary>
    /// <param name="path">Path of a value, documents and groups before it, without numbers of siblings.</param>
    public static (string Document, string[] Leaves)? Of(string path) => All
        .Where(entry => Fits(path, entry.Document)).OrderByDescending(entry => entry.Document.Length)
        .Select(entry => ((string, string[])?)entry).FirstOrDefault();

    /// <summary>Whether a path ends in one of the names.</summary>
    /// <param name="path">Path of a value.</param>
    /// <param name="leaves">Names.</param>
    public static bool IsPlaced(string path, string[] leaves) => leaves.Any(leaf => Ends(path.Split('/'), leaf.Split('/')));

    private static bool Fits(string path, string document)
    {
        var (steps, pattern) = (path.Split('/'), document.Split('/'));
        return steps.Length > pattern.Length && pattern.Zip(steps).All(pair => Same(pair.First, pair.Second));
    }

    private static bool Ends(string[] steps, string[] names) =>
        steps.Length >= names.Length && names.Zip(steps[^names.Length..]).All(pair => Same(pair.First, pair.Second));

    private static bool Same(string pattern, string step) =>
        pattern == "#" ? step.All(char.IsAsciiDigit) : pattern.Equals(step, StringComparison.OrdinalIgnoreCase);
}
