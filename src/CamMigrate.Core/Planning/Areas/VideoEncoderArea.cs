using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Planning.Areas;

/// <summary>Compares one encoded stream, after negotiating what the camera can do.</summary>
internal static class VideoEncoderArea
{
    private const double BitrateTolerance = 0.15;

    internal static VideoEncoder Compare(VideoEncoder want, VideoEncoder? have, VideoEncoderOptions options, Comparison c)
    {
        var choice = VideoEncoderNegotiation.Choose(want, have, options);
        if (want.SmartCodec is { } smart)
            c.NotSupported("smartCodec", smart, null, "ONVIF cannot say or set the maker's own bandwidth saver");
        return new VideoEncoder
        {
            Stream = want.Stream,
            Encoding = Encoding(want, have, choice, c),
            CodecProfile = Profile(want, have, choice, c),
            Resolution = Resolution(want, have, choice, c),
            FrameRateLimit = FrameRate(want, have, choice, c),
            GovLength = Gov(want, have, choice, c),
            RateControl = want.RateControl is null ? null : Rate(want.RateControl, have?.RateControl, choice, c.In("rateControl")),
        };
    }

    private static VideoEncoding? Encoding(VideoEncoder want, VideoEncoder? have, EncoderChoice choice, Comparison c)
    {
        if (want.Encoding is not { } wanted) return null;
        if (choice.Codec is not { } codec)
        {
            c.NotSupported("encoding", wanted, have?.Encoding, Comparison.NotOffered);
            return null;
        }

        return c.Settle("encoding", wanted, codec.Encoding, have?.Encoding, have?.Encoding == codec.Encoding,
            codec.Encoding != wanted, choice.CodecReason, null);
    }

    private static VideoResolution? Resolution(VideoEncoder want, VideoEncoder? have, EncoderChoice choice, Comparison c)
    {
        if (want.Resolution is not { } wanted) return null;
        if (choice.Resolution is not { } planned)
        {
            c.NeedsDecision("resolution", wanted, have?.Resolution,
                $"the camera has no picture of the same shape as {wanted} that is not larger");
            return null;
        }

        return c.Settle("resolution", wanted, planned, have?.Resolution, Same(have?.Resolution, planned), !Same(wanted, planned),
            Same(wanted, planned) ? null : $"{planned} is the largest of the same shape that the camera offers");
    }

    private static double? FrameRate(VideoEncoder want, VideoEncoder? have, EncoderChoice choice, Comparison c)
    {
        if (want.FrameRateLimit is not { } wanted) return null;
        if (choice.FrameRate is not { } planned)
        {
            c.NotSupported("frameRateLimit", wanted, have?.FrameRateLimit, Comparison.NotOffered);
            return null;
        }

        var isNearest = Math.Abs(planned - wanted) > 0.01;
        return c.Settle("frameRateLimit", wanted, planned, have?.FrameRateLimit,
            have?.FrameRateLimit is { } h && Math.Abs(h - planned) < 0.5 / 10, isNearest,
            isNearest ? FormattableString.Invariant($"the camera's nearest rate is {planned:0.##}") : null, 1);
    }

    private static int? Gov(VideoEncoder want, VideoEncoder? have, EncoderChoice choice, Comparison c)
    {
        if (want.GovLength is not { } wanted) return null;
        if (choice.GovLength is not { } target || choice.Codec?.GovLength is not { } range)
        {
            c.NotSupported("govLength", wanted, have?.GovLength, Comparison.NotOffered);
            return null;
        }

        var planned = (int)range.Clamp(target);
        var why = planned == target ? choice.GovReason : $"the camera allows {range} frames";
        return c.Settle("govLength", wanted, planned, have?.GovLength, have?.GovLength == planned, planned != wanted, why, 1);
    }

    private static string? Profile(VideoEncoder want, VideoEncoder? have, EncoderChoice choice, Comparison c)
    {
        if (want.CodecProfile is not { } wanted || choice.Codec is not { } codec) return null;
        if (codec.Encoding == want.Encoding && codec.Profiles.Contains(wanted, StringComparer.OrdinalIgnoreCase))
        {
            return c.Settle("codecProfile", wanted, wanted, have?.CodecProfile,
                string.Equals(have?.CodecProfile, wanted, StringComparison.OrdinalIgnoreCase), false, null);
        }

        c.NotSupported("codecProfile", wanted, have?.CodecProfile, codec.Encoding == want.Encoding
            ? $"the camera offers {(codec.Profiles.IsEmpty ? "no choice" : string.Join(", ", codec.Profiles))}"
            : $"it belongs to {want.Encoding}, and {codec.Encoding} is used");
        return null;
    }

    private static RateControl Rate(RateControl want, RateControl? have, EncoderChoice choice, Comparison c)
    {
        var range = choice.Codec?.Bitrate;
        var planned = choice.Bitrate is { } b ? c.Bitrate(want.BitrateLimit, b, have?.BitrateLimit, range, choice.BitrateReason) : null;
        return new RateControl
        {
            BitrateLimit = planned,
            Mode = Mode(want, have, choice, c),
            Quality = c.Percent("quality", want.Quality, have?.Quality, choice.Codec?.Quality),
        };
    }

    private static int? Bitrate(
        this Comparison c, int? wanted, int target, int? have, DeviceRange? range, string? reason)
    {
        if (wanted is not { } w) return null;
        if (range is not { } r)
        {
            c.NotSupported("bitrateLimit", w, have, Comparison.NotOffered);
            return null;
        }

        var planned = (int)r.Clamp(target);
        var why = reason ?? (planned == w ? null : FormattableString.Invariant($"the camera allows {r} kbps"));
        return c.Settle("bitrateLimit", w, planned, have, have == planned, planned != w, why, planned * BitrateTolerance);
    }

    private static RateControlMode? Mode(RateControl want, RateControl? have, EncoderChoice choice, Comparison c)
    {
        if (want.Mode is not { } wanted) return null;
        var supported = choice.Codec?.ConstantBitRateSupported;
        if (supported is not true)
        {
            c.NotSupported("mode", wanted, have?.Mode, supported is null
                ? "the camera has no setting for constant or variable bit rate over ONVIF"
                : "the camera has variable bit rate only");
            return null;
        }

        return c.Value("mode", want.Mode, have?.Mode, [RateControlMode.Cbr, RateControlMode.Vbr]);
    }

    private static bool Same(VideoResolution? a, VideoResolution? b) => a?.Width == b?.Width && a?.Height == b?.Height;
}
