using System.Globalization;
using CamMigrate.Simulator.Dahua.Tables;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Dahua;

/// <summary>What a stream of a virtual Dahua looks like, from the wire numbers of its settings.</summary>
internal static class DahuaVideo
{
    private const string Path = "/cam/realmonitor";

    private static readonly WireFrame Frame = new(0, 8192, 8192, 0);

    /// <summary>
    /// The stream at an RTSP path, or null: <c>/cam/realmonitor?channel=1&amp;subtype=0</c>, channels from 1.
    /// </summary>
    public static VideoSettings? AtPath(DahuaDevice device, string pathAndQuery)
    {
        if (pathAndQuery.Split('?', 2) is not [var path, var query]
            || !path.Equals(Path, StringComparison.OrdinalIgnoreCase))
            return null;
        var fields = query.Split('&').Select(field => field.Split('=', 2)).Where(field => field.Length == 2)
            .ToLookup(field => field[0], field => field[1], StringComparer.OrdinalIgnoreCase);
        return Number(fields["channel"].FirstOrDefault() ?? "1") is { } channel
            && Number(fields["subtype"].FirstOrDefault() ?? "0") is { } stream
            ? Settings(device, channel, stream)
            : null;
    }

    public static IEnumerable<(string Name, VideoSettings Settings)> All(DahuaDevice device) =>
        from channel in Enumerable.Range(1, device.Settings.Channels.Length)
        from stream in Enumerable.Range(0, device.Settings.Channels[channel - 1].Streams.Length)
        let settings = Settings(device, channel, stream)
        where settings is not null
        select (FormattableString.Invariant($"{channel}/{stream}"), settings);

    /// <summary>
    /// A stream, 0 the main one; null when there is none, when it is off, and for MJPG, which is in the tables only.
    /// </summary>
    public static VideoSettings? Settings(DahuaDevice device, int number, int index)
    {
        if (device.Channel(number) is not { Bound: true } channel || index < 0 || index >= channel.Streams.Length
            || channel.Streams[index] is not { Enabled: true, Codec: not "MJPG" } stream)
            return null;
        var picture = PictureRows.InForce(device, channel);
        var turn = channel.Rotate90 switch { 1 => 90, 2 => 270, _ => 0 };
        return new VideoSettings
        {
            Scene = device.Camera.Scene,
            Width = stream.Width,
            Height = stream.Height,
            Encoding = stream.Codec == "H.265" ? "H265" : "H264",
            FrameRate = stream.FrameRate,
            Bitrate = stream.Bitrate,
            GovLength = stream.GovLength,
            Rotation = (turn + (channel.Flip ? 180 : 0)) % 360,
            Mirror = channel.Mirror,
            Brightness = picture.Brightness,
            Saturation = picture.Saturation,
            Frame = Frame,
            Masks = device.Camera.Faults.Masks == MaskFault.NotBurned ? [] : [.. Masks(channel)],
            Texts = [.. Texts(device, channel)],
            Fault = device.Camera.Faults.Picture,
        };
    }

    private static IEnumerable<WireMask> Masks(DahuaChannel channel)
    {
        foreach (var cover in channel.Covers.Where(cover => cover.Enabled))
            yield return new WireMask([
                cover.From, new(cover.To.X, cover.From.Y), cover.To, new(cover.From.X, cover.To.Y)]);
        foreach (var mask in (channel.PrivacyMasking ?? []).Where(mask => mask.Enabled && mask.Points.Length > 2))
            yield return new WireMask(mask.Points);
    }

    private static IEnumerable<WireText> Texts(DahuaDevice device, DahuaChannel channel)
    {
        if (channel.NameTitle.Enabled) yield return new WireText(channel.NameTitle.At, channel.Name);
        if (channel.TimeTitle.Enabled)
        {
            var clock = Strftime(device.Settings.Time.Format);
            yield return new WireText(channel.TimeTitle.At, "", channel.TimeTitle.ShowWeek ? clock + " %a" : clock);
        }

        foreach (var text in channel.Texts.Where(text => text.Enabled)) yield return new WireText(text.At, text.Text);
    }

    private static string Strftime(string format) => format
        .Replace("yyyy", "%Y", StringComparison.Ordinal)
        .Replace("MM", "%m", StringComparison.Ordinal)
        .Replace("dd", "%d", StringComparison.Ordinal)
        .Replace("HH", "%H", StringComparison.Ordinal)
        .Replace("hh", "%I", StringComparison.Ordinal)
        .Replace("mm", "%M", StringComparison.Ordinal)
        .Replace("ss", "%S", StringComparison.Ordinal);

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
