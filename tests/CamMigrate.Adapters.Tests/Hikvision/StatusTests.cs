using CamMigrate.Adapters.Hikvision;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;
using CamMigrate.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>Failures that a camera reports inside an answer of 200, and pictures.</summary>
[TestFixture]
internal sealed class StatusTests
{
    private string folder = "";

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("isapi").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Read_NotActivated_SaysWhatToDo()
    {
        Put("System/deviceInfo", Status(4, "notActivated"));
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        await using var reader = camera.Open();

        var error = Assert.ThrowsAsync<CameraException>(() => reader.ReadAsync(CancellationToken.None));

        Assert.That((error!.Code, error.Reason), Is.EqualTo(("notActivated", CameraError.Rejected)));
        Assert.That(error.Detail, Does.Contain("Activate it"));
    }

    [Test]
    public async Task Read_BusyForEver_IsAskedFourTimesAndUnread()
    {
        Put("System/deviceInfo", "<DeviceInfo><model>M</model></DeviceInfo>");
        Put("System/time", Status(2, "deviceBusy"));
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        await using var reader = Reader(camera);

        var report = await reader.ReadAsync(CancellationToken.None);

        Assert.That(camera.Counters.Count("GET System/time"), Is.EqualTo(4));
        Assert.That(report.Profile.Unread!.Value.Select(u => u.Path), Does.Contain("time"));
    }

    [Test]
    public async Task Read_RefusedUnder200_IsNotTakenForADocument()
    {
        Put("System/deviceInfo", "<DeviceInfo><model>M</model></DeviceInfo>");
        Put("Security/users", Status(4, "notSupport"));
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        await using var reader = camera.Open();

        var report = await reader.ReadAsync(CancellationToken.None);

        Assert.That(report.Profile.Users, Is.Null);
        Assert.That(report.Documents.Answered, Is.EqualTo(1));
    }

    [Test]
    public async Task Snapshot_NotAPicture_IsAnErrorAndAMissingOneIsNone()
    {
        Put("Streaming/channels/101/picture", Status(3, "deviceError"));
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        await using var reader = camera.Open();
        var stream = new SourceStream
        {
            Source = 1,
            Stream = "main",
            SnapshotPath = "/ISAPI/Streaming/channels/101/picture",
        };

        var error = Assert.ThrowsAsync<CameraException>(() => reader.SnapshotAsync(stream, CancellationToken.None));
        var none = await reader.SnapshotAsync(
            stream with { SnapshotPath = "/ISAPI/Streaming/channels/201/picture" }, CancellationToken.None);

        Assert.That((error!.Reason, none), Is.EqualTo((CameraError.BadResponse, (byte[]?)null)));
    }

    private static string Status(int code, string sub) =>
        FormattableString.Invariant(
            $"<ResponseStatus><statusCode>{code}</statusCode><subStatusCode>{sub}</subStatusCode></ResponseStatus>");

    private static HikvisionReader Reader(SimulatedCamera camera) => new(
        new CameraHttp(
            camera.Address(), new Credential(camera.Username, new Secret(camera.Password)), new LoginRefusals(),
            new CameraHttpOptions { ReadOnly = true }, NullLogger.Instance),
        new HurriedClock());

    private void Put(string path, string xml)
    {
        var file = Path.Combine(folder, "ISAPI", path + ".xml");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, xml);
    }

    /// <summary>Waits end at once.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
