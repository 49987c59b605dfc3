using System.Collections.Frozen;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>One stream: a <c>StreamingChannel</c> of <c>/ISAPI/Streaming/channels</c>.</summary>
internal static class HikvisionVideoEncoder
{
    private static readonly FrozenDictionary<string, VideoEncoding> Codecs = new Dictionary<string, VideoEncoding>
    {
        ["H.264"] = VideoEncoding.H264,
        ["H.265"] = VideoEncoding.H265,
        ["MJPEG"] = VideoEncoding.Jpeg,
        ["MPEG4"] = VideoEncoding.Mpeg4,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, RateControlMode> Modes = new Dictionary<string, RateControlMode>
    {
        ["CBR"] = RateControlMode.Cbr,
        ["VBR"] = RateControlMode.Vbr,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static VideoEncoder Parse(AnswerNode stream, HikvisionStreamId id, bool isRecorder, ReadingNotes notes)
    {
        var path = SettingPath.Encoder(id.Channel, id.Name);
        var video = stream.At("Video");
        stream.At("id").Taken();
        stream.At("channelName").Ignore(IgnoreRule.Derived); // the name of the video input, which is carried there
        video.Ignore(IgnoreRule.Identity, "videoInputChannelID", "dynVideoInputChannelID");
        Switches(stream, path, notes);
        var encoding = video.At("videoCodecType").Map(Codecs, path + ".encoding", notes);
        var frameRate = FrameRate(video.At("maxFrameRate"));
        return new VideoEncoder
        {
            Stream = id.Name,
            Encoding = encoding,
            CodecProfile = Profile(video, encoding),
            Resolution = Resolution(video),
            FrameRateLimit = frameRate,
            GovLength = GovLength(video, frameRate),
            RateControl = Rate(video, isRecorder, path, notes),
            SmartCodec = video.At("SmartCodec", "enabled").Bool(),
            Audio = stream.At("Audio", "enabled").Bool(),
            Multicast = Multicast(stream.At("Transport", "Multicast"), path, notes),
        };
    }

    private static void Switches(AnswerNode stream, string path, ReadingNotes notes)
    {
        foreach (var node in new[] { stream.At("enabled"), stream.At("Video", "enabled") })
        {
            if (node.PeekBool() is false)
            {
                node.Because("a stream of the profile is always on");
                notes.Warn(path, "the stream is switched off on this camera; it is carried as if it were on.");
            }
            else
            {
                node.Taken();
            }
        }
    }

    /// <summary>Hundredths of a frame per second; 0 is "full" on recorders.</summary>
    private static double? FrameRate(AnswerNode? centifps) =>
        centifps.Int(0, 100_000) is > 0 and var value ? value / 100.0 : null;

    /// <summary>In frames; where only the interval is there, from its milliseconds.</summary>
    private static int? GovLength(AnswerNode? video, double? frameRate)
    {
        var (length, interval) = (video.At("GovLength"), video.At("keyFrameInterval"));
        if (length.Int(1) is { } frames)
        {
            interval.Ignore(IgnoreRule.Derived);
            return frames;
        }

        // recorders say so of streams whose camera is away
        if (length.PeekInt() is 0) length.Ignore(IgnoreRule.Unset);
        return frameRate is { } rate && interval.Int(1, 3_600_000) is { } milliseconds
            ? Math.Clamp((int)Math.Round(milliseconds * rate / 1000), 1, 65535)
            : null;
    }

    private static string? Profile(AnswerNode? video, VideoEncoding? encoding)
    {
        var (mine, other) = encoding == VideoEncoding.H265 ? ("H265Profile", "H264Profile")
            : ("H264Profile", "H265Profile");
        video.At(other).Ignore(IgnoreRule.NotInForce);
        if (encoding is VideoEncoding.H264 or VideoEncoding.H265) return video.At(mine).Text();
        video.At(mine).Ignore(IgnoreRule.NotInForce);
        return null;
    }

    private static VideoResolution? Resolution(AnswerNode? video)
    {
        var (width, height) = (video.At("videoResolutionWidth"), video.At("videoResolutionHeight"));
        return width.Int(1) is { } across && height.Int(1) is { } down
            ? new VideoResolution { Width = across, Height = down } : null;
    }

    private static RateControl? Rate(AnswerNode? video, bool isRecorder, string path, ReadingNotes notes)
    {
        var mode = video.At("videoQualityControlType").Map(Modes, path + ".rateControl.mode", notes);
        var (constant, cap, quality) = (video.At("constantBitRate"), video.At("vbrUpperCap"), video.At("fixedQuality"));
        if (mode is null && constant is null && cap is null) return null;
        var isConstant = mode == RateControlMode.Cbr;
        var (used, other) = isConstant ? (constant ?? cap, constant is null ? null : cap)
            : (cap ?? constant, cap is null ? null : constant);
        other.Ignore(IgnoreRule.NotInForce); // with the other kind of rate control it repeats the value in force
        if (isConstant) quality.Ignore(IgnoreRule.NotInForce);
        return new RateControl
        {
            Mode = mode,
            BitrateLimit = used.Int(1, 10_000_000),
            Quality = isConstant ? null : HikvisionQuality.Rank(quality, isRecorder),
        };
    }

    /// <summary>A group of 0.0.0.0 sends nothing, whatever the switch says.</summary>
    private static MulticastSettings? Multicast(AnswerNode? multicast, string path, ReadingNotes notes)
    {
        if (multicast.At("enabled").Bool() is not { } enabled) return null;
        var group = multicast.At("destIPAddress");
        if (HikvisionNetwork.IsUnset(group.Peek()))
        {
            group.Ignore(IgnoreRule.Unset);
            multicast.Ignore(IgnoreRule.NotInForce, "videoDestPortNo", "destPortNo", "ttl");
            if (enabled)
                notes.Info(
                    path + ".multicast",
                    "multicast is switched on without a group address, so nothing is sent; it is carried as off.");
            return new MulticastSettings { Enabled = false };
        }

        return new MulticastSettings
        {
            Enabled = enabled,
            Address = HikvisionNetwork.Address(group),
            Port = (multicast.At("videoDestPortNo") ?? multicast.At("destPortNo")).Int(),
            Ttl = multicast.At("ttl").Int(0, 255),
        };
    }
}
