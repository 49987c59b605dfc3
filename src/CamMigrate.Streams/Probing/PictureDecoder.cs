using System.Collections.Immutable;
using CamMigrate.Streams.Ffmpeg;
using CamMigrate.Streams.Judging;

namespace CamMigrate.Streams.Probing;

/// <summary>
/// Has ffmpeg decode pictures. They come from cameras: formats are forced, nothing but the pipe is opened, size and
/// time are bounded.
/// </summary>
/// <param name="tools">ffmpeg.</param>
/// <param name="time">Clock of the time limit.</param>
internal sealed class PictureDecoder(FfmpegTools tools, TimeProvider time)
{
    /// <summary>Largest JPEG file that is looked at, bytes.</summary>
    public const int MostBytes = 16 << 20;

    private const int MostPixels = 64_000_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly ImmutableArray<string> Quietly =
    [
        "-hide_banner", "-nostats", "-nostdin", "-loglevel", "error", "-threads", "1", "-protocol_whitelist", "pipe",
        "-max_pixels", MostPixels.ToString(System.Globalization.CultureInfo.InvariantCulture),
    ];

    /// <summary>
    /// One picture of a recorded piece as JPEG: a keyframe, which needs no other frame; null = there is none.
    /// </summary>
    /// <param name="nut">The piece.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<byte[]?> TakeJpegAsync(byte[] nut, CancellationToken cancellationToken)
    {
        var result = await new ProcessRunner(time).RunAsync(new ProcessRequest
        {
            Program = tools.Ffmpeg,
            Arguments =
            [
                .. Quietly, "-skip_frame", "nokey", "-f", "nut", "-i", "pipe:0", "-map", "0:v:0", "-frames:v", "1",
                "-c:v", "mjpeg", "-q:v", "2", "-pix_fmt", "yuvj420p", "-f", "image2pipe", "pipe:1",
            ],
            Input = nut,
            TimeLimit = Limit,
            OutputLimit = MostBytes,
        }, cancellationToken);
        return result is { ExitCode: 0, Output.Length: > 0 } ? result.Output : null;
    }

    /// <summary>Decodes a JPEG; null = it is none, is broken or too large.</summary>
    /// <param name="jpeg">The file.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Picture?> DecodeJpegAsync(byte[] jpeg, CancellationToken cancellationToken)
    {
        if (jpeg.Length > MostBytes || JpegHeader.Size(jpeg) is not var (width, height)
            || (long)width * height > MostPixels)
            return null;
        var result = await new ProcessRunner(time).RunAsync(new ProcessRequest
        {
            Program = tools.Ffmpeg,
            Arguments =
            [
                .. Quietly, "-f", "mjpeg", "-c:v", "mjpeg", "-i", "pipe:0", "-frames:v", "1",
                "-pix_fmt", "rgb24", "-c:v", "rawvideo", "-f", "rawvideo", "pipe:1",
            ],
            Input = jpeg,
            TimeLimit = Limit,
            OutputLimit = (width * height * 3) + 1,
        }, cancellationToken);
        return result.ExitCode == 0 && result.Output.Length == width * height * 3
            ? new Picture(width, height, result.Output)
            : null;
    }

    /// <summary>Decodes a JPEG file; null = it cannot be read, is none, is broken or too large.</summary>
    /// <param name="path">The file; null = there is none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Picture?> ReadJpegAsync(string? path, CancellationToken cancellationToken)
    {
        try
        {
            if (path is null || new FileInfo(path) is not { Exists: true, Length: > 0 and <= MostBytes }) return null;
            return await DecodeJpegAsync(await File.ReadAllBytesAsync(path, cancellationToken), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
