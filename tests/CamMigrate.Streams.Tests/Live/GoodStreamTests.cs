using CamMigrate.Core.Profiles;
using CamMigrate.Core.Verification;

namespace CamMigrate.Streams.Tests.Live;

[Category("Ffmpeg")]
[Parallelizable(ParallelScope.All)]
public sealed class GoodStreamTests
{
    [TestCase("H264")]
    [TestCase("H265")]
    public async Task Prove_StreamAsPlanned_PassesEveryCheck(string encoding)
    {
        var video = LiveCamera.Video with { Encoding = encoding };
        await using var camera = await LiveCamera.StartAsync(video);
        var path = Studio.NewFile("now.jpg");

        var report = await Prover.New().ProveAsync(
            Prover.Expect(camera.Uri, video) with { PicturePath = path }, LiveCamera.Login, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Verdict, Is.EqualTo(CheckResult.Pass), Prover.Said(report));
            Assert.That(report.Checks.Select(c => c.Name),
                Is.EqualTo(new[] { "connect", "login", "codec", "resolution", "frameRate", "bitrate", "picture" }));
            Assert.That(report.Video?.Codec, Is.EqualTo(encoding));
            Assert.That(report.Video?.Profile, Is.Not.Null);
            Assert.That(report.Video?.Fps, Is.EqualTo(15).Within(0.1));
            Assert.That(report.Video?.ObservedS, Is.GreaterThanOrEqualTo(4));
            Assert.That(report.Picture, Is.EqualTo(path));
            Assert.That(new FileInfo(path).Length, Is.GreaterThan(5000));
            if (!OperatingSystem.IsWindows())
                Assert.That(File.GetUnixFileMode(path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
            Assert.That(camera.FailedLogins, Is.Zero);
        }
    }

    [Test]
    public async Task Prove_RotatedStream_PassesWithSidesSwapped()
    {
        var video = LiveCamera.Video with { Rotation = 90 };
        await using var camera = await LiveCamera.StartAsync(video);

        var report = await Prover.New()
            .ProveAsync(Prover.Expect(camera.Uri, video), LiveCamera.Login, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Verdict, Is.EqualTo(CheckResult.Pass), Prover.Said(report));
            Assert.That((report.Video!.Width, report.Video.Height), Is.EqualTo((360, 640)));
        }
    }

    [Test]
    public async Task Prove_OtherStreamThanPlanned_FailsTheRightChecks()
    {
        await using var camera = await LiveCamera.StartAsync();
        var planned = LiveCamera.Video with
        {
            Encoding = "H265",
            Width = 1280,
            Height = 720,
            FrameRate = 25,
            Bitrate = 256,
        };

        var report = await Prover.New()
            .ProveAsync(Prover.Expect(camera.Uri, planned), LiveCamera.Login, CancellationToken.None);

        var failed = report.Checks.Where(c => c.Result == CheckResult.Fail).Select(c => c.Code);
        Assert.That(
            failed, Is.EqualTo(new[] { "wrongCodec", "wrongResolution", "wrongFrameRate", "aboveBitrateLimit" }),
            Prover.Said(report));
    }

    [Test]
    public async Task Prove_LongGroups_WaitsForAKeyframe()
    {
        var video = LiveCamera.Video with { GovLength = 150 };
        await using var camera = await LiveCamera.StartAsync(video);
        var expected = Prover.Expect(camera.Uri, video);

        var report = await Prover.New().ProveAsync(
            expected with { Encoder = expected.Encoder with { GovLength = null } }, LiveCamera.Login,
            CancellationToken.None);

        Assert.That(report.Verdict, Is.EqualTo(CheckResult.Pass), Prover.Said(report));
    }

    [Test]
    public async Task TakePicture_GoodStream_WritesAJpegOfItsSize()
    {
        await using var camera = await LiveCamera.StartAsync();
        var path = Studio.NewFile("sub/before.jpg");

        await Prover.New().TakePictureAsync(camera.Uri, LiveCamera.Login, path, CancellationToken.None);

        Assert.That(
            Streams.Probing.JpegHeader.Size(await File.ReadAllBytesAsync(path, CancellationToken.None)),
            Is.EqualTo((640, 360)));
    }

    [Test]
    public async Task Prove_UnknownSettings_AreNotJudged()
    {
        await using var camera = await LiveCamera.StartAsync();
        var expected = Prover.Expect(camera.Uri, LiveCamera.Video) with
        {
            Encoder = new VideoEncoder { Stream = "main" },
        };

        var report = await Prover.New().ProveAsync(expected, LiveCamera.Login, CancellationToken.None);

        Assert.That(report.Checks.Select(c => c.Name), Is.EqualTo(new[] { "connect", "login", "picture" }));
    }
}
