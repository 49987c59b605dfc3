using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Onvif.Tests.Soap;
using CamMigrate.Testing;

namespace CamMigrate.Onvif.Tests.EndToEnd;

public sealed class ReadTests
{
    private const string TwoStreams = """
        face: onvif
        identity: {manufacturer: Simulated, model: SIM-4K, firmware: V2.1, serialNumber: SIM0042, macAddress: 00:00:5e:00:53:42}
        onvif:
          time: {mode: NTP, timeZone: 'CST+8:00:00', ntpServers: [192.0.2.1]}
          sources:
          - rotations: [90, 180, 270]
            imaging:
              brightness: {value: 51, min: 0, max: 255}
              wideDynamicRange: {value: 'ON', level: {value: 25}}
          encoders:
          - {token: Low, name: low, width: 640, height: 360, bitrate: 512, resolutions: [640x360, 320x180]}
          - {token: High, name: high, encoding: H265, width: 1920, height: 1080, bitrate: 4000, frameRate: 12.5}
          masks:
          - points: [[-0.8, 0.6], [-0.4, 0.6], [-0.4, 0.1], [-0.8, 0.1]]
          osds:
          - {kind: Plain, text: NORTH GATE, position: Custom, at: [0.4376, -0.8518]}
          - {kind: DateAndTime, position: UpperLeft}
        """;

    [Test]
    public async Task Read_TwoStreams_GivesEverySetting()
    {
        await using var camera = await SimulatedCamera.StartAsync(TwoStreams);
        await using var target = await Target.OpenAsync(camera);

        var state = await target.ReadAsync(CancellationToken.None);

        var source = state.Current.VideoSources!.Value.Single();
        var (main, sub) = (source.VideoEncoders!.Value[0], source.VideoEncoders!.Value[1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(state.Unread, Is.Empty);
            Assert.That(state.Identity.Model, Is.EqualTo("SIM-4K"));
            Assert.That(state.Identity.MacAddress, Is.EqualTo("00:00:5e:00:53:42"));
            Assert.That(state.Current.Time!.Mode, Is.EqualTo(SetDateTimeType.Ntp));
            Assert.That(state.Current.Time.PosixTimeZone, Is.EqualTo("CST+8:00:00"));
            Assert.That(state.Current.Time.NtpServers!.Value, Is.EqualTo(new[] { "192.0.2.1" }));
            Assert.That(state.ClockOffset!.Value.Duration(), Is.LessThan(TimeSpan.FromSeconds(3)));
            Assert.That(state.Current.Users!.Value.Select(u => u.Username), Is.EqualTo(new[] { "admin" }));
            Assert.That(source.Rotation, Is.Zero);
            Assert.That(source.Imaging!.Brightness, Is.EqualTo(20).Within(1e-6));
            Assert.That(source.Imaging.WideDynamicRange, Is.EqualTo(new ModeLevel { Mode = OnOffAuto.On, Level = 25 }));
            Assert.That((main.Stream, main.Encoding, main.Resolution!.ToString(), main.FrameRateLimit,
                main.RateControl!.BitrateLimit),
                Is.EqualTo(("main", VideoEncoding.H265, "1920x1080", 12.5, 4000)));
            Assert.That((sub.Stream, sub.Encoding, sub.Resolution!.ToString()),
                Is.EqualTo(("sub", VideoEncoding.H264, "640x360")));
            // x -0.8 is a tenth from the left; y 0.6 is a fifth from the top.
            Assert.That(source.Masks!.Value.Single().Polygon,
                Is.EqualTo(new Point[] { new(0.1, 0.2), new(0.3, 0.2), new(0.3, 0.45), new(0.1, 0.45) }));
            Assert.That(source.Osds!.Value.Select(o => (o.Kind, o.Text, o.Position)),
                Is.EqualTo(new (OsdKind, string?, Point?)[]
            {
                (OsdKind.Text, "NORTH GATE", new Point(0.7188, 0.9259)), (OsdKind.DateAndTime, null, new Point(0, 0)),
            }));
            Assert.That(camera.Counters.Writes, Is.Zero);
            Assert.That(camera.Counters.SchemaErrors, Is.Empty);
            Assert.That(camera.Counters.FailedLogins, Is.Zero);
        }
    }

    [Test]
    public async Task Read_TwoStreams_GivesOptions()
    {
        await using var camera = await SimulatedCamera.StartAsync(TwoStreams);
        await using var target = await Target.OpenAsync(camera);

        var options = (await target.ReadAsync(CancellationToken.None)).Options.VideoSources.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(options.Rotations, Is.EqualTo(new[] { 0, 90, 180, 270 }));
            Assert.That(options.Imaging!.Brightness, Is.EqualTo(new DeviceRange(0, 255)));
            Assert.That(options.Imaging.IrCutFilter, Is.EquivalentTo(Enum.GetValues<IrCutFilterMode>()));
            Assert.That(options.VideoEncoders.Select(e => e.Stream), Is.EqualTo(new[] { "main", "sub" }));
            Assert.That(options.VideoEncoders[0].Codecs.Select(c => c.Encoding),
                Is.EquivalentTo(new[] { VideoEncoding.H264, VideoEncoding.H265 }));
            Assert.That(options.VideoEncoders[0].Codecs[0].FrameRates, Does.Contain(12.5));
            Assert.That(options.VideoEncoders[0].Codecs[0].GovLength, Is.EqualTo(new DeviceRange(1, 400)));
            Assert.That(options.VideoEncoders[0].Codecs[0].Bitrate, Is.EqualTo(new DeviceRange(64, 16384)));
            Assert.That(options.Masks!.MaxMasks, Is.EqualTo(4));
            Assert.That(options.Osds!.HasCustomPosition, Is.True);
            Assert.That(options.Osds.MaxByKind[OsdKind.Text], Is.EqualTo(4));
        }
    }

    [TestCase("Either", "")]
    [TestCase("Token", "")]
    [TestCase("Digest", "")]
    [TestCase("Both", "")]
    [TestCase("Token", "clockSkewSeconds: 86400")]
    [TestCase("Both", "clockSkewSeconds: -3600")]
    [TestCase("Token", "faultStatus: 200")]
    [TestCase("Either", "getServices: false")]
    [TestCase("Either", "xAddrHost: '192.0.2.99:8080'")]
    [TestCase("Either", "media2: false")]
    [TestCase("Either", "imaging: false")]
    [TestCase("Either", "unknownOperation: Close")]
    [TestCase("Either", "unknownOperation: EmptyOk")]
    public async Task Connect_EveryKindOfCamera_TakesAtMostFiveRequestsAndNoFailedLogin(string login, string key)
    {
        await using var camera =
            await SimulatedCamera.StartAsync($"face: onvif\nlogin: {{onvif: {login}}}\nonvif: {{{key}}}");
        await using var target = await Target.OpenAsync(camera);
        var connecting = target.Requests;

        var state = await target.ReadAsync(CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(connecting, Is.LessThanOrEqualTo(5));
            Assert.That(camera.Counters.FailedLogins, Is.Zero);
            Assert.That(camera.Counters.Replays, Is.Zero);
            Assert.That(state.Current.VideoSources!.Value.Single().VideoEncoders!.Value.Single().Resolution!.Width,
                Is.EqualTo(1920));
            Assert.That(camera.Counters.SchemaErrors, Is.Empty);
        }
    }

    [TestCase("Either", "")]
    [TestCase("Token", "")]
    [TestCase("Digest", "")]
    [TestCase("Both", "")]
    [TestCase("Token", ", anonymousClock: false")]
    public async Task Connect_WrongPassword_IsRefusedOnceAndNeverTriedAgain(string login, string more)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: onvif\nlogin: {{onvif: {login}{more}}}");
        var refusals = new LoginRefusals();

        var first = Assert.ThrowsAsync<CameraException>(() => Target.OpenAsync(camera, "wrong", refusals));
        var requests = camera.Counters.Requests;
        var second = Assert.ThrowsAsync<CameraException>(() => Target.OpenAsync(camera, "wrong", refusals));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Reason, Is.EqualTo(CameraError.Unauthorized));
            Assert.That(second.Reason, Is.EqualTo(CameraError.Unauthorized));
            Assert.That(camera.Counters.FailedLogins, Is.EqualTo(1));
            Assert.That(camera.Counters.Requests, Is.LessThanOrEqualTo(requests + 2));
            Assert.That(first.Message, Does.Not.Contain("wrong"));
        }
    }

    [Test]
    public async Task Read_MasksFail_AreUnreadAndNotNone()
    {
        await using var camera =
            await SimulatedCamera.StartAsync("face: onvif\nfaults: {http: Truncated, httpAt: GetMasks}");
        await using var target = await Target.OpenAsync(camera);

        var state = await target.ReadAsync(CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(state.Unread.Keys, Does.Contain("videoSources[1].masks"));
            Assert.That(state.Current.VideoSources!.Value.Single().Masks, Is.Null);
        }
    }

    [Test]
    public async Task Streams_ForeignHost_AreAtTheHostWeDialled()
    {
        await using var camera = await SimulatedCamera.StartAsync(TwoStreams + "\n  xAddrHost: '192.0.2.99:8080'");
        await using var target = await Target.OpenAsync(camera);
        await target.ReadAsync(CancellationToken.None);

        var streams = await target.StreamsAsync(CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(streams.Select(s => s.Stream), Is.EqualTo(new[] { "main", "sub" }));
            Assert.That(streams.Select(s => s.Uri!.Host), Is.All.EqualTo(camera.Host));
            Assert.That(streams.Select(s => s.Uri!.UserInfo), Is.All.Empty);
        }
    }

    [Test]
    public async Task Read_LongAndStrangeIdentity_StaysAsTheCameraSaysItAndIsBounded()
    {
        var serial = "\u202e" + new string('S', 120);
        await using var stub = new SoapStub(r => r.Name == "GetDeviceInformation"
            ? StubAnswer.Ok($"<tds:GetDeviceInformationResponse><tds:Model>{new string('M', 300)}</tds:Model>"
                + $"<tds:SerialNumber>{serial}</tds:SerialNumber></tds:GetDeviceInformationResponse>")
            : StubCamera.Answer(r));
        await using var target = await Target.OpenAsync(
            stub.Address.Host, stub.Address.Port!.Value, new Credential("admin", new Secret("Marker-1")));

        var identity = (await target.ReadAsync(CancellationToken.None)).Identity;

        Assert.That((identity.SerialNumber, identity.Model), Is.EqualTo((serial, new string('M', 256))));
    }
}
