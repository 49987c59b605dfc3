using CamMigrate.Adapters.Tests.Contract;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Onvif.Tests.Soap;
using CamMigrate.Testing;

namespace CamMigrate.Onvif.Tests.Legacy;

/// <summary>Virtual cameras, read as old ones over real sockets.</summary>
public sealed class OldCameraTests
{
    private const string Modern = """
        face: onvif
        onvif:
          sources: [{rotations: [180], canMirror: true, rotation: 180}]
          encoders:
          - {encoding: H265, bitrate: 6000, quality: 80}
          - {token: low, name: sub, width: 640, height: 360, resolutions: [640x360], bitrate: 512, frameRate: 12.5}
          masks: [{points: [[-0.8, 0.6], [-0.4, 0.6], [-0.4, 0.1], [-0.8, 0.1]]}]
          ptz: {presets: [{token: '3', name: gate}, {token: home, name: road}], tours: [{name: round, spots: [{preset: home, staySeconds: 20}]}]}
          analytics: {cells: ['##..', '....', '...#'], sensitivity: 70, tamper: 40}
          io: {relays: [{mode: Monostable, delaySeconds: 5}], inputs: [{idleState: closed}]}
          audio: {outputs: [70]}
        """;

    private const string Media1 = "face: onvif\nonvif: {media2: false, getServices: false}";

    [Test]
    public async Task Read_ModernCamera_KeepsTheContractAndEveryArea()
    {
        await using var camera = await SimulatedCamera.StartAsync(Modern);

        var report = await ReaderContract.HoldsAsync(camera, Old.Source(), ["1/main", "1/sub"], challenges: 1);

        var source = report.Profile.VideoSources!.Value.Single();
        using var _ = Assert.EnterMultipleScope();
        Assert.That(camera.Counters.SchemaErrors, Is.Empty);
        Assert.That(report.Profile.Unread, Is.Empty);
        Assert.That(report.Profile.SchemaMinor, Is.EqualTo(ProfileSchema.Minor));
        Assert.That(source.VideoEncoders!.Value[0], Has.Property("Encoding").EqualTo(VideoEncoding.H265)
            .And.Property("Audio").True);
        Assert.That(source.Rotation, Is.EqualTo(180));
        Assert.That(source.Masks!.Value.Single().Polygon[0], Is.EqualTo(new Point(0.1, 0.2)));
        Assert.That(source.MotionDetection!.Cells!.Value, Is.EqualTo(new[] { "##..", "....", "...#" }));
        Assert.That(source.MotionDetection.Sensitivity, Is.EqualTo(70));
        Assert.That(source.TamperDetection!.Sensitivity, Is.EqualTo(40));
        Assert.That(source.Ptz!.Presets!.Value.Select(p => (p.Number, p.Name)), Is.EqualTo(new[] { (1, "road"), (3, "gate") }));
        Assert.That(source.Ptz.Tours!.Value.Single().Steps!.Value.Single().Preset, Is.EqualTo(1));
        Assert.That(report.Profile.Io!.RelayOutputs!.Value.Single().DelayTime, Is.EqualTo(5));
        Assert.That(report.Profile.Io.DigitalInputs!.Value.Single().IdleState, Is.EqualTo(IdleState.Closed));
        Assert.That(report.Profile.Audio!.Inputs!.Value.Single().Encoding, Is.EqualTo("G711U"));
        Assert.That(report.Profile.Audio.Outputs!.Value.Single().Volume, Is.EqualTo(70));
        Assert.That(report.Profile.Source!.Streams!.Value[0].RtspPath, Is.EqualTo("/onvif/live/Profile_1?unicast=true&proto=Onvif"));
    }

    [TestCase("token")]
    [TestCase("digest")]
    [TestCase("both")]
    public async Task Read_EachLogin_WorksAndAWrongPasswordCostsOneFailure(string login)
    {
        await using var camera = await SimulatedCamera.StartAsync($"{Modern}\nlogin: {{onvif: {login}}}");

        var report = await Old.ReadAsync(camera);
        var wrong = Assert.ThrowsAsync<CameraException>(() => Old.ReadAsync(camera, "wrong", connections: 4));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(report.Profile.VideoSources!.Value, Has.Length.EqualTo(1));
        Assert.That(wrong!.Reason, Is.EqualTo(CameraError.Unauthorized));
        Assert.That(camera.Counters.FailedLogins, Is.EqualTo(1));
        Assert.That(camera.Counters.Writes, Is.Zero);
    }

    [TestCase("token", 1)]
    [TestCase("token", 4)]
    [TestCase("digest", 4)]
    public async Task Read_IdentityOpenToAll_AWrongPasswordStillCostsOneFailure(string login, int connections)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            $"{Modern}\nlogin: {{onvif: {login}, anonymousIdentity: true}}");

        var report = await Old.ReadAsync(camera, connections: connections);
        var wrong = Assert.ThrowsAsync<CameraException>(() => Old.ReadAsync(camera, "wrong", connections));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(report.Profile.VideoSources!.Value, Has.Length.EqualTo(1));
        Assert.That(wrong!.Reason, Is.EqualTo(CameraError.Unauthorized));
        Assert.That(camera.Counters.FailedLogins, Is.EqualTo(1));
    }

    [Test]
    public async Task Read_SeveralConnections_GivesTheSameProfile()
    {
        await using var camera = await SimulatedCamera.StartAsync($"{Modern}\nlogin: {{onvif: digest}}");

        var one = await Old.ReadAsync(camera);
        var four = await Old.ReadAsync(camera, connections: 4);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(ReaderContract.RoundTrip(four.Profile), Is.EqualTo(ReaderContract.RoundTrip(one.Profile)));
        Assert.That(four.DocumentFates, Is.EqualTo(one.DocumentFates));
        Assert.That(Still(four), Is.EqualTo(Still(one)));
        Assert.That(four.Findings, Is.EqualTo(one.Findings));
        Assert.That(camera.Counters.FailedLogins, Is.Zero);
    }

    /// <summary>What does not change by itself.</summary>
    private static IEnumerable<LeafFate> Still(ReadReport report) =>
        report.Fates.Where(f => f.Why != Core.Reading.IgnoreRule.Clock);

    [Test]
    public async Task Read_Media1Alone_LeavesMasksToAPerson()
    {
        await using var camera = await SimulatedCamera.StartAsync(Media1);

        var report = await ReaderContract.HoldsAsync(camera, Old.Source(), ["1/main"], challenges: 2);

        Assert.That(report.Profile.Unread!.Value.Select(u => u.Path), Is.EqualTo(new[] { "videoSources[1].masks" }));
        Assert.That(report.Profile.VideoSources!.Value.Single().Masks, Is.Null);
    }

    [Test]
    public async Task Read_NoMasksButTheCapability_IsAnEmptyList()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif");

        var report = await Old.ReadAsync(camera);

        Assert.That(report.Profile.VideoSources!.Value.Single().Masks, Is.Empty);
        Assert.That(report.Profile.Unread, Is.Empty);
    }

    [Test]
    public async Task Read_MaskOfNoPictureThatIsListed_LeavesEachPictureToAPerson()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: onvif
            onvif:
              sources: [{token: A, configurations: [CA, Spare]}, {token: B, configurations: [CB]}]
              encoders: [{token: E1, configuration: CA}, {token: E2, configuration: CB}]
              masks: [{configuration: Spare, points: [[-0.8, 0.6], [-0.4, 0.6], [-0.4, 0.1]]}]
            """);

        var report = await Old.ReadAsync(camera);

        Assert.That(
            report.Profile.Unread?.Select(u => u.Path), Is.EqualTo(new[] { "videoSources[1].masks", "videoSources[2].masks" }));
    }

    [TestCase("onvif: {limits: {masks: false}}")]
    [TestCase("onvif: {limits: {masks: false}, unknownOperation: emptyOk}")]
    [TestCase("onvif: {limits: {masks: false}, unknownOperation: close}")]
    [TestCase("faults: {http: truncated, httpAt: GetMasks}")]
    public async Task Read_MasksThatDoNotCome_AreUnreadNeverNone(string quirk)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: onvif\n{quirk}");

        var report = await Old.ReadAsync(camera);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(report.Profile.VideoSources!.Value.Single().Masks, Is.Null);
        Assert.That(report.Profile.Unread!.Value.Select(u => u.Path), Has.Member("videoSources[1].masks"));
        ReaderContract.Accounts(report);
    }

    [TestCase("GetNTP", "time.ntpServers")]
    [TestCase("GetUsers", "users")]
    [TestCase("GetImagingSettings", "videoSources[1].imaging")]
    [TestCase("GetVideoEncoderConfigurationOptions", null)]
    public async Task Read_TruncatedAnswer_CostsThatDocumentOnly(string operation, string? unread)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: onvif\nfaults: {{http: truncated, httpAt: {operation}}}");

        var report = await Old.ReadAsync(camera);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(report.Profile.Unread?.Select(u => u.Path) ?? [], Is.EqualTo(unread is null ? Array.Empty<string>() : [unread]));
        Assert.That(report.Profile.VideoSources!.Value.Single().VideoEncoders!.Value, Has.Length.EqualTo(1));
        Assert.That(report.Documents.Unread, Is.EqualTo(1));
    }

    [TestCase(0)]
    [TestCase(7200)]
    [TestCase(-86_400)]
    public async Task Read_ClockOff_IsNoWrongPassword(int seconds)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            $"face: onvif\nlogin: {{onvif: token}}\nonvif: {{clockSkewSeconds: {seconds}}}");

        await Old.ReadAsync(camera);

        Assert.That(camera.Counters.FailedLogins, Is.Zero);
    }

    [Test]
    public async Task Read_LocalTimeAsUtc_SignsByTheRealTime()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: onvif\nlogin: {onvif: token}\nonvif: {time: {timeZone: CST-8, localMinutesAsUtc: 480}}");

        var report = await Old.ReadAsync(camera);

        Assert.That(camera.Counters.FailedLogins, Is.Zero);
        Assert.That(report.Findings.Select(f => f.Path), Has.Member("time"));
        Assert.That(report.Profile.Time!.PosixTimeZone, Is.EqualTo("CST-8"));
    }

    [Test]
    public async Task Read_AddressesOfAnotherHost_StayOnOurs()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif\nonvif: {xAddrHost: '192.0.2.77:81'}");
        await using var reader = Old.Source().Open(
            Old.Address(camera), new Credential(camera.Username, new Secret(camera.Password)));

        var report = await reader.ReadAsync(CancellationToken.None);

        Assert.That(report.Profile.Source!.Streams!.Value.Single().SnapshotPath, Is.EqualTo("/onvif-http/snapshot?Profile_1"));
    }

    [Test]
    [Category("Ffmpeg")]
    public async Task Snapshot_OfAStream_IsTheCamerasJpeg()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif\nlogin: {onvif: token}");
        await using var reader = Old.Source().Open(
            Old.Address(camera), new Credential(camera.Username, new Secret(camera.Password)));
        var stream = (await reader.ReadAsync(CancellationToken.None)).Profile.Source!.Streams!.Value.Single();

        var jpeg = await reader.SnapshotAsync(stream, CancellationToken.None);

        Assert.That(jpeg!.Take(3), Is.EqualTo(new byte[] { 0xFF, 0xD8, 0xFF }));
        Assert.That(camera.Counters.FailedLogins, Is.Zero);
    }

    [TestCase("face: onvif", true)]
    [TestCase("face: onvif\nlogin: {onvif: token, anonymousClock: false}", true)]
    [TestCase("face: onvif\nlogin: {onvif: digest, anonymousClock: false}", true)]
    [TestCase("face: webServer", false)]
    [TestCase("face: hikvision", false)]
    public async Task Recognize_ByAnonymousAnswers_NoLoginIsSpent(string yaml, bool isOnvif)
    {
        await using var camera = await SimulatedCamera.StartAsync(yaml);

        var recognition = await Old.Source().RecognizeAsync(Old.Address(camera), CancellationToken.None);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(recognition?.Vendor, Is.EqualTo(isOnvif ? "onvif" : null));
        Assert.That(recognition?.Because, isOnvif ? Is.Not.Empty : Is.Null);
        Assert.That(camera.Counters.FailedLogins, Is.Zero);
    }

    [Test]
    public async Task Read_RightsForLittle_CostsTheDocumentsNotTheReading()
    {
        await using var stub = new SoapStub(r => r.Name switch
        {
            "GetUsers" or "GetDNS" or "GetNTP" or "GetRelayOutputs" => StubAnswer.Fault(400, "NotAuthorized"),
            "GetDeviceInformation" when !r.HasToken => StubAnswer.Fault(400, "NotAuthorized"),
            _ => StubCamera.Answer(r),
        });
        await using var reader = Old.Source().Open(stub.Address, new Credential("viewer", new Secret("x")));

        var report = await reader.ReadAsync(CancellationToken.None);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(report.RefusedLogins, Is.Zero);
        Assert.That(report.Profile.Unread!.Value.Select(u => u.Path), Is.SupersetOf(new[] { "users", "network.dns", "time.ntpServers" }));
    }

    [TestCase("http://a/web.jpg?channel=1&user=admin&password=41f2kjt8", "/web.jpg?channel=1")]
    [TestCase("http://admin:41f2kjt8@a/snap.jpg", "/snap.jpg")]
    [TestCase("http://a/user=admin_password=41f2kjt8_channel=1.jpg", null)]
    public async Task Read_LoginInAnAddress_IsNowhere(string uri, string? path)
    {
        const string Profiles = "<trt:GetProfilesResponse><trt:Profiles token='1'><tt:VideoSourceConfiguration token='v'><tt:SourceToken>s</tt:SourceToken></tt:VideoSourceConfiguration>"
            + "<tt:VideoEncoderConfiguration token='e'><tt:Encoding>H264</tt:Encoding></tt:VideoEncoderConfiguration></trt:Profiles></trt:GetProfilesResponse>";
        var answer = uri.Replace("&", "&amp;", StringComparison.Ordinal);
        await using var stub = new SoapStub(r => r.Name switch
        {
            "GetProfiles" => StubAnswer.Ok(Profiles),
            "GetSnapshotUri" => StubAnswer.Ok($"<trt:GetSnapshotUriResponse><trt:MediaUri><tt:Uri>{answer}</tt:Uri></trt:MediaUri></trt:GetSnapshotUriResponse>"),
            "GetStreamUri" => StubAnswer.Ok($"<trt:GetStreamUriResponse><trt:MediaUri><tt:Uri>{answer.Replace("http:", "rtsp:", StringComparison.Ordinal)}</tt:Uri></trt:MediaUri></trt:GetStreamUriResponse>"),
            _ => StubCamera.Answer(r),
        });
        await using var reader = Old.Source().Open(stub.Address, new Credential("viewer", new Secret("x")));

        var report = await reader.ReadAsync(CancellationToken.None);

        var stream = report.Profile.Source!.Streams!.Value.Single();
        var said = ReaderContract.RoundTrip(report.Profile) + string.Concat(report.Findings) + string.Concat(report.Fates);
        Assert.That((stream.SnapshotPath, stream.RtspPath), Is.EqualTo((path, path)));
        Assert.That(said, Does.Not.Contain("41f2kjt8"));
    }
}
