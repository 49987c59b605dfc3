using System.Buffers.Binary;
using System.Net;
using System.Text;
using System.Text.Json;
using CamMigrate.Simulator.Dahua;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Tests.Dahua;

[TestFixture]
internal sealed class DahuaDiscoveryTests
{
    [TestCase("split", true, 2)]
    [TestCase("split", false, 1)]
    [TestCase("old", true, null)]
    public void Answer_OfADevice_IsFramedJsonWithItsState(string generation, bool initialised, int? state)
    {
        var datagram = DahuaDiscovery.Answer(Device(generation, initialised));
        var json = datagram.AsSpan(32).ToArray();
        using var document = JsonDocument.Parse(json);
        var info = document.RootElement.GetProperty("params").GetProperty("deviceInfo");

        Assert.Multiple(() =>
        {
            Assert.That(datagram.Take(8), Is.EqualTo((byte[])[32, 0, 0, 0, .. "DHIP"u8]));
            Assert.That(BinaryPrimitives.ReadInt32LittleEndian(datagram.AsSpan(16)), Is.EqualTo(json.Length));
            Assert.That(BinaryPrimitives.ReadInt32LittleEndian(datagram.AsSpan(24)), Is.EqualTo(json.Length));
            Assert.That(document.RootElement.GetProperty("method").GetString(), Is.EqualTo("client.notifyDevInfo"));
            Assert.That(document.RootElement.GetProperty("mac").GetString(), Is.EqualTo("00:00:5e:00:53:31"));
            Assert.That(info.GetProperty("HttpPort").GetInt32(), Is.EqualTo(8081));
            Assert.That(Encoding.UTF8.GetString(json), Does.Contain(@"1:2\/112"), "slashes are escaped");
            Assert.That(
                info.TryGetProperty("Init", out var bits) ? bits.GetInt32() & 3 : (int?)null, Is.EqualTo(state));
        });
    }

    [Test]
    public void IsSearch_OnlyOfTheFramedQuestion_IsTrue()
    {
        var question = """{"method":"DHDiscover.search","params":{"mac":"","uni":1}}""";
        byte[] framed = [32, 0, 0, 0, .. "DHIP"u8, .. new byte[24], .. Encoding.UTF8.GetBytes(question)];

        Assert.Multiple(() =>
        {
            Assert.That(DahuaDiscovery.IsSearch(framed), Is.True);
            Assert.That(DahuaDiscovery.IsSearch(Encoding.UTF8.GetBytes(question)), Is.False, "bare JSON");
        });
    }

    private static DahuaDevice Device(string generation, bool initialised)
    {
        var estate = Estate.Parse($$"""
            kind: Estate
            cameras:
            - name: gate
              face: dahua
              users: [{username: admin, password: Sim-marker-9347}]
              identity: {macAddress: 00:00:5e:00:53:31}
              dahua: {generation: {{generation}}, initialised: {{(initialised ? "true" : "false")}}}
            """);
        var camera = estate.Cameras[0];
        return new DahuaDevice(
            camera, camera.Dahua!, () => new CameraEndpoints(IPAddress.Parse("127.0.0.9"), 8081, null, 8554),
            TimeProvider.System);
    }
}
