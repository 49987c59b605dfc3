using System.Text;
using CamMigrate.Adapters.Dahua;
using CamMigrate.Adapters.Tests.Hikvision;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;
using CamMigrate.Http.Recording;
using CamMigrate.Simulator;
using CamMigrate.Simulator.Estates;
using CamMigrate.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Adapters.Tests.Recording;

/// <summary>A camera is read and recorded, the recording is served and read: the same profile, with nobody's names in it.</summary>
[TestFixture]
internal sealed class RecordingFolderTests
{
    private const string Password = "Gate-Pw/7 &ü";
    private const string Serial = "DS-2CD2T86G2-ISU20240826AAWRK91827364";

    // What may not be found in any file, in any encoding.
    private static readonly string[] Tellings =
    [
        Password, Serial, "K91827364", "4c:bd:8f:3a:21:0e", "4cbd8f3a210e", "10.31.7.", "127.0.88.1", "Löwentor", "NORTH GATE", "LADEN 3",
        "nightwatch", "time.town-hall.example", "Founding of",
    ];

    private static readonly string Camera = $$"""
        name: old
        face: hikvision
        address: 127.0.88.1
        users:
        - {username: nightwatch, password: '{{Password}}'}
        - {username: mayor.b, password: unused-1, level: Viewer}
        identity: {manufacturer: Hikvision, model: DS-2CD2T86G2-ISU, firmware: V5.7.18, build: '240826', serialNumber: {{Serial}}, macAddress: '4c:bd:8f:3a:21:0e'}
        hikvision:
          refusals: {'Security/adminAccesses': error, 'System/time/ntpServers': dropped}
          time: {ntpServers: [time.town-hall.example, 10.31.7.2]}
          network: {ipAddress: 10.31.7.20, gateway: 10.31.7.1, dns: [10.31.7.2]}
          holidays: [{name: Founding of the hall, start: 12-24, end: 12-26}]
          channels:
          - name: NORTH GATE
            overlays: {texts: [{text: 'Löwentor & LADEN 3'}, {text: NORTH GATE}]}
            masks:
              regions: [{points: [[60, 320], [200, 320], [200, 440], [60, 440]]}]
        """;

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("cammigrate-recording-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Hikvision_RecordedAndServed_GivesTheSameProfileWithStandIns()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);
        var recorder = new ExchangeRecorder();
        var first = await camera.ReadAsync(new CameraHttpOptions { Tap = recorder });
        Save(recorder, camera, first);
        await using var replay = await ReplayAsync();
        var second = await replay.ReadAsync();

        using var _ = Assert.EnterMultipleScope();
        Assert.That(WithStandIns(first.Profile, recorder, camera.Host), Is.EqualTo(WithStandIns(second.Profile, recorder, "127.0.0.1")));
        Assert.That(second.Documents, Is.EqualTo(first.Documents));
        Assert.That(second.Leaves, Is.EqualTo(first.Leaves));
    }

    [TestCase("generation: Old", TestName = "Dahua, old tables in GBK")]
    [TestCase("generation: Split", TestName = "Dahua, tables split")]
    [TestCase("generation: New", TestName = "Dahua, nine rows")]
    [TestCase("generation: New, cgi: false", TestName = "Dahua, RPC2 alone")]
    [TestCase("generation: Split, bulk: Works", TestName = "Dahua, several tables at once")]
    public async Task Dahua_RecordedAndServed_GivesTheSameProfileWithStandIns(string keys)
    {
        await using var camera = await SimulatedCamera.StartAsync(Dahua(keys));
        var recorder = new ExchangeRecorder();
        var first = await ReadAsync(DahuaSource(recorder), camera.Address(), camera.Username, camera.Password);
        Save(recorder, camera, first);
        await using var replay = await ReplayAsync();
        var recognised = await DahuaSource(null).RecognizeAsync(replay.Address, CancellationToken.None);
        var second = await ReadAsync(DahuaSource(null), replay.Address, "admin", "recording");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(WithStandIns(first.Profile, recorder, camera.Host), Is.EqualTo(WithStandIns(second.Profile, recorder, "127.0.0.1")));
        Assert.That(second.Documents, Is.EqualTo(first.Documents));
        Assert.That(second.Leaves, Is.EqualTo(first.Leaves));
        Assert.That(recognised, Is.Not.Null);
        Assert.That(Found([.. Tellings, "北门", "Wachstube", "mail.town-hall.example", "guard@town-hall.example", "4E01ABCPAK77777"]), Is.Empty);
    }

    [Test]
    public async Task Folder_OfARecording_HoldsNothingThatTellsWhoseItIs()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);
        var recorder = new ExchangeRecorder();
        var report = await camera.ReadAsync(new CameraHttpOptions { Tap = recorder });
        var summary = Save(recorder, camera, report);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(Found([.. Tellings, "mayor.b"]), Is.Empty);
        Assert.That(summary.LeftOut, Is.Zero);
        Assert.That(await File.ReadAllTextAsync(Path.Combine(folder, "SOURCE.txt")), Does.Contain("DS-2CD2T86G2-ISU"));
        Assert.That(File.Exists(Path.Combine(folder, "ISAPI", "System", "deviceInfo.xml")));
    }

    [Test, Platform(Exclude = "Win", Reason = "modes are of Unix")]
    public async Task Folder_OfARecording_IsForItsOwnerAlone()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);
        var recorder = new ExchangeRecorder();
        Save(recorder, camera, await camera.ReadAsync(new CameraHttpOptions { Tap = recorder }));

        var modes = Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
            .Select(entry => (int)new FileInfo(entry).UnixFileMode & 0x3F);

        Assert.That(modes, Is.All.Zero);
    }

    private RecordingSummary Save(ExchangeRecorder recorder, SimulatedCamera camera, ReadReport report) =>
        recorder.Save(folder, new RecordedDevice
        {
            Address = camera.Address(),
            Credential = new Credential(camera.Username, new Secret(camera.Password)),
            Adapter = report.Profile.Source?.Adapter,
            Model = report.Profile.Source?.Model,
            Firmware = report.Profile.Source?.Firmware,
            SerialNumber = report.Profile.Source?.SerialNumber,
            RecordedAt = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero),
        });

    /// <summary>What is found in a file or in its name.</summary>
    private IEnumerable<string> Found(string[] tellings) =>
        from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        let content = Encoding.Latin1.GetString(File.ReadAllBytes(file)) + Path.GetRelativePath(folder, file)
        from telling in tellings
        from spelling in Spellings(telling)
        where content.Contains(spelling, StringComparison.OrdinalIgnoreCase)
        select $"{telling} in {Path.GetRelativePath(folder, file)}";

    private static DahuaSource DahuaSource(IExchangeTap? tap) =>
        new(new LoginRefusals(), new CameraHttpOptions { Tap = tap }, NullLoggerFactory.Instance);

    internal static async Task<ReadReport> ReadAsync(ICameraSource source, CameraAddress address, string user, string password)
    {
        await using var reader = source.Open(address, new Credential(user, new Secret(password)));
        return await reader.ReadAsync(CancellationToken.None);
    }

    private static string Dahua(string keys) => $$"""
        name: old
        face: dahua
        address: 127.0.88.1
        users:
        - {username: nightwatch, password: '{{Password}}'}
        - {username: mayor.b, password: unused-1}
        identity: {manufacturer: Dahua, model: IPC-HFW5442E-ZE, firmware: 2.622.0000000.15.R, serialNumber: 4E01ABCPAK77777, macAddress: '4c:bd:8f:3a:21:0e'}
        dahua:
          {{keys.Replace(", ", "\n  ", StringComparison.Ordinal)}}
          network: {ipAddress: 10.31.7.20, gateway: 10.31.7.1, dns: [10.31.7.2], hostname: cam-wachstube}
          time: {ntpServers: [time.town-hall.example]}
          email: {enabled: true, server: mail.town-hall.example, username: nightwatch, sender: guard@town-hall.example, recipients: [guard@town-hall.example]}
          channels:
          - name: 北门
        """.ReplaceLineEndings("\n");

    private async Task<Replay> ReplayAsync() =>
        new(await Simulation.StartAsync(Estate.OfRecording(folder, "admin", "recording"), new SimulationOptions(), CancellationToken.None));

    /// <summary>Every value of a profile with its stand-in, which is what the recording must say.</summary>
    private static string[] WithStandIns(CameraProfile profile, ExchangeRecorder recorder, string host)
    {
        var standIns = recorder.StandIns.OrderByDescending(s => s.Key.Length).ToList();
        return
        [
            .. Core.Profiles.Diff.ProfileLeaves.Of(profile).Select(leaf =>
            {
                var value = leaf.Value?.ToString() ?? "";
                if (leaf.Path == "source.address") value = value.Replace(host, "the camera", StringComparison.Ordinal);
                return standIns.Aggregate($"{leaf.Path} = {value}", (v, s) => v.Replace(s.Key, s.Value, StringComparison.OrdinalIgnoreCase));
            }),
        ];
    }

    private static IEnumerable<string> Spellings(string text)
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1])
            yield return Encoding.Latin1.GetString(encoding.GetBytes(text));
        yield return Uri.EscapeDataString(text);
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        yield return System.Security.SecurityElement.Escape(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)));
    }

    private sealed class Replay(Simulation simulation) : IAsyncDisposable
    {
        public CameraAddress Address =>
            CameraAddress.Parse(FormattableString.Invariant($"{simulation.Cameras[0].Endpoints.Address}:{simulation.Cameras[0].Endpoints.Http}"));

        public Task<ReadReport> ReadAsync() => RecordingFolderTests.ReadAsync(Readers.Source(), Address, "admin", "recording");

        public ValueTask DisposeAsync() => simulation.DisposeAsync();
    }
}
