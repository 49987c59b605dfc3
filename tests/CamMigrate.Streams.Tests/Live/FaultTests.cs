using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Verification;
using CamMigrate.Simulator.Video.Rtsp;

namespace CamMigrate.Streams.Tests.Live;

[Category("Ffmpeg")]
[Parallelizable(ParallelScope.All)]
public sealed class FaultTests
{
    private static readonly StreamProverOptions Quick =
        new() { AnswerTimeout = TimeSpan.FromSeconds(2), BusyDelay = TimeSpan.FromMilliseconds(200) };

    [Test]
    public async Task Prove_UnknownPath_IsNotFound()
    {
        await using var camera = await LiveCamera.StartAsync();

        var report = await ProveAsync(new Uri(camera.Uri, "/nothing"));

        Assert.That(First(report), Is.EqualTo(("connect", CheckResult.Fail, "notFound")), Prover.Said(report));
    }

    [TestCase(RtspFault.NoMedia, "connect", "noMedia")]
    [TestCase(RtspFault.Stall, "frameRate", "stalled")]
    public async Task Prove_MediaFault_HasItsCode(RtspFault fault, string check, string code)
    {
        await using var camera = await LiveCamera.StartAsync(fault: fault);

        var report = await ProveAsync(camera.Uri);

        Assert.That(
            report.Checks.Select(c => (c.Name, c.Result, c.Code)), Has.Member((check, CheckResult.Fail, code)),
            Prover.Said(report));
    }

    [Test]
    public async Task Prove_BusyThenReady_Passes()
    {
        await using var camera = await LiveCamera.StartAsync();
        await using var door = Doorman.Answering(
            "RTSP/1.0 503 Service Unavailable\r\nCSeq: {cseq}", times: 1, behind: camera.Uri);

        var report = await ProveAsync(door.Uri);

        Assert.That(report.Verdict, Is.EqualTo(CheckResult.Pass), Prover.Said(report));
    }

    [TestCase(453)]
    [TestCase(500)]
    [TestCase(503)]
    public async Task Prove_BusyForEver_IsAskedTwiceOnly(int status)
    {
        await using var door = Doorman.Answering(
            FormattableString.Invariant($"RTSP/1.0 {status} Busy\r\nCSeq: {{cseq}}"));

        var report = await ProveAsync(door.Uri);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(First(report), Is.EqualTo(("connect", CheckResult.Fail, "busy")), Prover.Said(report));
            Assert.That(door.Connections, Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Prove_SilentServer_EndsInTime()
    {
        await using var door = Doorman.Silent();
        var watch = Stopwatch.StartNew();

        var report = await ProveAsync(door.Uri);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(First(report), Is.EqualTo(("connect", CheckResult.Fail, "timeout")), Prover.Said(report));
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
        }
    }

    [TestCase("<html><body>Hello</body></html>\r\n\r\n", "notRtsp")]
    [TestCase("HTTP/1.1 400 Bad Request\r\n\r\n", "notRtsp")]
    [TestCase("RTSP/1.0 nonsense\r\n\r\n", "notRtsp")]
    public async Task Prove_NotRtsp_IsSaid(string bytes, string code)
    {
        await using var door = Doorman.Saying(bytes);

        var report = await ProveAsync(door.Uri);

        Assert.That(First(report), Is.EqualTo(("connect", CheckResult.Fail, code)), Prover.Said(report));
    }

    [Test]
    public async Task Prove_EndlessGarbage_IsNotRtsp()
    {
        await using var door = Doorman.Saying(new string('\u00FF', 1 << 20));

        Assert.That(First(await ProveAsync(door.Uri)), Is.EqualTo(("connect", CheckResult.Fail, "notRtsp")));
    }

    [Test]
    public async Task Prove_GarbageAfterTheFirstAnswer_EndsAsNoMedia()
    {
        await using var door = Doorman.Answering(
            "RTSP/1.0 200 OK\r\nCSeq: {cseq}\r\nContent-Length: 5\r\n\r\n\u0001\u0002\u0003\u0004\u0005");

        Assert.That(First(await ProveAsync(door.Uri)), Is.EqualTo(("connect", CheckResult.Fail, "noMedia")));
    }

    [Test]
    public async Task Prove_ConnectionClosed_IsDropped()
    {
        await using var door = Doorman.Closing();

        Assert.That(First(await ProveAsync(door.Uri)), Is.EqualTo(("connect", CheckResult.Fail, "dropped")));
    }

    [Test]
    public async Task Prove_NobodyListens_IsUnreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var uri = new Uri($"rtsp://{listener.LocalEndpoint}/main");
        listener.Stop();

        Assert.That(First(await ProveAsync(uri)), Is.EqualTo(("connect", CheckResult.Fail, "unreachable")));
    }

    [Test]
    public async Task Prove_Redirect_IsNotFollowed()
    {
        await using var other = Doorman.Silent();
        await using var door = Doorman.Answering($"RTSP/1.0 302 Found\r\nCSeq: {{cseq}}\r\nLocation: {other.Uri}");

        var report = await ProveAsync(door.Uri);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(First(report), Is.EqualTo(("connect", CheckResult.Fail, "redirected")));
            Assert.That(other.Connections, Is.Zero);
        }
    }

    [Test]
    public async Task Prove_NoUri_FailsAndLeavesMasksUnchecked()
    {
        var mask = new Mask { Name = "door", Enabled = true, Polygon = [new(0, 0), new(1, 0), new(1, 1)] };
        var expected = Prover.Expect(null, LiveCamera.Video) with
        {
            Problem = "profile has no sub stream",
            Masks = [mask],
        };

        var report = await Prover.New(options: Quick).ProveAsync(expected, LiveCamera.Login, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                report.Checks.Select(c => (c.Name, c.Result, c.Code)), Is.EqualTo(new (string, CheckResult, string?)[]
            {
                ("connect", CheckResult.Fail, "noUri"), ("mask", CheckResult.NotChecked, "noUri"),
            }));
            Assert.That(report.Checks[0].Message, Does.Contain("profile has no sub stream"));
            Assert.That(report.Masks.Single().State, Is.EqualTo("unsure"));
        }
    }

    [Test]
    public async Task Prove_FfmpegMissing_IsNotCheckedAndSaysHowToInstall()
    {
        var prover = Prover.New(options: Quick with { FindFfmpeg = () => null });

        var report = await prover.ProveAsync(
            Prover.Expect(new Uri("rtsp://127.0.0.1/x"), LiveCamera.Video), null, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(First(report), Is.EqualTo(("connect", CheckResult.NotChecked, "ffmpegMissing")));
            Assert.That(report.Checks[0].Message, Does.Contain("apt-get install ffmpeg"));
        }
    }

    [Test]
    public async Task TakePicture_UnknownPath_Throws()
    {
        await using var camera = await LiveCamera.StartAsync();

        var error = Assert.ThrowsAsync<CameraException>(() => Prover.New(options: Quick).TakePictureAsync(
            new Uri(camera.Uri, "/nothing"), LiveCamera.Login, Studio.NewFile("x.jpg"), CancellationToken.None));

        Assert.That(error.Code, Is.EqualTo("notFound"));
    }

    private static (string Name, CheckResult Result, string? Code) First(StreamReport report) =>
        (report.Checks[0].Name, report.Checks[0].Result, report.Checks[0].Code);

    private static Task<StreamReport> ProveAsync(Uri uri) =>
        Prover.New(options: Quick)
            .ProveAsync(Prover.Expect(uri, LiveCamera.Video), LiveCamera.Login, CancellationToken.None);
}
