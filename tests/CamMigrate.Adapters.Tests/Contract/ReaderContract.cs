using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Yaml;
using CamMigrate.Core.Reading;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Contract;

/// <summary>
/// What every reader owes to every camera, whatever the brand. It reads the camera twice, over real sockets.
/// </summary>
/// <remarks>Uses the ports of the core alone, so that each vendor's tests can ask the same questions.</remarks>
internal static class ReaderContract
{
    /// <summary>Reads a well-meaning camera and asserts all that must hold.</summary>
    /// <param name="camera">A running camera.</param>
    /// <param name="source">The reader of its brand.</param>
    /// <param name="streams">Its streams as <c>1/main</c>, in order; null = the caller asks about them.</param>
    /// <param name="challenges">How many answers 401 a read may cost.</param>
    /// <returns>The first reading, for what is asked of one brand alone.</returns>
    public static async Task<ReadReport> HoldsAsync(
        SimulatedCamera camera, ICameraSource source, IEnumerable<string>? streams = null, int challenges = 1)
    {
        var before = (camera.Counters.Requests, camera.Counters.Challenges);
        var report = await ReadAsync(camera, source);
        var (requests, refused) = (
            camera.Counters.Requests - before.Requests, camera.Counters.Challenges - before.Challenges);
        var again = await ReadAsync(camera, source);

        using var _ = Assert.EnterMultipleScope();
        Accounts(report);
        Streams(report, streams);
        PlausibleContract.Holds(report.Profile);
        RoundTrip(report.Profile);
        Assert.That(ProfileYaml.Write(again.Profile), Is.EqualTo(ProfileYaml.Write(report.Profile)), "read twice");
        Assert.That(again.Findings, Is.EqualTo(report.Findings), "read twice");
        Assert.That(report.Requests, Is.EqualTo(requests), "requests counted as the camera counted them");
        Assert.That(report.Requests, Is.LessThanOrEqualTo(report.Documents.Asked + 1 + challenges), "requests");
        Assert.That(refused, Is.LessThanOrEqualTo(challenges), "answers 401");
        Harmless(camera, report);
        return report;
    }

    /// <summary>Every value and every document has exactly one fate; holds for hostile cameras too.</summary>
    /// <param name="report">A reading.</param>
    public static void Accounts(ReadReport report)
    {
        var (leaves, documents) = (report.Leaves, report.Documents);
        var left = report.Profile.NotCarried ?? [];
        Assert.That(leaves.Carried + leaves.Ignored + leaves.NotCarried, Is.EqualTo(leaves.Received), "values");
        if (left.IsEmpty || left[^1].Path != ReadingLedger.NotListed)
            Assert.That(left, Has.Length.EqualTo(leaves.NotCarried), "values not carried are listed");
        Assert.That(left.Select(item => item.Path), Is.Unique);
        Assert.That(left.Select(item => item.Reason), Is.All.Not.Empty);
        Assert.That(
            documents.Answered + documents.Refused + documents.Unread, Is.EqualTo(documents.Asked), "documents");
        Assert.That(documents.Advertised, Is.LessThanOrEqualTo(documents.Asked), "documents advertised are asked");
    }

    /// <summary>Writing the profile and reading it back gives the same, without a word about it.</summary>
    /// <param name="profile">A profile.</param>
    /// <returns>The profile as YAML.</returns>
    public static string RoundTrip(CameraProfile profile)
    {
        var yaml = ProfileYaml.Write(profile);
        var findings = new List<Finding>();
        Assert.That(ProfileYaml.Write(ProfileYaml.Parse(yaml, "profile.yaml", findings)), Is.EqualTo(yaml));
        Assert.That(findings, Is.Empty);
        return yaml;
    }

    private static async Task<ReadReport> ReadAsync(SimulatedCamera camera, ICameraSource source)
    {
        var address = CameraAddress.Parse(FormattableString.Invariant($"http://{camera.Host}:{camera.HttpPort}"));
        await using var reader = source.Open(
            address, new Credential(camera.Username, new Secret(camera.Password)));
        return await reader.ReadAsync(CancellationToken.None);
    }

    private static void Streams(ReadReport report, IEnumerable<string>? expected)
    {
        var read = (report.Profile.VideoSources ?? []).SelectMany(source => (source.VideoEncoders ?? [])
            .Select(encoder => FormattableString.Invariant($"{source.Number}/{encoder.Stream}"))).ToList();
        var named = (report.Profile.Source?.Streams ?? [])
            .Select(stream => FormattableString.Invariant($"{stream.Source}/{stream.Stream}"));
        Assert.That(read, Is.Unique);
        Assert.That(named, Is.EqualTo(read), "streams with an address are the streams with settings");
        if (expected is not null) Assert.That(read, Is.EqualTo(expected), "streams");
    }

    private static void Harmless(SimulatedCamera camera, ReadReport report)
    {
        Assert.That(camera.Counters.Writes, Is.Zero, "writes");
        Assert.That((camera.Counters.FailedLogins, report.RefusedLogins), Is.EqualTo((0, 0)), "refused logins");
        var said = ProfileYaml.Write(report.Profile) + string.Concat(report.Findings.Select(f => f.Path + f.Message));
        Assert.That(said, Does.Not.Contain(camera.Password), "the password");
    }
}
