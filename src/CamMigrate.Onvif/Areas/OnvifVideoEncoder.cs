using System.Globalization;
using System.Xml.Linq;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;
using static CamMigrate.Onvif.Soap.OnvifNames;

namespace CamMigrate.Onvif.Areas;

/// <summary>One encoder configuration, of Media2 (<c>tt:VideoEncoder2Configuration</c>) or Media1
/// (<c>tt:VideoEncoderConfiguration</c>).</summary>
internal static class OnvifVideoEncoder
{
    private static readonly string[] Order =
    [
        "Name", "UseCount", "Encoding", "Resolution", "Quality", "RateControl", "MPEG4", "H264", "Multicast",
        "SessionTimeout",
    ];

    private static readonly string[] Order2 =
        ["Name", "UseCount", "Encoding", "Resolution", "RateControl", "Multicast", "Quality"];
    private static readonly string[] RateOrder = ["FrameRateLimit", "EncodingInterval", "BitrateLimit"];
    private static readonly string[] CodecOrder = ["GovLength", "Mpeg4Profile", "H264Profile"];

    /// <summary>Reads a configuration. Sentinels (0, 2147483647) are no values.</summary>
    /// <param name="element">The configuration.</param>
    /// <param name="stream">The stream's name.</param>
    /// <param name="options">What the encoder can do: quality is a rank in it.</param>
    internal static VideoEncoder ParseCurrent(XElement element, string stream, VideoEncoderOptions options) =>
        OnvifEncoderReading.Parse(element.Node()!, stream, options, stream, new ReadingNotes());

    /// <summary>The element to send: the one the camera returned, with what is wanted and differs set in it.</summary>
    /// <param name="current">The camera's element.</param>
    /// <param name="want">Wanted values, negotiated; null ones stay.</param>
    /// <param name="options">What the encoder can do.</param>
    internal static XElement Edit(XElement current, VideoEncoder want, VideoEncoderOptions options)
    {
        var isMedia2 = IsMedia2(current);
        var next = new XElement(current);
        var before = ParseCurrent(current, want.Stream, options);
        var encoding = want.Encoding ?? before.Encoding;
        if (want.Encoding is { } codec && codec != before.Encoding)
            next.SetChild(Tt + "Encoding", Wire(codec, isMedia2), OrderOf(isMedia2));
        if (want.Resolution is { } size && size != before.Resolution) SetResolution(next, size, isMedia2);
        if (want.RateControl?.Quality is { } percent && QualityRange(options, encoding) is { } quality
            && Differs(quality.FromPercent(percent), next.At("Quality").AsDouble(), quality.Step))
            next.SetChild(Tt + "Quality", OnvifXml.Format(quality.FromPercent(percent)), OrderOf(isMedia2));
        SetRate(next, want, before, isMedia2);
        var profiles = options.Codecs.FirstOrDefault(c => c.Encoding == encoding)?.Profiles ?? [];
        var profile = want.CodecProfile ?? OnvifCodecProfile.Keep(before.CodecProfile, profiles);
        if (isMedia2) SetAttributes(next, encoding, want.GovLength, profile);
        else SetCodecElement(next, encoding, want.GovLength ?? before.GovLength, profile);
        return next;
    }

    /// <summary>Whether an element is of Media2, told by what only one of the two has.</summary>
    internal static bool IsMedia2(XElement element) =>
        element.At("SessionTimeout") is null && element.At("H264") is null && element.At("MPEG4") is null
        && element.At("RateControl", "EncodingInterval") is null;

    /// <summary>A codec by any of its names; null = one that is not known.</summary>
    internal static VideoEncoding? Encoding(string? name) => name?.ToUpperInvariant() switch
    {
        "H264" or "H.264" or "AVC" => VideoEncoding.H264,
        "H265" or "H.265" or "HEVC" => VideoEncoding.H265,
        "JPEG" or "MJPEG" => VideoEncoding.Jpeg,
        "MPEG4" or "MPV4-ES" or "MPV4_ES" => VideoEncoding.Mpeg4,
        _ => null,
    };

    internal static VideoResolution? Resolution(XElement? element) =>
        element.At("Width").Int() is > 0 and <= 32768 and var width
            && element.At("Height").Int() is > 0 and <= 32768 and var height
            ? new VideoResolution { Width = width, Height = height }
            : null;

    private static string Wire(VideoEncoding encoding, bool isMedia2) => encoding switch
    {
        VideoEncoding.Jpeg => "JPEG",
        VideoEncoding.Mpeg4 => isMedia2 ? "MPV4-ES" : "MPEG4",
        _ => encoding.ToString(),
    };

    private static void SetResolution(XElement next, VideoResolution size, bool isMedia2)
    {
        var resolution = next.Ensure(Tt + "Resolution", OrderOf(isMedia2));
        resolution.SetChild(Tt + "Width", Text(size.Width), "Width", "Height");
        resolution.SetChild(Tt + "Height", Text(size.Height), "Width", "Height");
    }

    private static void SetRate(XElement next, VideoEncoder want, VideoEncoder before, bool isMedia2)
    {
        var (fps, kbps, mode) = (want.FrameRateLimit, want.RateControl?.BitrateLimit, want.RateControl?.Mode);
        var isFps = fps is not null && Differs(fps.Value, before.FrameRateLimit, 0.01);
        var isKbps = kbps is not null && kbps != before.RateControl?.BitrateLimit;
        var isMode = mode is not null && mode != before.RateControl?.Mode && isMedia2;
        if (!isFps && !isKbps && !isMode) return;
        var rate = next.Ensure(Tt + "RateControl", OrderOf(isMedia2));
        var limit = isFps ? fps!.Value : before.FrameRateLimit ?? fps ?? 25;
        if (isFps || rate.At("FrameRateLimit") is null)
            rate.SetChild(Tt + "FrameRateLimit", OnvifXml.Format(isMedia2 ? limit : Math.Round(limit)), RateOrder);
        if (!isMedia2 && (isFps || rate.At("EncodingInterval") is null))
            rate.SetChild(Tt + "EncodingInterval", "1", RateOrder);
        if (isKbps || rate.At("BitrateLimit") is null) rate.SetChild(Tt + "BitrateLimit", Text(kbps ?? 0), RateOrder);
        if (isMode) rate.SetAttributeValue("ConstantBitRate", mode == RateControlMode.Cbr ? "true" : "false");
    }

    private static void SetAttributes(XElement next, VideoEncoding? encoding, int? gov, string? profile)
    {
        if (encoding == VideoEncoding.Jpeg)
        {
            // JPEG has neither; a left-over value of the former codec is refused by strict cameras.
            next.SetAttributeValue("GovLength", null);
            next.SetAttributeValue("Profile", null);
            return;
        }

        if (gov is { } frames) next.SetAttributeValue("GovLength", Text(frames));
        if (next.AttributeText("Profile") != profile) next.SetAttributeValue("Profile", profile);
    }

    private static void SetCodecElement(XElement next, VideoEncoding? encoding, int? gov, string? profile)
    {
        var (name, profileName, fallback) = encoding switch
        {
            VideoEncoding.H264 => ("H264", "H264Profile", "Main"),
            VideoEncoding.Mpeg4 => ("MPEG4", "Mpeg4Profile", "SP"),
            _ => (null, "", ""),
        };
        next.Elements().Where(e => e.Name.LocalName is "H264" or "MPEG4" && e.Name.LocalName != name).Remove();
        if (name is null) return;
        var codec = next.Ensure(Tt + name, Order);
        if (gov is not null || codec.At("GovLength") is null)
            codec.SetChild(Tt + "GovLength", Text(gov ?? 50), CodecOrder);
        if (profile is not null || codec.At(profileName) is null)
            codec.SetChild(Tt + profileName, profile ?? fallback, CodecOrder);
    }

    /// <summary>The camera's own scale of quality for a codec; null = it does not tell.</summary>
    internal static DeviceRange? QualityRange(VideoEncoderOptions options, VideoEncoding? encoding) =>
        (options.Codecs.FirstOrDefault(c => c.Encoding == encoding) ?? options.Codecs.FirstOrDefault())?.Quality;

    private static bool Differs(double a, double? b, double step) => b is null || Math.Abs(a - b.Value) >= step / 2;

    private static string[] OrderOf(bool isMedia2) => isMedia2 ? Order2 : Order;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
