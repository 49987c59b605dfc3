using System.Globalization;
using CamMigrate.Simulator.Video.Scenes;

namespace CamMigrate.Simulator.Video.Clips;

/// <summary>Makes clips and snapshots with ffmpeg, each in a folder of its own that goes with it.</summary>
internal sealed class ClipEncoder(VideoEngineOptions options, DateTimeOffset clockStart)
{
    private readonly Ffmpeg ffmpeg = new(options.FfmpegPath);
    private readonly SceneStore scenes = new(options.CacheFolder);

    /// <summary>Encodes a clip; the answer is the encoder's byte stream.</summary>
    /// <exception cref="VideoException">ffmpeg or the font is missing, or ffmpeg failed.</exception>
    public async Task<byte[]> EncodeAsync(VideoSettings settings, CancellationToken cancellationToken)
    {
        var scene = await scenes.GetAsync(settings.Scene, cancellationToken);
        var font = settings.Texts.IsEmpty ? "" : Font.Find(options.FontFile);
        var graph = new FilterGraph(settings, scene, font, clockStart);
        return await InFolderAsync(
            async folder => [.. await graph.WriteAsync(folder, cancellationToken), .. Output(settings)],
            cancellationToken);
    }

    /// <summary>One picture of a clip as JPEG.</summary>
    /// <exception cref="VideoException">ffmpeg is missing or failed.</exception>
    public Task<byte[]> DecodeAsync(EncodedClip clip, int keyframe, CancellationToken cancellationToken) =>
        InFolderAsync(
        async folder =>
        {
            var file = Path.Combine(folder, "picture.bin");
            await File.WriteAllBytesAsync(file, AnnexB.Join(clip.Pictures[keyframe]), cancellationToken);
            return
            [
                "-f", clip.Encoding == "H265" ? "hevc" : "h264", "-i", file,
                "-frames:v", "1", "-f", "image2pipe", "-c:v", "mjpeg", "-q:v", "3", "pipe:1",
            ];
        },
        cancellationToken);

    private static string[] Output(VideoSettings settings)
    {
        var common = Text($"keyint={settings.GovLength}:min-keyint={settings.GovLength}:scenecut=0:bframes=0:ref=1")
            + ":aud=1:repeat-headers=1:rc-lookahead=0:" + RateControl(settings);
        string[] codec = settings.Encoding == "H265"
            ? ["libx265", "-x265-params", common + ":open-gop=0:max-merge=1:frame-threads=2:info=0:log-level=error",
                "-f", "hevc"]
            : ["libx264", "-x264-params", common, "-f", "h264"];
        var frames = Text($"{EncodedClip.LengthFor(settings)}");
        return ["-frames:v", frames, "-preset", "ultrafast", "-c:v", .. codec, "pipe:1"];
    }

    /// <summary>
    /// The bit rate as the upper bound it is; a frozen picture is coded the same each time, else coding alone would
    /// move it.
    /// </summary>
    private static string RateControl(VideoSettings settings) => settings.Fault == "frozen"
        ? "qp=28"
        : Text($"bitrate={settings.Bitrate}:vbv-maxrate={settings.Bitrate}")
            + Text($":vbv-bufsize={settings.Bitrate * 2}:vbv-init=0.5");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private async Task<byte[]> InFolderAsync(
        Func<string, Task<string[]>> arguments, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("cammigrate-video-").FullName;
        try
        {
            return await ffmpeg.RunAsync(folder, await arguments(folder), cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
