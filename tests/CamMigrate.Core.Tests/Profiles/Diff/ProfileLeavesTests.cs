using System.Text.Json.Nodes;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Diff;
using CamMigrate.Core.Profiles.Yaml;
using FsCheck;
using FsCheck.Fluent;

namespace CamMigrate.Core.Tests.Profiles.Diff;

public sealed class ProfileLeavesTests
{
    [Test]
    public void Of_Profile_NamesEverySettingAsPlansDo()
    {
        var profile = ProfileYaml.Parse(
            """
            schemaVersion: 1
            kind: CameraProfile
            source: {model: M}
            time: {mode: Ntp, ntpServers: [192.0.2.1, 192.0.2.2]}
            users: [{username: admin, userLevel: Administrator}, {username: guest}]
            x-ours: 1
            videoSources:
            - number: 2
              bounds: [0, 0, 1, 1]
              videoEncoders: [{stream: main, resolution: {width: 1280, height: 720}}]
              osds: [{kind: Text, text: GATE, position: [0, 0.5]}, {kind: Date}, {kind: Text, text: GATE}]
              masks:
              - {name: window, polygon: [[0, 0], [1, 0], [1, 1]]}
              - {polygon: [[0, 0], [1, 0], [1, 1]], x-why: neighbour}
              rules: []
              ptz: {tours: [{number: 1, steps: [{preset: 1}, {preset: 2}]}]}
            notCarried: [{path: a, reason: b}]
            unread: [{path: 'audio', reason: HTTP 500}]
            """, "p.yaml");

        var leaves = ProfileLeaves.Of(profile).Select(l => $"{l.Path} = {l.Value.ToJsonString(ProfileJson.Options)}");

        Assert.That(leaves, Is.EqualTo(new[]
        {
            """time.mode = "Ntp" """.Trim(),
            """time.ntpServers = ["192.0.2.1","192.0.2.2"]""",
            """users[admin].userLevel = "Administrator" """.Trim(),
            """users[guest] = {"username":"guest"}""",
            "videoSources[2].bounds = [0,0,1,1]",
            "videoSources[2].videoEncoders[main].resolution.width = 1280",
            "videoSources[2].videoEncoders[main].resolution.height = 720",
            """videoSources[2].osds[GATE].kind = "Text" """.Trim(),
            """videoSources[2].osds[GATE].text = "GATE" """.Trim(),
            "videoSources[2].osds[GATE].position = [0,0.5]",
            """videoSources[2].osds[Date].kind = "Date" """.Trim(),
            """videoSources[2].osds[GATE#2].kind = "Text" """.Trim(),
            """videoSources[2].osds[GATE#2].text = "GATE" """.Trim(),
            """videoSources[2].masks[window].name = "window" """.Trim(),
            "videoSources[2].masks[window].polygon = [[0,0],[1,0],[1,1]]",
            "videoSources[2].masks[2].polygon = [[0,0],[1,0],[1,1]]",
            "videoSources[2].rules = []",
            """videoSources[2].ptz.tours[1].steps = [{"preset":1},{"preset":2}]""",
        }));
    }

    [Test]
    public void Of_AnyProfile_HasUniquePathsAndForgetsNoValue() =>
        Prop.ForAll(ProfileGenerator.Arbitrary, profile =>
        {
            var leaves = ProfileLeaves.Of(profile);
            var settings = ProfileJson.ToNode(
                profile with { Source = null, Assumed = null, Unread = null, NotCarried = null });

            Assert.That(leaves.Select(l => l.Path), Is.Unique);
            var inLeaves = leaves.Where(l => !l.Path.EndsWith(']')).Sum(l => Scalars(l.Value, ""));
            Assert.That(inLeaves, Is.EqualTo(Scalars(settings, "") - AboutTheFile(settings)));
            foreach (var list in EmptyLists(settings))
                Assert.That(leaves.Any(l => l.Path.EndsWith(list, StringComparison.Ordinal)), Is.True, list);
        }).QuickCheckThrowOnFailure();

    private static int AboutTheFile(JsonObject settings) =>
        settings.Count(e => e.Key is "schemaVersion" or "schemaMinor" or "kind")
        + (settings["videoSources"] as JsonArray ?? []).Sum(s => s!["device"] is { } device ? Scalars(device, "device") : 0);

    /// <summary>Scalars without those that stand in the path of their item.</summary>
    private static int Scalars(JsonNode? node, string key) => node switch
    {
        JsonObject mapping => mapping.Where(e => !IsInPath(key, e.Key)).Sum(e => Scalars(e.Value, e.Key)),
        JsonArray list => list.Sum(i => Scalars(i, key)),
        _ => 1,
    };

    private static bool IsInPath(string list, string key) =>
        key.StartsWith("x-", StringComparison.Ordinal) || (list, key) is
        (not ("" or "actions"), "number") or ("videoEncoders", "stream") or ("users", "username") or (
            "schedules" or "holidays" or "rules" or "imagingProfiles", "name");

    private static IEnumerable<string> EmptyLists(JsonNode? node, string key = "") => node switch
    {
        JsonObject mapping =>
            mapping.Where(e => !e.Key.StartsWith("x-", StringComparison.Ordinal))
                .SelectMany(e => EmptyLists(e.Value, e.Key)),
        JsonArray { Count: 0 } => [key],
        JsonArray list => list.SelectMany(i => EmptyLists(i, key)),
        _ => [],
    };
}
