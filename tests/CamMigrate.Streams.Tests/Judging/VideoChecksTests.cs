using CamMigrate.Core.Profiles;
using CamMigrate.Core.Verification;
using CamMigrate.Streams.Judging;

namespace CamMigrate.Streams.Tests.Judging;

public sealed class VideoChecksTests
{
    private static readonly MeasuredVideo Good =
        new() { Codec = "H264", Width = 1920, Height = 1080, Fps = 25, Kbps = 4000, ObservedS = 5 };

    [TestCase(25.0, 25.4, CheckResult.Pass)]
    [TestCase(25.0, 24.5, CheckResult.Pass)]
    [TestCase(25.0, 25.51, CheckResult.Warn)]
    [TestCase(25.0, 22.5, CheckResult.Warn)]
    [TestCase(25.0, 22.4, CheckResult.Fail)]
    [TestCase(60.0, 61.1, CheckResult.Pass)]
    [TestCase(60.0, 61.3, CheckResult.Warn)]
    [TestCase(25.0, 12.5, CheckResult.Fail)]
    public void FrameRate_OffThePlan_IsGraded(double planned, double measured, CheckResult result) =>
        Assert.That(
            Judge(new VideoEncoder { Stream = "main", FrameRateLimit = planned }, Good with { Fps = measured }).Result,
            Is.EqualTo(result));

    [TestCase(3900.0, CheckResult.Pass)]
    [TestCase(200.0, CheckResult.Pass)]
    [TestCase(4600.0, CheckResult.Pass)]
    [TestCase(4700.0, CheckResult.Warn)]
    [TestCase(6000.0, CheckResult.Warn)]
    [TestCase(6100.0, CheckResult.Fail)]
    public void Bitrate_AboveTheCap_IsGraded(double measured, CheckResult result)
    {
        var encoder = new VideoEncoder { Stream = "main", RateControl = new RateControl { BitrateLimit = 4000 } };

        Assert.That(Judge(encoder, Good with { Kbps = measured }).Result, Is.EqualTo(result));
    }

    [TestCase(0, 1920, 1080, true)]
    [TestCase(180, 1920, 1080, true)]
    [TestCase(90, 1080, 1920, true)]
    [TestCase(270, 1080, 1920, true)]
    [TestCase(90, 1920, 1080, false)]
    [TestCase(0, 1920, 1088, false)]
    public void Resolution_AtARotation_SwapsSides(int rotation, int width, int height, bool passes)
    {
        var expected = Expect(
            new VideoEncoder { Stream = "main", Resolution = new VideoResolution { Width = 1920, Height = 1080 } }) with
        {
            Rotation = rotation,
        };

        var check = VideoChecks.Judge(expected, Good with { Width = width, Height = height }).Single();

        Assert.That(
            (check.Result, check.Code),
            Is.EqualTo(passes ? (CheckResult.Pass, null) : (CheckResult.Fail, "wrongResolution")));
    }

    [Test]
    public void FrameRate_ShortObservation_IsStalledEvenWhereNoRateIsPlanned() =>
        Assert.That(
            Judge(new VideoEncoder { Stream = "main" }, Good with { ObservedS = 2.1 }).Code, Is.EqualTo("stalled"));

    [TestCase("hevc", "H265")]
    [TestCase("h264", "H264")]
    [TestCase("mjpeg", "MJPEG")]
    public void CodecName_OfFfprobe_IsOurs(string name, string ours) =>
        Assert.That(VideoChecks.CodecName(name), Is.EqualTo(ours));

    private static Check Judge(VideoEncoder encoder, MeasuredVideo video) =>
        VideoChecks.Judge(Expect(encoder), video).Single();

    private static ExpectedStream Expect(VideoEncoder encoder) => new() { Name = "1/main", Encoder = encoder };
}
