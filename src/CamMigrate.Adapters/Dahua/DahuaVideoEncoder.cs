using System.Collections.Frozen;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>One stream: a row <c>Encode[ch].MainFormat[0]</c> or <c>Encode[ch].ExtraFormat[n]</c>.</summary>
internal static class DahuaVideoEncoder
{
    private const double QualitySteps = 5;
    private static readonly AnswerNode Ntsc = new("VideoStandard", "NTSC");

    private static readonly FrozenDictionary<string, VideoEncoding> Codecs = new Dictionary<string, VideoEncoding>
    {
        ["H.264"] = VideoEncoding.H264,
        ["H.264H"] = VideoEncoding.H264,
        ["H.264B"] = VideoEncoding.H264,
        ["H.264M"] = VideoEncoding.H264,
        ["H.265"] = VideoEncoding.H265,
        ["MJPG"] = VideoEncoding.Jpeg,
        ["MJPEG"] = VideoEncoding.Jpeg,
        ["MPEG4"] = VideoEncoding.Mpeg4,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, RateControlMode> Modes = new Dictionary<string, RateControlMode>
    {
        ["CBR"] = RateControlMode.Cbr,
        ["VBR"] = RateControlMode.Vbr,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the stream is sent. A stream without the switch is.</summary>
    internal static bool IsOn(AnswerNode? row) => row.At("VideoEnable").PeekBool() is not false;

    internal static VideoEncoder Parse(
        AnswerNode row, DahuaStream stream, DahuaTables tables, ReadingNotes notes)
    {
        var path = SettingPath.Encoder(stream.Source, stream.Name);
        var video = row.At("Video");
        Switch(row, path, notes);
        var codec = video.At("Compression");
        var encoding = codec.Map(Codecs, path + ".encoding", notes);
        return new VideoEncoder
        {
            Stream = stream.Name,
            Encoding = encoding,
            CodecProfile = Profile(video, codec.Peek(), encoding),
            Resolution = Resolution(video, tables["VideoStandard"], path, notes),
            FrameRateLimit = video.At("FPS").Number(0.001, 1000),
            GovLength = video.At("GOP").Int(1),
            RateControl = Rate(video, path, notes),
            SmartCodec = Smart(tables.Of("SmartEncode", stream.Channel), stream),
            Audio = row.At("AudioEnable").Bool(),
            Multicast = DahuaMulticast.Parse(tables["Multicast"], stream, path, notes),
        };
    }

    /// <summary>Where no standard is told, the lines of a size by name are those of PAL.</summary>
    private static VideoResolution? Resolution(
        AnswerNode? video, AnswerNode? standard, string path, ReadingNotes notes)
    {
        var size = DahuaResolution.Parse(video, standard);
        if (standard is null && size != DahuaResolution.Parse(video, Ntsc)) notes.Assume(path + ".resolution");
        return size;
    }

    private static void Switch(AnswerNode row, string path, ReadingNotes notes)
    {
        var node = row.At("VideoEnable");
        if (node.PeekBool() is false)
        {
            node.Because("a stream of the profile is always on");
            notes.Warn(path, "the stream is switched off on this device; it is carried as if it were on.");
        }
        else
        {
            node.Taken();
        }
    }

    private static string? Profile(AnswerNode? video, string? codec, VideoEncoding? encoding)
    {
        var node = video.At("Profile");
        if (encoding == VideoEncoding.H264)
        {
            var byCodec = codec?.ToUpperInvariant() switch
            {
                "H.264H" => "High",
                "H.264B" => "Baseline",
                "H.264M" => "Main",
                _ => null,
            };
            return node.Text() ?? byCodec;
        }

        node.Ignore(IgnoreRule.NotInForce); // it keeps the last word of H.264
        return null;
    }

    private static RateControl? Rate(AnswerNode? video, string path, ReadingNotes notes)
    {
        var mode = video.At("BitRateControl").Map(Modes, path + ".rateControl.mode", notes);
        var (limit, quality) = (video.At("BitRate").Int(1, 10_000_000), video.At("Quality"));
        if (mode == RateControlMode.Cbr) quality.Ignore(IgnoreRule.NotInForce);
        var rank = mode == RateControlMode.Cbr ? null : quality.Int(1, 6);
        if (mode is null && limit is null && rank is null) return null;
        return new RateControl
        {
            Mode = mode,
            BitrateLimit = limit,
            Quality = rank is { } level ? Math.Round((level - 1) / QualitySteps * 100, 2) : null,
        };
    }

    /// <summary>One switch for the main stream; where sub streams have it, it is listed.</summary>
    private static bool? Smart(AnswerNode? table, DahuaStream stream) =>
        stream.Subtype == 0 ? table.At("Enable").Bool() : table.At("Extra").Row(stream.Subtype - 1).Bool();
}
