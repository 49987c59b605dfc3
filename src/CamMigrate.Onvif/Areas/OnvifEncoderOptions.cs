using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Areas;

/// <summary>What an encoder can do, of Media2 (one element per codec) or Media1 (one element with a part per
/// codec).</summary>
internal static class OnvifEncoderOptions
{
    private const double MaxFrameRate = 1000;
    private const double MaxKbps = 1e9;

    /// <summary>Reads a <c>GetVideoEncoderConfigurationOptionsResponse</c> of either service.</summary>
    /// <param name="answer">The answer; null = none was given.</param>
    /// <param name="stream">The stream's name.</param>
    internal static VideoEncoderOptions Parse(XElement? answer, string stream)
    {
        var options = answer.Items("Options");
        var codecs = options.Any(o => o.At("Encoding") is not null)
            ? options.Select(Media2)
            : options.Take(1).SelectMany(Media1);
        return new VideoEncoderOptions
        {
            Stream = stream,
            Codecs = [.. codecs.OfType<CodecOptions>().DistinctBy(c => c.Encoding)],
        };
    }

    private static CodecOptions? Media2(XElement options)
    {
        if (OnvifVideoEncoder.Encoding(options.At("Encoding").AsText()) is not { } encoding) return null;
        var rates = Numbers(options.AttributeText("FrameRatesSupported")).Where(r => r is > 0 and <= MaxFrameRate);
        var gov = Numbers(options.AttributeText("GovLengthRange")).ToList();
        return new CodecOptions
        {
            Encoding = encoding,
            Resolutions = Resolutions(options),
            FrameRates = [.. rates.Distinct().Order()],
            Bitrate = Bitrate(options),
            GovLength = gov.Count > 0 ? Gov(gov.Min(), gov.Max()) : null,
            Profiles = [.. Words(options.AttributeText("ProfilesSupported"))],
            Quality = options.At("QualityRange").Range(),
            ConstantBitRateSupported = OnvifXml.Bool(options.AttributeText("ConstantBitRateSupported")),
        };
    }

    private static IEnumerable<CodecOptions?> Media1(XElement options)
    {
        var extension = options.At("Extension");
        foreach (var name in new[] { "H264", "MPEG4", "JPEG" })
        {
            var codec = options.At(name) ?? extension.At(name);
            if (codec is null || OnvifVideoEncoder.Encoding(name) is not { } encoding) continue;
            var gov = codec.At("GovLengthRange");
            yield return new CodecOptions
            {
                Encoding = encoding,
                Resolutions = Resolutions(codec),
                FrameRateRange = codec.At("FrameRateRange").Range() is { Max: >= 1 and <= MaxFrameRate } fps
                    ? fps with { Min = Math.Max(1, fps.Min) } : null,
                // Only the extension's copy of the part has the bit rate.
                Bitrate = Bitrate(extension.At(name)),
                GovLength = gov.At("Min").AsDouble() is { } min && gov.At("Max").AsDouble() is { } max
                    ? Gov(min, max) : null,
                Profiles = [.. codec.Children(name + "ProfilesSupported")
                    .Concat(codec.Children("Mpeg4ProfilesSupported"))
                    .Select(p => p.AsText()).OfType<string>().Distinct(StringComparer.Ordinal)],
                Quality = options.At("QualityRange").Range(),
            };
        }
    }

    private static ImmutableArray<VideoResolution> Resolutions(XElement codec) =>
        [.. codec.Items("ResolutionsAvailable").Select(r => OnvifVideoEncoder.Resolution(r)).OfType<VideoResolution>()
            .Distinct()];

    private static DeviceRange? Bitrate(XElement? codec) =>
        codec.At("BitrateRange").Range() is { Max: >= 1 and < MaxKbps } range
            ? range with { Min = Math.Max(1, range.Min) } : null;

    private static DeviceRange? Gov(double min, double max) =>
        max is >= 1 and < 1_000_000 && min <= max ? new DeviceRange(Math.Max(1, min), max) : null;

    private static IEnumerable<double> Numbers(string? list) => Words(list).Select(OnvifXml.Number).OfType<double>();

    private static IEnumerable<string> Words(string? list) =>
        (list ?? "").Split([' ', '\t', '\r', '\n', ','], StringSplitOptions.RemoveEmptyEntries).Take(200);
}
