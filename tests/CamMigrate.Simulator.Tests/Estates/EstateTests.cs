using System.Runtime.CompilerServices;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Tests.Estates;

[TestFixture]
internal sealed class EstateTests
{
    [Test]
    public void Parse_ManyMistakes_ReportsEachWithItsLine()
    {
        const string Yaml = """
            kind: Estate
            cameras:
            - name: gate
              face: hikvison
              colour: red
              ports: {http: eighty}
              address: 192.0.2.1
              users: [{username: admin}]
            - name: gate
              face: onvif
              login: {lockStatus: 500}
            """;

        var problems = Assert.Throws<EstateException>(() => Estate.Parse(Yaml))!.Problems;

        Assert.That(problems, Is.SupersetOf(new[]
        {
            "line 4: cameras[1].face: 'hikvison' is not hikvision | onvif | dahua | recorded | webServer",
            "line 6: cameras[1].ports.http: 'eighty' is not a whole number",
            "cameras: 'gate' is there 2 times",
            "cameras['gate'].address: '192.0.2.1' is not a loopback address (127.x.y.z)",
            "cameras['gate'].users: admin has no password (password, or passwordEnv that is set)",
            "cameras['gate'].users: a camera needs at least one",
            "cameras['gate'].login.lockStatus: 401 or 403",
        }).And.Some.StartsWith("line 5: cameras[1].colour: unknown key"));
    }

    [TestCase(@"a\u0001b", false)]
    [TestCase(@"a\uffffb", false)]
    [TestCase(@"a\tb \U0001F600 \u00e9", true)]
    public void Parse_TextThatXmlCannotCarry_IsRefusedWithItsLine(string name, bool isGood)
    {
        var yaml = $"kind: Estate\ncameras:\n- face: webServer\n  name: \"{name}\"\n";
        if (isGood)
        {
            Assert.That(Estate.Parse(yaml).CameraNames, Has.Length.EqualTo(1));
            return;
        }

        Assert.That(
            Assert.Throws<EstateException>(() => Estate.Parse(yaml))!.Problems,
            Has.Some.StartsWith("line 4: cameras[1].name: holds a character that XML cannot carry"));
    }

    [TestCase("[1, 2]")]
    [TestCase("kind: [")]
    [TestCase("")]
    public void Parse_NotAMap_IsRefused(string yaml) => Assert.Throws<EstateException>(() => Estate.Parse(yaml));

    [Test]
    public void Parse_ExampleOfTheReadme_IsAnEstate()
    {
        var readme = File.ReadAllText(Path.Combine(ProjectFolder(), "README.md")).ReplaceLineEndings("\n");
        var yaml = readme.Split("```yaml\n")[1].Split("```")[0];

        Assert.That(Estate.Parse(yaml).CameraNames, Is.EqualTo(new[] { "old gate", "new gate" }));
    }

    [Test]
    public void Parse_DahuaExampleOfTheReadme_IsPartOfAnEstate()
    {
        var readme = File.ReadAllText(Path.Combine(ProjectFolder(), "README.md")).ReplaceLineEndings("\n");
        var yaml = "dahua:\n" + readme.Split("```yaml\ndahua:\n")[1].Split("```")[0];

        var estate = Estate.Parse(
            "kind: Estate\ncameras:\n- name: gate\n  face: dahua\n  users: [{username: admin, password: p}]\n  "
            + yaml.TrimEnd().Replace("\n", "\n  ", StringComparison.Ordinal));

        Assert.That(estate.CameraNames, Is.EqualTo(new[] { "gate" }));
    }

    [Test]
    public void Parse_MistakesInADahua_ReportsEach()
    {
        const string Yaml = """
            kind: Estate
            cameras:
            - name: gate
              face: dahua
              users: [{username: admin, password: p}]
              dahua:
                unknown: never
                refusals: {Email: gone}
                lineEnd: CR
                charset: latin1
                capsFrom: 2
                encryption: None
                holidays: [[13, 1]]
                time: {dstStart: [3]}
                channels:
                - streams: [{codec: VP9}]
                  rotate90: 3
                  profiles: {mode: 3, profile: dusk}
                  motion: {bits: middle, windows: [{cells: ['#']}]}
            - {name: yard, face: webServer, dahua: {}}
            """;

        var problems = Assert.Throws<EstateException>(() => Estate.Parse(Yaml))!.Problems;

        Assert.That(problems.Select(problem => problem.Split("].", 2)[1].Split(':')[0]), Is.EquivalentTo(new[]
        {
            "dahua.unknown", "dahua.refusals['Email']", "dahua.lineEnd", "dahua.charset", "dahua.capsFrom",
            "dahua.encryption", "dahua.holidays", "dahua.time.dstStart, dstEnd", "dahua.channels[1].streams",
            "dahua.channels[1].rotate90", "dahua.channels[1].profiles.mode", "dahua.channels[1].profiles.profile",
            "dahua.channels[1].motion.bits", "dahua.channels[1].motion.windows", "dahua",
        }));
    }

    [Test]
    public async Task Start_Only_StartsTheNamedCameras()
    {
        var estate = Estate.Parse("""
            kind: Estate
            cameras:
            - {name: old, face: webServer}
            - {name: new, face: webServer}
            """);

        await using var simulation = await Simulation.StartAsync(
            estate, new SimulationOptions { Only = ["new"] }, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(simulation.Cameras.Select(camera => camera.Name), Is.EqualTo(new[] { "new" }));
            Assert.ThrowsAsync<EstateException>(() =>
                Simulation.StartAsync(estate, new SimulationOptions { Only = ["other"] }, CancellationToken.None));
        });
    }

    private static string ProjectFolder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "CamMigrate.Simulator");
}
