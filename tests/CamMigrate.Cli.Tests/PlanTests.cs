using System.Text.Json.Nodes;
using CamMigrate.Testing;

namespace CamMigrate.Cli.Tests;

/// <summary><c>plan</c>: what a person reads of it.</summary>
public sealed class PlanTests
{
    private const string Profile = """
        schemaVersion: 1
        kind: CameraProfile
        notifications: [{kind: Http, address: 192.0.2.9, port: 80, hasPassword: false}]
        storage: {cards: 0}
        videoSources:
        - number: 1
          rotation: 0
          imaging: {brightness: 60}
          ptz: {presets: [{number: 1, name: gate}]}
        assumed: [schedules, 'videoSources[1].masks', 'videoSources[1].osds']
        """;

    [Test]
    public async Task Areas_NotWrittenYet_AreALineEachWithTheReasonAndCounted()
    {
        await using var camera = await VirtualPair.NewAsync();
        using var cli = new CliRunner();
        cli.Set(CliRunner.NewPasswordVariable, VirtualPair.NewPassword);
        cli.Write("p.yaml", Profile.ReplaceLineEndings("\n"));

        var text = await PlanAsync(cli, camera);
        var json = JsonNode.Parse((await PlanAsync(cli, camera, "--json")).Output)!;

        var lines = text.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        using var _ = Assert.EnterMultipleScope();
        Assert.That(text.ExitCode, Is.Zero, text.ToString());
        Assert.That(lines, Has.One.Matches("^  ! notifications \\(4 settings\\) +not yet written by this version$"));
        Assert.That(lines, Has.One.Matches("^  ! storage.cards +wanted 0  \\(not yet written by this version\\)$"));
        Assert.That(lines, Has.One.Matches(
            "^  i how the old camera writes it .* old camera: schedules, videoSources\\[1\\].masks, videoSources\\[1\\].osds$"));
        Assert.That(lines[^1], Does.StartWith("Plan: 1 to set, 0 nearest, ").And.Contain($"{json["totals"]!["notSupported"]} not supported"));
        Assert.That(json["changes"]!.AsArray().Count(c => (string)c!["disposition"]! == "notSupported"), Is.EqualTo((int)json["totals"]!["notSupported"]!));
        Assert.That(camera.Counters.Writes, Is.Zero);
    }

    private static Task<CliResult> PlanAsync(CliRunner cli, SimulatedCamera camera, params string[] more) => cli.RunAsync(
        ["plan", "p.yaml", VirtualPair.Of(camera), "--user", "installer", "--password-env", CliRunner.NewPasswordVariable, .. more]);
}
