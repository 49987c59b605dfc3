using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;
using CamMigrate.Onvif.Areas;

namespace CamMigrate.Onvif.Reading;

/// <summary>Which encoder is called what. The names must not depend on settings that are about to be changed.</summary>
internal static class StreamNames
{
    /// <summary>Names encoders: main is the one that can do the largest picture, the others follow in the order of
    /// their profiles.</summary>
    /// <param name="encoders">The encoders of one source, in the order of their profiles.</param>
    internal static ImmutableArray<OnvifEncoder> Assign(IReadOnlyList<OnvifEncoder> encoders)
    {
        var ranked = encoders.Select((e, place) => (Encoder: e, Place: place)).ToList();
        var main = ranked.OrderByDescending(e => CanBeMain(e.Encoder)).ThenByDescending(e => Largest(e.Encoder))
            .ThenByDescending(e => Pixels(Present(e.Encoder))).ThenBy(e => e.Place).Select(e => e.Encoder)
                .FirstOrDefault();
        var rest = ranked.Where(e => e.Encoder != main).OrderByDescending(e => CanBeMain(e.Encoder))
            .ThenBy(e => e.Place).Select(e => e.Encoder);
        return main is null ? [] : [.. rest.Prepend(main).Select((e, i) => Named(e, Name(i)))];
    }

    internal static string Name(int index) => index switch
    {
        0 => "main",
        1 => "sub",
        2 => "third",
        _ => FormattableString.Invariant($"stream{index + 1}"),
    };

    private static OnvifEncoder Named(OnvifEncoder encoder, string name) =>
        encoder with { Stream = name, Options = encoder.Options with { Stream = name } };

    /// <summary>An encoder for JPEG alone serves old viewers; it is nobody's main stream.</summary>
    private static bool CanBeMain(OnvifEncoder encoder)
    {
        var codecs = encoder.Options.Codecs;
        return codecs.IsEmpty
            ? OnvifVideoEncoder.Encoding(encoder.Element.At("Encoding").AsText()) is not VideoEncoding.Jpeg
            : codecs.Any(c => c.Encoding is VideoEncoding.H264 or VideoEncoding.H265);
    }

    private static long Largest(OnvifEncoder encoder) =>
        encoder.Options.Codecs.SelectMany(c => c.Resolutions).Select(Pixels)
            .DefaultIfEmpty(Pixels(Present(encoder))).Max();

    private static VideoResolution? Present(OnvifEncoder encoder) =>
        OnvifVideoEncoder.Resolution(encoder.Element.At("Resolution"));

    private static long Pixels(VideoResolution? resolution) =>
        resolution is null ? 0 : (long)resolution.Width * resolution.Height;
}
