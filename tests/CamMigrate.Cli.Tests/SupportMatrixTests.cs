using System.Text;
using System.Text.Json.Nodes;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;

using CamMigrate.Core.Profiles.Diff;
using CamMigrate.Core.Profiles.Yaml;
using CamMigrate.Onvif;
using CamMigrate.Testing;

namespace CamMigrate.Cli.Tests;

/// <summary>
/// The table of what is supported, made of what the program does: readers by the goldens of their virtual cameras, the rest by
/// planning the fullest profile against a capable virtual camera.
/// </summary>
public sealed class SupportMatrixTests
{
    private const string Begin = "<!-- support matrix: made by SupportMatrixTests, CAMMIGRATE_ACCEPT=1 writes it -->";
    private const string End = "<!-- end of support matrix -->";
    private static readonly string[] Vendors = ["hikvision", "dahua", "onvif"];

    /// <summary>What a stream or its picture shows, beside the setting read back.</summary>
    private static readonly string[] SeenInVideo = ["masks", "videoEncoders"];

    private const string Capable = """
        face: onvif
        onvif:
          sources:
          - rotations: [0, 180]
            canMirror: true
            imaging: {contrast: {value: 10}, brightness: {value: 10}}
          encoders:
          - {token: V1, name: main, width: 640, height: 360}
          limits: {resolutions: [1920x1080, 640x360]}
        """;

    [Test]
    public async Task ReadMe_SupportMatrix_SaysWhatTheProgramDoes()
    {
        var path = Path.Combine(Repository.Root, "README.md");
        var text = await File.ReadAllTextAsync(path);
        var (start, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        var wanted = $"{text[..(start + Begin.Length)]}\n\n{await MatrixAsync()}\n{text[end..]}";

        if (Environment.GetEnvironmentVariable("CAMMIGRATE_ACCEPT") == "1") await File.WriteAllTextAsync(path, wanted);
        else Assert.That(text, Is.EqualTo(wanted));
    }

    private static async Task<string> MatrixAsync()
    {
        var read = Vendors.ToDictionary(v => v, ReadAreas);
        var (translated, written) = await AppliedAreasAsync();
        var table = new StringBuilder("| area | Hikvision | Dahua | ONVIF | translated | written | verified |\n|---|---|---|---|---|---|---|\n");
        foreach (var area in ProfileAreas.All)
        {
            var verified = !written.Contains(area) ? "" : SeenInVideo.Contains(area) ? "read back, video" : "read back";
            var cells = Vendors.Select(v => Yes(read[v], area)).Append(Yes(translated, area)).Append(Yes(written, area)).Append(verified);
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {area} | {string.Join(" | ", cells)} |\n");
        }

        return table.ToString().Replace("|  |", "| |", StringComparison.Ordinal).Replace("|  |", "| |", StringComparison.Ordinal);
    }

    private static string Yes(HashSet<string> areas, string area) => areas.Contains(area) ? "yes" : "";

    private static HashSet<string> ReadAreas(string vendor) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Fixtures", vendor), "profile.yaml", SearchOption.AllDirectories)
            .SelectMany(file => ProfileLeaves.Of(ProfileYaml.Load(file))).Where(leaf => leaf.Value is not JsonArray { Count: 0 })
            .Select(leaf => SettingPath.AreaOf(leaf.Path)),
    ];

    private static async Task<(HashSet<string> Translated, HashSet<string> Written)> AppliedAreasAsync()
    {
        await using var camera = await SimulatedCamera.StartAsync(Capable.ReplaceLineEndings("\n"));
        var login = new Credential(camera.Username, new Secret(camera.Password));
        await using var target = await OnvifTarget.ConnectAsync(
            CameraAddress.Parse(camera.HttpUri.AbsoluteUri), login, new OnvifTargetOptions { Refusals = new LoginRefusals() }, CancellationToken.None);
        var full = ProfileYaml.Load(Path.Combine(Repository.Root, "profiles", "gate-full.yaml"));
        var turned = full.VideoSources!.Value[0] with { Rotation = 180, Mirror = true };
        var plan = Planner.Plan(full with { VideoSources = [turned] }, await target.ReadAsync(CancellationToken.None));
        var steps = target.Steps(plan.Planned, plan.Changes);
        return (
            [.. plan.Changes.Where(c => c.Reason != Planner.NotYetWritten && c.Wanted is not JsonArray { Count: 0 }).Select(c => SettingPath.AreaOf(c.Path))],
            [.. steps.SelectMany(s => s.Paths).Select(SettingPath.AreaOf)]);
    }
}
