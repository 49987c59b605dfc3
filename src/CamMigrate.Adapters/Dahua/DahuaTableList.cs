namespace CamMigrate.Adapters.Dahua;

/// <summary>A table of <c>configManager</c> that is asked for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Setting">What stays unknown when it fails: a path of the profile; null = nothing.</param>
/// <param name="IsOfSource">Whether that path stands below each video source.</param>
internal sealed record DahuaTable(string Name, string? Setting, bool IsOfSource = false);

/// <summary>Every table that the reader knows, in the order in which they are asked.</summary>
internal static class DahuaTableList
{
    /// <summary>Tables of cameras and recorders.</summary>
    internal static readonly DahuaTable[] Common =
    [
        new("General", "camera"), new("Locales", "time"), new("NTP", "time"),
        new("Network", "network"), new("IPv6Addr", "network.ipv6"), new("Web", "network.protocols.http"),
        new("Https", "network.protocols.https"), new("RTSP", "network.protocols.rtsp"), new("DVRIP", null),
        new("UPnP", "services.upnp"), new("SNMP", "services.snmp"), new("SSHD", "services.ssh"),
        new("Telnet", "services.telnet"), new("Bonjour", "services.bonjour"), new("T2UServer", "services.cloud"),
        new("VSP_PaaS", null), new("DDNS", null), new("PPPoE", null), new("AccessFilter", null), new("WLan", null),
        new("UserGlobal", null), new("Email", "notifications"), new("NAS", "notifications"),
        new("Multicast", "videoEncoders", true), new("VideoStandard", null), new("Encode", "videoEncoders", true),
        new("SmartEncode", "videoEncoders", true), new("VideoWaterMark", null), new("MediaGlobal", null),
        new("ChannelTitle", "name", true), new("VideoWidget", "osds", true), new("PrivacyMasking", "masks", true),
        new("VideoColor", "imaging", true), new("VideoInOptions", "imaging", true),
        new("MotionDetect", "motionDetection", true), new("BlindDetect", "tamperDetection", true),
        new("LossDetect", null), new("VideoAnalyseRule", "rules", true), new("VideoAnalyseGlobal", null),
        new("SmartMotionDetect", "motionDetection", true), new("Alarm", "io.digitalInputs"), new("AlarmOut", "io.relayOutputs"),
        new("LoginFailureAlarm", null), new("StorageNotExist", null), new("StorageFailure", null),
        new("StorageLowSpace", null), new("NetAbort", null), new("IPConflict", null),
        new("Record", "schedules"), new("RecordMode", "schedules"), new("Snap", null), new("Holiday", "holidays"),
        new("Ptz", null),
    ];

    /// <summary>Tables of a camera's own sensor, which recorders do not serve.</summary>
    internal static readonly DahuaTable[] OfCamera =
    [
        new("VideoInMode", "imaging", true), new("VideoInColor", "imaging", true),
        new("VideoInExposure", "imaging", true), new("VideoInDayNight", "imaging", true),
        new("VideoInWhiteBalance", "imaging", true), new("VideoInSharpness", "imaging", true),
        new("VideoInBacklight", "imaging", true), new("VideoInDenoise", "imaging", true),
        new("VideoInDefog", "imaging", true), new("VideoInRotate", "rotation", true),
        new("VideoImageControl", "rotation", true), new("VideoInZoom", null), new("VideoInFocus", null),
        new("Lighting", "imaging", true), new("Lighting_V2", "imaging", true), new("LightingScheme", "imaging", true),
        new("MovedDetect", "rules", true), new("AudioDetect", "rules", true), new("LeLensMask", null),
        new("PtzAutoMovement", null), new("PtzPowerUp", null), new("PtzTour", null),
    ];

    /// <summary>Tables besides those of a video source that have a row for each channel.</summary>
    internal static readonly string[] ByChannel =
    [
        "Record", "RecordMode", "Snap", "Ptz", "SmartEncode", "SmartMotionDetect", "VideoWaterMark", "LossDetect",
        "VideoAnalyseGlobal",
    ];

    /// <summary>Tables that tell the channels where the streams and titles do not, the surest first.</summary>
    internal static readonly string[] OfChannels =
    [
        "VideoWidget", "VideoInOptions", "VideoColor", "MotionDetect", "VideoInMode", "VideoInExposure", "VideoInColor",
        "Lighting", "Lighting_V2", "SmartMotionDetect", "Record", "RecordMode",
    ];

    /// <summary>Tables of recorders alone.</summary>
    internal static readonly DahuaTable[] OfRecorder = [new("RemoteDevice", null)];
}
