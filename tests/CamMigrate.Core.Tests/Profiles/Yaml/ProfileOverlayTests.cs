using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Yaml;
using FsCheck;
using FsCheck.Fluent;

namespace CamMigrate.Core.Tests.Profiles.Yaml;

public sealed class ProfileOverlayTests
{
    private const string Head = "schemaVersion: 1\nkind: CameraProfile\n";
    private const string OverlayHead = "schemaVersion: 1\nkind: ProfileOverlay\n";

    private const string TwoSources = """
        videoSources:
        - number: 1
          mirror: true
          imaging:
            brightness: 40
            contrast: 60
        - number: 2
          imaging:
            brightness: 70

        """;

    [TestCase("time: {mode: Ntp}", "time: {mode: Manual, timeZone: UTC}", "time:\n  mode: Manual\n  timeZone: UTC\n")]
    [TestCase("time: {mode: Ntp, timeZone: UTC}", "time: {timeZone: null}", "time:\n  mode: Ntp\n")]
    [TestCase(
        "time: {ntpServers: [192.0.2.1]}", "time: {ntpServers: [192.0.2.2]}", "time:\n  ntpServers: [192.0.2.2]\n")]
    [TestCase("users: [{username: a, userLevel: User}]", "users: [{username: b}, {username: a, userLevel: Operator}]",
        "users:\n- {username: a, userLevel: Operator}\n- {username: b}\n")]
    [TestCase("users: [{username: a}]", "users: []", "users: []\n")]
    [TestCase("services: {upnp: true}", "services: null", "")]
    [TestCase("x-a: 1", "x-b: 2", "x-a: 1\nx-b: 2\n")]
    public void Apply_Setting_IsLaidOverTheProfile(string profile, string overlay, string expected) =>
        Assert.That(Apply(profile, overlay), Is.EqualTo(Head + expected));

    [Test]
    public void Apply_EverySource_ReachesEach() =>
        Assert.That(
            Apply(
                TwoSources,
                "videoSources: [{number: '*', imaging: {brightness: 50, contrast: null}}, {number: 2, mirror: false}]"),
            Is.EqualTo(Head + """
                videoSources:
                - number: 1
                  mirror: true
                  imaging:
                    brightness: 50
                - number: 2
                  mirror: false
                  imaging:
                    brightness: 50

                """));

    [Test]
    public void Apply_EverySourceOfNone_AddsNone() =>
        Assert.That(
            Apply("videoSources: []", "videoSources: [{number: '*', mirror: true}]"),
            Is.EqualTo(Head + "videoSources: []\n"));

    [Test]
    public void Apply_Masks_TakeThePlaceOfTheProfiles() =>
        Assert.That(
            Apply(
                "videoSources: [{number: 1, masks: [{name: a, polygon: [[0, 0], [1, 0], [1, 1]]}]}]",
                "videoSources: [{number: 1, masks: [{name: b, polygon: [[0, 0], [1, 0], [1, 0.5]]}]}]"),
            Does.Contain("name: b").And.Not.Contain("name: a"));

    [Test]
    public void Apply_NewRuleWithoutKind_IsRefused() =>
        Assert.That(
            Assert.Throws<ProfileException>(
                () => Apply(TwoSources, "videoSources: [{number: 1, rules: [{name: kerb}]}]"))!.Message,
            Does.Contain("videoSources[1].rules[kerb]: 'kind' is missing."));

    [Test]
    public void Apply_EmptyOverlay_ChangesNothing() =>
        Prop.ForAll(ProfileGenerator.Arbitrary, profile =>
            Assert.That(
                ProfileYaml.Write(ProfileOverlay.Parse(OverlayHead, "o.yaml").Apply(profile)),
                Is.EqualTo(ProfileYaml.Write(profile))))
            .QuickCheckThrowOnFailure();

    [Test]
    public void Parse_WholeProfile_IsRefused() =>
        Assert.That(
            () => ProfileOverlay.Parse(Head, "p.yaml"),
            Throws.TypeOf<ProfileException>().With.Message.Contains("whole profile"));

    [TestCase(
        "videoSources: [{number: all}]",
        "videoSources[all].number: 'all' is not understood: a number, or '*' for every video source.")]
    [TestCase("videoSources: [{mirror: true}]", "videoSources[1]: 'number' is missing.")]
    [TestCase("camera: {nme: a}", "camera.nme: unknown key 'nme'. Did you mean 'name'?")]
    public void Parse_WrongOverlay_NamesTheProblem(string line, string expected) =>
        Assert.That(
            () => ProfileOverlay.Parse(OverlayHead + line, "o.yaml"),
            Throws.TypeOf<ProfileException>().With.Message.EndsWith(expected));

    [Test]
    public void Apply_ReadyMadeOverlay_FitsTheReadyMadeProfiles()
    {
        var overlay = ProfileOverlay.Load(Repository.Path("profiles", "site-standard.overlay.yaml"));

        var result = overlay.Apply(ProfileYaml.Load(Repository.Path("profiles", "gate-full.yaml")));

        Assert.That(result.VideoSources!.Value.Select(s => s.Imaging?.PowerLineFrequency), Is.All.EqualTo(50));
        Assert.That(result.VideoSources.Value[0].Imaging!.WhiteBalance, Is.Null);
        Assert.That(result.Time!.NtpServers, Is.EqualTo(new[] { "192.0.2.1", "192.0.2.2" }));
    }

    private static string Apply(string profile, string overlay) =>
        ProfileYaml.Write(
            ProfileOverlay.Parse(OverlayHead + overlay, "o.yaml").Apply(ProfileYaml.Parse(Head + profile, "p.yaml")));
}
