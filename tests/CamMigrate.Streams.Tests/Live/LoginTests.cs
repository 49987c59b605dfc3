using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Verification;

namespace CamMigrate.Streams.Tests.Live;

[Category("Ffmpeg")]
[Parallelizable(ParallelScope.All)]
public sealed class LoginTests
{
    private static readonly Credential Wrong = new("viewer", new Secret("wrong"));

    [Test]
    public async Task WrongPassword_ProveTwiceThenTakePicture_OneRefusedLogin()
    {
        await using var camera = await LiveCamera.StartAsync();
        var prover = Prover.New();
        var expected = Prover.Expect(camera.Uri, LiveCamera.Video);

        var both = await Task.WhenAll(
            prover.ProveAsync(expected, Wrong, CancellationToken.None),
            prover.ProveAsync(expected, Wrong, CancellationToken.None));
        var error = Assert.ThrowsAsync<CameraException>(
            () => prover.TakePictureAsync(camera.Uri, Wrong, Studio.NewFile("x.jpg"), CancellationToken.None));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                both.SelectMany(r => r.Checks).Select(c => (c.Name, c.Result, c.Code)),
                Is.All.EqualTo(("login", CheckResult.Fail, "authFailed")));
            Assert.That(error.Reason, Is.EqualTo(CameraError.Unauthorized));
            Assert.That(camera.FailedLogins, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task RefusedByAnotherProtocol_NoConnectionIsMade()
    {
        await using var door = Doorman.Silent();
        var refusals = new LoginRefusals();
        _ = refusals.Refuse("127.0.0.1", "viewer", "127.0.0.1: GET /ISAPI/System/time");

        var report = await Prover.New(refusals)
            .ProveAsync(Prover.Expect(door.Uri, LiveCamera.Video), Wrong, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((report.Checks[0].Name, report.Checks[0].Code), Is.EqualTo(("login", "authFailed")));
            Assert.That(door.Connections, Is.Zero);
        }
    }

    [Test]
    public async Task NoLoginGiven_IsSaidAndNotCountedAsRefused()
    {
        await using var camera = await LiveCamera.StartAsync();
        var refusals = new LoginRefusals();

        var report = await Prover.New(refusals)
            .ProveAsync(Prover.Expect(camera.Uri, LiveCamera.Video), null, CancellationToken.None);

        Assert.That((report.Checks[0].Name, report.Checks[0].Result, report.Checks[0].Code, refusals.Count),
            Is.EqualTo(("login", CheckResult.Fail, "loginNeeded", 0)));
    }

    [TestCase("Basic realm=\"x\"", "basicOnly")]
    [TestCase("Digest realm=\"x\", nonce=\"a\", algorithm=SHA-256", "digestNotSupported")]
    [TestCase("Bearer", "digestNotSupported")]
    public async Task LoginKindNotTaken_NothingIsSent(string challenge, string code)
    {
        await using var door = Doorman.Answering(
            $"RTSP/1.0 401 Unauthorized\r\nCSeq: {{cseq}}\r\nWWW-Authenticate: {challenge}");
        var refusals = new LoginRefusals();

        var report = await Prover.New(refusals)
            .ProveAsync(Prover.Expect(door.Uri, LiveCamera.Video), Wrong, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (report.Checks[0].Name, report.Checks[0].Result, report.Checks[0].Code),
                Is.EqualTo(("login", CheckResult.NotChecked, code)));
            Assert.That(door.Heard, Has.Count.EqualTo(1).And.None.Contains("Authorization"));
            Assert.That(refusals.Count, Is.Zero);
        }
    }

    [Test]
    public async Task EveryRequestRefused_OneLoginIsSent()
    {
        await using var door = Doorman.Answering(
            "RTSP/1.0 401 Unauthorized\r\nCSeq: {cseq}\r\nWWW-Authenticate: Digest realm=\"x\", nonce=\"a\"");
        var prover = Prover.New();
        var expected = Prover.Expect(door.Uri, LiveCamera.Video);

        await prover.ProveAsync(expected, Wrong, CancellationToken.None);
        await prover.ProveAsync(expected, Wrong, CancellationToken.None);

        Assert.That(door.Heard.Count(r => r.Contains("Authorization", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task LoginTooLongForFfmpeg_NoneIsTried()
    {
        await using var camera = await LiveCamera.StartAsync();
        var login = new Credential("viewer", new Secret(new string('ä', 40)));

        var report = await Prover.New()
            .ProveAsync(Prover.Expect(camera.Uri, LiveCamera.Video), login, CancellationToken.None);

        Assert.That((report.Checks[0].Name, report.Checks[0].Result, report.Checks[0].Code, camera.FailedLogins),
            Is.EqualTo(("login", CheckResult.NotChecked, "loginNotSupported", 0)));
    }
}
