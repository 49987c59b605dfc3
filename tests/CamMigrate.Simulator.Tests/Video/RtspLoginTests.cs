namespace CamMigrate.Simulator.Tests.Video;

[TestFixture, Category("Ffmpeg"), Parallelizable(ParallelScope.All)]
internal sealed class RtspLoginTests
{
    [Test]
    public async Task Ffprobe_RightPassword_IsNoFailedLogin()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);

        var (output, errors) = await Tool.ProbeAsync(
            camera.Url, "-show_entries", "stream=codec_name", "-of", "csv=p=0");

        Assert.That(output.Trim(), Is.EqualTo("h264"), errors);
        Assert.That(camera.LoginFailures, Is.Zero);
    }

    [Test]
    public async Task Ffprobe_WrongPassword_Is401AndOneFailedLogin()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);

        var (_, errors) = await Tool.ProbeAsync(camera.UrlWith("wrong"));

        Assert.That(errors, Does.Contain("401"));
        Assert.That(camera.LoginFailures, Is.EqualTo(1));
    }

    [Test]
    public async Task Request_NonceOfAnotherServer_IsStaleAndNoFailedLogin()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);
        await using var viewer = new RawViewer(camera) { Nonce = new string('a', 64) };

        var stale = await viewer.AskAsync("DESCRIBE", camera.Address);
        var renewed = await viewer.AskAsync("DESCRIBE", camera.Address);

        Assert.That(stale, Does.StartWith("RTSP/1.0 401").And.Contain("stale=\"TRUE\""));
        Assert.That(renewed, Does.StartWith("RTSP/1.0 200"));
        Assert.That(camera.LoginFailures, Is.Zero);
    }

    [Test]
    public async Task Request_LoginMadeForAnotherUrl_IsRefused()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);
        await using var viewer = new RawViewer(camera);
        await viewer.AskAsync("DESCRIBE", camera.Address);

        var login = viewer.AuthorizationFor("DESCRIBE", camera.Address + "x");
        viewer.Nonce = "";
        var answer = await viewer.AskAsync("DESCRIBE", camera.Address, login);

        Assert.That(answer, Does.StartWith("RTSP/1.0 401"));
        Assert.That(camera.LoginFailures, Is.EqualTo(1));
    }

    [TestCase("SETUP")]
    [TestCase("PLAY")]
    [TestCase("TEARDOWN")]
    [TestCase("GET_PARAMETER")]
    public async Task Request_WithoutLogin_IsChallenged(string method)
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);
        await using var viewer = new RawViewer(camera);

        var answer = await viewer.AskAsync(method, camera.Address);

        Assert.That(answer, Does.StartWith("RTSP/1.0 401").And.Contain("WWW-Authenticate: Digest realm=\"IP Camera\""));
        Assert.That(camera.LoginFailures, Is.Zero);
    }
}
