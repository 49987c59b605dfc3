using System.Xml.Linq;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>Identity, services, scopes and users.</summary>
internal static class DeviceService
{
    public const string DevicePath = "/onvif/device_service";
    public const string MediaPath = "/onvif/media_service";
    public const string Media2Path = "/onvif/media2_service";
    public const string ImagingPath = "/onvif/imaging_service";

    public const string PtzPath = "/onvif/ptz_service";
    public const string AnalyticsPath = "/onvif/analytics_service";
    public const string DeviceIoPath = "/onvif/deviceio_service";

    public static Dictionary<XName, OnvifOperation> Operations { get; } = new()
    {
        [Ns.Device + "GetDeviceInformation"] = Information,
        [Ns.Device + "GetServices"] = Services,
        [Ns.Device + "GetCapabilities"] = Capabilities,
        [Ns.Device + "GetServiceCapabilities"] = (_, _) => [OwnCapabilities()],
        [Ns.Device + "GetScopes"] = Scopes,
        [Ns.Device + "GetUsers"] = Users,
        [Ns.Device + "GetEndpointReference"] =
            (device, _) => [new XElement(Ns.Device + "GUID", Identifier(device.Camera))],
    };

    public static string[] Paths { get; } =
        [DevicePath, MediaPath, Media2Path, ImagingPath, PtzPath, AnalyticsPath, DeviceIoPath];

    /// <summary>The stable identity of a camera in WS-Discovery: a UUID whose last part is its MAC address.</summary>
    public static string Identifier(CameraSpec camera) =>
        "urn:uuid:4f4e5649-4653-494d-8001-"
        + camera.Identity.MacAddress.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant();

    public static IEnumerable<string> ScopeItems(OnvifDevice device) =>
    [
        "onvif://www.onvif.org/type/video_encoder",
        "onvif://www.onvif.org/Profile/Streaming",
        .. device.Settings.Media2 ? ["onvif://www.onvif.org/Profile/T"] : Array.Empty<string>(),
        "onvif://www.onvif.org/hardware/" + Uri.EscapeDataString(device.Camera.Identity.Model),
        "onvif://www.onvif.org/serial/" + Uri.EscapeDataString(device.Camera.Identity.SerialNumber),
        "onvif://www.onvif.org/name/" + Uri.EscapeDataString(device.Camera.Name),
        .. device.Settings.Scopes,
    ];

    private static object?[] Information(OnvifDevice device, XElement call) =>
    [
        new XElement(Ns.Device + "Manufacturer", device.Camera.Identity.Manufacturer),
        new XElement(Ns.Device + "Model", device.Camera.Identity.Model),
        new XElement(Ns.Device + "FirmwareVersion", device.Camera.Identity.Firmware),
        new XElement(Ns.Device + "SerialNumber", device.Camera.Identity.SerialNumber),
        new XElement(Ns.Device + "HardwareId", device.Camera.Identity.HardwareId),
    ];

    private static object?[] Services(OnvifDevice device, XElement call)
    {
        var include = OnvifDevice.Truth(call, "IncludeCapability");
        XElement Service(XNamespace ns, string path, int minor, XElement capabilities) => new(
            Ns.Device + "Service",
            new XElement(Ns.Device + "Namespace", ns.NamespaceName),
            new XElement(Ns.Device + "XAddr", device.XAddr(path)),
            include ? new XElement(Ns.Device + "Capabilities", capabilities) : null,
            new XElement(
                Ns.Device + "Version", new XElement(Ns.Tt + "Major", 2), new XElement(Ns.Tt + "Minor", minor)));
        return
        [
            Service(Ns.Device, DevicePath, 60, OwnCapabilities()),
            Service(Ns.Media1, MediaPath, 60, MediaProfiles.Capabilities1(device)),
            device.Settings.Media2 ? Service(Ns.Media2, Media2Path, 0, MediaProfiles.Capabilities2(device)) : null,
            device.Settings.Imaging ? Service(Ns.Imaging, ImagingPath, 60, ImagingService.Capabilities()) : null,
            device.Settings.Ptz is null ? null : Service(Ns.Ptz, PtzPath, 60, new(Ns.Ptz + "Capabilities")),
            device.Settings.Analytics is { Service: true }
                ? Service(Ns.Analytics, AnalyticsPath, 60, AnalyticsService.Capabilities())
                : null,
            device.Settings.Io is null ? null : Service(Ns.DeviceIo, DeviceIoPath, 60, DeviceIo.Capabilities(device)),
        ];
    }

    private static object?[] Capabilities(OnvifDevice device, XElement call) =>
    [
        new XElement(
            Ns.Device + "Capabilities",
            device.Settings.Analytics is { Service: true }
                ? new XElement(
                    Ns.Tt + "Analytics",
                    new XElement(Ns.Tt + "XAddr", device.XAddr(AnalyticsPath)),
                    new XElement(Ns.Tt + "RuleSupport", true),
                    new XElement(Ns.Tt + "AnalyticsModuleSupport", true))
                : null,
            new XElement(
                Ns.Tt + "Device",
                new XElement(Ns.Tt + "XAddr", device.XAddr(DevicePath)),
                new XElement(
                    Ns.Tt + "System",
                    new XElement(Ns.Tt + "DiscoveryResolve", false),
                    new XElement(Ns.Tt + "DiscoveryBye", false),
                    new XElement(Ns.Tt + "RemoteDiscovery", false),
                    new XElement(Ns.Tt + "SystemBackup", false),
                    new XElement(Ns.Tt + "SystemLogging", false),
                    new XElement(Ns.Tt + "FirmwareUpgrade", false),
                    new XElement(
                        Ns.Tt + "SupportedVersions",
                        new XElement(Ns.Tt + "Major", 2),
                        new XElement(Ns.Tt + "Minor", 60)))),
            device.Settings.Imaging
                ? new XElement(Ns.Tt + "Imaging", new XElement(Ns.Tt + "XAddr", device.XAddr(ImagingPath)))
                : null,
            new XElement(
                Ns.Tt + "Media",
                new XElement(Ns.Tt + "XAddr", device.XAddr(MediaPath)),
                new XElement(
                    Ns.Tt + "StreamingCapabilities",
                    new XElement(Ns.Tt + "RTPMulticast", false),
                    new XElement(Ns.Tt + "RTP_TCP", true),
                    new XElement(Ns.Tt + "RTP_RTSP_TCP", true))),
            device.Settings.Ptz is null
                ? null
                : new XElement(Ns.Tt + "PTZ", new XElement(Ns.Tt + "XAddr", device.XAddr(PtzPath))),
            device.Settings.Io is null
                ? null
                : new XElement(Ns.Tt + "Extension", DeviceIo.Legacy(device))),
    ];

    private static XElement OwnCapabilities() => new(
        Ns.Device + "Capabilities",
        new XElement(
            Ns.Device + "Network", new XAttribute("NTP", 2), new XAttribute("Dot1XConfigurations", 1)),
        new XElement(
            Ns.Device + "Security",
            new XAttribute("UsernameToken", true),
            new XAttribute("HttpDigest", true),
            new XAttribute("MaxUsers", 8)),
        new XElement(Ns.Device + "System", new XAttribute("DiscoveryResolve", false)));

    private static object?[] Scopes(OnvifDevice device, XElement call) =>
    [
        .. ScopeItems(device).Select(item => new XElement(
            Ns.Device + "Scopes",
            new XElement(
                Ns.Tt + "ScopeDef", item.Contains("/name/", StringComparison.Ordinal) ? "Configurable" : "Fixed"),
            new XElement(Ns.Tt + "ScopeItem", item))),
    ];

    private static object?[] Users(OnvifDevice device, XElement call) =>
    [
        .. device.Camera.Users.Select(user => new XElement(
            Ns.Device + "User",
            new XElement(Ns.Tt + "Username", user.Username),
            new XElement(Ns.Tt + "UserLevel", user.Level))),
    ];
}
