using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Runs;
using CamMigrate.Streams.Ffmpeg;
using CamMigrate.Streams.Probing;

namespace CamMigrate.Streams;

/// <summary>
/// Takes one picture of each video source of an old camera: the HTTP snapshot, else the first keyframe over RTSP. Files
/// are for their owner alone; what is no picture that ffmpeg decodes within its bounds is not kept.
/// </summary>
/// <param name="prover">Opens streams.</param>
/// <param name="findFfmpeg">Finds ffmpeg; without it a snapshot is judged by its header alone.</param>
/// <param name="time">The clock.</param>
public sealed class ReferencePictures(IStreamProver prover, Func<FfmpegTools?> findFfmpeg, TimeProvider time)
{
    private const string IndexName = "pictures.json";
    private const int MostSide = 16_384;
    private const int MostSilent = 2;

    /// <summary>Takes them and writes <c>pictures.json</c> beside them.</summary>
    /// <param name="camera">The camera.</param>
    /// <param name="folder">Where they are kept.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>One entry for each source that has a stream, taken or not.</returns>
    /// <remarks>After a refused login, or when the camera fell silent twice, the others are not asked for.</remarks>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public async Task<ImmutableArray<ReferencePicture>> TakeAsync(
        PicturedCamera camera, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(camera);
        PrivateFiles.CreateFolder(Path.GetFullPath(folder));
        var pictures = ImmutableArray.CreateBuilder<ReferencePicture>();
        var (end, silent) = ((string?)null, 0);
        foreach (var streams in camera.Streams.GroupBy(s => s.Source).OrderBy(g => g.Key))
        {
            if (end is not null)
            {
                pictures.Add(new ReferencePicture(streams.Key, null, time.GetUtcNow()) { Problem = end });
                continue;
            }

            // The main stream's picture has the most to see.
            var stream = streams.FirstOrDefault(s => s.Stream == "main") ?? streams.First();
            var (picture, failure) = await TakeAsync(camera, stream, folder, cancellationToken);
            pictures.Add(picture);
            silent = failure is null or CameraError.NotSupported or CameraError.BadResponse ? 0 : silent + 1;
            if (silent == MostSilent) end = "not asked: the camera gave none for the sources before.";
            if (failure is CameraError.Unauthorized) end = "not asked: the camera refused the login before.";
        }

        var index = new { schemaVersion = 1, pictures };
        PrivateFiles.WriteAllBytes(
            Path.Combine(folder, IndexName), JsonSerializer.SerializeToUtf8Bytes(index, ReportJson.Indented));
        return pictures.ToImmutable();
    }

    private async Task<(ReferencePicture Picture, CameraError? Failure)> TakeAsync(
        PicturedCamera camera, SourceStream stream, string folder, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var name = FormattableString.Invariant($"source-{stream.Source}.jpg");
        var problems = new List<string>();
        CameraError? failure = null;
        foreach (var (how, take) in Ways(camera, stream, Path.Combine(folder, name)))
        {
            try
            {
                if (await take(cancellationToken) is not { } jpeg) continue;
                if (await SizeAsync(jpeg, cancellationToken) is not var (width, height))
                {
                    problems.Add($"{how}: what came is no picture that can be decoded.");
                    continue;
                }

                PrivateFiles.WriteAllBytes(Path.Combine(folder, name), jpeg);
                return (new ReferencePicture(stream.Source, name, at)
                {
                    Sha256 = Convert.ToHexStringLower(SHA256.HashData(jpeg)),
                    Width = width,
                    Height = height,
                    How = how,
                }, null);
            }
            catch (CameraException e)
            {
                problems.Add($"{how}: {e.Detail}");
                failure = e.Reason;
                if (failure is CameraError.Unauthorized) break;
            }
        }

        File.Delete(Path.Combine(folder, name));
        return (new ReferencePicture(stream.Source, null, at)
        {
            Problem = problems.Count > 0 ? string.Join(' ', problems)
                : "the camera offers neither a snapshot nor a stream.",
        }, failure);
    }

    private IEnumerable<(string How, Func<CancellationToken, Task<byte[]?>> Take)> Ways(
        PicturedCamera camera, SourceStream stream, string path)
    {
        yield return ("snapshot", token => camera.Reader.SnapshotAsync(stream, token));
        if (stream.RtspPath is { } rtsp && Rtsp(camera, rtsp) is { } uri)
            yield return ("stream", token => FromStreamAsync(uri, camera.Credential, path, token));
    }

    private static Uri? Rtsp(PicturedCamera camera, string path) =>
        Uri.TryCreate(
            FormattableString.Invariant(
                $"rtsp://{camera.Address.UrlHost}:{camera.RtspPort}{(path.StartsWith('/') ? "" : "/")}{path}"),
            UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
                && uri.Host == new Uri($"rtsp://{camera.Address.UrlHost}").Host ? uri : null;

    private async Task<byte[]?> FromStreamAsync(
        Uri uri, Credential credential, string path, CancellationToken cancellationToken)
    {
        await prover.TakePictureAsync(uri, credential, path, cancellationToken);
        return await File.ReadAllBytesAsync(path, cancellationToken);
    }

    private async Task<(int Width, int Height)?> SizeAsync(byte[] jpeg, CancellationToken cancellationToken)
    {
        if (jpeg.Length > PictureDecoder.MostBytes || JpegHeader.Size(jpeg) is not var (width, height)) return null;
        if (Math.Max(width, height) > MostSide) return null;
        if (findFfmpeg() is not { } tools) return (width, height);
        return await new PictureDecoder(tools, time).DecodeJpegAsync(jpeg, cancellationToken) is null ? null
            : (width, height);
    }
}
