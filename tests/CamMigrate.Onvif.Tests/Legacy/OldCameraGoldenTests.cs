using System.Runtime.CompilerServices;
using CamMigrate.Adapters.Tests.Contract;
using CamMigrate.Core.Profiles.Yaml;
using CamMigrate.Testing;

namespace CamMigrate.Onvif.Tests.Legacy;

/// <summary>Profiles of our own virtual cameras, kept word for word.</summary>
public sealed class OldCameraGoldenTests
{
    private static IEnumerable<TestCaseData> Cameras =>
        Directory.EnumerateDirectories(Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "Fixtures", "onvif")))
            .Order(StringComparer.Ordinal)
            .Select(folder => new TestCaseData(folder).SetArgDisplayNames(Path.GetFileName(folder)));

    [TestCaseSource(nameof(Cameras))]
    public async Task Read_OwnCamera_GivesTheKeptProfileAndFindings(string folder)
    {
        await using var camera = await SimulatedCamera.StartAsync(await File.ReadAllTextAsync(Path.Combine(folder, "camera.yaml")));

        var report = await ReaderContract.HoldsAsync(camera, Old.Source(), challenges: 2);

        var yaml = ProfileYaml.Write(report.Profile);
        var findings = string.Concat(report.Findings.Select(f => $"{f.Severity} {f.Path}: {f.Message}\n"));
        using var _ = Assert.EnterMultipleScope();
        Matches(Path.Combine(folder, "profile.yaml"), yaml);
        Matches(Path.Combine(folder, "findings.txt"), findings);
        foreach (var secret in File.ReadLines(Path.Combine(folder, "secrets.txt")))
            Assert.That(yaml + findings, Does.Not.Contain(secret));
    }

    private static void Matches(string path, string text)
    {
        if (Environment.GetEnvironmentVariable("CAMMIGRATE_ACCEPT") == "1") File.WriteAllText(path, text);
        Assert.That(text, Is.EqualTo(File.Exists(path) ? File.ReadAllText(path) : ""), path);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
