using System.Text.RegularExpressions;
using CamMigrate.Core.Ports;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>What has a place in the profile is carried, or ignored by a rule that says why, and never just left.</summary>
[TestFixture]
internal sealed partial class HikvisionPlacesTests
{
    // A reason that names what the value is, in place of "no vendor-neutral setting": these say what the profile lacks.
    private static readonly string[] Explained =
    [
        "no vendor-neutral setting for this word", "out of range", "the profile has one codec for each microphone",
        "a secret", "a stream of the profile is always on", "does not tell its channel's name",
        "the camera has no such detection here", "reserved",
    ];

    [TestCaseSource(typeof(RecordedDeviceTests), nameof(RecordedDeviceTests.Devices))]
    public async Task Read_Recording_LeavesNoValueThatHasAPlace(string folder)
    {
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);

        Assert.That(Left(await camera.ReadAsync()), Is.Empty);
    }

    [TestCaseSource(typeof(EstateGoldenTests), nameof(EstateGoldenTests.Cameras))]
    public async Task Read_OwnCamera_LeavesNoValueThatHasAPlace(string folder)
    {
        await using var camera = await EstateGoldenTests.StartAsync(folder);

        Assert.That(Left(await camera.ReadAsync()), Is.Empty);
    }

    [Test]
    public async Task Places_OwnCameras_EachKindOfDocumentIsSeenCarried()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in Fixtures.HikvisionEstates)
        {
            await using var camera = await EstateGoldenTests.StartAsync(folder);
            foreach (var leaf in (await camera.ReadAsync()).Fates.Where(f => f.Outcome == LeafOutcome.Carried))
            {
                var path = Number().Replace(leaf.Path, "");
                if (HikvisionPlaces.Of(path) is var (document, leaves) && HikvisionPlaces.IsPlaced(path, leaves))
                    seen.Add(document);
            }
        }

        Assert.That(HikvisionPlaces.All.Select(entry => entry.Document).Except(seen), Is.Empty);
    }

    private static IEnumerable<string> Left(ReadReport report) =>
        from leaf in report.Fates
        where leaf.Outcome == LeafOutcome.NotCarried
        let path = Number().Replace(leaf.Path, "")
        let place = HikvisionPlaces.Of(path)
        where place is not null && HikvisionPlaces.IsPlaced(path, place.Value.Leaves)
            && !Explained.Any(reason => leaf.Why!.Contains(reason, StringComparison.Ordinal))
        select $"{leaf.Path} = {leaf.Value} ({leaf.Why})";

    [GeneratedRegex(@"\[\d+\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
