using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Xml.Linq;
using CamMigrate.Onvif.Discovery;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Onvif.Tests.Discovery;

public sealed class OnvifDiscoveryTests
{
    private const string Camera =
        "<d:ProbeMatch><a:EndpointReference><a:Address>urn:uuid:2a1f0000-0000-1000-8000-00005e005342</a:Address></a:EndpointReference><d:Types>x:NetworkVideoTransmitter</d:Types>"
        + "<d:Scopes>onvif://www.onvif.org/name/North%20gate onvif://www.onvif.org/serial/SIM-0042</d:Scopes>"
        + "<d:XAddrs>http://127.0.0.1:80/onvif/device_service file:///etc/passwd http://u:p@127.0.0.1/</d:XAddrs></d:ProbeMatch>";

    private const string Printer =
        "<d:ProbeMatch><a:EndpointReference><a:Address>urn:uuid:p</a:Address></a:EndpointReference><d:Types>p:Printer</d:Types></d:ProbeMatch>";

    [Test]
    public async Task Probe_CameraAmongOthers_GivesTheCameraOnce()
    {
        await using var responder =
            new Responder(IPAddress.Loopback, _ =>
            ["\0garbage", Matches(Printer), "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", Matches(Camera)]);

        var devices = await Discovery(responder)
            .ProbeAsync("127.0.0.1", TimeSpan.FromSeconds(1.2), CancellationToken.None);

        var device = devices.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(device.XAddrs.Select(x => x.ToString()),
                Is.EqualTo(new[] { "http://127.0.0.1/onvif/device_service" }));
            Assert.That(device.Mentions("00:00:5E:00:53:42"), Is.True);
            Assert.That(device.Mentions("sim0042"), Is.True);
            Assert.That(device.Mentions("00:00:5e:00:53:43"), Is.False);
            Assert.That(device.Mentions("42"), Is.False);
        }
    }

    [Test]
    public async Task Find_OnLoopback_IsAskedByThreeKindsOfProbeTwice()
    {
        await using var responder = new Responder(IPAddress.Loopback, _ => [Matches(Camera)], joins: true);

        var devices = await Discovery(responder).FindAsync(TimeSpan.FromSeconds(2), CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(devices.Select(d => d.Endpoint),
                Is.All.EqualTo("urn:uuid:2a1f0000-0000-1000-8000-00005e005342").And.Not.Empty);
            Assert.That(responder.Probes.Select(Types)
                .Distinct(), Is.EquivalentTo(new[] { "dn:NetworkVideoTransmitter", "tds:Device", "" }));
            Assert.That(responder.Probes, Has.Count.GreaterThanOrEqualTo(6));
        }
    }

    [Test]
    public async Task Probe_NobodyThere_IsEmpty()
    {
        await using var responder = new Responder(IPAddress.Loopback, _ => []);

        Assert.That(await Discovery(responder)
            .ProbeAsync("127.0.0.1", TimeSpan.FromMilliseconds(300), CancellationToken.None), Is.Empty);
    }

    private static OnvifDiscovery Discovery(Responder responder) =>
        new(TimeProvider.System, NullLogger.Instance) { Port = responder.Port };

    private static string Types(string probe) =>
        XElement.Parse(probe).Descendants().FirstOrDefault(e => e.Name.LocalName == "Types")?.Value ?? "";

    private static string Matches(string match) =>
        "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope' xmlns:a='http://schemas.xmlsoap.org/ws/2004/08/addressing'"
        + $" xmlns:d='http://schemas.xmlsoap.org/ws/2005/04/discovery'><s:Body><d:ProbeMatches>{match}</d:ProbeMatches></s:Body></s:Envelope>";

    /// <summary>A device's UDP side.</summary>
    private sealed class Responder : IAsyncDisposable
    {
        private readonly UdpClient client;
        private readonly CancellationTokenSource stop = new();
        private readonly Task serving;
        private readonly List<string> probes = [];

        internal Responder(IPAddress address, Func<string, string[]> answers, bool joins = false)
        {
            client = new UdpClient(new IPEndPoint(joins ? IPAddress.Any : address, 0));
            if (joins) client.JoinMulticastGroup(IPAddress.Parse("239.255.255.250"), address);
            serving = ServeAsync(answers);
        }

        internal int Port => ((IPEndPoint)client.Client.LocalEndPoint!).Port;

        internal IReadOnlyList<string> Probes
        {
            get
            {
                lock (probes) return [.. probes];
            }
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await serving;
            client.Dispose();
            stop.Dispose();
        }

        private async Task ServeAsync(Func<string, string[]> answers)
        {
            try
            {
                while (true)
                {
                    var received = await client.ReceiveAsync(stop.Token);
                    var probe = Encoding.UTF8.GetString(received.Buffer);
                    lock (probes) probes.Add(probe);
                    foreach (var answer in answers(probe)) await client.SendAsync(
                        Encoding.UTF8.GetBytes(answer), received.RemoteEndPoint, stop.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // The test is over.
            }
        }
    }
}
