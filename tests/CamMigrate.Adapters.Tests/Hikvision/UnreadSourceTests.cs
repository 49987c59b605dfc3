using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Yaml;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>A camera that fails to say which pictures and streams it has is never taken to have fewer.</summary>
[TestFixture]
internal sealed class UnreadSourceTests
{
    private const string Mask = "masks: {regions: [{points: [[0, 0], [352, 0], [352, 288]]}]}";
    private const string TwoChannels = $"channels: [{{number: 1, {Mask}}}, {{number: 2, {Mask}}}]";
    private const string TwoStreams = "channels: [{streams: [{number: 1}, {number: 2, width: 640, height: 360}]}]";

    [Test]
    public async Task Read_InputsAndStreamListFail_NamesEverySourceAndMarksItsMasks()
    {
        var profile = await ReadAsync(TwoChannels, "System/Video/inputs/channels: error, Streaming/channels: error");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(profile.VideoSources!.Value.Select(s => (s.Number, s.Masks?.Length, s.VideoEncoders?.Length)),
            Is.EqualTo(new (int?, int?, int?)[] { (1, 1, 1), (2, 1, 1) }));
        Assert.That(
            Unread(profile), Is.EqualTo(new[] { "videoSources", "videoSources[1].masks", "videoSources[2].masks" }));
    }

    [TestCase("System/Video/inputs/channels: error, System/capabilities: error")]
    [TestCase("System/Video/inputs/channels: dropped, System/capabilities: notSupport")]
    [TestCase("System/Video/inputs/channels: notSupport, System/capabilities: error, System/deviceInfo: error")]
    public async Task Read_NumberOfInputsUnknown_IsUnreadAsAWhole(string refusals)
    {
        var profile = await ReadAsync("streamList: false\n  " + TwoChannels, refusals);

        Assert.That(Unread(profile), Is.SupersetOf(new[] { "videoSources", "videoSources[1].masks" }));
    }

    [TestCase("System/Video/inputs/channels: error")]
    [TestCase("System/Video/inputs/channels: notSupport")]
    public async Task Read_InputsFailButStreamsAreListed_FindsTheSourcesByTheirStreams(string refusals)
    {
        var profile = await ReadAsync(TwoChannels, refusals);

        Assert.That(profile.VideoSources!.Value.Select(s => s.Number), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(Unread(profile), Is.Empty);
    }

    [TestCase("error")]
    [TestCase("lowPrivilege")]
    public async Task Read_SubStreamFails_IsUnreadNotMissing(string how)
    {
        var profile = await ReadAsync("streamList: false\n  " + TwoStreams, $"Streaming/channels/102: {how}");

        Assert.That(Streams(profile), Is.EqualTo(new[] { "main" }));
        Assert.That(Unread(profile), Is.EqualTo(new[] { "videoSources[1].videoEncoders[sub]" }));
    }

    [TestCase("badRequest")]
    [TestCase("notFound")]
    public async Task Read_NoSuchStream_IsMissingWhereTheMainStreamAnswered(string how)
    {
        var profile = await ReadAsync("streamList: false", $"Streaming/channels/102: {how}");

        Assert.That(Streams(profile), Is.EqualTo(new[] { "main" }));
        Assert.That(Unread(profile), Is.Empty);
    }

    [Test]
    public async Task Read_StreamListFailsAndAStreamIsInDoubt_IsUnread()
    {
        var profile = await ReadAsync(
            TwoStreams, "Streaming/channels: error, Streaming/channels/102: badRequest");

        Assert.That(Streams(profile), Is.EqualTo(new[] { "main" }));
        Assert.That(
            Unread(profile),
            Is.EqualTo(new[] { "videoSources[1].videoEncoders[sub]", "videoSources[1].videoEncoders" }));
    }

    [Test]
    public async Task Read_StreamListFailsAndTheStreamsAnswer_IsWhole()
    {
        var profile = await ReadAsync(TwoStreams, "Streaming/channels: error");

        Assert.That(Streams(profile), Is.EqualTo(new[] { "main", "sub" }));
        Assert.That(Unread(profile), Is.Empty);
    }

    [Test]
    public async Task Read_MainStreamFails_TakesNoGhostForAStream()
    {
        var profile = await ReadAsync(
            TwoStreams,
            "Streaming/channels: error, Streaming/channels/101: error, Streaming/channels/102: error");

        Assert.That(profile.VideoSources!.Value.Single().VideoEncoders, Is.Null);
        Assert.That(Unread(profile), Is.EqualTo(new[]
        {
            "videoSources[1].videoEncoders[main]", "videoSources[1].videoEncoders[sub]",
            "videoSources[1].videoEncoders[third]", "videoSources[1].videoEncoders[stream4]",
            "videoSources[1].videoEncoders",
        }));
    }

    [Test]
    public async Task Read_MainStreamFailsAndTheSubStreamAnswers_CarriesTheSubStreamAlone()
    {
        var profile = await ReadAsync("streamList: false\n  " + TwoStreams, "Streaming/channels/101: error");

        Assert.That(Streams(profile), Is.EqualTo(new[] { "sub" }));
        Assert.That(Unread(profile), Does.Contain("videoSources[1].videoEncoders[main]"));
    }

    [TestCase(400)]
    [TestCase(500)]
    public async Task Read_EveryStreamRefusedAsIfMissing_IsNotSaidToHaveNone(int status)
    {
        var folder = Directory.CreateTempSubdirectory("streams").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "ISAPI", "System"));
            await File.WriteAllTextAsync(
                Path.Combine(folder, "ISAPI", "System", "deviceInfo.xml"), "<DeviceInfo><model>M</model></DeviceInfo>");
            await File.WriteAllTextAsync(
                Path.Combine(folder, "_http_status.json"),
                "{" + string.Join(',', Enumerable.Range(101, 4).Select(
                    id => FormattableString.Invariant($"\"Streaming/channels/{id}\": {status}"))) + "}");
            await using var camera = await SimulatedCamera.FromRecordingAsync(folder);

            var profile = (await camera.ReadAsync()).Profile;

            Assert.That(profile.VideoSources!.Value.Single().VideoEncoders, Is.Null);
            Assert.That(Unread(profile), Does.Contain("videoSources[1].videoEncoders[main]"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task Read_IdentityFails_NamesNoMaker()
    {
        var source = (await ReadAsync("streamList: true", "System/deviceInfo: error")).Source!;

        Assert.That(
            (source.Manufacturer, source.Model, source.Firmware, source.SerialNumber),
            Is.EqualTo(default((string?, string?, string?, string?))));
    }

    private static async Task<CameraProfile> ReadAsync(string keys, string refusals)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            $"face: hikvision\nhikvision:\n  refusals: {{{refusals}}}\n  {keys}");
        var profile = (await camera.ReadAsync()).Profile;
        var findings = new List<Finding>();
        ProfileYaml.Parse(ProfileYaml.Write(profile), "profile.yaml", findings);
        Assert.That(findings, Is.Empty);
        return profile;
    }

    private static IEnumerable<string> Unread(CameraProfile profile) => profile.Unread!.Value.Select(u => u.Path);

    private static IEnumerable<string?> Streams(CameraProfile profile) =>
        profile.VideoSources!.Value.Single().VideoEncoders!.Value.Select(e => e.Stream);
}
