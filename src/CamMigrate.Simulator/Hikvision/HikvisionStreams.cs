using System.Xml.Linq;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>The list of streams, single streams, and the ghosts beside them.</summary>
internal static class HikvisionStreams
{
    private const int FirstGhost = 3;
    private const int LastGhost = 4;

    public static XElement? List(HikvisionDevice device) => !device.Settings.StreamList
        ? null
        : new XElement(
            "StreamingChannelList",
            device.Settings.Channels.SelectMany(channel => channel.Streams.Select(
                stream => HikvisionDevice.Block("StreamingChannel", Content(channel, stream, Id(channel, stream))))));

    public static XElement? Single(HikvisionDevice device, int id)
    {
        if (device.Stream(id) is { } found) return Document(found.Channel, found.Stream, id);
        var isGhost = device.Settings.GhostStreams && id % 100 is >= FirstGhost and <= LastGhost;
        return isGhost && device.Stream((id / 100 * 100) + 1) is { } main
            ? Document(main.Channel, main.Stream, id)
            : null;
    }

    public static int Id(HikvisionChannel channel, HikvisionStream stream) => (channel.Number * 100) + stream.Number;

    private static XElement Document(HikvisionChannel channel, HikvisionStream stream, int id) =>
        new("StreamingChannel", Content(channel, stream, id));

    private static object[] Content(HikvisionChannel channel, HikvisionStream stream, int id) =>
    [
        new XElement("id", id),
        new XElement("channelName", channel.Name),
        new XElement("enabled", stream.Enabled),
        new XElement(
            "Transport",
            new XElement("maxPacketSize", 1000),
            new XElement(
                "ControlProtocolList",
                new XElement("ControlProtocol", new XElement("streamingTransport", "RTSP")),
                new XElement("ControlProtocol", new XElement("streamingTransport", "HTTP"))),
            new XElement("Unicast", new XElement("enabled", true), new XElement("rtpTransportType", "RTP/TCP")),
            new XElement(
                "Multicast",
                new XElement("enabled", stream.Multicast),
                new XElement("destIPAddress", stream.MulticastAddress),
                new XElement("videoDestPortNo", 8860)),
            new XElement("Security", new XElement("enabled", true), new XElement("certificateType", "digest"))),
        Video(channel, stream),
        new XElement(
            "Audio",
            new XElement("enabled", stream.Audio),
            new XElement("audioInputChannelID", channel.Number),
            new XElement("audioCompressionType", "G.711ulaw")),
    ];

    private static XElement Video(HikvisionChannel channel, HikvisionStream stream)
    {
        var isConstant = stream.RateControl.Equals("CBR", StringComparison.OrdinalIgnoreCase);
        return new XElement(
            "Video",
            new XElement("enabled", true),
            new XElement("videoInputChannelID", channel.Number),
            new XElement("videoCodecType", stream.Codec),
            new XElement("videoScanType", "progressive"),
            new XElement("videoResolutionWidth", stream.Width),
            new XElement("videoResolutionHeight", stream.Height),
            new XElement("videoQualityControlType", stream.RateControl),
            new XElement("constantBitRate", stream.Bitrate),
            new XElement("fixedQuality", stream.Quality),
            // With a constant rate this firmware leaves the caps of the variable one out.
            isConstant ? null : new XElement("vbrUpperCap", stream.Bitrate),
            isConstant ? null : new XElement("vbrLowerCap", 32),
            new XElement("maxFrameRate", (int)(stream.FrameRate * 100)),
            new XElement("keyFrameInterval", (int)(stream.GovLength * 1000 / stream.FrameRate)),
            new XElement("snapShotImageType", "JPEG"),
            stream.Codec == "MJPEG" ? null : new XElement("H264Profile", stream.Profile),
            new XElement("GovLength", stream.GovLength),
            new XElement("SVC", new XElement("enabled", false)),
            new XElement("PacketType", "PS"),
            new XElement("PacketType", "RTP"),
            new XElement("smoothing", 50),
            stream.Codec == "H.265" ? new XElement("H265Profile", "Main") : null,
            stream.SmartCodec is { } smart ? new XElement("SmartCodec", new XElement("enabled", smart)) : null);
    }
}
