using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Dahua;

/// <summary>What a reading makes of devices that refuse, repeat themselves, or count otherwise.</summary>
[TestFixture]
internal sealed class DahuaReadingTests
{
    [TestCase("badRequest")]
    [TestCase("forbidden")]
    [TestCase("empty")]
    [TestCase("errorText")]
    [TestCase("notFound")]
    public async Task Read_MaskTableRefused_IsNeverNoMasks(string how)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            $"face: dahua\ndahua: {{rpc2: false, refusals: {{VideoWidget: {how}}}}}");

        var profile = (await DahuaReaders.ReadAsync(camera)).Profile;

        Assert.That(profile.VideoSources!.Value.Single().Masks, Is.Null);
        Assert.That(profile.Unread!.Value.Select(u => u.Path), Does.Contain("videoSources[1].masks"));
    }

    [Test]
    public async Task Read_MaskTableOverRpc2Alone_IsReadThere()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: dahua
            dahua:
              rpc2Only: [VideoWidget]
              channels: [{covers: [{from: [2048, 4096], to: [4096, 8191]}]}]
            """);

        var profile = (await DahuaReaders.ReadAsync(camera)).Profile;

        var mask = profile.VideoSources!.Value.Single().Masks!.Value.Single();
        Assert.That(
            mask.Polygon, Is.EqualTo(new Point[] { new(0.25, 0.5), new(0.5, 0.5), new(0.5, 1), new(0.25, 1) }));
        Assert.That(profile.Unread!.Value, Is.Empty);
    }

    [Test]
    public async Task Read_MasksOfAMovableCamera_AreUnread()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: dahua
            dahua:
              generation: new
              channels: [{ptz: {presets: [{number: 1, name: a}]}, privacyMasking: [{points: [[0, 0], [800, 0], [800, 800]]}]}]
            """);

        var profile = (await DahuaReaders.ReadAsync(camera)).Profile;

        Assert.That(profile.Unread!.Value.Single(u => u.Path == "videoSources[1].masks").Reason,
            Does.Contain("by hand"));
    }

    [TestCase("dahua: {bulk: all, generation: new}")]
    [TestCase("dahua: {bulk: works, generation: split}")]
    public async Task Read_AllTablesAtOnce_AsksForFewer(string yaml)
    {
        await using var bulk = await SimulatedCamera.StartAsync("face: dahua\n" + yaml);
        await using var single = await SimulatedCamera.StartAsync("face: dahua\n" + yaml.Replace("bulk: all",
            "bulk: refused", StringComparison.Ordinal)
            .Replace("bulk: works", "bulk: refused", StringComparison.Ordinal));

        var (fast, slow) = (await DahuaReaders.ReadAsync(bulk), await DahuaReaders.ReadAsync(single));

        Assert.That(fast.Requests, Is.LessThan(slow.Requests - 20));
        Assert.That(fast.Profile.VideoSources!.Value.Single().Imaging,
            Is.EqualTo(slow.Profile.VideoSources!.Value.Single().Imaging));
        Assert.That(fast.Leaves.Received, Is.EqualTo(slow.Leaves.Received).Within(1));
    }

    [TestCase("all", true)]
    [TestCase("refused", false)]
    public async Task Backup_OfADevice_IsEveryTableWhereItGivesThem(string bulk, bool isGiven)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: dahua\ndahua: {{bulk: {bulk}}}");
        await using var reader = DahuaReaders.Open(camera);

        Assert.That(await reader.BackupAsync(CancellationToken.None), isGiven ? Is.Not.Empty : Is.Null);
    }

    [Test]
    public async Task Read_EverythingDenied_SaysSoAtOnce()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: dahua
            dahua:
              rpc2: false
              unknown: forbidden
              refusals: {magicBox.getSystemInfo: forbidden, magicBox.getDeviceType: forbidden,
                         magicBox.getSoftwareVersion: forbidden, magicBox.getSerialNo: forbidden, magicBox.getVendor: forbidden}
            """);
        await using var reader = DahuaReaders.Open(camera);

        var error = Assert.ThrowsAsync<CameraException>(() => reader.ReadAsync(CancellationToken.None));

        Assert.That(error!.Reason, Is.EqualTo(CameraError.Rejected));
        Assert.That(error.Detail, Does.Contain("administrator"));
        Assert.That(camera.Counters.Requests, Is.LessThan(10));
    }

    [TestCase(1)]
    [TestCase(4)]
    public async Task Read_SeveralConnections_GivesTheSameProfile(int connections)
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua\ndahua: {generation: new}");

        var report = await DahuaReaders.ReadAsync(camera, new() { Connections = connections });
        var one = await DahuaReaders.ReadAsync(camera);

        Assert.That(report.DocumentFates, Is.EqualTo(one.DocumentFates));
        Assert.That(report.Fates, Is.EqualTo(one.Fates));
    }

    [Test]
    public async Task Read_TwoTablesOfOneName_AreBothAccountedFor()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: dahua
            dahua: {bulk: all, tables: {WEB: "table.WEB.Port=81"}}
            """);

        var report = await DahuaReaders.ReadAsync(camera);

        Assert.That(report.Profile.Network!.Protocols!.Http!.Port, Is.EqualTo(camera.HttpPort));
        Assert.That(report.Profile.NotCarried!.Value.Select(n => n.Path), Does.Contain("WEB.Port"));
    }

    [TestCase("SmartMotionDetect", "videoSources[1].motionDetection")]
    [TestCase("LightingScheme", "videoSources[1].imaging")]
    public async Task Read_SmallTableFails_IsUnread(string table, string setting)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            $"face: dahua\ndahua: {{generation: new}}\nfaults: {{http: html, httpAt: getConfig {table}}}");

        var report = await DahuaReaders.ReadAsync(camera);

        Assert.That(report.Profile.Unread!.Value.Select(u => u.Path), Does.Contain(setting));
    }

    [TestCase("ptz.getPresets", "videoSources[1].ptz")]
    [TestCase("storageDevice.getDeviceAllInfo", "storage")]
    public async Task Read_OtherDocumentFails_IsUnread(string document, string setting)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: dahua\ndahua: {storage: [{}], channels: [{ptz: {presets: [{number: 1, name: a}]}}]}"
                + $"\nfaults: {{http: html, httpAt: {document}}}");

        var report = await DahuaReaders.ReadAsync(camera);

        Assert.That(report.Profile.Unread!.Value.Select(u => u.Path), Does.Contain(setting));
    }

    [TestCase("Encode", "badRequest", "videoSources[1].videoEncoders")]
    [TestCase("userManager.getUserInfoAll", "forbidden", "users")]
    public async Task Read_WhatEveryDeviceHasIsRefused_IsUnread(string document, string how, string setting)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            $"face: dahua\ndahua: {{refusals: {{{document}: {how}}}}}");

        var report = await DahuaReaders.ReadAsync(camera);

        Assert.That(report.Profile.Unread!.Value.Select(u => u.Path), Does.Contain(setting));
    }

    [Test]
    public async Task Read_RowsOfThePicture_AreCarriedOnlyWhereAnEntryHasThem()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: dahua
            dahua:
              tables:
                VideoInSharpness: |
                  table.VideoInSharpness[0][0].Sharpness=50
                  table.VideoInSharpness[0][1].Sharpness=50
                  table.VideoInSharpness[0][2].Sharpness=50
                  table.VideoInSharpness[0][3].Name=Fog
                  table.VideoInSharpness[0][3].Sharpness=30
                  table.VideoInSharpness[0][4].Name=Fog
                  table.VideoInSharpness[0][4].Sharpness=20
            """);

        var report = await DahuaReaders.ReadAsync(camera);

        var profiles = report.Profile.VideoSources!.Value.Single().ImagingProfiles!.Value;
        var fates = report.Fates.ToDictionary(f => f.Path, f => f.Outcome);
        using var _ = Assert.EnterMultipleScope();
        Assert.That(profiles.Select(p => p.Name), Is.SupersetOf(new[] { "Fog", "Fog (2)" }).And.Not.Contain("Day"));
        Assert.That(profiles.Single(p => p.Name == "Fog (2)").Imaging!.Sharpness, Is.EqualTo(20));
        Assert.That(fates["VideoInSharpness[0][2].Sharpness"], Is.EqualTo(LeafOutcome.Carried));
        Assert.That(fates["VideoInSharpness[0][0].Sharpness"], Is.EqualTo(LeafOutcome.Ignored), "no entry has it");
        Assert.That(fates["VideoInSharpness[0][4].Sharpness"], Is.EqualTo(LeafOutcome.Carried));
    }

    [Test]
    public async Task Read_OneTableFails_IsUnreadAndTheRestIsRead()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: dahua\nfaults: {http: html, httpAt: getConfig MotionDetect}");

        var profile = (await DahuaReaders.ReadAsync(camera)).Profile;

        Assert.That(profile.Unread!.Value.Select(u => u.Path), Is.EqualTo(new[] { "videoSources[1].motionDetection" }));
        Assert.That(profile.VideoSources!.Value.Single().MotionDetection, Is.Null);
        Assert.That(profile.VideoSources!.Value.Single().Imaging, Is.Not.Null);
    }

    [Test]
    public async Task Read_ChineseNames_Survive()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua\ndahua: {charset: gbk, channels: [{name: 北门}]}");

        var report = await DahuaReaders.ReadAsync(camera);

        Assert.That(report.Profile.VideoSources!.Value.Single().Name, Is.EqualTo("北门"));
        Assert.That(report.Findings.Select(f => f.Message), Has.Some.Contains("GB18030"));
    }

    [Test]
    public async Task Read_MainStreamRecordedOtherwiseOnMotion_IsSaid()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: dahua
            dahua:
              tables:
                Encode: |
                  table.Encode[0].MainFormat[0].Video.Compression=H.265
                  table.Encode[0].MainFormat[0].Video.FPS=12
                  table.Encode[0].MainFormat[1].Video.Compression=H.265
                  table.Encode[0].MainFormat[1].Video.FPS=25
            """);

        var report = await DahuaReaders.ReadAsync(camera);

        Assert.That(report.Profile.VideoSources!.Value.Single().VideoEncoders!.Value.Single().FrameRateLimit,
            Is.EqualTo(12));
        Assert.That(report.Findings.Select(f => f.Message), Has.Some.Contains("on an event"));
        Assert.That(report.Profile.NotCarried!.Value.Select(n => n.Path),
            Does.Contain("Encode[0].MainFormat[1].Video.FPS"));
    }

    [Test]
    public async Task Snapshot_OfACamera_IsAJpeg()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: dahua\ndahua: {channels: [{streams: [{width: 640, height: 360}]}]}");
        await using var reader = DahuaReaders.Open(camera);
        var stream = (await reader.ReadAsync(CancellationToken.None)).Profile.Source!.Streams!.Value.First();

        var picture = await reader.SnapshotAsync(stream, CancellationToken.None);

        Assert.That(picture, Is.Not.Null);
        Assert.That(picture![..3], Is.EqualTo(new byte[] { 0xFF, 0xD8, 0xFF }));
    }

    [Test]
    public async Task Snapshot_OfADeviceWithoutCgi_IsNothing()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua\ndahua: {cgi: false}");
        await using var reader = DahuaReaders.Open(camera);
        var profile = (await reader.ReadAsync(CancellationToken.None)).Profile;

        var stream = profile.Source!.Streams!.Value.First();

        Assert.That(stream.RtspPath, Is.EqualTo("/cam/realmonitor?channel=1&subtype=0"));
        Assert.That(await reader.SnapshotAsync(stream, CancellationToken.None), Is.Null, "no CGI, no snapshot");
    }
}
