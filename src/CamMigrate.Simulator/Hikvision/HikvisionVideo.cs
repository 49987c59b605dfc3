using System.Collections.Immutable;
using System.Globalization;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>What a stream of a virtual Hikvision looks like, from the wire numbers of its settings.</summary>
internal static class HikvisionVideo
{
    private static readonly string[] Roots =
        ["/streaming/channels/", "/isapi/streaming/channels/", "/psia/streaming/channels/"];

    private static readonly Dictionary<string, string> DateStyles = new(StringComparer.Ordinal)
    {
        ["YYYY-MM-DD"] = "%Y-%m-%d",
        ["MM-DD-YYYY"] = "%m-%d-%Y",
        ["DD-MM-YYYY"] = "%d-%m-%Y",
    };

    /// <summary>
    /// The stream at an RTSP path, or null: <c>/Streaming/Channels/101</c> in any case, with or without /ISAPI.
    /// </summary>
    public static VideoSettings? AtPath(HikvisionDevice device, string pathAndQuery)
    {
        var path = pathAndQuery.Split('?')[0].TrimEnd('/');
        foreach (var root in Roots)
        {
            if (path.StartsWith(root, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(path.AsSpan(root.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                return Settings(device, id);
        }

        return null;
    }

    public static IEnumerable<(string Name, VideoSettings Settings)> All(HikvisionDevice device) =>
        from channel in device.Settings.Channels
        from stream in channel.Streams
        let id = HikvisionStreams.Id(channel, stream)
        let settings = Settings(device, id)
        where settings is not null
        select (id.ToString(CultureInfo.InvariantCulture), settings);

    /// <summary>
    /// The stream of an id; null when there is none, when it is off, and for MJPEG, which is in the documents only.
    /// </summary>
    public static VideoSettings? Settings(HikvisionDevice device, int id)
    {
        if (device.Stream(id) is not var (channel, stream) || !stream.Enabled || stream.Codec == "MJPEG") return null;
        var (rotation, mirror) = channel.Image.Flip switch
        {
            "LEFTRIGHT" => (0, true),
            "UPDOWN" => (180, true),
            "CENTER" => (180, false),
            _ => (0, false),
        };
        var screen = channel.Overlays;
        return new VideoSettings
        {
            Scene = device.Camera.Scene,
            Width = stream.Width,
            Height = stream.Height,
            Encoding = stream.Codec == "H.265" ? "H265" : "H264",
            FrameRate = stream.FrameRate,
            Bitrate = stream.Bitrate,
            GovLength = stream.GovLength,
            Rotation = rotation,
            Mirror = mirror,
            Brightness = channel.Image.Brightness,
            Saturation = channel.Image.Saturation,
            Frame = new WireFrame(0, screen.ScreenWidth, 0, screen.ScreenHeight),
            Masks = Masks(device, channel),
            Texts = [.. Texts(channel)],
            Fault = device.Camera.Faults.Picture,
        };
    }

    private static ImmutableArray<WireMask> Masks(HikvisionDevice device, HikvisionChannel channel) =>
        !channel.Masks.Enabled || device.Camera.Faults.Masks == MaskFault.NotBurned
            ? []
            : [.. channel.Masks.Regions.Where(mask => mask.Enabled).Select(mask => new WireMask(Drawn(channel, mask)))];

    private static ImmutableArray<WirePoint> Drawn(HikvisionChannel channel, HikvisionMask mask) =>
        channel.Masks.OriginTop
            ? [.. mask.Points.Select(p => p with { Y = channel.Overlays.ScreenHeight - p.Y })]
            : mask.Points;

    private static IEnumerable<WireText> Texts(HikvisionChannel channel)
    {
        var overlays = channel.Overlays;
        if (overlays.NameEnabled) yield return new WireText(overlays.NameAt, channel.Name);
        if (overlays.DateEnabled)
        {
            var date = DateStyles.GetValueOrDefault(overlays.DateStyle, "%Y-%m-%d");
            var time = overlays.TimeStyle == "12hour" ? "%I:%M:%S %p" : "%H:%M:%S";
            yield return new WireText(
                overlays.DateAt, "", overlays.DisplayWeek ? $"{date} %a {time}" : $"{date} {time}");
        }

        foreach (var text in overlays.Texts.Where(text => text.Enabled)) yield return new WireText(text.At, text.Text);
    }
}
