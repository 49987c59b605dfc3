using System.Xml.Linq;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>Encoders as Media1 knows them: H.264 only, whole frame rates, GOP and profile in an element.</summary>
internal static class VideoEncoders1
{
    public static Dictionary<XName, OnvifOperation> Operations { get; } = new()
    {
        [Ns.Media1 + "GetVideoEncoderConfigurations"] = (device, _) =>
            [.. device.State.Encoders.Select(encoder => Element(Ns.Media1 + "Configurations", encoder))],
        [Ns.Media1 + "GetVideoEncoderConfiguration"] = (device, call) =>
            [Element(Ns.Media1 + "Configuration", Find(device, OnvifDevice.Text(call, "ConfigurationToken")))],
        [Ns.Media1 + "GetVideoEncoderConfigurationOptions"] = Options,
        [Ns.Media1 + "SetVideoEncoderConfiguration"] = Set,
    };

    /// <summary>The configuration; an H.265 stream shows as H.264 here, as cameras do for want of a word.</summary>
    public static XElement Element(XName name, OnvifEncoder encoder) => new(
        name,
        new XAttribute("token", encoder.Token),
        new XElement(Ns.Tt + "Name", encoder.Name),
        new XElement(Ns.Tt + "UseCount", 1),
        new XElement(Ns.Tt + "Encoding", "H264"),
        OnvifElements.Size("Resolution", encoder.Width, encoder.Height),
        new XElement(Ns.Tt + "Quality", encoder.Quality),
        new XElement(
            Ns.Tt + "RateControl",
            new XElement(Ns.Tt + "FrameRateLimit", (int)Math.Round(encoder.FrameRate)),
            new XElement(Ns.Tt + "EncodingInterval", 1),
            new XElement(Ns.Tt + "BitrateLimit", encoder.Bitrate)),
        new XElement(
            Ns.Tt + "H264",
            new XElement(Ns.Tt + "GovLength", encoder.GovLength),
            new XElement(Ns.Tt + "H264Profile", encoder.Profile)),
        Multicast(),
        new XElement(Ns.Tt + "SessionTimeout", "PT60S"));

    public static XElement Multicast() => new(
        Ns.Tt + "Multicast",
        new XElement(
            Ns.Tt + "Address", new XElement(Ns.Tt + "Type", "IPv4"), new XElement(Ns.Tt + "IPv4Address", "0.0.0.0")),
        new XElement(Ns.Tt + "Port", 8860),
        new XElement(Ns.Tt + "TTL", 128),
        new XElement(Ns.Tt + "AutoStart", false));

    public static OnvifEncoder Find(OnvifDevice device, string token) =>
        device.State.Encoders.FirstOrDefault(encoder => encoder.Token == token) ?? throw OnvifFault.NoConfig(token);

    /// <summary>The encoder that an options call means: by its token, by a profile, or the first.</summary>
    public static OnvifEncoder Meant(OnvifDevice device, XElement call) =>
        OnvifDevice.OptionalText(call, "ConfigurationToken") is { } token ? Find(device, token)
        : OnvifDevice.OptionalText(call, "ProfileToken") is { } profile ? device.EncoderOfProfile(profile)
        : device.State.Encoders[0];

    private static object?[] Options(OnvifDevice device, XElement call)
    {
        var limits = device.Limits;
        var codec = new[]
        {
            (object)device.Resolutions(Meant(device, call), "H264")
                .Select(size => OnvifElements.Size("ResolutionsAvailable", size.Width, size.Height)),
            OnvifElements.Range("GovLengthRange", limits.MinGovLength, limits.MaxGovLength),
            OnvifElements.Range(
                "FrameRateRange", (int)Math.Ceiling(limits.FrameRates.Min()), (int)limits.FrameRates.Max()),
            OnvifElements.Range("EncodingIntervalRange", 1, 1),
            limits.H264Profiles.Select(profile => new XElement(Ns.Tt + "H264ProfilesSupported", profile)),
        };
        return
        [
            new XElement(
                Ns.Media1 + "Options",
                OnvifElements.Range("QualityRange", (int)limits.MinQuality, (int)limits.MaxQuality),
                new XElement(Ns.Tt + "H264", codec),
                new XElement(
                    Ns.Tt + "Extension",
                    new XElement(
                        Ns.Tt + "H264", codec,
                        OnvifElements.Range("BitrateRange", limits.MinBitrate, limits.MaxBitrate)))),
        ];
    }

    private static object?[] Set(OnvifDevice device, XElement call)
    {
        var configuration = call.Element(Ns.Media1 + "Configuration")!;
        var current = Find(device, configuration.Attribute("token")?.Value ?? "");
        var size = configuration.Element(Ns.Tt + "Resolution")!;
        var wanted = current with
        {
            Name = OnvifDevice.Text(configuration, "Name"),
            Encoding = OnvifDevice.Text(configuration, "Encoding"),
            Width = OnvifDevice.Whole(size, "Width"),
            Height = OnvifDevice.Whole(size, "Height"),
            Quality = OnvifDevice.Number(configuration, "Quality"),
        };
        if (configuration.Element(Ns.Tt + "RateControl") is { } rate)
        {
            wanted = wanted with
            {
                FrameRate = OnvifDevice.Whole(rate, "FrameRateLimit")
                    / Math.Max(1, OnvifDevice.Whole(rate, "EncodingInterval")),
                Bitrate = OnvifDevice.Whole(rate, "BitrateLimit"),
            };
        }

        if (configuration.Element(Ns.Tt + "H264") is { } h264)
            wanted = wanted with
            {
                GovLength = OnvifDevice.Whole(h264, "GovLength"),
                Profile = OnvifDevice.Text(h264, "H264Profile")
            };
        EncoderRules.Keep(device, current, wanted);
        return [];
    }
}
