using System.Globalization;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Verification;

namespace CamMigrate.Streams.Judging;

/// <summary>
/// Compares what a stream was measured to be with what it should be. A setting that is not expected is not judged.
/// </summary>
internal static class VideoChecks
{
    /// <summary>Shortest time over which a frame rate counts as measured, seconds.</summary>
    public const double ShortestObservation = 4;

    /// <summary>Codec, size, frame rate and bit rate.</summary>
    /// <param name="expected">The plan.</param>
    /// <param name="video">The measurement.</param>
    public static IEnumerable<Check> Judge(ExpectedStream expected, MeasuredVideo video)
    {
        if (expected.Encoder.Encoding is { } encoding) yield return Codec(encoding, video.Codec);
        if (expected.Encoder.Resolution is { } size) yield return Resolution(size, expected.Rotation, video);
        if (expected.Encoder.FrameRateLimit is not null || video.ObservedS < ShortestObservation)
            yield return FrameRate(expected.Encoder.FrameRateLimit, video);
        if (expected.Encoder.RateControl?.BitrateLimit is { } cap && video.Kbps is { } kbps)
            yield return Bitrate(cap, kbps);
    }

    /// <summary>The codec's name in ffprobe's spelling, upper case, HEVC as H265.</summary>
    /// <param name="name">As ffprobe names it.</param>
    public static string CodecName(string name) => name.ToUpperInvariant() is "HEVC" ? "H265" : name.ToUpperInvariant();

    private static Check Codec(VideoEncoding encoding, string? measured)
    {
        var expected = encoding switch
        {
            VideoEncoding.H264 => "H264",
            VideoEncoding.H265 => "H265",
            VideoEncoding.Jpeg => "MJPEG",
            _ => "MPEG4",
        };
        return measured == expected
            ? new Check("codec", CheckResult.Pass) { Expected = expected, Measured = measured }
            : new Check("codec", CheckResult.Fail)
            {
                Code = "wrongCodec",
                Expected = expected,
                Measured = measured,
                Message =
                    $"the stream is {measured ?? "of an unknown codec"}, not {expected}. Set the encoder again; "
                        + "some cameras change it only after a restart.",
            };
    }

    private static Check Resolution(VideoResolution size, int rotation, MeasuredVideo video)
    {
        var (width, height) = rotation is 90 or 270 ? (size.Height, size.Width) : (size.Width, size.Height);
        var check = new Check("resolution", CheckResult.Pass)
        {
            Expected = FormattableString.Invariant($"{width}x{height}"),
            Measured = FormattableString.Invariant($"{video.Width}x{video.Height}"),
        };
        return width == video.Width && height == video.Height ? check : check with
        {
            Result = CheckResult.Fail,
            Code = "wrongResolution",
            Message = width == video.Height && height == video.Width
                ? "the picture lies on its side: width and height have changed places. Check the rotation."
                : "the picture has another size than planned. Set the encoder again.",
        };
    }

    private static Check FrameRate(double? limit, MeasuredVideo video)
    {
        var check = new Check("frameRate", CheckResult.Pass)
        {
            Expected = limit is null ? null : Number(limit.Value) + " fps",
            Measured = Fps(video),
        };
        if (video.ObservedS < ShortestObservation)
        {
            return check with
            {
                Result = CheckResult.Fail,
                Code = "stalled",
                Message =
                    $"only {Number(video.ObservedS)} s of video came, then it stopped. "
                        + "Check the cable and the camera's load.",
            };
        }

        var (expected, fps) = (limit ?? video.Fps!.Value, video.Fps!.Value);
        var off = Math.Abs(fps - expected);
        if (off <= Math.Max(0.02 * expected, 0.5)) return check;
        return check with
        {
            Result = off <= 0.1 * expected ? CheckResult.Warn : CheckResult.Fail,
            Code = "wrongFrameRate",
            Message = fps < expected
                ? "fewer frames come than planned. A slow shutter, the mains frequency or the encoder's limit can hold "
                    + "the rate down."
                : "more frames come than planned. Set the encoder again.",
        };
    }

    private static Check Bitrate(int cap, double kbps)
    {
        var check = new Check("bitrate", CheckResult.Pass)
        {
            Expected = FormattableString.Invariant($"up to {cap} kbps"),
            Measured = FormattableString.Invariant($"{kbps:F0} kbps"),
        };
        return kbps <= 1.15 * cap ? check : check with
        {
            Result = kbps <= 1.5 * cap ? CheckResult.Warn : CheckResult.Fail,
            Code = "aboveBitrateLimit",
            Message =
                "the stream takes more than its limit; network and recorder may not be ready for it. "
                    + "Set the encoder's limit again.",
        };
    }

    private static string? Fps(MeasuredVideo video) =>
        video.Fps is { } fps ? FormattableString.Invariant($"{fps:0.##} fps over {video.ObservedS:F1} s") : null;

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
