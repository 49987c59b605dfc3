using System.Globalization;
using System.Xml.Linq;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>Profiles (fixed, one per encoder) and the addresses of their streams, for Media1 and Media2.</summary>
internal static class MediaProfiles
{
    public const string SnapshotPath = "/onvif-http/snapshot";
    public const string StreamPath = "/onvif/live/";

    private static readonly HashSet<string> Protocols = ["RtspUnicast", "RTSP", "RtspOverHttp"];

    public static Dictionary<XName, OnvifOperation> Operations { get; } = new()
    {
        [Ns.Media1 + "GetServiceCapabilities"] = (device, _) => [Capabilities1(device)],
        [Ns.Media2 + "GetServiceCapabilities"] = (device, _) => [Capabilities2(device)],
        [Ns.Media1 + "GetProfiles"] = Profiles1,
        [Ns.Media2 + "GetProfiles"] = Profiles2,
        [Ns.Media1 + "GetStreamUri"] = StreamUri1,
        [Ns.Media2 + "GetStreamUri"] = StreamUri2,
        [Ns.Media1 + "GetSnapshotUri"] = (device, call) => [MediaUri(SnapshotUri(device, call))],
        [Ns.Media2 + "GetSnapshotUri"] = (device, call) => [new XElement(Ns.Media2 + "Uri", SnapshotUri(device, call))],
    };

    public static XElement Capabilities1(OnvifDevice device) => new(
        Ns.Media1 + "Capabilities",
        new XAttribute("SnapshotUri", true),
        new XAttribute("Rotation", CanRotate(device)),
        new XAttribute("OSD", device.Limits.Osd),
        new XElement(
            Ns.Media1 + "ProfileCapabilities", new XAttribute("MaximumNumberOfProfiles", device.State.Encoders.Length)),
        new XElement(
            Ns.Media1 + "StreamingCapabilities",
            new XAttribute("RTPMulticast", false),
            new XAttribute("RTP_TCP", true),
            new XAttribute("RTP_RTSP_TCP", true)));

    public static XElement Capabilities2(OnvifDevice device) => new(
        Ns.Media2 + "Capabilities",
        new XAttribute("SnapshotUri", true),
        new XAttribute("Rotation", CanRotate(device)),
        new XAttribute("OSD", device.Limits.Osd),
        new XAttribute("Mask", device.Limits.Masks),
        new XAttribute("SourceMask", device.Limits.SourceMask),
        new XElement(
            Ns.Media2 + "ProfileCapabilities",
            new XAttribute("MaximumNumberOfProfiles", device.State.Encoders.Length),
            new XAttribute("ConfigurationsSupported", "VideoSource VideoEncoder")),
        new XElement(
            Ns.Media2 + "StreamingCapabilities",
            new XAttribute("RTSPStreaming", true),
            new XAttribute("RTPMulticast", false),
            new XAttribute("RTP_RTSP_TCP", true)));

    private static bool CanRotate(OnvifDevice device) =>
        device.Settings.Sources.Any(source => !source.Rotations.IsEmpty);

    private static object?[] Profiles1(OnvifDevice device, XElement call) =>
    [
        .. device.State.Encoders.Select((encoder, i) => new XElement(
            Ns.Media1 + "Profiles",
            new XAttribute("token", OnvifDevice.ProfileToken(i)),
            new XAttribute("fixed", true),
            new XElement(Ns.Tt + "Name", encoder.Name),
            VideoSources.Element(
                device, Ns.Tt + "VideoSourceConfiguration", device.Configuration(encoder.Configuration)),
            AudioService.Source(device, Ns.Tt + "AudioSourceConfiguration"),
            VideoEncoders1.Element(Ns.Tt + "VideoEncoderConfiguration", encoder),
            AudioService.Encoder1(device),
            AnalyticsService.Configuration(device, Ns.Tt + "VideoAnalyticsConfiguration", encoder),
            PtzService.Configuration(device, Ns.Tt + "PTZConfiguration"))),
    ];

    private static object?[] Profiles2(OnvifDevice device, XElement call)
    {
        var types = call.Elements(Ns.Media2 + "Type").Select(type => type.Value.Trim()).ToList();
        var token = OnvifDevice.OptionalText(call, "Token");
        if (token is not null) device.EncoderOfProfile(token);
        bool Asked(string type) => types.Contains(type) || types.Contains("All");
        return
        [
            .. device.State.Encoders.Select((encoder, i) => (encoder, name: OnvifDevice.ProfileToken(i)))
                .Where(profile => token is null || token == profile.name)
                .Select(profile => new XElement(
                    Ns.Media2 + "Profiles",
                    new XAttribute("token", profile.name),
                    new XAttribute("fixed", true),
                    new XElement(Ns.Media2 + "Name", profile.encoder.Name),
                    types.Count == 0
                        ? null
                        : new XElement(
                            Ns.Media2 + "Configurations",
                            Asked("VideoSource")
                                ? VideoSources.Element(
                                    device, Ns.Media2 + "VideoSource",
                                    device.Configuration(profile.encoder.Configuration))
                                : null,
                            Asked("AudioSource") ? AudioService.Source(device, Ns.Media2 + "AudioSource") : null,
                            Asked("VideoEncoder")
                                ? VideoEncoders2.Element(Ns.Media2 + "VideoEncoder", profile.encoder)
                                : null,
                            Asked("AudioEncoder") ? AudioService.Encoder2(device) : null,
                            Asked("Analytics")
                                ? AnalyticsService.Configuration(device, Ns.Media2 + "Analytics", profile.encoder)
                                : null,
                            Asked("PTZ") ? PtzService.Configuration(device, Ns.Media2 + "PTZ") : null))),
        ];
    }

    private static object?[] StreamUri1(OnvifDevice device, XElement call)
    {
        if (!call.Elements(Ns.Media1 + "StreamSetup").Elements(Ns.Tt + "Stream")
            .Any(stream => stream.Value.Trim() == "RTP-Unicast"))
            throw OnvifFault.Value("only RTP-Unicast", "InvalidStreamSetup");
        return [MediaUri(StreamUri(device, call))];
    }

    private static object?[] StreamUri2(OnvifDevice device, XElement call)
    {
        var protocol = OnvifDevice.Text(call, "Protocol");
        if (!Protocols.Contains(protocol)) throw OnvifFault.Value($"protocol '{protocol}'", "InvalidStreamSetup");
        return [new XElement(Ns.Media2 + "Uri", StreamUri(device, call))];
    }

    private static string StreamUri(OnvifDevice device, XElement call)
    {
        var profile = OnvifDevice.Text(call, "ProfileToken");
        var encoder = device.EncoderOfProfile(profile);
        if (device.Settings.Encoders.First(spec => spec.Token == encoder.Token).NoStreamUri)
            throw new OnvifFault(false, "the profile is not ready", "Action", "IncompleteConfiguration");
        var host = device.Authority.Split(':')[0];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"rtsp://{host}:{device.Endpoints.Rtsp}{StreamPath}{profile}?unicast=true&proto=Onvif");
    }

    private static string SnapshotUri(OnvifDevice device, XElement call)
    {
        var profile = OnvifDevice.Text(call, "ProfileToken");
        device.EncoderOfProfile(profile);
        return device.XAddr($"{SnapshotPath}?{profile}");
    }

    private static XElement MediaUri(string uri) => new(
        Ns.Media1 + "MediaUri",
        new XElement(Ns.Tt + "Uri", uri),
        new XElement(Ns.Tt + "InvalidAfterConnect", false),
        new XElement(Ns.Tt + "InvalidAfterReboot", false),
        new XElement(Ns.Tt + "Timeout", "PT0S"));
}
