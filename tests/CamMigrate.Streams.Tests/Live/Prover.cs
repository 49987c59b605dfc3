using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Verification;
using CamMigrate.Simulator.Video;
using CamMigrate.Streams.Ffmpeg;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Streams.Tests.Live;

/// <summary>What the live tests ask for.</summary>
internal static class Prover
{
    public static StreamProver New(
        LoginRefusals? refusals = null, ILogger<StreamProver>? logger = null, StreamProverOptions? options = null)
    {
        if (FfmpegTools.Find() is null) Assert.Ignore("ffmpeg is not installed");
        return new StreamProver(
            refusals ?? new LoginRefusals(), logger ?? NullLogger<StreamProver>.Instance, TimeProvider.System,
            options ?? new StreamProverOptions());
    }

    public static ExpectedStream Expect(Uri? uri, VideoSettings video) => new()
    {
        Name = "1/main",
        Uri = uri,
        Rotation = video.Rotation,
        Encoder = new VideoEncoder
        {
            Stream = "main",
            Encoding = Enum.Parse<VideoEncoding>(video.Encoding, ignoreCase: true),
            Resolution = new VideoResolution { Width = video.Width, Height = video.Height },
            FrameRateLimit = video.FrameRate,
            GovLength = video.GovLength,
            RateControl = new RateControl { Mode = RateControlMode.Cbr, BitrateLimit = video.Bitrate },
        },
    };

    public static string Said(StreamReport report) =>
        string.Join(" | ", report.Checks.Select(c => $"{c.Name} {c.Result} {c.Code} [{c.Measured}] {c.Message}"));
}
