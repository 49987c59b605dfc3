using System.Text.Json.Nodes;
using CamMigrate.Simulator;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Cli.Tests;

/// <summary><c>examples/estate.yaml</c>: found and read as its first lines say.</summary>
public sealed class ExampleEstateTests
{
    [Test]
    public async Task Cameras_AreFoundAndReadByTheirBrand()
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "examples", "estate.yaml"));
        using var cli = new CliRunner();
        cli.Set("OLD_PW", "rehearsal-1");
        // Ports and searches of its own: another rehearsal may run on this machine.
        await using var estate = await Simulation.StartAsync(
            Estate.Parse(yaml.Replace("http: 8080, rtsp: 8554", "http: 0", StringComparison.Ordinal)
                .Replace("discovery: true", "discovery: false", StringComparison.Ordinal)),
            new SimulationOptions { EncodeEagerly = false }, CancellationToken.None);

        using var _ = Assert.EnterMultipleScope();
        foreach (var (name, vendor, code) in new[] { ("North gate", "hikvision", 0), ("Yard", "dahua", 0), ("Lobby", "onvif", 0), ("Fresh", "", 1) })
        {
            var at = estate.Cameras.Single(c => c.Name == name).Endpoints;
            var read = await cli.RunAsync(
                "read", FormattableString.Invariant($"{at.Address}:{at.Http}"), "--user", "admin", "--password-env", "OLD_PW", "--out", name + ".yaml", "--json");
            Assert.That(read.ExitCode, Is.EqualTo(code), read.ToString());
            Assert.That((string?)JsonNode.Parse(read.Output)!["camera"]?["vendor"] ?? "", Is.EqualTo(vendor));
        }
    }
}
