using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CamMigrate.Simulator.Tests.Discovery;

[TestFixture]
internal sealed class DiscoveryTests
{
    private const string Estate = """
        kind: Estate
        cameras:
        - {name: east, face: onvif, address: 127.41.0.1, discovery: true, users: [{username: a, password: b}], identity: {macAddress: 00:00:5e:00:53:01}}
        - {name: west, face: onvif, address: 127.41.0.2, discovery: true, users: [{username: a, password: b}], identity: {macAddress: 00:00:5e:00:53:02, serialNumber: WEST-0042}}
        """;

    [TestCase("dn:NetworkVideoTransmitter", true)]
    [TestCase("tds:Device", true)]
    [TestCase("", true)]
    [TestCase("dn:Printer", false)]
    public async Task Probe_Unicast_IsAnsweredByTheCameraOfTheAddress(string types, bool isAnswered)
    {
        var port = FreePort();
        await using var simulation = await StartAsync(port, _ => { });
        using var prober = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));

        await prober.SendAsync(Probe(types), new IPEndPoint(IPAddress.Parse("127.41.0.2"), port));
        var answer = await ReceiveAsync(prober, isAnswered ? 5000 : 300);

        if (!isAnswered)
        {
            Assert.That(answer, Is.Null);
            return;
        }

        Assert.Multiple(() =>
        {
            Assert.That(answer, Does.Contain("<a:RelatesTo>uuid:1234</a:RelatesTo>"));
            Assert.That(answer, Does.Contain("00005e005302</a:Address>"), "the west camera's identity");
            Assert.That(answer, Does.Contain("onvif://www.onvif.org/serial/WEST-0042"));
            Assert.That(answer, Does.Contain(FormattableString.Invariant(
                $"http://127.41.0.2:{simulation["west"].Endpoints.Http}/onvif/device_service")));
        });
    }

    [Test]
    public async Task Probe_Multicast_IsAnsweredByEveryCameraOfTheProcess()
    {
        var port = FreePort();
        var warnings = new List<string>();
        await using var simulation = await StartAsync(port, warnings.Add);
        if (warnings.Count > 0) Assert.Ignore(warnings[0]);
        using var prober = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        prober.Client.SetSocketOption(
            SocketOptionLevel.IP, SocketOptionName.MulticastInterface, IPAddress.Loopback.GetAddressBytes());

        await prober.SendAsync(
            Probe("dn:NetworkVideoTransmitter"), new IPEndPoint(IPAddress.Parse("239.255.255.250"), port));
        var answers = new[] { await ReceiveAsync(prober, 5000), await ReceiveAsync(prober, 5000) };

        Assert.That(
            answers, Has.Some.Contains("00005e005301</a:Address>").And.Some.Contains("00005e005302</a:Address>"));
    }

    [Test]
    public async Task Port_Taken_IsTheReasonInAWarning()
    {
        using var other = new UdpClient(new IPEndPoint(IPAddress.Parse("127.41.0.1"), 0));
        var port = ((IPEndPoint)other.Client.LocalEndPoint!).Port;
        var warnings = new List<string>();

        await using var simulation = await StartAsync(port, warnings.Add);

        Assert.That(
            warnings,
            Has.Some.StartsWith(FormattableString.Invariant($"east: discovery on 127.41.0.1, UDP port {port}: ")));
    }

    private static Task<Simulation> StartAsync(int port, Action<string> warn) => Simulation.StartAsync(
        Simulator.Estates.Estate.Parse(Estate),
        new SimulationOptions { DiscoveryPort = port, EncodeEagerly = false, Warn = warn },
        CancellationToken.None);

    private static int FreePort()
    {
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Any, 0));
        return ((IPEndPoint)socket.Client.LocalEndPoint!).Port;
    }

    private static async Task<string?> ReceiveAsync(UdpClient client, int milliseconds)
    {
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

    private static byte[] Probe(string types) => Encoding.UTF8.GetBytes($"""
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"
          xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery" xmlns:dn="http://www.onvif.org/ver10/network/wsdl"
          xmlns:tds="http://www.onvif.org/ver10/device/wsdl">
        <s:Header><a:MessageID>uuid:1234</a:MessageID><a:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To>
        <a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</a:Action></s:Header>
        <s:Body><d:Probe><d:Types>{types}</d:Types></d:Probe></s:Body></s:Envelope>
        """);
}
