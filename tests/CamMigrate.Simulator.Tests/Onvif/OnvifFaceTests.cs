using System.Net;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Onvif;

[TestFixture]
internal sealed class OnvifFaceTests
{
    private const string Rich = """
        face: onvif
        onvif:
          sources:
          - rotations: [90, 180]
            canMirror: true
            imaging:
              brightness: {value: 128, max: 255}
              wideDynamicRange: {level: {value: 50}}
              backlightCompensation: {}
              exposure: {value: AUTO, modes: [AUTO, MANUAL], level: {value: 40000, min: 10, max: 40000}}
              whiteBalance: {value: AUTO, modes: [AUTO, MANUAL]}
              defogging: {modes: ['OFF', 'ON', AUTO]}
              noiseReduction: {value: 0.5, max: 1}
          time: {ntpServers: [192.0.2.1, ntp.example.org]}
          masks: [{points: [[-0.5, 0.5], [0, 0.5], [0, 0], [-0.5, 0]]}]
          osds:
          - {kind: Plain, text: NORTH GATE, position: Custom, at: [0.1, -0.8]}
          - {kind: DateAndTime}
        """;

    [TestCase("tds:GetSystemDateAndTime")]
    [TestCase("tds:GetDeviceInformation")]
    [TestCase("tds:GetServices", "<tds:IncludeCapability>true</tds:IncludeCapability>")]
    [TestCase("tds:GetServices", "<tds:IncludeCapability>false</tds:IncludeCapability>")]
    [TestCase("tds:GetCapabilities", "<tds:Category>All</tds:Category>")]
    [TestCase("tds:GetServiceCapabilities")]
    [TestCase("tds:GetScopes")]
    [TestCase("tds:GetHostname")]
    [TestCase("tds:GetNetworkInterfaces")]
    [TestCase("tds:GetUsers")]
    [TestCase("tds:GetNTP")]
    [TestCase("tds:GetEndpointReference")]
    [TestCase("trt:GetServiceCapabilities")]
    [TestCase("trt:GetProfiles")]
    [TestCase("trt:GetVideoSources")]
    [TestCase("trt:GetVideoSourceConfigurations")]
    [TestCase("trt:GetVideoSourceConfigurationOptions")]
    [TestCase("trt:GetVideoEncoderConfigurations")]
    [TestCase("trt:GetVideoEncoderConfiguration", "<trt:ConfigurationToken>VideoEncoder_1</trt:ConfigurationToken>")]
    [TestCase("trt:GetVideoEncoderConfigurationOptions")]
    [TestCase(
        "trt:GetStreamUri",
        "<trt:StreamSetup><tt:Stream>RTP-Unicast</tt:Stream><tt:Transport><tt:Protocol>RTSP</tt:Protocol></tt:Transport></trt:StreamSetup><trt:ProfileToken>Profile_1</trt:ProfileToken>")]
    [TestCase("trt:GetSnapshotUri", "<trt:ProfileToken>Profile_1</trt:ProfileToken>")]
    [TestCase("trt:GetOSDs")]
    [TestCase("trt:GetOSDOptions", "<trt:ConfigurationToken>VideoSourceConfig_1</trt:ConfigurationToken>")]
    [TestCase("tr2:GetServiceCapabilities")]
    [TestCase("tr2:GetProfiles")]
    [TestCase("tr2:GetProfiles", "<tr2:Type>All</tr2:Type>")]
    [TestCase("tr2:GetVideoSourceConfigurations")]
    [TestCase(
        "tr2:GetVideoSourceConfigurationOptions",
        "<tr2:ConfigurationToken>VideoSourceConfig_1</tr2:ConfigurationToken>")]
    [TestCase("tr2:GetVideoEncoderConfigurations")]
    [TestCase(
        "tr2:GetVideoEncoderConfigurationOptions", "<tr2:ConfigurationToken>VideoEncoder_1</tr2:ConfigurationToken>")]
    [TestCase(
        "tr2:GetStreamUri", "<tr2:Protocol>RtspUnicast</tr2:Protocol><tr2:ProfileToken>Profile_1</tr2:ProfileToken>")]
    [TestCase("tr2:GetSnapshotUri", "<tr2:ProfileToken>Profile_1</tr2:ProfileToken>")]
    [TestCase("tr2:GetOSDs")]
    [TestCase("tr2:GetOSDOptions", "<tr2:ConfigurationToken>VideoSourceConfig_1</tr2:ConfigurationToken>")]
    [TestCase("tr2:GetMasks")]
    [TestCase("tr2:GetMaskOptions", "<tr2:ConfigurationToken>VideoSourceConfig_1</tr2:ConfigurationToken>")]
    [TestCase("timg:GetServiceCapabilities")]
    [TestCase("timg:GetImagingSettings", "<timg:VideoSourceToken>VideoSource_1</timg:VideoSourceToken>")]
    [TestCase("timg:GetOptions", "<timg:VideoSourceToken>VideoSource_1</timg:VideoSourceToken>")]
    public async Task Read_EachOperation_AnswersByTheOfficialSchema(string operation, string content = "")
    {
        await using var camera = await SimulatedCamera.StartAsync(Rich);
        using var client = new SoapClient(camera);

        var answer = await client.CallAsync(operation, content);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Name.LocalName, Is.EqualTo(operation.Split(':')[1] + "Response"), answer.ToString());
            Assert.That(camera.Counters.SchemaErrors, Is.Empty);
            Assert.That(camera.Counters.Writes, Is.Zero);
            Assert.That(camera.Counters.FailedLogins, Is.Zero);
        });
    }

    [TestCase("token", true, HttpStatusCode.OK)]
    [TestCase("token", false, HttpStatusCode.BadRequest)]
    [TestCase("digest", true, HttpStatusCode.Unauthorized)]
    [TestCase("digest", false, HttpStatusCode.Unauthorized)]
    [TestCase("either", true, HttpStatusCode.OK)]
    [TestCase("either", false, HttpStatusCode.Unauthorized)]
    [TestCase("both", true, HttpStatusCode.Unauthorized)]
    public async Task Login_TokenOrNothing_IsJudgedByTheScheme(string scheme, bool hasToken, HttpStatusCode expected)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: onvif\nlogin: {{onvif: {scheme}}}");
        using var client = new SoapClient(camera) { HasToken = hasToken };

        var answer = await client.CallAsync("tds:GetDeviceInformation");

        Assert.Multiple(() =>
        {
            Assert.That(client.LastStatus, Is.EqualTo(expected));
            Assert.That(
                SoapClient.SubcodesOf(answer),
                Is.EqualTo(expected == HttpStatusCode.BadRequest ? "ter:NotAuthorized" : ""));
            Assert.That(camera.Counters.FailedLogins, Is.Zero, "nothing wrong was said");
        });
    }

    [TestCase("digest", false, HttpStatusCode.OK)]
    [TestCase("either", false, HttpStatusCode.OK)]
    [TestCase("both", true, HttpStatusCode.OK)]
    [TestCase("both", false, HttpStatusCode.BadRequest)]
    [TestCase("token", false, HttpStatusCode.BadRequest)]
    public async Task Login_HttpDigest_IsJudgedByTheScheme(string scheme, bool hasToken, HttpStatusCode expected)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: onvif\nlogin: {{onvif: {scheme}}}");
        // The challenge is answered by the same message again, token and all: the nonce of a refused message is not
        // spent.
        using var client = new SoapClient(camera, withDigest: true) { HasToken = hasToken };

        await client.CallAsync("tds:GetDeviceInformation");

        Assert.That((client.LastStatus, camera.Counters.FailedLogins), Is.EqualTo((expected, 0)));
    }

    [Test]
    public async Task Login_Anonymous_SeesTheClockOnly()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif\nonvif: {clockSkewSeconds: 86400}");
        using var client = new SoapClient(camera) { HasToken = false };

        var answer = await client.CallAsync("tds:GetSystemDateAndTime");

        var day = answer.Descendants(SoapClient.Tt + "Day").Single().Value;
        Assert.That(
            day,
            Is.EqualTo(
                TimeProvider.System.GetUtcNow()
                    .AddDays(1).Day.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Test]
    public async Task Token_OfASkewedCamera_IsJudgedByTheCamerasClock()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif\nonvif: {clockSkewSeconds: 3600}");
        using var client = new SoapClient(camera);

        await client.CallAsync("tds:GetDeviceInformation");
        var ownClock = client.LastStatus;
        client.Ahead = TimeSpan.FromHours(1);
        await client.CallAsync("tds:GetDeviceInformation");

        Assert.Multiple(() =>
        {
            Assert.That(ownClock, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(client.LastStatus, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(camera.Counters.FailedLogins, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Token_SameNonceTwice_IsRefused()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif");
        using var client = new SoapClient(camera) { Nonce = new byte[16] };

        await client.CallAsync("tds:GetDeviceInformation");
        await client.CallAsync("tds:GetDeviceInformation");

        Assert.That((client.LastStatus, camera.Counters.Replays), Is.EqualTo((HttpStatusCode.BadRequest, 1)));
    }

    [Test]
    public async Task Token_WrongPassword_CountsAndLocksOut()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif\nlogin: {lockAfter: 2, onvif: token}");
        using var client = new SoapClient(camera) { Password = "wrong" };
        await client.CallAsync("tds:GetDeviceInformation");
        await client.CallAsync("tds:GetDeviceInformation");

        client.Password = camera.Password;
        await client.CallAsync("tds:GetDeviceInformation");

        Assert.That((client.LastStatus, camera.Counters.FailedLogins), Is.EqualTo((HttpStatusCode.BadRequest, 2)));
    }

    [TestCase("fault", "ter:ActionNotSupported", "Fault")]
    [TestCase("emptyOk", "", "GetZeroConfigurationResponse")]
    public async Task UnknownOperation_AsConfigured_IsAFaultOrNothing(string quirk, string subcodes, string element)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: onvif\nonvif: {{unknownOperation: {quirk}}}");
        using var client = new SoapClient(camera);

        var answer = await client.CallAsync("tds:GetZeroConfiguration");

        Assert.That((SoapClient.SubcodesOf(answer), answer.Name.LocalName), Is.EqualTo((subcodes, element)));
    }

    [Test]
    public async Task UnknownOperation_Close_ClosesTheSocket()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif\nonvif: {unknownOperation: close}");
        using var client = new SoapClient(camera);

        Assert.ThrowsAsync<HttpRequestException>(() => client.CallAsync("tds:GetZeroConfiguration"));
    }

    [Test]
    public async Task Media2_Absent_IsNeitherListedNorAnswered()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: onvif\nonvif: {media2: false, xAddrHost: '10.9.8.7:81'}");
        using var client = new SoapClient(camera);

        var services = (
            await client.CallAsync(
                "tds:GetServices", "<tds:IncludeCapability>false</tds:IncludeCapability>")).ToString();
        var profiles = await client.CallAsync("tr2:GetProfiles");

        Assert.Multiple(() =>
        {
            Assert.That(
                services, Does.Not.Contain("ver20/media").And.Contain("http://10.9.8.7:81/onvif/media_service"));
            Assert.That(SoapClient.SubcodesOf(profiles), Is.EqualTo("ter:ActionNotSupported"));
        });
    }

    [Test]
    public async Task Profiles2_WithoutType_HaveNoConfigurations()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif");
        using var client = new SoapClient(camera);

        var bare = (await client.CallAsync("tr2:GetProfiles")).ToString();
        var encoders = (await client.CallAsync("tr2:GetProfiles", "<tr2:Type>VideoEncoder</tr2:Type>")).ToString();

        Assert.Multiple(() =>
        {
            Assert.That(bare, Does.Not.Contain("Configurations"));
            Assert.That(encoders, Does.Contain("VideoEncoder_1").And.Not.Contain("VideoSourceConfig_1"));
        });
    }
}
