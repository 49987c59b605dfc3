using System.Collections.Frozen;
using System.Diagnostics;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Runs;
using CamMigrate.Core.Verification;
using CamMigrate.Streams.Ffmpeg;
using CamMigrate.Streams.Judging;
using CamMigrate.Streams.Probing;
using CamMigrate.Streams.Rtsp;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Streams;

/// <summary>Opens streams over RTSP/TCP with ffmpeg and judges them.</summary>
/// <remarks>
/// A stream is opened once (twice when no keyframe came), some seconds are kept in memory, and everything is measured
/// on those. One instance serves the whole process; it looks at one stream of a device at a time.
/// </remarks>
/// <param name="refusals">Logins that were refused, of all protocols.</param>
/// <param name="logger">Log; it never sees a login.</param>
/// <param name="time">Clock of all limits.</param>
/// <param name="options">Limits.</param>
public sealed class StreamProver(
    LoginRefusals refusals, ILogger<StreamProver> logger, TimeProvider time,
    StreamProverOptions options) : IStreamProver
{
    private static readonly TimeSpan LongestObservation = TimeSpan.FromSeconds(12);

    private static readonly FrozenSet<string> NotOurs = FrozenSet.Create(
        "ffmpegMissing", "rtspsNotSupported", "loginNotSupported", "basicOnly", "digestNotSupported");

    private static readonly FrozenSet<string> AboutLogin = FrozenSet.Create(
        "authFailed", "loginNeeded", "loginNotSupported", "basicOnly", "digestNotSupported");

    // Full-size pictures are large: as many at once as there are processors to judge them.
    private static readonly SemaphoreSlim Decoding = new(Environment.ProcessorCount);

    private readonly DeviceLocks devices = new();
    private string? version;

    /// <inheritdoc/>
    public async Task<StreamReport> ProveAsync(
        ExpectedStream expected, Credential? credential, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var report = new StreamReport { Name = expected.Name, Uri = WithoutLogin(expected.Uri), Checks = [] };
        try
        {
            report = await JudgeAsync(report, expected, credential, cancellationToken);
        }
        catch (CameraException e)
        {
            var code = CodeOf(e);
            var check = new Check(
                AboutLogin.Contains(code) ? "login" : "connect",
                NotOurs.Contains(code) ? CheckResult.NotChecked : CheckResult.Fail)
            {
                Code = code,
                Message = e.Detail,
            };
            report = PictureJudge.WithoutPicture(report with { Checks = [check] }, expected, code);
        }

        Log.Proven(logger, expected.Name, report.Verdict);
        return report;
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task TakePictureAsync(
        Uri uri, Credential? credential, string path, CancellationToken cancellationToken)
    {
        var address = RtspAddress.From(uri);
        var tools = FindTools(address.Request);
        using var turn = await devices.EnterAsync(address.Host, cancellationToken);
        var wanted = new RecordingRequest(options.KeyframeWait, OneKeyframe: true);
        var nut = await OpenAsync(tools, address, credential, wanted, cancellationToken);
        var jpeg = await new PictureDecoder(tools, time).TakeJpegAsync(nut, cancellationToken)
            ?? throw new CameraException(
                CameraError.BadResponse, address.Request,
                "no picture could be decoded from the stream. Open it with the camera's own page.")
            {
                Code = "decodeFailed",
            };
        Write(path, jpeg);
    }

    private async Task<StreamReport> JudgeAsync(
        StreamReport report, ExpectedStream expected, Credential? credential, CancellationToken cancellationToken)
    {
        if (expected.Uri is null)
        {
            throw new CameraException(
                CameraError.NotSupported, expected.Name,
                "the camera gave no address for this stream" + (expected.Problem is { } why ? $": {why}" : "."))
            {
                Code = "noUri",
            };
        }

        var address = RtspAddress.From(expected.Uri);
        var tools = FindTools(address.Request);
        using var turn = await devices.EnterAsync(address.Host, cancellationToken);
        var nut = await OpenAsync(
            tools, address, credential, new RecordingRequest(Observation(expected)), cancellationToken);
        var recording = await new RecordingReader(tools, time).ReadAsync(nut, cancellationToken)
            ?? throw new CameraException(
                CameraError.BadResponse, address.Request,
                "what the camera sent is no video that ffmpeg knows. Set the encoder again.")
            {
                Code = "noVideo",
            };
        var video = recording.Measure();
        report = report with
        {
            Video = video,
            Checks =
            [
                new Check("connect", CheckResult.Pass),
                new Check("login", CheckResult.Pass) { Measured = credential is null ? "without a login" : null },
                .. VideoChecks.Judge(expected, video),
            ],
        };
        var jpeg = await TakeJpegAsync(tools, address, credential, nut, cancellationToken);
        report = Keep(report, expected, jpeg);
        return await JudgePicturesAsync(report, expected, tools, jpeg, cancellationToken);
    }

    private async Task<StreamReport> JudgePicturesAsync(
        StreamReport report, ExpectedStream expected, FfmpegTools tools, byte[]? jpeg,
        CancellationToken cancellationToken)
    {
        await Decoding.WaitAsync(cancellationToken);
        try
        {
            var decoder = new PictureDecoder(tools, time);
            return PictureJudge.Judge(report, expected, new StreamPictures
            {
                Now = jpeg is null ? null : await decoder.DecodeJpegAsync(jpeg, cancellationToken),
                Before = await decoder.ReadJpegAsync(expected.PictureBefore, cancellationToken),
                Old = await decoder.ReadJpegAsync(expected.OldPicture, cancellationToken),
            });
        }
        finally
        {
            Decoding.Release();
        }
    }

    private async Task<byte[]?> TakeJpegAsync(
        FfmpegTools tools, RtspAddress address, Credential? credential, byte[] nut, CancellationToken cancellationToken)
    {
        var decoder = new PictureDecoder(tools, time);
        if (await decoder.TakeJpegAsync(nut, cancellationToken) is { } jpeg) return jpeg;
        Log.NoKeyframe(logger, address.Url);
        try
        {
            var wanted = new RecordingRequest(options.KeyframeWait, OneKeyframe: true);
            return await decoder.TakeJpegAsync(
                await OpenAsync(tools, address, credential, wanted, cancellationToken), cancellationToken);
        }
        catch (CameraException e) when (e.Reason != CameraError.Unauthorized)
        {
            return null;
        }
    }

    private async Task<byte[]> OpenAsync(
        FfmpegTools tools, RtspAddress address, Credential? credential, RecordingRequest wanted,
        CancellationToken cancellationToken)
    {
        version ??= await tools.ReadVersionAsync(cancellationToken);
        var recorder = new StreamRecorder(tools, version, refusals, options, time);
        for (var retry = 0; ; retry++)
        {
            // Before each opening: another protocol may have been refused meanwhile.
            if (credential is not null) refusals.ThrowIfRefused(address.Host, credential.UserName, address.Request);
            try
            {
                var started = Stopwatch.GetTimestamp();
                var nut = await recorder.RecordAsync(address, credential, wanted, cancellationToken);
                Log.Recorded(
                    logger, address.Url, nut.Length, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                return nut;
            }
            catch (CameraException e) when (retry < options.BusyRetries && e.Code is "busy" or "dropped")
            {
                Log.Busy(logger, address.Url, options.BusyDelay.TotalSeconds);
                await Task.Delay(options.BusyDelay, time, cancellationToken);
            }
        }
    }

    private FfmpegTools FindTools(string request) => options.FindFfmpeg() ?? throw new CameraException(
        CameraError.NotSupported, request,
        "streams cannot be looked at: ffmpeg is missing. " + FfmpegTools.HowToInstall)
    {
        Code = "ffmpegMissing",
    };

    private static StreamReport Keep(StreamReport report, ExpectedStream expected, byte[]? jpeg)
    {
        if (jpeg is null || expected.PicturePath is null) return report;
        try
        {
            Write(expected.PicturePath, jpeg);
            return report with { Picture = expected.PicturePath };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var check = new Check("picture", CheckResult.Warn)
            {
                Code = "pictureNotKept",
                Message = $"the picture could not be written: {e.Message}",
            };
            return report with { Checks = report.Checks.Add(check) };
        }
    }

    private static void Write(string path, byte[] jpeg)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) PrivateFiles.CreateFolder(folder);
        PrivateFiles.WriteAllBytes(path, jpeg);
    }

    // Long enough for two keyframes, so that a keyframe is in it and the bit rate is over a whole group.
    private TimeSpan Observation(ExpectedStream expected)
    {
        if (expected.Encoder is not { GovLength: { } gov, FrameRateLimit: > 0 and { } rate })
            return options.Observation;
        var group = TimeSpan.FromSeconds(Math.Min(gov / rate, LongestObservation.TotalSeconds) + 1);
        return group < options.Observation ? options.Observation
            : group < LongestObservation ? group
            : LongestObservation;
    }

    private static string CodeOf(CameraException e) =>
        e.Code ?? (e.Reason == CameraError.Unauthorized ? "authFailed" : "unreachable");

    private static Uri? WithoutLogin(Uri? uri) =>
        uri is null || !uri.IsAbsoluteUri || uri.UserInfo.Length == 0
            ? uri
            : new UriBuilder(uri) { UserName = "", Password = "" }.Uri;
}
