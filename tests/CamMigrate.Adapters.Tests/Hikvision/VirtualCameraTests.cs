using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>The reader against virtual Hikvision cameras that misbehave as real ones do.</summary>
[TestFixture]
internal sealed class VirtualCameraTests
{
    private static readonly CameraHttpOptions Quick = new() { Timeout = TimeSpan.FromMilliseconds(700) };

    [TestCase("")]
    [TestCase("login: {algorithms: [SHA-256, MD5]}")]
    [TestCase("login: {basic: true}")]
    public async Task Read_VirtualCamera_CostsOneChallengeOneConnectionAndNoWrite(string login)
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision\n" + login);

        var report = await camera.ReadAsync();

        using var _ = Assert.EnterMultipleScope();
        Assert.That(camera.Counters.Challenges, Is.EqualTo(1));
        Assert.That(camera.Counters.Connections, Is.EqualTo(1));
        Assert.That(camera.Counters.Writes, Is.Zero);
        Assert.That(camera.Counters.BasicLogins, Is.Zero);
        Assert.That(camera.Counters.Replays, Is.Zero);
        Assert.That(report.Requests, Is.EqualTo(camera.Counters.Requests));
        Assert.That(report.Requests, Is.EqualTo(report.Documents.Asked + 1));
        Assert.That(report.RefusedLogins, Is.Zero);
        Assert.That(report.Profile.Unread!.Value, Is.Empty);
    }

    [TestCase("login: {nonceOnce: true}")]
    [TestCase("login: {nonceOnce: true, forgetsStale: true}")]
    [TestCase("login: {closes: true}")]
    public async Task Read_AwkwardLogin_IsReadWithoutARefusal(string login)
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision\n" + login);

        var report = await camera.ReadAsync();

        Assert.That((report.RefusedLogins, camera.Counters.FailedLogins), Is.EqualTo((0, 0)));
        Assert.That(report.Profile.VideoSources!.Value.Single().VideoEncoders!.Value, Is.Not.Empty);
    }

    [Test]
    public async Task Read_WrongPassword_IsOneFailedLoginForEver()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision");
        var refusals = new LoginRefusals();
        for (var i = 0; i < 2; i++)
        {
            await using var reader = camera.Open("wrong-marker", refusals);
            var error = Assert.ThrowsAsync<CameraException>(() => reader.ReadAsync(CancellationToken.None));
            Assert.That(error!.Reason, Is.EqualTo(CameraError.Unauthorized));
            Assert.That(error.ToString(), Does.Not.Contain("wrong-marker"));
        }

        Assert.That(camera.Counters.FailedLogins, Is.EqualTo(1));
    }

    [Test]
    public async Task Read_ListMissing_LeavesGhostsOutAndSaysSo()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: hikvision
            hikvision:
              streamList: false
              channels: [{streams: [{number: 1}, {number: 2, width: 640, height: 360}]}]
            """);

        var report = await camera.ReadAsync();

        Assert.That(
            report.Profile.VideoSources!.Value.Single().VideoEncoders!.Value.Select(e => e.Stream),
            Is.EqualTo(new[] { "main", "sub" }));
        Assert.That(
            report.Findings.Single(f => f.Path == "videoSources").Message, Does.Contain("list of streams is missing"));
    }

    [TestCase("notSupport", true)]
    [TestCase("lowPrivilege", false)]
    [TestCase("notFound", false)]
    [TestCase("error", false)]
    [TestCase("dropped", false)]
    [TestCase("failingOk", false)]
    public async Task Read_MaskDocumentFails_IsNoneOnlyWhenTheCameraSaysSo(string how, bool none)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            $"face: hikvision\nhikvision: {{refusals: {{System/Video/inputs/channels/1/privacyMask: {how}}}}}");

        var profile = (await camera.ReadAsync()).Profile;

        var masks = profile.VideoSources!.Value.Single().Masks;
        using var _ = Assert.EnterMultipleScope();
        Assert.That(masks is [], Is.EqualTo(none));
        Assert.That(
            profile.Unread!.Value.Select(u => u.Path), none ? Is.Empty : Is.EqualTo(new[] { "videoSources[1].masks" }));
    }

    [TestCase("System/time", "time")]
    [TestCase("System/TwoWayAudio/channels", "audio")]
    [TestCase("Image/channels/1", "videoSources[1].imaging")]
    public async Task Read_DocumentFailsInsideTheCamera_IsUnreadNotMissing(string document, string path)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            $"face: hikvision\nhikvision: {{voice: {{speakerVolume: 50}}, refusals: {{{document}: error}}}}");

        var report = await camera.ReadAsync();

        Assert.That(report.Profile.Unread!.Value.Select(u => u.Path), Is.EqualTo(new[] { path }));
        Assert.That(report.Documents.Unread, Is.EqualTo(1));
    }

    [Test]
    public async Task Read_Masks_AreCountedFromTheTopLeft()
    {
        // 704 x 576 from the bottom left. x: 176/704 = 0.25, 352/704 = 0.5. y: 1 - 432/576 = 0.25, 1 - 144/576 = 0.75.
        await using var camera = await SimulatedCamera.StartAsync("""
            face: hikvision
            hikvision:
              channels:
              - masks: {enabled: false, regions: [{points: [[176, 144], [352, 144], [352, 432], [176, 432]]}]}
            """);

        var mask = (await camera.ReadAsync()).Profile.VideoSources!.Value.Single().Masks!.Value.Single();

        Assert.That(
            mask.Polygon, Is.EqualTo(new Point[] { new(0.25, 0.75), new(0.5, 0.75), new(0.5, 0.25), new(0.25, 0.25) }));
        Assert.That(mask.Enabled, Is.False, "the masks are stored, and switched off as a whole");
    }

    [TestCase("html", "web page")]
    [TestCase("truncated", "")]
    [TestCase("oversized", "longer than")]
    [TestCase("slow", "no whole answer")]
    [TestCase("entityBomb", "entities")]
    [TestCase("redirect", "192.0.2.66")]
    [TestCase("drop", "closed")]
    public async Task Read_BadAnswers_EndInAnErrorThatNamesCameraRequestAndNextStep(string fault, string words)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: hikvision\nfaults: {{http: {fault}}}");
        await using var reader = camera.Open(options: Quick);

        var error = Assert.ThrowsAsync<CameraException>(() => reader.ReadAsync(CancellationToken.None));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(
            error!.Message,
            Does.StartWith(
                FormattableString.Invariant(
                    $"{camera.Host}:{camera.HttpPort}: GET /ISAPI/System/deviceInfo: ")).And.Contain(words));
        Assert.That(error.ToString(), Does.Not.Contain(camera.Password));
        Assert.That(camera.Counters.FailedLogins, Is.Zero);
    }

    [TestCase("html")]
    [TestCase("truncated")]
    [TestCase("entityBomb")]
    [TestCase("drop")]
    public async Task Read_OneBadDocument_IsUnreadAndTheRestIsRead(string fault)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            $"face: hikvision\nfaults: {{http: {fault}, httpAt: privacyMask}}");

        var report = await camera.ReadAsync(Quick);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(report.Profile.Unread!.Value.Single().Path, Is.EqualTo("videoSources[1].masks"));
        Assert.That(report.Profile.VideoSources!.Value.Single().MotionDetection, Is.Not.Null);
        Assert.That(report.Documents.Unread, Is.EqualTo(1));
    }

    [Test]
    public async Task Read_PlainWebServer_IsNoCamera()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: webServer");
        await using var reader = camera.Open();

        Assert.That(
            Assert.ThrowsAsync<CameraException>(() => reader.ReadAsync(CancellationToken.None))!.Reason,
            Is.EqualTo(CameraError.BadResponse));
    }

    [TestCase("face: hikvision", true)]
    [TestCase("face: webServer", false)]
    [TestCase("face: onvif", false)]
    public async Task Recognizes_Device_WithoutALogin(string yaml, bool expected)
    {
        await using var camera = await SimulatedCamera.StartAsync(yaml);

        var recognized = await Readers.Source().RecognizeAsync(camera.Address(), CancellationToken.None);

        Assert.That((recognized?.Vendor, camera.Counters.FailedLogins), Is.EqualTo((expected ? "hikvision" : null, 0)));
    }

    [Test]
    public async Task Recognizes_WrongTransport_SaysWhatToWrite()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision\nports: {https: 0}");
        var plainToTls = CameraAddress.Parse($"http://{camera.HttpsUri.Authority}");
        var tlsToPlain = CameraAddress.Parse($"https://{camera.HttpUri.Authority}");

        using var _ = Assert.EnterMultipleScope();
        foreach (var (address, words) in new[] { (plainToTls, "Write https://"), (tlsToPlain, "Write http://") })
            Assert.That(
                Assert.ThrowsAsync<CameraException>(
                    () => Readers.Source().RecognizeAsync(address, CancellationToken.None))!.Detail,
                Does.Contain(words));
    }
}
