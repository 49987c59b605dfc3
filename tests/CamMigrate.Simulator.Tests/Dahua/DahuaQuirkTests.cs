using System.Net;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Dahua;

[TestFixture]
internal sealed class DahuaQuirkTests
{
    [Test]
    public async Task OldGeneration_Tables_AreTheFewItHas()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: dahua
            identity: {macAddress: 00:00:5e:00:53:31}
            dahua: {generation: old, channels: [{name: 北门}]}
            """);

        var split = await CgiClient.AnswerAsync(camera, "configManager.cgi?action=getConfig&name=VideoInExposure");
        var title = await CgiClient.BytesAsync(camera, "configManager.cgi?action=getConfig&name=ChannelTitle");
        var options = await CgiClient.TableAsync(camera, "VideoInOptions");

        Assert.Multiple(() =>
        {
            Assert.That(camera.Camera.Counters.Challenges, Is.EqualTo(3));
            Assert.That(split.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            // 北门 is B1B1 C3C5 in GBK.
            Assert.That(title, Is.EqualTo(
                (byte[])[.. "table.ChannelTitle[0].Name="u8, 0xb1, 0xb1, 0xc3, 0xc5, (byte)'\n']));
            Assert.That(options, Does.Contain("SunsetHour=24\n").And.Not.Contain('\r'));
        });
    }

    [TestCase("badRequest", HttpStatusCode.BadRequest, "Error\r\nBad Request!\r\n")]
    [TestCase("forbidden", HttpStatusCode.Forbidden,
        "{\"error\":{\"code\":403,\"message\":\"Authority:check failure.\"},\"result\":false}\n")]
    [TestCase("empty", HttpStatusCode.OK, "")]
    [TestCase("errorText", HttpStatusCode.OK, "Error: Error -1 getting param in name=Nothing\r\n")]
    [TestCase("notFound", HttpStatusCode.NotFound, null)]
    public async Task UnknownTable_AsConfigured_IsRefused(string how, HttpStatusCode status, string? body)
    {
        await using var camera = await SimulatedCamera.StartAsync($$"""
            face: dahua
            dahua: {unknown: {{how}}, refusals: {Email: {{how}}, ptz.getPresets: {{how}} } }
            """);

        var unknown = await CgiClient.AnswerAsync(camera, "configManager.cgi?action=getConfig&name=Nothing");
        var refused = await CgiClient.AnswerAsync(camera, "configManager.cgi?action=getConfig&name=Email");
        var call = await CgiClient.AnswerAsync(camera, "ptz.cgi?action=getPresets&channel=1");

        Assert.Multiple(() =>
        {
            Assert.That(unknown.Status, Is.EqualTo(status));
            if (body is not null) Assert.That(unknown.Body, Is.EqualTo(body));
            Assert.That(refused.Status, Is.EqualTo(status));
            Assert.That(call.Status, Is.EqualTo(status));
        });
    }

    [TestCase("works", "table.VideoColor[0][0].Brightness=50\r\n")]
    [TestCase("empty", "")]
    [TestCase("refused", null)]
    public async Task NarrowRead_AsConfigured_IsAnswered(string narrow, string? expected)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: dahua\ndahua: {{narrow: {narrow}}}");

        var (status, body) = await CgiClient.AnswerAsync(
            camera, "configManager.cgi?action=getConfig&name=VideoColor[0][0].Brightness");

        if (expected is null) Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        else Assert.That((status, body), Is.EqualTo((HttpStatusCode.OK, expected)));
    }

    [Test]
    public async Task NarrowRead_OfTheFirstOfTenRows_IsNotTheSecondDigits()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: dahua\ndahua: {tables: {T: \"table.T[1]=a\\ntable.T[10]=b\\ntable.T1=c\"}}");

        Assert.That(await CgiClient.TableAsync(camera, "T[1]"), Is.EqualTo("table.T[1]=a\r\n"));
    }

    [TestCase(true, "table.VideoColor[0][0].Hue=50\r\n")]
    [TestCase(false, "")]
    public async Task EncodedBrackets_AsConfigured_AreReadOrNot(bool reads, string expected)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            $"face: dahua\ndahua: {{encodedBrackets: {(reads ? "true" : "false")}}}");

        Assert.That(await CgiClient.TableAsync(camera, "VideoColor%5B0%5D%5B0%5D.Hue"), Is.EqualTo(expected));
    }

    [TestCase("refused", false, false)]
    [TestCase("all", true, false)]
    [TestCase("names", false, true)]
    [TestCase("works", true, true)]
    public async Task Bulk_AsConfigured_IsAnsweredOrRefused(string bulk, bool all, bool names)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: dahua\ndahua: {{bulk: {bulk}}}");

        var everything = await CgiClient.AnswerAsync(camera, "configManager.cgi?action=getConfig&name=All");
        var both = await CgiClient.AnswerAsync(
            camera, "configManager.cgi?action=getConfig&name=General&name=VideoStandard");

        Assert.Multiple(() =>
        {
            Assert.That(everything.Status == HttpStatusCode.OK, Is.EqualTo(all));
            Assert.That(everything.Body, all ? Does.Contain("table.All.VideoStandard=PAL\r\n") : Does.Contain("Error"));
            Assert.That(both.Status == HttpStatusCode.OK, Is.EqualTo(names));
            Assert.That(both.Body, names ? Does.Contain("table.VideoStandard=PAL\r\n") : Does.Contain("Error"));
        });
    }

    [TestCase(1, 0, HttpStatusCode.BadRequest)]
    [TestCase(1, 1, HttpStatusCode.OK)]
    [TestCase(0, 0, HttpStatusCode.OK)]
    [TestCase(0, 1, HttpStatusCode.BadRequest)]
    public async Task Caps_ChannelNumber_CountsFromTheConfiguredOne(int from, int channel, HttpStatusCode expected)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: dahua\ndahua: {{capsFrom: {from}}}");

        var (status, _) = await CgiClient.AnswerAsync(camera, $"devVideoInput.cgi?action=getCaps&channel={channel}");

        Assert.That(status, Is.EqualTo(expected));
    }

    [Test]
    public async Task Recorder_NewFirmware_HasChannelsAndNoCameraTables()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: dahua
            identity: {model: DH-NVR608H}
            dahua:
              generation: new
              recorder: true
              channels:
              - {name: Gate, remote: {address: 192.0.2.71, deviceType: IPC-HFW2431S}}
              - {name: Channel2, bound: false}
              - {name: Yard, remote: {address: 192.0.2.73}}
            """);

        var info = await CgiClient.TextAsync(camera, "magicBox.cgi?action=getSystemInfo");
        var remote = await CgiClient.TableAsync(camera, "RemoteDevice");
        var encode = await CgiClient.TableAsync(camera, "Encode");
        var options = await CgiClient.AnswerAsync(camera, "configManager.cgi?action=getConfig&name=VideoInOptions");

        Assert.Multiple(() =>
        {
            Assert.That(info, Does.Contain("deviceType=31\r\n").And.Contain("updateSerial=DH-NVR608H\r\n"));
            Assert.That(remote, Does.Contain(
                "table.RemoteDevice.uuid:System_CONFIG_NETCAMERA_INFO_2.Address=192.0.2.73\r\n"));
            Assert.That(remote, Does.Not.Contain("INFO_1."));
            Assert.That(encode, Does.Contain("table.Encode[0].").And.Contain("table.Encode[2].")
                .And.Not.Contain("table.Encode[1]."));
            Assert.That(options.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        });
    }

    [Test]
    public async Task DeviceType_Empty_LineIsMissing()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: dahua\ndahua: {recorder: true, deviceType: ''}");

        Assert.That(
            await CgiClient.TextAsync(camera, "magicBox.cgi?action=getSystemInfo"), Does.Not.Contain("deviceType"));
    }

    [Test]
    public async Task CurrentTime_ZoneAndSummer_IsLocal()
    {
        var time = new Clock(new DateTimeOffset(2026, 7, 4, 23, 5, 9, TimeSpan.Zero));
        await using var camera = await SimulatedCamera.StartAsync(
            "face: dahua\ndahua: {time: {timeZone: 25, dst: true, dstStart: [3, 2, 0, 2], dstEnd: [11, 1, 0, 2]}}",
            new SimulationOptions { EncodeEagerly = false, Time = time });

        // 23:05:09 GMT is 18:05:09 at index 25 (-05:00) and 19:05:09 in summer.
        Assert.That(
            await CgiClient.TextAsync(camera, "global.cgi?action=getCurrentTime"),
            Is.EqualTo("result=2026-07-04 19:05:09\r\n"));
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
