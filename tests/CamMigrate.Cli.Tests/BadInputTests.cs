using System.Text.Json.Nodes;
using CamMigrate.Testing;

namespace CamMigrate.Cli.Tests;

/// <summary>What goes wrong on a ladder: each a clear sentence, the right exit code, and nothing written.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class BadInputTests : IDisposable
{
    private CliRunner cli = null!;

    [SetUp]
    public void MakeRunner()
    {
        cli = new CliRunner();
        cli.Set(CliRunner.OldPasswordVariable, VirtualPair.OldPassword);
    }

    public void Dispose() => cli.Dispose();

    [TestCase("faults: {http: html}", 1)]
    [TestCase("faults: {http: truncated, httpAt: deviceInfo}", 1)]
    [TestCase("faults: {http: oversized, httpAt: deviceInfo}", 1)]
    [TestCase("faults: {http: entityBomb, httpAt: deviceInfo}", 1)]
    [TestCase("faults: {http: redirect}", 1)]
    public async Task Read_CameraThatAnswersBadly_NamesCameraAndNextStep(string fault, int code)
    {
        await using var camera = await VirtualPair.OldAsync(camera: fault);

        var result = await ReadAsync(VirtualPair.Of(camera), "--vendor", "hikvision");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(code), result.ToString());
            Assert.That(result.Error, Does.Contain(camera.Host).And.Contain("Nothing was changed."));
            Assert.That(camera.Counters.Writes, Is.Zero);
        }
    }

    [Test]
    public async Task Read_NobodyThere_IsUnreachable()
    {
        var result = await ReadAsync($"127.0.31.2:{VirtualPair.FreePort()}");

        Assert.That(result.ExitCode, Is.EqualTo(4), result.ToString());
    }

    [Test]
    public async Task Read_WebServer_IsNoCamera()
    {
        await using var server = await SimulatedCamera.StartAsync("face: webServer\naddress: 127.0.31.4");

        var result = await ReadAsync(VirtualPair.Of(server));

        Assert.That(result.ExitCode, Is.EqualTo(1), result.ToString());
    }

    [Test]
    public async Task Read_WrongPassword_IsOneFailedLogin()
    {
        cli.Set(CliRunner.OldPasswordVariable, "wrong");
        await using var camera = await VirtualPair.OldAsync();

        var result = await ReadAsync(VirtualPair.Of(camera));

        Assert.That((result.ExitCode, camera.Counters.FailedLogins), Is.EqualTo((5, 1)), result.ToString());
    }

    [Test]
    public async Task Read_Json_HasWhatScriptsRelyOn()
    {
        await using var camera = await VirtualPair.OldAsync();

        var result = await ReadAsync(VirtualPair.Of(camera), "--json", "--out", "p.yaml");

        var document = JsonNode.Parse(result.Output)!;
        var leaves = document["leaves"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(document["schemaVersion"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(document["camera"]!["vendor"]!.GetValue<string>(), Is.EqualTo("hikvision"));
            Assert.That(leaves["received"]!.GetValue<int>(),
                Is.EqualTo(leaves["carried"]!.GetValue<int>() + leaves["ignored"]!.GetValue<int>() + leaves["notCarried"]!.GetValue<int>()));
            Assert.That(document["refusedLogins"]!.GetValue<int>(), Is.Zero);
            Assert.That((await cli.RunAsync("profile", "validate", "p.yaml")).ExitCode, Is.Zero);
        }
    }

    [Test]
    public async Task Read_OntoAProfileThatDiffers_ShowsTheDifferenceAndStops()
    {
        await using var camera = await VirtualPair.OldAsync();
        await ReadAsync(VirtualPair.Of(camera), "--out", "p.yaml");
        var text = await File.ReadAllTextAsync(Path.Combine(cli.Folder, "p.yaml"));
        cli.Write("p.yaml", text.Replace("brightness: 55", "brightness: 10", StringComparison.Ordinal));

        var refused = await ReadAsync(VirtualPair.Of(camera), "--out", "p.yaml");
        var forced = await ReadAsync(VirtualPair.Of(camera), "--out", "p.yaml", "--force");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.ExitCode, Is.EqualTo(64), refused.ToString());
            Assert.That(refused.Error, Does.Contain("videoSources[1].imaging.brightness: 10 → 55"));
            Assert.That(forced.ExitCode, Is.Zero, forced.ToString());
        }
    }

    [TestCase("frobnicate")]
    [TestCase("read")]
    [TestCase("read http://admin:secret@192.0.2.1 --user admin")]
    [TestCase("plan missing.yaml 192.0.2.1 --user a --password-env TEST_OLD_PASSWORD")]
    [TestCase("read 192.0.2.1 --no-input --user admin")]
    [TestCase("read 192.0.2.1 --user admin --password-env NOT_SET_ANYWHERE")]
    [TestCase("simulate missing.yaml")]
    public async Task Usage_Wrong_IsExit64AndPromisesNothingChanged(string arguments)
    {
        var result = await cli.RunAsync(arguments.Split(' '));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(64), result.ToString());
            Assert.That(result.Error, Does.Contain("Nothing was changed.").And.Not.Contain("secret"));
        }
    }

    [Test]
    public async Task Profile_Broken_SaysEveryProblemWithItsLine()
    {
        cli.Write("bad.yaml", "schemaVersion: 1\nkind: CameraProfile\ntime: {mode: Sundial}\nvideoSources:\n- number: 1\n  rotatoin: 0\n");

        var result = await cli.RunAsync("profile", "validate", "bad.yaml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(64));
            Assert.That(result.Output, Does.Contain("bad.yaml:3:").And.Contain("bad.yaml:6:").And.Contain("rotation"));
        }
    }

    [Test]
    public async Task Doctor_Runs_AndSpeaksOfEachThing()
    {
        var result = await cli.RunAsync("doctor", "--json");

        var names = JsonNode.Parse(result.Output)!["checks"]!.AsArray().Select(c => c!["name"]!.GetValue<string>());
        Assert.That(names, Is.SupersetOf(new[] { "ffmpeg", "interfaces", "multicast", "clock", "rights" }));
    }

    private Task<CliResult> ReadAsync(string camera, params string[] more) =>
        cli.RunAsync(["read", camera, "--user", "admin", "--password-env", CliRunner.OldPasswordVariable, .. more]);
}
