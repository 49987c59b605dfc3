using CamMigrate.Adapters.Hikvision;
using CamMigrate.Core.Profiles;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>What must end with a person looking, and not with a profile that says too much or too little.</summary>
[TestFixture]
internal sealed class HikvisionCareTests
{
    private const string Mask = "masks: {regions: [{points: [[0, 0], [352, 0], [352, 288]]}]}";

    [TestCase("<Other><enabled>false</enabled></Other>")]
    [TestCase("<PrivacyMask><enabled>true</enabled></PrivacyMask>")]
    public void Masks_AnswerThatNamesNone_IsUnread(string xml)
    {
        var documents = new Documents();

        var masks = HikvisionMasks.Parse(documents.Add(xml), 1, "privacyMask", documents.Notes);

        Assert.That(masks, Is.Null);
        Assert.That(documents.Notes.Unread.Single().Path, Is.EqualTo("videoSources[1].masks"));
    }

    [TestCase("<PrivacyMask><enabled>false</enabled></PrivacyMask>")]
    [TestCase("<PrivacyMask><enabled>true</enabled><PrivacyMaskRegionList size='4'/></PrivacyMask>")]
    public void Masks_EmptyList_IsNone(string xml)
    {
        var documents = new Documents();

        Assert.That(HikvisionMasks.Parse(documents.Add(xml), 1, "privacyMask", documents.Notes)!.Value, Is.Empty);
        Assert.That(documents.Notes.Unread, Is.Empty);
    }

    [TestCase(704, 0)]
    [TestCase(720, 1)]
    public void Masks_BeyondTheScreen_AreCarriedAndUnread(int x, int unread)
    {
        var documents = new Documents();
        var corners = string.Concat(new[] { (0, 0), (x, 0), (x, 500) }.Select(c =>
            $"<RegionCoordinates><positionX>{c.Item1}</positionX><positionY>{c.Item2}</positionY></RegionCoordinates>"));
        var xml = "<PrivacyMask><enabled>true</enabled><PrivacyMaskRegionList><PrivacyMaskRegion><id>1</id><enabled>true</enabled>"
            + $"<RegionCoordinatesList>{corners}</RegionCoordinatesList></PrivacyMaskRegion></PrivacyMaskRegionList></PrivacyMask>";

        var masks = HikvisionMasks.Parse(documents.Add(xml), 1, "privacyMask", documents.Notes);

        Assert.That((masks!.Value.Length, documents.Notes.Unread.Length), Is.EqualTo((1, unread)));
    }

    [TestCase("ptz: {presets: [{number: 1, name: gate}]}", true)]
    [TestCase("name: still", false)]
    public async Task Read_MaskOfACameraThatMoves_IsCarriedAndUnread(string motor, bool isUnread)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            $"face: hikvision\nhikvision: {{channels: [{{{Mask}, {motor}}}]}}");

        var profile = (await camera.ReadAsync()).Profile;

        Assert.That(profile.VideoSources!.Value.Single().Masks!.Value, Has.Length.EqualTo(1));
        Assert.That(Unread(profile).Contains("videoSources[1].masks"), Is.EqualTo(isUnread));
    }

    [Test]
    public async Task Read_RecorderThatDoesNotNameItsCameras_SaysNothingOfTheirMasks()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: hikvision
            hikvision:
              deviceType: NVR
              refusals: {ContentMgmt/InputProxy/channels: error}
              channels: [{proxied: {address: 192.0.2.7}, streams: [{number: 1}]}]
            """);

        Assert.That(Unread((await camera.ReadAsync()).Profile), Does.Contain("videoSources[1].masks"));
    }

    [TestCase("SIM-2CD-V5.7.18-b240826", "Event/schedules/motionDetections", "schedules")]
    [TestCase("SIM-2CD-V5.7.18-b240826", "Event/schedules/lineDetections", "schedules")]
    [TestCase("SIM-7608-V4.74.210-b240108", "Event/triggers/fielddetection-2", "videoSources.actions")]
    public async Task Read_WeeksOrTriggersFail_AreUnread(string model, string document, string setting)
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(Fixtures.Root, "hikvision", model, "camera.yaml"));
        await using var camera = await SimulatedCamera.StartAsync(
            yaml.Replace("hikvision:\n", $"hikvision:\n  refusals: {{{document}: lowPrivilege}}\n", StringComparison.Ordinal));

        var report = await camera.ReadAsync();

        Assert.That(Unread(report.Profile), Does.Contain(setting));
    }

    [Test]
    public async Task Read_StreamListThatNamesNone_IsNotBelieved()
    {
        var folder = Directory.CreateTempSubdirectory("streams").FullName;
        try
        {
            await WriteAsync(folder, "System/deviceInfo", "<DeviceInfo><model>M</model></DeviceInfo>");
            await WriteAsync(folder, "Streaming/channels", "<StreamingChannelList/>");
            await using var camera = await SimulatedCamera.FromRecordingAsync(folder);

            var profile = (await camera.ReadAsync()).Profile;

            Assert.That(profile.VideoSources!.Value.Single().VideoEncoders, Is.Null);
            Assert.That(Unread(profile), Does.Contain("videoSources[1].videoEncoders"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task Backup_RebrandWithAnotherPrefix_IsFoundBelowIt()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision\nhikvision: {prefix: SafeAPI}");
        await using var reader = camera.Open();

        Assert.That(await reader.BackupAsync(CancellationToken.None), Is.Not.Null.And.Not.Empty);
    }

    [Test]
    public async Task Read_CameraWithoutAPassword_IsRecognizedAndSaysSo()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision\nhikvision: {activated: false}");
        await using var reader = camera.Open();

        var found = await Readers.Source().RecognizeAsync(camera.Address(), CancellationToken.None);
        var error = Assert.ThrowsAsync<Core.Errors.CameraException>(() => reader.ReadAsync(CancellationToken.None));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(found!.Because, Does.Contain("not activated"));
        Assert.That(error!.Detail, Does.Contain("not activated").And.Contain("Activate it"));
        Assert.That((camera.Counters.FailedLogins, camera.Counters.Writes), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Read_QueryOfAReceiver_IsInNoList()
    {
        await using var camera = await EstateGoldenTests.StartAsync(EstateGoldenTests.Modern);

        var report = await camera.ReadAsync();

        foreach (var secret in File.ReadLines(Path.Combine(EstateGoldenTests.Modern, "secrets.txt")))
            Assert.That(report.Fates.Select(fate => fate.Value).OfType<string>(), Has.None.Contains(secret));
    }

    private static IEnumerable<string> Unread(CameraProfile profile) => profile.Unread!.Value.Select(u => u.Path);

    private static async Task WriteAsync(string folder, string document, string xml)
    {
        var file = Path.Combine(folder, "ISAPI", document + ".xml");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, xml);
    }
}
