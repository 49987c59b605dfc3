using System.Globalization;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>The same questions to every recorded Hikvision and to our own virtual ones.</summary>
[TestFixture]
internal sealed class RecordedDeviceTests
{
    internal static IEnumerable<TestCaseData> Devices => OwnFixtures().Concat(Captures.Hikvision.Where(HasSettings));

    // One recording holds nothing but a capability document, and so nothing that could be read.
    private static bool HasSettings(TestCaseData device) =>
        !Directory.Exists(device.Arguments[0] as string) || new Recording((string)device.Arguments[0]!).Documents.Any(
            d => !d.EndsWith("capabilities", StringComparison.Ordinal));

    [TestCaseSource(nameof(Devices))]
    public async Task Read_Recording_FindsExactlyTheStreamsRecorded(string folder)
    {
        var recording = new Recording(folder);
        var report = await ReadAsync(folder);

        var encoders = report.Profile.VideoSources!.Value.SelectMany(
            s => s.VideoEncoders!.Value.Select(e => (s.Number, Encoder: e))).ToList();

        using var _ = Assert.EnterMultipleScope();
        Assert.That(
            encoders.Select(e => (e.Number * 100) + Number(e.Encoder.Stream)),
            Is.EqualTo(recording.Streams().Select(Recording.Id)));
        foreach (var ((_, encoder), wire) in encoders.Zip(recording.Streams()))
        {
            Assert.That(
                encoder.Encoding.ToString()!.ToUpperInvariant(),
                Is.EqualTo(
                    Recording.Leaf(wire, "videoCodecType")!.Replace(".", "", StringComparison.Ordinal)
                        .Replace("MJPEG", "JPEG", StringComparison.Ordinal)));
            Assert.That(
                encoder.Resolution!.ToString(),
                Is.EqualTo(
                    $"{Recording.Leaf(wire, "videoResolutionWidth")}x{Recording.Leaf(wire, "videoResolutionHeight")}"));
            var centifps = double.Parse(Recording.Leaf(wire, "maxFrameRate")!, CultureInfo.InvariantCulture);
            Assert.That(encoder.FrameRateLimit, Is.EqualTo(centifps == 0 ? null : (double?)(centifps / 100)));
            Assert.That(encoder.RateControl!.BitrateLimit?.ToString(CultureInfo.InvariantCulture), Is.EqualTo(
                encoder.RateControl.Mode == RateControlMode.Cbr ? Recording.Leaf(wire, "constantBitRate")
                    : Recording.Leaf(wire, "vbrUpperCap")));
        }

        Assert.That(report.Profile.Source!.Streams!.Value, Has.Length.EqualTo(encoders.Count));
    }

    [TestCaseSource(nameof(Devices))]
    public async Task Read_Recording_HasAValueForEachAreaRecorded(string folder)
    {
        var recording = new Recording(folder);
        var profile = (await ReadAsync(folder)).Profile;

        using var _ = Assert.EnterMultipleScope();
        Given(
            "System/deviceInfo",
            () => (
                profile.Source?.Model, profile.Source?.Firmware, profile.Source?.SerialNumber,
                profile.Source?.MacAddress),
            Is.Not.EqualTo(default((string?, string?, string?, string?))));
        Given("System/deviceInfo", () => profile.Camera?.Name, Is.Not.Null);
        Given("System/time", () => profile.Time?.PosixTimeZone, Is.Not.Null);
        Given("System/time", () => profile.Time?.Mode, Is.Not.Null);
        Given("System/time/ntpServers/1", () => profile.Time?.NtpServers?.Length, Is.EqualTo(1));
        Given(
            "System/Network/interfaces", () => (profile.Network?.Ipv4?.Address, profile.Network?.Ipv4?.PrefixLength),
            Is.Not.EqualTo(default((string?, int?))));
        Given(
            "Security/adminAccesses", () => profile.Network?.Protocols?.Rtsp?.Port,
            folder.Contains("terminal", StringComparison.Ordinal) ? Is.Null : Is.Not.Null);
        Given("Security/users", () => profile.Users?.Length, Is.GreaterThan(0));
        Given("System/Network/ssh", () => profile.Services?.Ssh, Is.Not.Null);
        Given("System/Network/EZVIZ", () => profile.Services?.Cloud?.Enabled, Is.Not.Null);
        foreach (var source in profile.VideoSources!.Value) Source(source);

        void Source(VideoSource source)
        {
            var video = FormattableString.Invariant($"System/Video/inputs/channels/{source.Number}");
            var proxy = FormattableString.Invariant($"ContentMgmt/InputProxy/channels/{source.Number}/video");
            Given(
                FormattableString.Invariant($"Image/channels/{source.Number}"),
                () => (source.Imaging?.Brightness, source.Rotation), Is.Not.EqualTo(default((double?, int?))));
            Given(
                FormattableString.Invariant($"Image/channels/{source.Number}/supplementLight"),
                () => source.Imaging?.Light?.Kind, Is.Not.Null);
            Given(video + "/overlays", () => source.Osds, Is.Not.Null);
            Given(video + "/privacyMask", () => source.Masks, Is.Not.Null);
            foreach (var path in (string[])[video + "/motionDetection", proxy + "/motionDetection"])
                Given(
                    path,
                    () => source.MotionDetection is { Enabled: not null, Sensitivity: not null, Cells.Length: 15 or 18 },
                    Is.True);
            foreach (var path in (string[])[video + "/tamperDetection", proxy + "/tamperDetection"])
                Given(path, () => source.TamperDetection?.Enabled, Is.Not.Null);
            Given(FormattableString.Invariant($"Smart/LineDetection/{source.Number}"), () => source.Rules, Is.Not.Null);
        }

        void Given<T>(string document, Func<T> value, NUnit.Framework.Constraints.IResolveConstraint expected)
        {
            if (recording.Has(document)) Assert.That(value(), expected, document);
        }
    }

    [TestCaseSource(nameof(Devices))]
    public async Task Read_Recording_AccountsForEveryLeafOfEveryDocumentThatCame(string folder)
    {
        var recording = new Recording(folder);
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        var report = await camera.ReadAsync();
        var asked = camera.Counters.Operations.Select(o => o["GET ".Length..]).ToList();

        using var _ = Assert.EnterMultipleScope();
        Assert.That(asked, Is.Unique);
        Assert.That(report.Leaves.Received, Is.EqualTo(asked.Where(recording.Has).Sum(recording.Leaves)));
        Assert.That(
            report.Leaves.Carried + report.Leaves.Ignored + report.Leaves.NotCarried,
            Is.EqualTo(report.Leaves.Received));
        Assert.That(report.Profile.NotCarried!.Value, Has.Length.EqualTo(report.Leaves.NotCarried));
        Assert.That(report.Profile.NotCarried!.Value.Select(n => n.Path), Is.Unique);
        Assert.That(report.Profile.NotCarried!.Value.Select(n => n.Reason), Is.All.Not.Empty);
        Assert.That(report.Documents.Answered, Is.EqualTo(asked.Count(recording.Has)));
        Assert.That(
            report.Documents.Asked,
            Is.EqualTo(report.Documents.Answered + report.Documents.Refused + report.Documents.Unread));
    }

    [TestCaseSource(nameof(Devices))]
    public async Task Read_Recording_CostsOneChallengeAndWritesNothing(string folder)
    {
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);

        var report = await camera.ReadAsync();

        using var _ = Assert.EnterMultipleScope();
        Assert.That(camera.Counters.Writes, Is.Zero);
        Assert.That(camera.Counters.Challenges, Is.EqualTo(1));
        Assert.That(camera.Counters.FailedLogins, Is.Zero);
        Assert.That(report.Requests, Is.LessThanOrEqualTo(report.Documents.Asked + 2));
    }

    [TestCaseSource(nameof(Devices))]
    public async Task Read_RecordingTwice_GivesTheSameProfile(string folder)
    {
        var (first, second) = (await ReadAsync(folder), await ReadAsync(folder));

        Assert.That(Text(second.Profile), Is.EqualTo(Text(first.Profile)));
        Assert.That(second.Findings, Is.EqualTo(first.Findings));
    }

    [TestCaseSource(nameof(Devices))]
    public async Task Read_Recording_KeepsAllPlacesInsideThePicture(string folder)
    {
        var sources = (await ReadAsync(folder)).Profile.VideoSources!.Value;

        var places = sources.SelectMany(s => (s.Masks ?? []).SelectMany(m => m.Polygon)
            .Concat((s.Osds ?? []).Select(o => o.Position).OfType<Point>())
            .Concat((s.MotionDetection?.Regions ?? []).SelectMany(r => r))
            .Concat((s.Rules ?? []).SelectMany(r => (r.Polygon ?? []).Concat(r.Line ?? []))));

        Assert.That(places, Is.All.Matches<Point>(p => p is { X: >= 0 and <= 1, Y: >= 0 and <= 1 }));
    }

    internal static string Text(CameraProfile profile) => Core.Profiles.Yaml.ProfileYaml.Write(profile);

    private static async Task<ReadReport> ReadAsync(string folder)
    {
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        return await camera.ReadAsync();
    }

    private static int Number(string stream) => stream switch
    {
        "main" => 1,
        "sub" => 2,
        "third" => 3,
        _ => int.Parse(stream["stream".Length..], CultureInfo.InvariantCulture),
    };

    internal static IEnumerable<TestCaseData> OwnFixtures() => Fixtures.Hikvision
        .Select(folder => new TestCaseData(folder).SetArgDisplayNames("own " + Path.GetFileName(folder)));
}
