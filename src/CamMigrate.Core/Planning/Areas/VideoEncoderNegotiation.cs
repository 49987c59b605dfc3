using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Planning.Areas;

/// <summary>What one encoder will be set to. Resolution and frame rate outrank the codec.</summary>
internal sealed record EncoderChoice
{
    internal CodecOptions? Codec { get; init; }

    internal string? CodecReason { get; init; }

    internal VideoResolution? Resolution { get; init; }

    internal double? FrameRate { get; init; }

    internal int? GovLength { get; init; }

    internal string? GovReason { get; init; }

    internal int? Bitrate { get; init; }

    internal string? BitrateReason { get; init; }
}

/// <summary>Chooses codec, size, rate, keyframes and bit rate of one stream from what the camera offers.</summary>
internal static class VideoEncoderNegotiation
{
    /// <summary>H.264 needs about half as much again for the picture that H.265 gives.</summary>
    private const double H264OverH265 = 1.5;

    private const double SameShape = 0.02;

    internal static EncoderChoice Choose(VideoEncoder want, VideoEncoder? have, VideoEncoderOptions options)
    {
        var best = options.Codecs
            .Select(codec => (Codec: codec, Size: Size(want.Resolution, codec), Rate: Rate(want.FrameRateLimit, codec)))
            .OrderByDescending(o => o.Size is { } size ? (long)size.Width * size.Height : 0)
            .ThenByDescending(o => Math.Min(o.Rate ?? 0, want.FrameRateLimit ?? 0))
            .ThenByDescending(o => Preference(want.Encoding ?? have?.Encoding, o.Codec.Encoding))
            .FirstOrDefault();
        if (best.Codec is null) return new EncoderChoice();
        var (gov, govReason) = Gov(want, best.Rate);
        var (bitrate, bitrateReason) = Bitrate(want, best.Codec);
        return new EncoderChoice
        {
            Codec = best.Codec,
            CodecReason = best.Codec.Encoding == want.Encoding ? null : CodecReason(want, best.Codec, options),
            Resolution = best.Size,
            FrameRate = best.Rate,
            GovLength = gov,
            GovReason = govReason,
            Bitrate = bitrate,
            BitrateReason = bitrateReason,
        };
    }

    /// <summary>The largest size of the same shape that is not larger than the wanted one; null = none.</summary>
    private static VideoResolution? Size(VideoResolution? want, CodecOptions codec)
    {
        if (want is not { Width: > 0, Height: > 0 }) return null;
        var shape = (double)want.Width / want.Height;
        var pixels = (long)want.Width * want.Height;
        return codec.Resolutions
            .Where(r => r is { Width: > 0, Height: > 0 } && Math.Abs(((double)r.Width / r.Height / shape) - 1) <= SameShape)
            .Where(r => (long)r.Width * r.Height <= pixels)
            .OrderByDescending(r => (long)r.Width * r.Height)
            .ThenBy(r => Math.Abs(r.Width - want.Width))
            .FirstOrDefault();
    }

    private static double? Rate(double? want, CodecOptions codec)
    {
        if (want is not { } fps) return null;
        if (!codec.FrameRates.IsEmpty)
        {
            var notAbove = codec.FrameRates.Where(r => r <= fps + 0.01).DefaultIfEmpty(codec.FrameRates.Min());
            return notAbove.Max();
        }

        return codec.FrameRateRange is { } range ? range.Clamp(fps) : null;
    }

    private static int Preference(VideoEncoding? want, VideoEncoding offered)
    {
        if (offered == want) return 3;
        return offered switch
        {
            VideoEncoding.H264 => 2,
            VideoEncoding.H265 => 1,
            _ => 0,
        };
    }

    private static string CodecReason(VideoEncoder want, CodecOptions codec, VideoEncoderOptions options)
    {
        if (options.Codecs.All(c => c.Encoding != want.Encoding)) return $"the camera has no {want.Encoding} here";
        var size = want.Resolution is null ? "" : $" {Size(want.Resolution, codec)}";
        return $"{want.Encoding} would cost picture size or frame rate: the camera has{size} only in {codec.Encoding}";
    }

    /// <summary>Keyframes stay as many seconds apart when the frame rate changes.</summary>
    private static (int? Gov, string? Reason) Gov(VideoEncoder want, double? rate)
    {
        if (want.GovLength is not { } gov) return (null, null);
        if (want.FrameRateLimit is not > 0 || rate is not { } fps || Math.Abs(fps - want.FrameRateLimit.Value) < 0.01)
            return (gov, null);
        var seconds = gov / want.FrameRateLimit.Value;
        return (Math.Max(1, (int)Math.Round(seconds * fps)), FormattableString.Invariant($"keyframes stay {seconds:0.##} s apart"));
    }

    private static (int? Bitrate, string? Reason) Bitrate(VideoEncoder want, CodecOptions codec)
    {
        if (want.RateControl?.BitrateLimit is not { } kbps) return (null, null);
        if (want.Encoding != VideoEncoding.H265 || codec.Encoding != VideoEncoding.H264) return (kbps, null);
        var raised = (int)Math.Round(kbps * H264OverH265);
        var allowed = codec.Bitrate is { } range ? (int)range.Clamp(raised) : raised;
        return (allowed, allowed == raised
            ? "H264 needs about 1.5 times the bit rate of H265 for the same picture"
            : FormattableString.Invariant($"H264 would need {raised} kbps for the same picture; the camera allows {codec.Bitrate}"));
    }
}
