using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles.Yaml;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>Profiles of our own virtual cameras, kept word for word.</summary>
[TestFixture]
internal sealed class GoldenTests
{
    [TestCaseSource(typeof(RecordedDeviceTests), nameof(RecordedDeviceTests.OwnFixtures))]
    public async Task Read_OwnCamera_GivesTheKeptProfileAndFindings(string folder)
    {
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        var report = await camera.ReadAsync();
        var yaml = ProfileYaml.Write(
            report.Profile with { Source = report.Profile.Source! with { Address = "192.0.2.31" } });
        var findings = string.Concat(report.Findings.Select(f => $"{f.Severity} {f.Path}: {f.Message}\n"));

        using var _ = Assert.EnterMultipleScope();
        Matches(Path.Combine(folder, "profile.yaml"), yaml);
        Matches(Path.Combine(folder, "findings.txt"), findings);
        foreach (var secret in File.ReadLines(Path.Combine(folder, "secrets.txt")))
            Assert.That(yaml + findings, Does.Not.Contain(secret));
    }

    [TestCaseSource(typeof(RecordedDeviceTests), nameof(RecordedDeviceTests.Devices))]
    public async Task Read_Recording_WritesAProfileThatIsValidAndReadsBackTheSame(string folder)
    {
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        var yaml = ProfileYaml.Write((await camera.ReadAsync()).Profile);
        var findings = new List<Finding>();

        var again = ProfileYaml.Parse(yaml, "profile.yaml", findings);

        Assert.That(findings, Is.Empty);
        Assert.That(ProfileYaml.Write(again), Is.EqualTo(yaml));
    }

    internal static void Matches(string path, string text)
    {
        if (Environment.GetEnvironmentVariable("CAMMIGRATE_ACCEPT") == "1") File.WriteAllText(path, text);
        Assert.That(text, Is.EqualTo(File.Exists(path) ? File.ReadAllText(path) : ""), path);
    }
}
