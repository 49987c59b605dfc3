using CamMigrate.Adapters.Tests.Contract;
using CamMigrate.Core.Profiles.Yaml;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Dahua;

/// <summary>Profiles of our own virtual devices, kept word for word: each stands for a generation.</summary>
[TestFixture]
internal sealed class DahuaGoldenTests
{
    internal static IEnumerable<TestCaseData> Folders =>
        Directory.EnumerateDirectories(Path.Combine(Fixtures.Root, "dahua")).Order(StringComparer.Ordinal)
            .Select(folder => new TestCaseData(folder).SetArgDisplayNames(Path.GetFileName(folder)));

    [TestCaseSource(nameof(Folders))]
    public async Task Read_OwnDevice_GivesTheKeptProfileAndFindings(string folder)
    {
        await using var camera = await StartAsync(folder);
        // Over RPC2 alone: a page that is not there, two requests of the login, and the end of it.
        var challenges = folder.Contains("RPC2", StringComparison.Ordinal) ? 3
            : folder.Contains("NVR", StringComparison.Ordinal) ? 3 : 1;
        var report = await ReaderContract.HoldsAsync(camera, DahuaReaders.Source(), challenges: challenges);
        var yaml = ProfileYaml.Write(
            report.Profile with { Source = report.Profile.Source! with { Address = "192.0.2.31" } });
        var findings = string.Concat(report.Findings.Select(f => $"{f.Severity} {f.Path}: {f.Message}\n"));

        using var _ = Assert.EnterMultipleScope();
        Matches(Path.Combine(folder, "profile.yaml"), yaml);
        Matches(Path.Combine(folder, "findings.txt"), findings);
        foreach (var secret in File.ReadLines(Path.Combine(folder, "secrets.txt")))
            Assert.That(yaml + findings, Does.Not.Contain(secret));
    }

    private static async Task<SimulatedCamera> StartAsync(string folder) =>
        await SimulatedCamera.StartAsync(await File.ReadAllTextAsync(Path.Combine(folder, "camera.yaml")));

    private static void Matches(string path, string text)
    {
        if (Environment.GetEnvironmentVariable("CAMMIGRATE_ACCEPT") == "1") File.WriteAllText(path, text);
        Assert.That(text, Is.EqualTo(File.Exists(path) ? File.ReadAllText(path) : ""), path);
    }
}
