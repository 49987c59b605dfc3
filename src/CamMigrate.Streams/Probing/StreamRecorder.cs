using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Streams.Ffmpeg;
using CamMigrate.Streams.Rtsp;

namespace CamMigrate.Streams.Probing;

/// <summary>
/// Opens a stream once and keeps some seconds of it as they came, so that everything is measured on this machine and
/// the camera sees one viewer and one login.
/// </summary>
/// <param name="tools">ffmpeg.</param>
/// <param name="version">Its version; null = unknown.</param>
/// <param name="refusals">Logins that were refused.</param>
/// <param name="limits">Time limits.</param>
/// <param name="time">Their clock.</param>
internal sealed partial class StreamRecorder(
    FfmpegTools tools, string? version, LoginRefusals refusals, StreamProverOptions limits, TimeProvider time)
{
    private const int MostBytes = 96 << 20;

    /// <summary>Records.</summary>
    /// <param name="address">The stream.</param>
    /// <param name="credential">The login; null = none.</param>
    /// <param name="wanted">How much.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A NUT file; shorter than asked when the stream broke off.</returns>
    /// <exception cref="CameraException">Nothing came; its code says why.</exception>
    public async Task<byte[]> RecordAsync(
        RtspAddress address, Credential? credential, RecordingRequest wanted, CancellationToken cancellationToken)
    {
        var asksForLogin = await new RtspKnock(limits, time)
            .AsksForLoginAsync(address, credential is not null, cancellationToken);
        var login = asksForLogin ? credential : null;
        if (login is not null) refusals.ThrowIfRefused(address.Host, login.UserName, address.Request);
        var result = await new ProcessRunner(time).RunAsync(new ProcessRequest
        {
            Program = tools.Ffmpeg,
            Arguments =
            [
                "-hide_banner", "-nostats", "-nostdin", "-loglevel", "error",
                "-f", "concat", "-safe", "0", "-protocol_whitelist", "pipe,tcp,rtsp,rtp",

                // Before the input: as an output option it was seen to go on for minutes.
                "-t", FormattableString.Invariant($"{wanted.Length.TotalSeconds:F1}"), "-i", "pipe:0",
                "-map", "0:v:0", "-c", "copy", .. Kept(wanted), "-f", "nut", "pipe:1",
            ],
            Input = Encoding.UTF8.GetBytes(address.Script(login, limits.AnswerTimeout, TimeoutOption)),
            TimeLimit = limits.OpeningLimit + wanted.Length,
            OutputLimit = MostBytes,
            Scrubber = Scrubber.For(credential),
        }, cancellationToken);
        return result.LastMatch(RefusedRequest(), "status") is { } status ? throw Refused(address, login, status)
            : result.Output.Length > 0 ? result.Output
            : throw NoMedia(address, result);
    }

    // Without copyinkf ffmpeg leaves out all before the first keyframe.
    private static string[] Kept(RecordingRequest wanted) => wanted.OneKeyframe ? ["-frames:v", "1"] : ["-copyinkf"];

    // ffmpeg 5.0 gave "timeout" the meaning of "stimeout"; before, "timeout" made it wait for a caller.
    private string TimeoutOption =>
        int.TryParse(
            version?.Split('.')[0].TrimStart('n'), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && major < 5
            ? "stimeout"
            : "timeout";

    private CameraException Refused(RtspAddress address, Credential? login, string status) =>
        status == "401" && login is not null
            ? refusals.Refuse(address.Host, login.UserName, address.Request)
            : RtspFaults.Of(address, int.Parse(status, CultureInfo.InvariantCulture));

    private static CameraException NoMedia(RtspAddress address, ProcessResult result)
    {
        var said = result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .LastOrDefault();
        return new CameraException(
            CameraError.TimedOut, address.Request,
            "the camera took the viewer and sent no video. Check that the stream's encoder is switched on, then "
                + "restart the camera."
                + (said is null ? "" : $" ffmpeg says: {said[..Math.Min(said.Length, 200)]}"))
        {
            Code = "noMedia",
        };
    }

    [GeneratedRegex(
        @"\] method [A-Z_]{1,20} failed: (?<status>\d{3})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RefusedRequest();
}
