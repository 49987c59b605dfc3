using System.Globalization;
using System.Text.Json;
using CamMigrate.Streams.Ffmpeg;
using CamMigrate.Streams.Judging;

namespace CamMigrate.Streams.Probing;

/// <summary>Has ffprobe list what is in a recorded piece of a stream.</summary>
/// <param name="tools">ffprobe.</param>
/// <param name="time">Clock of the time limit.</param>
internal sealed class RecordingReader(FfmpegTools tools, TimeProvider time)
{
    /// <summary>Reads it; null = ffprobe finds no video in it.</summary>
    /// <param name="nut">The piece.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Recording?> ReadAsync(byte[] nut, CancellationToken cancellationToken)
    {
        var result = await new ProcessRunner(time).RunAsync(new ProcessRequest
        {
            Program = tools.Ffprobe,
            Arguments =
            [
                "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "pipe", "-f", "nut", "-i", "pipe:0",
                "-select_streams", "v:0",
                "-show_entries", "stream=codec_name,profile,width,height:packet=pts_time,size,flags", "-of",
                "json=compact=1",
            ],
            Input = nut,
            TimeLimit = TimeSpan.FromSeconds(20),
            OutputLimit = 8 << 20,
        }, cancellationToken);
        return Parse(result.Output);
    }

    /// <summary>Reads ffprobe's answer; null = it names no video, or is cut.</summary>
    /// <param name="json">The answer.</param>
    internal static Recording? Parse(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (!document.RootElement.TryGetProperty("streams", out var streams) || streams.GetArrayLength() == 0)
                return null;
            var stream = streams[0];
            var packets = document.RootElement.TryGetProperty("packets", out var list)
                ? list.EnumerateArray()
                : default;
            return new Recording
            {
                Codec = Text(stream, "codec_name"),
                Profile = Text(stream, "profile"),
                Width = stream.TryGetProperty("width", out var width) ? width.GetInt32() : 0,
                Height = stream.TryGetProperty("height", out var height) ? height.GetInt32() : 0,
                Packets = [.. packets.Select(Packet).OfType<Packet>()],
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Packet? Packet(JsonElement packet) =>
        double.TryParse(Text(packet, "pts_time"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && int.TryParse(Text(packet, "size"), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? new Packet(seconds, bytes, Text(packet, "flags")?.StartsWith('K') == true)
            : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
