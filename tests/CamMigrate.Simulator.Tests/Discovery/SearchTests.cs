using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace CamMigrate.Simulator.Tests.Discovery;

[TestFixture]
internal sealed class SearchTests
{
    private const string Estate = """
        kind: Estate
        cameras:
        - name: north
          face: hikvision
          address: 127.41.1.1
          discovery: true
          users: [{username: a, password: b}]
          identity: {model: DS-TEST, serialNumber: DS-TEST-01, macAddress: 00:00:5e:00:53:11}
        - name: fresh
          face: hikvision
          address: 127.41.1.2
          discovery: true
          users: [{username: a, password: b}]
          hikvision: {activated: false}
        - name: yard
          face: dahua
          address: 127.41.1.3
          discovery: true
          dahua: {initialised: false}
          users: [{username: a, password: b}]
          identity: {model: IPC-TEST, macAddress: 00:00:5e:00:53:13}
        """;

    [Test]
    public async Task Sadp_Inquiry_IsAnsweredWithTheIdentity()
    {
        var port = FreePort();
        await using var simulation = await StartAsync(port, FreePort());

        var answer = XElement.Parse((await AskAsync("127.41.1.1", port, Sadp("inquiry")))!);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Name.LocalName, Is.EqualTo("ProbeMatch"));
            Assert.That(answer.Element("Uuid")?.Value, Is.EqualTo("ABC"));
            Assert.That(answer.Element("MAC")?.Value, Is.EqualTo("00-00-5e-00-53-11"));
            Assert.That(answer.Element("HttpPort")?.Value, Is.EqualTo(FormattableString.Invariant($"{simulation["north"].Endpoints.Http}")));
            Assert.That(answer.Element("Activated")?.Value, Is.EqualTo("true"));
        });
    }

    [Test]
    public async Task Sadp_AnyOtherType_IsCountedAsAWrite()
    {
        var port = FreePort();
        await using var simulation = await StartAsync(port, FreePort());

        Assert.That(await AskAsync("127.41.1.1", port, Sadp("update"), 300), Is.Null);
        Assert.That(simulation["north"].Counters.Writes, Is.EqualTo(1));
    }

    [Test]
    public async Task DhDiscover_FramedSearch_IsAnsweredAndBareJsonIsNot()
    {
        var port = FreePort();
        await using var simulation = await StartAsync(FreePort(), port);
        var json = Encoding.ASCII.GetBytes("""{"method":"DHDiscover.search","params":{"mac":"","uni":1}}""");
        byte[] framed = [0x20, 0, 0, 0, .. "DHIP"u8, .. new byte[8], (byte)json.Length, 0, 0, 0, 0, 0, 0, 0, (byte)json.Length, .. new byte[7], .. json];

        var answer = await AskAsync("127.41.1.3", port, framed);
        var bare = await AskAsync("127.41.1.3", port, json, 300);

        var text = answer ?? "";
        var info = JsonNode.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..].TrimEnd('\0'))!["params"]!["deviceInfo"]!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)info["DeviceType"], Is.EqualTo("IPC-TEST"));
            Assert.That(info["Init"]!.GetValue<int>() & 3, Is.EqualTo(1), "not initialised");
            Assert.That(bare, Is.Null);
        });
    }

    [Test]
    public async Task NotActivated_EverythingButTheStatus_IsRefused()
    {
        await using var simulation = await StartAsync(FreePort(), FreePort());
        using var client = new HttpClient { BaseAddress = new Uri(FormattableString.Invariant($"http://127.41.1.2:{simulation["fresh"].Endpoints.Http}")) };

        var status = await client.GetStringAsync("/SDK/activateStatus");
        var other = await client.GetAsync("/ISAPI/System/deviceInfo");

        Assert.Multiple(() =>
        {
            Assert.That(status, Does.Contain("<Activated>false</Activated>"));
            Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(other.Content.ReadAsStringAsync().Result, Does.Contain("<subStatusCode>notActivated</subStatusCode>"));
        });
    }

    [Test]
    public void Discovery_FaceWithoutASearch_IsAProblem() => Assert.That(
        () => Simulator.Estates.Estate.Parse("kind: Estate\ncameras:\n- {name: a, face: webServer, discovery: true}"),
        Throws.TypeOf<Simulator.Estates.EstateException>().With.Message.Contains("discoveryProtocols"));

    private static Task<Simulation> StartAsync(int sadp, int dhDiscover) => Simulation.StartAsync(
        Simulator.Estates.Estate.Parse(Estate),
        new SimulationOptions { SadpPort = sadp, DhDiscoverPort = dhDiscover, EncodeEagerly = false },
        CancellationToken.None);

    private static byte[] Sadp(string type) => Encoding.ASCII.GetBytes(
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?><Probe><Uuid>ABC</Uuid><Types>{type}</Types></Probe>");

    private static int FreePort()
    {
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Any, 0));
        return ((IPEndPoint)socket.Client.LocalEndPoint!).Port;
    }

    private static async Task<string?> AskAsync(string address, int port, byte[] question, int milliseconds = 5000)
    {
        using var client = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await client.SendAsync(question, new IPEndPoint(IPAddress.Parse(address), port));
        using var patience = new CancellationTokenSource(milliseconds);
        try
        {
            return Encoding.UTF8.GetString((await client.ReceiveAsync(patience.Token)).Buffer);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
