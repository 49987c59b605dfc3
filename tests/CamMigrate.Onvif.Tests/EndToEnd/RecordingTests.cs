using System.Text;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Diff;
using CamMigrate.Http;
using CamMigrate.Http.Recording;
using CamMigrate.Onvif.Legacy;
using CamMigrate.Simulator;
using CamMigrate.Simulator.Estates;
using CamMigrate.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Onvif.Tests.EndToEnd;

/// <summary>An ONVIF camera, recorded and served again.</summary>
public sealed class RecordingTests
{
    private const string Camera = """
        face: onvif
        address: 127.0.88.2
        users: [{username: nightwatch, password: 'Gate-Pw/7 &ü'}]
        identity: {manufacturer: Simulated, model: SIM-4K, firmware: V2.1, serialNumber: QX77120042, macAddress: '4c:bd:8f:3a:21:0e'}
        onvif:
          hostname: cam-wachstube
          scopes: [onvif://www.onvif.org/name/Wachstube, onvif://www.onvif.org/location/L%C3%B6wentor]
          time: {mode: NTP, timeZone: 'CST+8:00:00', ntpServers: [10.31.7.2]}
          encoders:
          - {token: Enc_1, name: Wachstube main, width: 640, height: 360, bitrate: 512, resolutions: [640x360, 320x180]}
          - {token: High, name: high, encoding: H265, width: 1920, height: 1080, bitrate: 4000}
          masks:
          - points: [[-0.8, 0.6], [-0.4, 0.6], [-0.4, 0.1], [-0.8, 0.1]]
          osds:
          - {kind: Plain, text: NORTH GATE, position: Custom, at: [0.4376, -0.8518]}
        """;

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("cammigrate-recording-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("digest")]
    [TestCase("token")]
    [TestCase("either")]
    public async Task Camera_RecordedAndServed_ReadsTheSameWithStandIns(string login)
    {
        await using var camera = await SimulatedCamera.StartAsync($"{Camera.TrimEnd()}\nlogin: {{onvif: {login}}}");
        var recorder = new ExchangeRecorder();
        var address = new CameraAddress { Host = camera.Host, Port = camera.HttpPort, Scheme = "http" };
        var credential = new Credential(camera.Username, new Secret(camera.Password));
        var first = await ReadAsync(address, credential, recorder);
        var summary = recorder.Save(folder, new RecordedDevice
        {
            Address = address,
            Credential = credential,
            Adapter = "onvif",
            Model = first.Source!.Model,
            SerialNumber = first.Source!.SerialNumber,
            RecordedAt = DateTimeOffset.UnixEpoch,
        });
        await using var replay = await Simulation.StartAsync(
            Estate.OfRecording(folder, "admin", "recording"), new SimulationOptions(), CancellationToken.None);
        var served = address with { Host = "127.0.0.1", Port = replay.Cameras[0].Endpoints.Http };
        var second = await ReadAsync(served, new Credential("admin", new Secret("recording")), null);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(Leaves(second, recorder), Is.EqualTo(Leaves(first, recorder)));
        Assert.That(second.Unread, Is.EqualTo(first.Unread));
        Assert.That(summary.LeftOut, Is.Zero);
        Assert.That(replay.Cameras[0].Counters.FailedLogins, Is.Zero);
        Assert.That(Found(), Is.Empty);
        Assert.That(File.Exists(Path.Combine(folder, "onvif", "device.GetDeviceInformation.xml")));
    }

    private static async Task<CameraProfile> ReadAsync(CameraAddress address, Credential credential, IExchangeTap? tap)
    {
        var source = new OnvifCameraSource(
            new LoginRefusals(), new CameraHttpOptions { Tap = tap }, NullLoggerFactory.Instance);
        await using var reader = source.Open(address, credential);
        return (await reader.ReadAsync(CancellationToken.None)).Profile;
    }

    private static string[] Leaves(CameraProfile profile, ExchangeRecorder recorder)
    {
        var standIns = recorder.StandIns.OrderByDescending(s => s.Key.Length).ToList();
        return
        [
            .. ProfileLeaves.Of(profile).Where(l => l.Path != "source.address").Select(leaf => standIns.Aggregate(
                $"{leaf.Path} = {leaf.Value}", (text, s) => text.Replace(s.Key, s.Value, StringComparison.OrdinalIgnoreCase))),
        ];
    }

    private IEnumerable<string> Found() =>
        from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        let content = Encoding.Latin1.GetString(File.ReadAllBytes(file)) + Path.GetRelativePath(folder, file)
        from telling in (string[])["Wachstube", "QX77120042", "4cbd8f3a210e", "4c:bd:8f:3a:21:0e", "NORTH GATE", "10.31.7.", "127.0.88.2", "nightwatch", "L%C3%B6wentor", "Gate-Pw"]
        where content.Contains(telling, StringComparison.OrdinalIgnoreCase)
        select $"{telling} in {Path.GetRelativePath(folder, file)}";
}
