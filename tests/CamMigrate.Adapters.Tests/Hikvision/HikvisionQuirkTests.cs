using System.Diagnostics;
using CamMigrate.Http;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>Which documents are asked, and what a reading makes of devices that differ.</summary>
[TestFixture]
internal sealed class HikvisionQuirkTests
{
    [Test]
    public async Task Read_CapabilityDenied_SparesTheQuestion()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: hikvision\nhikvision: {advertises: {isSupportUpnp: 'false', isSupportLineDetection: absent}}");

        await camera.ReadAsync();

        using var _ = Assert.EnterMultipleScope();
        Assert.That(camera.Counters.Count("GET System/Network/UPnP"), Is.Zero);
        Assert.That(camera.Counters.Count("GET Smart/LineDetection/1"), Is.EqualTo(1), "silence is no answer");
    }

    [Test]
    public async Task Read_MasksDenied_AreLookedForAllTheSame()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: hikvision
            hikvision:
              advertises: {isSupportPrivacyMask: 'false'}
              channels: [{masks: {regions: [{points: [[0, 0], [100, 0], [100, 100]]}]}}]
            """);

        Assert.That((await camera.ReadAsync()).Profile.VideoSources!.Value.Single().Masks!.Value, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Read_EveryAdvertisedDocument_IsAskedAndCounted()
    {
        await using var camera = await EstateGoldenTests.StartAsync(EstateGoldenTests.Modern);

        var report = await camera.ReadAsync();

        using var _ = Assert.EnterMultipleScope();
        Assert.That(report.Documents.Asked, Is.InRange(50, 70));
        Assert.That(report.Documents.Advertised, Is.GreaterThan(20));
        Assert.That(report.Requests, Is.LessThanOrEqualTo(report.Documents.Asked + 2));
        Assert.That(report.Documents.Unread, Is.Zero);
    }

    [TestCase(1)]
    [TestCase(4)]
    public async Task Read_Connections_GiveTheSameProfileAndOneChallenge(int connections)
    {
        await using var camera = await EstateGoldenTests.StartAsync(EstateGoldenTests.Modern);

        var report = await camera.ReadAsync(new CameraHttpOptions { Connections = connections });

        using var _ = Assert.EnterMultipleScope();
        Assert.That(
            RecordedDeviceTests.Text(report.Profile with { Source = null }),
            Is.EqualTo(RecordedDeviceTests.Text((await camera.ReadAsync()).Profile with { Source = null })));
        Assert.That(camera.Counters.FailedLogins, Is.Zero);
        Assert.That(report.Requests, Is.LessThanOrEqualTo(report.Documents.Asked + connections + 1));
    }

    [Test]
    public async Task Read_FourConnections_TakeLessThanHalfTheTime()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            await File.ReadAllTextAsync(Path.Combine(EstateGoldenTests.Modern, "camera.yaml")) + "faults: {delayMilliseconds: 20}\n");
        await camera.ReadAsync();

        var one = await TimeAsync(camera, 1);
        var four = await TimeAsync(camera, 4);

        Assert.That(
            four, Is.LessThan(one / 2),
            FormattableString.Invariant($"one connection {one.TotalMilliseconds:0} ms, four {four.TotalMilliseconds:0} ms"));
    }

    [Test]
    public async Task Read_CameraGoneInTheMiddle_EndsAtOnceWithThatReason()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: hikvision\nfaults: {http: drop, httpAt: System/Network}");
        await using var reader = camera.Open(options: new CameraHttpOptions { Connections = 4 });
        var start = Stopwatch.GetTimestamp();

        var error = Assert.ThrowsAsync<Core.Errors.CameraException>(() => reader.ReadAsync(CancellationToken.None));

        Assert.That(error!.Reason, Is.EqualTo(Core.Errors.CameraError.Unreachable));
        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public async Task Read_RebrandWithAnotherPrefix_IsReadBelowIt()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: hikvision\nhikvision: {prefix: SafeAPI, namespace: stdCgi}");

        var report = await camera.ReadAsync();

        using var _ = Assert.EnterMultipleScope();
        Assert.That(report.Profile.VideoSources!.Value.Single().VideoEncoders!.Value, Is.Not.Empty);
        Assert.That(
            report.Profile.Source!.Streams!.Value[0].SnapshotPath, Is.EqualTo("/SafeAPI/Streaming/channels/101/picture"));
        Assert.That(camera.Counters.FailedLogins, Is.Zero);
        Assert.That(report.Profile.Unread!.Value, Is.Empty);
        Assert.That(report.Documents.Unread, Is.Zero, "that the usual prefix is not there is a refusal");
    }

    [Test]
    public async Task Read_NotActivated_IsRefusedBeforeAnythingElseIsAsked()
    {
        const string Answer =
            "<ResponseStatus><statusCode>4</statusCode><subStatusCode>notActivated</subStatusCode></ResponseStatus>";
        var folder = Directory.CreateTempSubdirectory("fresh").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "ISAPI", "System"));
            await File.WriteAllTextAsync(Path.Combine(folder, "ISAPI", "System", "deviceInfo.xml"), Answer);
            await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
            await using var reader = camera.Open();

            var error = Assert.ThrowsAsync<Core.Errors.CameraException>(() => reader.ReadAsync(CancellationToken.None));

            Assert.That(error!.Detail, Does.Contain("not activated").And.Contain("Activate it"));
            Assert.That(camera.Counters.Operations, Has.Length.EqualTo(1));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task Snapshot_ProxiedChannel_ComesFromTheRecordersOtherPath()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: hikvision
            hikvision:
              deviceType: NVR
              channels: [{proxied: {address: 192.0.2.7}, streams: [{number: 1, width: 320, height: 240}]}]
            """);
        await using var reader = camera.Open();
        var stream = (await reader.ReadAsync(CancellationToken.None)).Profile.Source!.Streams!.Value.Single();

        await reader.SnapshotAsync(stream, CancellationToken.None);

        Assert.That(
            camera.Counters.Operations, Does.Contain("GET ContentMgmt/StreamingProxy/channels/101/picture"));
    }

    [Test]
    public async Task Read_ScheduleListsMissing_AsksWeekByWeekOnlyWhereTheFirstAnswers()
    {
        await using var with = await SimulatedCamera.StartAsync("face: hikvision\nhikvision: {scheduleLists: false}");
        await using var without = await SimulatedCamera.StartAsync("""
            face: hikvision
            hikvision:
              refusals:
                Event/schedules/motionDetections: notSupport
                Event/schedules/motionDetections/VMD_video1: badRequest
            """);

        var (first, second) = ((await with.ReadAsync()).Profile, (await without.ReadAsync()).Profile);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(first.VideoSources!.Value.Single().TamperDetection!.Schedule, Is.EqualTo("always"));
        Assert.That(second.VideoSources!.Value.Single().MotionDetection!.Schedule, Is.Null);
        Assert.That(
            without.Counters.Operations.Count(o => o.StartsWith("GET Event/schedules", StringComparison.Ordinal)),
            Is.EqualTo(2));
    }

    private static async Task<TimeSpan> TimeAsync(SimulatedCamera camera, int connections)
    {
        var start = Stopwatch.GetTimestamp();
        await camera.ReadAsync(new CameraHttpOptions { Connections = connections });
        return Stopwatch.GetElapsedTime(start);
    }
}
