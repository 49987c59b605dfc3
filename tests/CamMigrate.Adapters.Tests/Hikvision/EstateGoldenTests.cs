using CamMigrate.Adapters.Tests.Contract;
using CamMigrate.Core.Profiles.Yaml;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>Profiles of virtual cameras that are kept as settings, one for each kind of quirk.</summary>
[TestFixture]
internal sealed class EstateGoldenTests
{
    internal static IEnumerable<TestCaseData> Cameras => Fixtures.HikvisionEstates
        .Select(folder => new TestCaseData(folder).SetArgDisplayNames("own " + Path.GetFileName(folder)));

    /// <summary>The camera that has every area.</summary>
    internal static string Modern => Path.Combine(Fixtures.Root, "hikvision", "SIM-2CD-V5.7.18-b240826");

    [TestCaseSource(nameof(Cameras))]
    public async Task Read_OwnCamera_GivesTheKeptProfileAndFindings(string folder)
    {
        await using var camera = await StartAsync(folder);

        var report = await ReaderContract.HoldsAsync(camera, Readers.Source());

        var yaml = ProfileYaml.Write(
            report.Profile with { Source = report.Profile.Source! with { Address = "192.0.2.31" } });
        var findings = string.Concat(report.Findings.Select(f => $"{f.Severity} {f.Path}: {f.Message}\n"));
        using var _ = Assert.EnterMultipleScope();
        GoldenTests.Matches(Path.Combine(folder, "profile.yaml"), yaml);
        GoldenTests.Matches(Path.Combine(folder, "findings.txt"), findings);
        foreach (var secret in File.ReadLines(Path.Combine(folder, "secrets.txt")))
            Assert.That(yaml + findings, Does.Not.Contain(secret));
    }

    internal static async Task<SimulatedCamera> StartAsync(string folder) =>
        await SimulatedCamera.StartAsync(await File.ReadAllTextAsync(Path.Combine(folder, "camera.yaml")));
}
