using System.Globalization;
using System.Xml.Linq;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>Encoders as Media2 knows them: H.265 too, fractional frame rates, GOP and profile in attributes.</summary>
internal static class VideoEncoders2
{
    public static Dictionary<XName, OnvifOperation> Operations { get; } = new()
    {
        [Ns.Media2 + "GetVideoEncoderConfigurations"] = Get,
        [Ns.Media2 + "GetVideoEncoderConfigurationOptions"] = Options,
        [Ns.Media2 + "SetVideoEncoderConfiguration"] = Set,
    };

    public static XElement Element(XName name, OnvifEncoder encoder) => new(
        name,
        new XAttribute("token", encoder.Token),
        new XAttribute("GovLength", encoder.GovLength),
        new XAttribute("Profile", encoder.Profile),
        new XElement(Ns.Tt + "Name", encoder.Name),
        new XElement(Ns.Tt + "UseCount", 1),
        new XElement(Ns.Tt + "Encoding", encoder.Encoding),
        OnvifElements.Size("Resolution", encoder.Width, encoder.Height),
        new XElement(
            Ns.Tt + "RateControl",
            new XAttribute("ConstantBitRate", encoder.ConstantBitRate),
            new XElement(Ns.Tt + "FrameRateLimit", encoder.FrameRate),
            new XElement(Ns.Tt + "BitrateLimit", encoder.Bitrate)),
        VideoEncoders1.Multicast(),
        new XElement(Ns.Tt + "Quality", encoder.Quality));

    private static object?[] Get(OnvifDevice device, XElement call)
    {
        var token = OnvifDevice.OptionalText(call, "ConfigurationToken")
            ?? (OnvifDevice.OptionalText(call, "ProfileToken") is { } profile
                ? device.EncoderOfProfile(profile).Token
                : null);
        if (token is not null) VideoEncoders1.Find(device, token);
        return
        [
            .. device.State.Encoders
                .Where(encoder => token is null || encoder.Token == token)
                .Select(encoder => Element(Ns.Media2 + "Configurations", encoder)),
        ];
    }

    private static object?[] Options(OnvifDevice device, XElement call)
    {
        var encoder = VideoEncoders1.Meant(device, call);
        string[] encodings = device.Limits.H265 ? ["H264", "H265"] : ["H264"];
        return [.. encodings.Select(encoding => CodecOptions(device, encoder, encoding))];
    }

    private static XElement CodecOptions(OnvifDevice device, OnvifEncoder encoder, string encoding)
    {
        var limits = device.Limits;
        return new XElement(
            Ns.Media2 + "Options",
            new XAttribute(
                "GovLengthRange",
                string.Create(CultureInfo.InvariantCulture, $"{limits.MinGovLength} {limits.MaxGovLength}")),
            new XAttribute(
                "FrameRatesSupported",
                string.Join(' ', limits.FrameRates.Select(rate => rate.ToString(CultureInfo.InvariantCulture)))),
            new XAttribute("ProfilesSupported", string.Join(' ', EncoderRules.Profiles(device, encoding))),
            new XAttribute("ConstantBitRateSupported", true),
            new XElement(Ns.Tt + "Encoding", encoding),
            OnvifElements.Range("QualityRange", limits.MinQuality, limits.MaxQuality),
            device.Resolutions(encoder, encoding)
                .Select(size => OnvifElements.Size("ResolutionsAvailable", size.Width, size.Height)),
            OnvifElements.Range("BitrateRange", limits.MinBitrate, limits.MaxBitrate));
    }

    private static object?[] Set(OnvifDevice device, XElement call)
    {
        var configuration = call.Element(Ns.Media2 + "Configuration")!;
        var current = VideoEncoders1.Find(device, configuration.Attribute("token")?.Value ?? "");
        var size = configuration.Element(Ns.Tt + "Resolution")!;
        var encoding = OnvifDevice.Text(configuration, "Encoding");
        var wanted = current with
        {
            Name = OnvifDevice.Text(configuration, "Name"),
            Encoding = encoding,
            Width = OnvifDevice.Whole(size, "Width"),
            Height = OnvifDevice.Whole(size, "Height"),
            Quality = OnvifDevice.Number(configuration, "Quality"),
            GovLength = configuration.Attribute("GovLength") is { } gov ? Whole(gov) : current.GovLength,
            Profile = configuration.Attribute("Profile")?.Value
                ?? (encoding == current.Encoding ? current.Profile : "Main"),
        };
        if (configuration.Element(Ns.Tt + "RateControl") is { } rate)
        {
            wanted = wanted with
            {
                FrameRate = Rate(device, OnvifDevice.Number(rate, "FrameRateLimit")),
                Bitrate = OnvifDevice.Whole(rate, "BitrateLimit"),
                ConstantBitRate = rate.Attribute("ConstantBitRate") is { } constant
                    ? constant.Value is "true" or "1"
                    : current.ConstantBitRate,
            };
        }

        EncoderRules.Keep(device, current, wanted);
        return [];
    }

    private static double Rate(OnvifDevice device, double rate) => device.Limits.FrameRates.Contains(rate)
        ? rate
        : throw OnvifFault.Modify(
            string.Create(CultureInfo.InvariantCulture, $"{rate} frames per second are not offered"));

    private static int Whole(XAttribute attribute) =>
        int.TryParse(attribute.Value, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw OnvifFault.Invalid($"{attribute.Name} is not a whole number");
}
