using System.Globalization;
using CamMigrate.Simulator.Video.Clips;

namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>Describes a stream to a viewer (RFC 4566 with the payload formats of RFC 6184 and RFC 7798).</summary>
internal static class Sdp
{
    /// <summary>Name of the only track.</summary>
    public const string Track = "trackID=1";

    /// <summary>RTP payload type of the video.</summary>
    public const int PayloadType = 96;

    /// <summary>The description of a clip that is repeated for ever.</summary>
    public static string Of(EncodedClip clip) => string.Join("\r\n",
        "v=0",
        "o=- 1 1 IN IP4 0.0.0.0",
        "s=Media Presentation",
        "c=IN IP4 0.0.0.0",
        "t=0 0",
        "a=control:*",
        "a=range:npt=now-",
        Line($"m=video 0 RTP/AVP {PayloadType}"),
        Line($"b=AS:{clip.Bitrate}"),
        $"a=control:{Track}",
        Line($"a=rtpmap:{PayloadType} {clip.Encoding}/90000"),
        Line($"a=fmtp:{PayloadType} {(clip.Encoding == "H265" ? H265(clip) : H264(clip))}"),
        Line($"a=framerate:{clip.FrameRate.PerSecond:0.###}"),
        "a=recvonly",
        "");

    private static string H264(EncodedClip clip) =>
        $"packetization-mode=1;profile-level-id={Convert.ToHexStringLower(clip.Sps.Span[1..4])};"
        + $"sprop-parameter-sets={Base64(clip.Sps)},{Base64(clip.Pps)}";

    private static string H265(EncodedClip clip) =>
        $"sprop-vps={Base64(clip.Vps)};sprop-sps={Base64(clip.Sps)};sprop-pps={Base64(clip.Pps)}";

    private static string Base64(ReadOnlyMemory<byte> nal) => Convert.ToBase64String(nal.Span);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
