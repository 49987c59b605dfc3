using System.Net;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Areas;

/// <summary>Takes one encoder configuration, of Media2 or Media1.</summary>
internal static class OnvifEncoderReading
{
    private const int MaxKbps = 10_000_000;
    private static readonly string[] CodecParts = ["H264", "H265", "MPEG4"];

    /// <summary>Takes a configuration. Sentinels (0, 2147483647) are no values.</summary>
    /// <param name="element">The configuration.</param>
    /// <param name="stream">The stream's name.</param>
    /// <param name="options">What the encoder can do: quality is a rank in it.</param>
    /// <param name="path">Setting path, for findings.</param>
    /// <param name="notes">Takes findings.</param>
    internal static VideoEncoder Parse(
        AnswerNode element, string stream, VideoEncoderOptions options, string path, ReadingNotes notes)
    {
        element.Ignore(IgnoreRule.Identity, "@token", "Name", "UseCount");
        var encoding = Encoding(element, path, notes);
        var codec = Codec(element, encoding);
        var gov = element.At("@GovLength") ?? codec.At("GovLength");
        var profile = element.At("@Profile")
            ?? codec.At("H264Profile") ?? codec.At("H265Profile") ?? codec.At("Mpeg4Profile");
        if (encoding is VideoEncoding.Jpeg)
        {
            gov.Ignore(IgnoreRule.NotInForce);
            profile.Ignore(IgnoreRule.NotInForce);
        }

        return new VideoEncoder
        {
            Stream = stream,
            Encoding = encoding,
            CodecProfile = encoding is VideoEncoding.Jpeg ? null : profile.Text(),
            Resolution = Resolution(element.At("Resolution")),
            FrameRateLimit = FrameRate(element.At("RateControl")),
            GovLength = encoding is VideoEncoding.Jpeg ? null : Unless(gov, OnvifXml.Int(gov.Peek()), 1, 65535),
            RateControl = Rate(element, encoding, options),
            Multicast = Multicast(element.At("Multicast"), path, notes),
        };
    }

    /// <summary>The codec. Media1 has no word for H.265: some write it nevertheless, some write H264 beside a part that
    /// says H265.</summary>
    private static VideoEncoding? Encoding(AnswerNode element, string path, ReadingNotes notes)
    {
        var node = element.At("Encoding");
        if (node.Peek() is not { } word) return element.At("H265") is null ? null : VideoEncoding.H265;
        if (OnvifVideoEncoder.Encoding(word) is not { } encoding)
        {
            node.Because("no codec of the profile has this name");
            notes.Warn(path, $"the codec '{Printable.Clip(word)}' is not known; it is left out.");
            return null;
        }

        node.Taken();
        return encoding == VideoEncoding.H264 && element.At("H265") is not null && element.At("H264") is null
            ? VideoEncoding.H265 : encoding;
    }

    /// <summary>The part of the codec in force; the others keep what was set once.</summary>
    private static AnswerNode? Codec(AnswerNode element, VideoEncoding? encoding)
    {
        var own = encoding switch
        {
            VideoEncoding.H264 => element.At("H264"),
            VideoEncoding.H265 => element.At("H265") ?? element.At("H264"),
            VideoEncoding.Mpeg4 => element.At("MPEG4"),
            VideoEncoding.Jpeg => null,
            _ => element.At("H264") ?? element.At("MPEG4"),
        };
        foreach (var part in CodecParts.Select(name => element.At(name)).Where(part => part != own))
            part.Ignore(IgnoreRule.NotInForce, "GovLength", "H264Profile", "H265Profile", "Mpeg4Profile");
        return own;
    }

    private static VideoResolution? Resolution(AnswerNode? element)
    {
        var (width, height) = (element.At("Width"), element.At("Height"));
        if (OnvifXml.Int(width.Peek()) is not (> 0 and <= 32768 and var w)
            || OnvifXml.Int(height.Peek()) is not (> 0 and <= 32768 and var h))
            return null;
        width.Taken();
        height.Taken();
        return new VideoResolution { Width = w, Height = h };
    }

    private static double? FrameRate(AnswerNode? rate)
    {
        var (limit, interval) = (rate.At("FrameRateLimit"), rate.At("EncodingInterval"));
        if (limit.PeekNumber() is not (> 0 and <= 1000 and var fps))
        {
            Sentinel(limit, limit.PeekNumber() is 0);
            if (interval.PeekInt() is 0 or 1) interval.Ignore(IgnoreRule.Unset);
            return null;
        }

        limit.Taken();
        interval.Taken();
        return Math.Round(fps / (OnvifXml.Int(interval.Peek()) is > 1 and var every ? every : 1), 4);
    }

    private static RateControl Rate(AnswerNode element, VideoEncoding? encoding, VideoEncoderOptions options)
    {
        var (rate, quality) = (element.At("RateControl"), element.At("Quality"));
        var range = OnvifVideoEncoder.QualityRange(options, encoding);
        if (range is null) quality.Because("the camera does not tell the scale of its quality");
        else if (quality.PeekNumber() is not null) quality.Taken();
        var kbps = rate.At("BitrateLimit");
        Sentinel(kbps, OnvifXml.Int(kbps.Peek()) is 0 or int.MaxValue);
        return new RateControl
        {
            Mode = rate.At("@ConstantBitRate").Bool() switch
            {
                true => RateControlMode.Cbr,
                false => RateControlMode.Vbr,
                null => null,
            },
            BitrateLimit = Unless(kbps, OnvifXml.Int(kbps.Peek()), 1, MaxKbps),
            Quality = quality.PeekNumber() is { } level ? range?.ToPercent(level) : null,
        };
    }

    /// <summary>Multicast is on when it starts by itself, and only with a group address.</summary>
    private static MulticastSettings? Multicast(AnswerNode? multicast, string path, ReadingNotes notes)
    {
        if (multicast is null) return null;
        var (group, start) = (multicast.At("Address", "IPv4Address") ?? multicast.At("Address", "IPv6Address"),
            multicast.At("AutoStart"));
        multicast.At("Address").Ignore(IgnoreRule.Derived, "Type");
        var isGroup = IPAddress.TryParse(group.Peek(), out var address) && IsGroup(address);
        if (start.Bool() == true && !isGroup)
            notes.Info(
                path + ".multicast",
                "multicast is switched on without a group address of its own, so it is carried as off.");
        if (start.PeekBool() != true || !isGroup)
        {
            group.Ignore(isGroup ? IgnoreRule.NotInForce : IgnoreRule.Unset);
            multicast.Ignore(IgnoreRule.NotInForce, "Port", "TTL");
            return start.PeekBool() is null ? null : new MulticastSettings { Enabled = false };
        }

        return new MulticastSettings
        {
            Enabled = true,
            Address = group.Text(),
            Port = multicast.At("Port").Int(),
            Ttl = multicast.At("TTL").Int(0, 255),
        };
    }

    /// <summary>A multicast group; not the one of WS-Discovery, which some leave there, nor one of the link.</summary>
    private static bool IsGroup(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 16) return address.IsIPv6Multicast;
        return bytes[0] is >= 224 and <= 239 && bytes is not ([224, 0, 0, _] or [239, 255, 255, 250]);
    }

    private static int? Unless(AnswerNode? node, int? value, int least, int most)
    {
        if (value is null) return null;
        if (value < least || value > most)
        {
            node.Because("out of range");
            return null;
        }

        node.Taken();
        return value;
    }

    private static void Sentinel(AnswerNode? node, bool isUnset)
    {
        if (isUnset) node.Ignore(IgnoreRule.Unset);
        else node.Because("out of range");
    }
}
