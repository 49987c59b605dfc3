using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Diff;
using CamMigrate.Core.Profiles.Yaml;
using FsCheck;
using FsCheck.Fluent;

namespace CamMigrate.Core.Tests.Profiles.Diff;

public sealed class ProfileDiffTests
{
    [Test]
    public void Compare_SameProfile_IsEmpty() =>
        Prop.ForAll(ProfileGenerator.Arbitrary, profile =>
        {
            var again = ProfileYaml.Parse(ProfileYaml.Write(profile), "p.yaml");

            Assert.That(ProfileDiff.Compare(profile, again), Is.Empty);
        }).QuickCheckThrowOnFailure();

    [TestCase("{number: 1, mirror: true}", "{number: 1, mirror: false}", "videoSources[1].mirror: true -> false")]
    [TestCase("{number: 1, mirror: true}", "{number: 1}", "videoSources[1].mirror: true -> ")]
    [TestCase("{number: 1}", "{number: 1, masks: []}", "videoSources[1].masks:  -> []")]
    [TestCase(
        "{number: 1, videoEncoders: [{stream: main, govLength: 50}, {stream: sub, govLength: 25}]}",
        "{number: 1, videoEncoders: [{stream: sub, govLength: 25}, {stream: main, govLength: 60}]}",
        "videoSources[1].videoEncoders[main].govLength: 50 -> 60")]
    [TestCase(
        "{number: 1, masks: [{polygon: [[0, 0], [0.5, 0], [0.5, 0.5], [0, 0.5]]}, {name: b, polygon: [[0.6, 0.6], [1, "
            + "0.6], [1, 1], [0.6, 1]]}]}",
        "{number: 1, masks: [{name: b, polygon: [[0.6, 1], [0.6, 0.6], [1, 0.6], [1, 1]]}, {polygon: [[0, 0], [0.48, "
            + "0], [0.48, 0.5], [0, 0.5]]}]}",
        "videoSources[1].masks[1].polygon: [[0,0],[0.5,0],[0.5,0.5],[0,0.5]] -> [[0,0],[0.48,0],[0.48,0.5],[0,0.5]]")]
    [TestCase(
        "{number: 1, masks: [{name: a, polygon: [[0, 0], [0.2, 0], [0.2, 0.2]]}]}",
        "{number: 1, masks: [{name: a, polygon: [[0.7, 0.7], [0.9, 0.7], [0.9, 0.9]]}]}",
        "videoSources[1].masks[a].name: \"a\" -> ",
        "videoSources[1].masks[a].polygon: [[0,0],[0.2,0],[0.2,0.2]] -> ",
        "videoSources[1].masks[a#2].name:  -> \"a\"",
        "videoSources[1].masks[a#2].polygon:  -> [[0.7,0.7],[0.9,0.7],[0.9,0.9]]")]
    [TestCase(
        "{number: 1, osds: [{kind: Text, text: GATE, enabled: true}, {kind: Date, enabled: true}]}",
        "{number: 1, osds: [{kind: Date, enabled: false}, {kind: Text, text: GATE, enabled: true}]}",
        "videoSources[1].osds[Date].enabled: true -> false")]
    public void Compare_ChangedSource_NamesWhatChanged(string left, string right, params string[] expected) =>
        Assert.That(
            Differences(Profile($"videoSources: [{left}]"), Profile($"videoSources: [{right}]")), Is.EqualTo(expected));

    [Test]
    public void Compare_Origin_IsInformation() =>
        Assert.That(
            Differences(
                Profile("source: {model: A}", "assumed: [a]", "notCarried: [{path: a, reason: b}]", "x-note: 1"),
                Profile("source: {model: B}", "schemaMinor: 0")),
            Is.Empty);

    [Test]
    public void Compare_Unread_IsADifference() =>
        Assert.That(
            Differences(Profile("unread: [{path: audio, reason: HTTP 500}]"), Profile()),
            Is.EqualTo(new[] { "unread[audio].reason: \"HTTP 500\" -> " }));

    private static CameraProfile Profile(params string[] lines) =>
        ProfileYaml.Parse($"schemaVersion: 1\nkind: CameraProfile\n{string.Join('\n', lines)}\n", "p.yaml");

    private static string[] Differences(CameraProfile left, CameraProfile right) =>
        ProfileDiff.Compare(left, right)
            .Select(d => $"{d.Path}: {d.Left?.ToJsonString()} -> {d.Right?.ToJsonString()}").ToArray();
}
