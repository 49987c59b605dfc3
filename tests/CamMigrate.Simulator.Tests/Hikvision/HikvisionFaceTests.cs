using System.Globalization;
using System.Net;
using System.Xml.Linq;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Hikvision;

[TestFixture]
internal sealed class HikvisionFaceTests
{
    private const string Camera = """
        face: hikvision
        identity: {manufacturer: Hikvision, model: DS-2CD2T86G2, firmware: V5.7.18, build: '240826', macAddress: 00:00:5e:00:53:1f}
        hikvision:
          namespaces: {System/time: isapi, Smart/LineDetection/1: none}
          refusals:
            System/Network/SNMP: notSupport
            System/Network/ssh: notFound
            System/Network/UPnP: dropped
            Security/users: failingOk
            System/Video/inputs/channels/1/privacyMask: error
          channels:
          - name: NORTH GATE
            streams:
            - {number: 1, codec: H.265, width: 2560, height: 1440, frameRate: 12.5, govLength: 50, bitrate: 4096, smartCodec: false}
            - {number: 2, codec: H.264, width: 640, height: 360, bitrate: 512, rateControl: CBR}
            masks: {regions: [{points: [[100, 300], [200, 300], [200, 400], [100, 400]]}]}
            motion: {cells: ['######################', '#....................#']}
        """;

    [TestCase("System/deviceInfo", "http://www.hikvision.com/ver20/XMLSchema")]
    [TestCase("System/time", "http://www.isapi.org/ver20/XMLSchema")]
    [TestCase("Smart/LineDetection/1", "")]
    public async Task Document_NamespacePerDocument_IsTheConfiguredOne(string path, string expected)
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);

        var document = await GetAsync(camera, path);

        Assert.That(document.Name.NamespaceName, Is.EqualTo(expected));
    }

    [TestCase("System/capabilities")]
    [TestCase("System/time/ntpServers")]
    [TestCase("System/Network/interfaces")]
    [TestCase("System/Network/EZVIZ")]
    [TestCase("System/Network/Integrate")]
    [TestCase("Security/adminAccesses")]
    [TestCase("Streaming/channels")]
    [TestCase("Streaming/channels/101")]
    [TestCase("Image/channels/1")]
    [TestCase("System/Video/inputs/channels")]
    [TestCase("System/Video/inputs/channels/1")]
    [TestCase("System/Video/inputs/channels/1/overlays")]
    [TestCase("System/Video/inputs/channels/1/motionDetection")]
    [TestCase("System/Video/inputs/channels/1/tamperDetection")]
    [TestCase("Smart/FieldDetection/1")]
    public async Task Document_OfTheReadersList_IsServed(string path)
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);

        Assert.That((await GetAsync(camera, path)).Attribute("version")?.Value, Is.EqualTo("2.0"));
    }

    [Test]
    public async Task Streams_ListAndGhosts_GhostsAreCopiesThatTheListDoesNotHold()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);

        var ids = (await GetAsync(camera, "Streaming/channels")).Elements().Select(stream => Value(stream, "id"));
        var main = await GetAsync(camera, "Streaming/channels/101");
        var ghost = await GetAsync(camera, "Streaming/channels/103");
        main.Elements().First().Value = ghost.Elements().First().Value;

        Assert.Multiple(() =>
        {
            Assert.That(ids, Is.EqualTo(new[] { "101", "102" }));
            Assert.That(ghost.ToString(), Is.EqualTo(main.ToString()));
        });
    }

    [Test]
    public async Task Stream_Main_SpeaksInWireUnits()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);

        var video = (await GetAsync(camera, "Streaming/channels/101")).Elements().Single(
            element => element.Name.LocalName == "Video");

        Assert.Multiple(() =>
        {
            Assert.That(Value(video, "videoCodecType"), Is.EqualTo("H.265"));
            Assert.That(Value(video, "maxFrameRate"), Is.EqualTo("1250"), "frames per second times 100");
            Assert.That(Value(video, "keyFrameInterval"), Is.EqualTo("4000"), "50 frames at 12.5 fps, milliseconds");
            Assert.That(Value(video, "vbrUpperCap"), Is.EqualTo("4096"));
        });
    }

    [Test]
    public async Task Motion_FirstRows_AreSixHexDigitsEachFromTheTop()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);

        var motion = await GetAsync(camera, "System/Video/inputs/channels/1/motionDetection");

        // 22 ones and two bits of padding: 1111 1111 1111 1111 1111 1100; only the ends: 1000 ... 0000 0100.
        Assert.That(
            motion.Descendants().Single(e => e.Name.LocalName == "gridMap").Value,
            Does.StartWith("fffffc800004000000"));
    }

    [TestCase("System/Network/SNMP", HttpStatusCode.Forbidden, "notSupport")]
    [TestCase("System/Network/ssh", HttpStatusCode.NotFound, "")]
    [TestCase("Security/users", HttpStatusCode.OK, "notSupport")]
    [TestCase("System/Video/inputs/channels/1/privacyMask", HttpStatusCode.InternalServerError, "deviceError")]
    [TestCase("Nothing/here", HttpStatusCode.Forbidden, "notSupport")]
    [TestCase("Streaming/channels/109", HttpStatusCode.Forbidden, "notSupport")]
    public async Task Refusal_AsConfigured_HasStatusAndSubcode(string path, HttpStatusCode status, string subcode)
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);
        using var client = camera.CreateClient();

        using var response = await client.GetAsync(new Uri($"ISAPI/{path}", UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(status));
            Assert.That(
                body,
                subcode.Length == 0
                    ? Does.Contain("Not Found")
                    : Does.Contain($"<subStatusCode>{subcode}</subStatusCode>"));
        });
    }

    [Test]
    public async Task Refusal_Dropped_ClosesTheConnection()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);
        using var client = camera.CreateClient();

        Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetAsync(new Uri("ISAPI/System/Network/UPnP", UriKind.Relative)));
    }

    [Test]
    public async Task Write_AnyPut_IsCountedAndRefused()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);
        using var client = camera.CreateClient();

        using var response = await client.PutAsync(
            new Uri("ISAPI/System/time", UriKind.Relative), new StringContent("<Time/>"));

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(camera.Counters.Writes, Is.EqualTo(1));
            Assert.That(camera.Counters.Count("PUT System/time"), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task AdminAccesses_Http_NamesThePortInUse()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);

        var protocols = (await GetAsync(camera, "Security/adminAccesses")).Elements().ToList();
        var http = protocols.Single(protocol => Value(protocol, "protocol") == "HTTP");

        Assert.That(Value(http, "portNo"), Is.EqualTo(camera.HttpPort.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<XElement> GetAsync(SimulatedCamera camera, string path)
    {
        using var client = camera.CreateClient();
        return XElement.Parse(await client.GetStringAsync(new Uri($"ISAPI/{path}", UriKind.Relative)));
    }

    private static string Value(XElement parent, string name) =>
        parent.Elements().Single(e => e.Name.LocalName == name).Value;
}
