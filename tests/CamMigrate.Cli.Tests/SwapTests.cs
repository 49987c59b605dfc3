using System.Text;
using System.Text.Json.Nodes;
using CamMigrate.Testing;

namespace CamMigrate.Cli.Tests;

/// <summary>The main job, with the program as a process and virtual cameras on real sockets.</summary>
[Category("Ffmpeg")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class SwapTests : IDisposable
{
    private CliRunner cli = null!;

    [SetUp]
    public void MakeRunner()
    {
        cli = new CliRunner();
        cli.Set(CliRunner.OldPasswordVariable, VirtualPair.OldPassword);
        cli.Set(CliRunner.NewPasswordVariable, VirtualPair.NewPassword);
    }

    public void Dispose() => cli.Dispose();

    [Test]
    public async Task Swap_OldCameraCountsMasksFromTheTop_TakesThemFromItsPicture()
    {
        await using var old = await VirtualPair.OldAsync(mask: "[[72, 300], [214, 300], [214, 420], [72, 420]]\n      originTop: true");
        await using var fresh = await VirtualPair.NewAsync();
        var result = await cli.RunAsync(Swap(VirtualPair.Of(old), VirtualPair.Of(fresh), "--yes"));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(result.ExitCode, Is.Zero, result.ToString());
        Assert.That(result.Error, Does.Contain("upside down"));
        Assert.That(fresh.Camera.Onvif!.Masks.Single().Points.Select(p => p.Y), Is.All.LessThan(0), "in the lower half, as the old picture shows");
    }

    [Test]
    public async Task Swap_OneCable_IsProvenAndAgainWritesNothingAndLeaksNothing()
    {
        var old = await VirtualPair.OldAsync();
        var port = VirtualPair.FreePort();
        using var swap = cli.Start(Swap(VirtualPair.Of(old), $"127.0.31.2:{port}", "--yes", "-vv", "--log-file", "log.jsonl"));
        await swap.SawAsync("Unplug the old camera");
        await old.DisposeAsync();
        await using var fresh = await VirtualPair.NewAsync(port: port);
        var result = await swap.ExitAsync();
        Assert.That(result.ExitCode, Is.Zero, result.ToString());
        Assert.That(result.Output.TrimEnd(), Does.EndWith("Proven"));

        var state = fresh.Camera.Onvif!;
        var writes = fresh.Counters.Writes;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(old.Counters.Writes, Is.Zero, "the old camera is only read");
            Assert.That(old.Counters.FailedLogins + fresh.Counters.FailedLogins, Is.Zero);
            Assert.That(state.Masks, Has.Length.EqualTo(1));
            Assert.That(fresh.Counters.SchemaErrors, Is.Empty);
            Assert.That(Directory.GetFiles(Path.Combine(cli.Runs().Single(), "pictures")).Select(Path.GetFileName),
                Is.EquivalentTo(new[] { "old-1-main.jpg", "before-1-main.jpg", "after-1-main.jpg", "after-1-sub.jpg" }));
        }

        var profile = Path.Combine(cli.Runs().Single(), "profile.yaml");
        var again = await cli.RunAsync("apply", profile, VirtualPair.Of(fresh), "--yes", "--json", "--user", "installer", "--password-env", CliRunner.NewPasswordVariable);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.ExitCode, Is.Zero, again.ToString());
            Assert.That(fresh.Counters.Writes, Is.EqualTo(writes), "the second apply writes nothing");
            Assert.That(JsonNode.Parse(again.Output)!["writes"]!.GetValue<int>(), Is.Zero);
        }

        AssertNoSecret("marker");
    }

    [TestCase("dahua")]
    [TestCase("onvif")]
    public async Task Swap_OldCameraOfAnotherKind_IsProven(string face)
    {
        await using var old = face == "dahua" ? await VirtualPair.OldDahuaAsync() : await VirtualPair.OldOnvifAsync();
        await using var fresh = await VirtualPair.NewAsync();

        var result = await cli.RunAsync(Swap(VirtualPair.Of(old), VirtualPair.Of(fresh), "--yes"));

        var state = fresh.Camera.Onvif!;
        var profile = await File.ReadAllTextAsync(Path.Combine(cli.Runs().Single(), "profile.yaml"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Output.TrimEnd(), Does.EndWith("Proven"));
            Assert.That(state.Masks, Has.Length.EqualTo(1));
            Assert.That(profile, Does.Contain($"adapter: {face}"));
            Assert.That(old.Counters.Writes, Is.Zero, "the old camera is only read");
            Assert.That(old.Counters.FailedLogins + fresh.Counters.FailedLogins, Is.Zero);
            Assert.That(fresh.Counters.SchemaErrors, Is.Empty);
        }
    }

    [Test]
    public async Task Swap_KilledWhileWriting_GoesOnWithoutTheOldCamera()
    {
        var old = await VirtualPair.OldAsync();
        await using var fresh = await VirtualPair.NewAsync(camera: "faults: {delayMilliseconds: 60}");
        var arguments = Swap(VirtualPair.Of(old), VirtualPair.Of(fresh), "--yes");
        using (var first = cli.Start(arguments))
        {
            await first.SawAsync("masks[1]");
            await first.SawAsync("done");
            first.Kill();
            await first.ExitAsync();
        }

        await old.DisposeAsync();
        var writes = fresh.Counters.Writes;
        var result = await cli.RunAsync(arguments);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Error, Does.Contain("Going on with"));
            Assert.That(writes, Is.GreaterThan(0));
            Assert.That(fresh.Camera.Onvif!.Masks, Has.Length.EqualTo(1), "nothing is done twice");
            Assert.That(fresh.Counters.Count("CreateMask"), Is.EqualTo(1));
            Assert.That(cli.Runs(), Has.Length.EqualTo(1));
        }
    }

    [TestCase("faults: {masks: notBurned}", 6, "mask")]
    [TestCase("faults: {masks: acceptsAndIgnores}", 6, "mask")]
    [TestCase("faults: {stream: notFound}", 6, "connect")]
    [TestCase("faults: {picture: black}", 6, "picture")]
    [TestCase("scene: yard", 6, "mask")]
    public async Task Swap_NewCameraFails_IsNotProvenAndSaysWhy(string camera, int code, string why)
    {
        await using var old = await VirtualPair.OldAsync();
        await using var fresh = await VirtualPair.NewAsync(camera: camera.StartsWith("scene", StringComparison.Ordinal) ? "" : camera,
            onvif: "");
        await using var other = camera.StartsWith("scene", StringComparison.Ordinal) ? await OtherSceneAsync() : null;

        var result = await cli.RunAsync(Swap(VirtualPair.Of(old), VirtualPair.Of(other ?? fresh), "--yes"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(code), result.ToString());
            Assert.That(result.Output, Does.Contain("Not proven").And.Contain(why));
        }
    }

    [Test]
    public async Task Swap_NewCameraDiesWhileWriting_SaysWhatIsWrittenAndGoesOnLater()
    {
        await using var old = await VirtualPair.OldAsync();
        await using var fresh = await VirtualPair.NewAsync(camera: "faults: {dieAfterWrites: 3}");
        var arguments = Swap(VirtualPair.Of(old), VirtualPair.Of(fresh), "--yes", "--wait", "1s");

        var died = await cli.RunAsync(arguments);
        await fresh.Camera.RestartAsync(CancellationToken.None);
        var again = await cli.RunAsync(arguments);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(died.ExitCode, Is.EqualTo(4), died.ToString());
            Assert.That(died.Output, Does.Contain("UNVERIFIED").And.Contain("skipped").And.Contain("Not proven"));
            Assert.That(died.Error, Does.Not.Contain("Nothing was changed."));
            Assert.That(again.ExitCode, Is.Zero, again.ToString());
            Assert.That(fresh.Counters.Count("CreateMask"), Is.EqualTo(1), "nothing is done twice");
        }
    }

    [TestCase(1, true)]
    [TestCase(3, false)]
    public async Task Swap_AnswerOfAWriteIsLost_ItIsReadBackAndNotSentAgain(int write, bool done)
    {
        await using var old = await VirtualPair.OldAsync();
        await using var fresh = await VirtualPair.NewAsync(
            camera: $"faults: {{dropAnswerOfWrite: {write}, droppedIsDone: {(done ? "true" : "false")}}}");

        var result = await cli.RunAsync(Swap(VirtualPair.Of(old), VirtualPair.Of(fresh), "--yes"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, done ? Is.Zero : Is.Not.Zero, result.ToString());
            Assert.That(fresh.Counters.Count("SetNTP"), Is.EqualTo(1));
            Assert.That(fresh.Counters.Count("CreateMask"), Is.LessThanOrEqualTo(1));
        }
    }

    [Test]
    public async Task Swap_WrongPasswordOfTheNewCamera_IsOneFailedLoginAndExit5()
    {
        cli.Set(CliRunner.NewPasswordVariable, "wrong-marker");
        await using var old = await VirtualPair.OldAsync();
        await using var fresh = await VirtualPair.NewAsync();

        var result = await cli.RunAsync(Swap(VirtualPair.Of(old), VirtualPair.Of(fresh), "--yes"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(5), result.ToString());
            Assert.That(fresh.Counters.FailedLogins, Is.EqualTo(1));
            Assert.That(fresh.Counters.Writes, Is.Zero);
            Assert.That(result.Error, Does.Contain("Nothing was changed."));
        }

        AssertNoSecret("marker");
    }

    [Test]
    public async Task Swap_NewCameraWithoutMasks_StopsBeforeTheFirstWriteUntilTheLossIsAccepted()
    {
        await using var old = await VirtualPair.OldAsync();
        await using var fresh = await VirtualPair.NewAsync(limits: "masks: false");
        var arguments = Swap(VirtualPair.Of(old), VirtualPair.Of(fresh), "--yes");

        var stopped = await cli.RunAsync(arguments);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stopped.ExitCode, Is.EqualTo(7), stopped.ToString());
            Assert.That(stopped.Error, Does.Contain("--accept-mask-loss").And.Contain("Nothing was changed."));
            Assert.That(fresh.Counters.Writes, Is.Zero);
        }

        var accepted = await cli.RunAsync([.. arguments, "--accept-mask-loss", "1"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(accepted.ExitCode, Is.EqualTo(6), accepted.ToString());
            Assert.That(accepted.Output, Does.Contain("was given up"));
            Assert.That(fresh.Counters.Writes, Is.GreaterThan(0));
        }
    }

    [Test]
    public async Task Swap_MasksLeftOutByArea_StopsBeforeTheFirstWrite()
    {
        await using var old = await VirtualPair.OldAsync();
        await using var fresh = await VirtualPair.NewAsync();

        var result = await cli.RunAsync(Swap(VirtualPair.Of(old), VirtualPair.Of(fresh), "--yes", "--except", "masks"));

        Assert.That((result.ExitCode, fresh.Counters.Writes), Is.EqualTo((7, 0)), result.ToString());
    }

    [Test]
    public async Task Swap_AnotherOldCameraAtTheAddressLater_IsRefused()
    {
        var port = VirtualPair.FreePort("127.0.31.1");
        string[] arguments;
        await using (await VirtualPair.OldAsync(port: port))
        {
            arguments = Swap($"127.0.31.1:{port}", $"127.0.31.2:{VirtualPair.FreePort()}", "--yes", "--wait", "1s");
            Assert.That((await cli.RunAsync(arguments)).ExitCode, Is.EqualTo(4));
        }

        await using var other = await VirtualPair.OldAsync(port: port, serial: "DS-TEST-000000002");
        var result = await cli.RunAsync(arguments);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(64), result.ToString());
            Assert.That(result.Error, Does.Contain("DS-TEST-000000002").And.Contain("--read-again"));
        }
    }

    [Test]
    public async Task Swap_NewTakesTheOldAddress_ItsLoginIsNeverGivenToTheOldCamera()
    {
        var port = VirtualPair.FreePort("127.0.31.1");
        var old = await VirtualPair.OldAsync(port: port);
        using var swap = cli.Start(Swap($"127.0.31.1:{port}", $"127.0.31.1:{port}", "--yes", "--wait", "60s"));
        await swap.SawAsync("the old camera still answers");
        var failed = old.Counters.FailedLogins;
        await old.DisposeAsync();
        await using var fresh = await VirtualPair.NewAsync(port: port, address: "127.0.31.1");

        var result = await swap.ExitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failed, Is.Zero);
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
        }
    }

    [NonParallelizable]
    [TestCase("serial:ACME00000032")]
    [TestCase("00:00:5e:00:53:20")]
    public async Task Swap_NewCameraByItsName_IsFoundByDiscovery(string name)
    {
        await using var old = await VirtualPair.OldAsync();
        await using var fresh = await VirtualPair.NewAsync(camera: "discovery: true");

        var result = await cli.RunAsync(Swap(VirtualPair.Of(old), name, "--yes", "--wait", "10s", "--json"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            var document = JsonNode.Parse(result.Output)!;
            Assert.That(document["proven"]!.GetValue<bool>());
            Assert.That(document["apply"]!["outcomes"]![0]!["outcome"]!.GetValue<string>(), Is.EqualTo("done"));
            Assert.That(document["plan"]!["changes"]!.AsArray().Select(c => c!["disposition"]!.GetValue<string>()), Does.Contain("notSupported"));
        }
    }

    [Test]
    public async Task Swap_OldMasksCannotBeRead_StopsBeforeTheFirstWrite()
    {
        await using var old = await VirtualPair.OldAsync("refusals: {'System/Video/inputs/channels/1/privacyMask': error}");
        await using var fresh = await VirtualPair.NewAsync();

        var result = await cli.RunAsync(Swap(VirtualPair.Of(old), VirtualPair.Of(fresh), "--yes"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(7), result.ToString());
            Assert.That(fresh.Counters.Writes, Is.Zero);
        }
    }

    [Test]
    public async Task Swap_NewCameraInUse_IsRefusedUntilSaid()
    {
        await using var old = await VirtualPair.OldAsync();
        await using var fresh = await VirtualPair.NewAsync("masks: [{points: [[-0.9, -0.9], [-0.8, -0.9], [-0.8, -0.8], [-0.9, -0.8]]}]");
        var arguments = Swap(VirtualPair.Of(old), VirtualPair.Of(fresh), "--yes");

        var refused = await cli.RunAsync(arguments);
        var allowed = await cli.RunAsync([.. arguments, "--in-service"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.ExitCode, Is.EqualTo(64), refused.ToString());
            Assert.That(refused.Error, Does.Contain("--in-service").And.Contain("Nothing was changed."));
            Assert.That(allowed.ExitCode, Is.Zero, allowed.ToString());
            Assert.That(fresh.Camera.Onvif!.Masks, Has.Length.EqualTo(2), "the mask of somebody else stays");
        }
    }

    [Test]
    public async Task Swap_NewCameraNeverAnswers_EndsWithTheProfileSaved()
    {
        await using var old = await VirtualPair.OldAsync();

        var result = await cli.RunAsync(Swap(VirtualPair.Of(old), $"127.0.31.2:{VirtualPair.FreePort()}", "--wait", "1s"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(4), result.ToString());
            Assert.That(File.Exists(Path.Combine(cli.Runs().Single(), "profile.yaml")));
        }
    }

    private static Task<SimulatedCamera> OtherSceneAsync() => SimulatedCamera.StartAsync("""
        name: new
        face: onvif
        address: 127.0.31.3
        users: [{username: installer, password: "New-marker-7743 ':@"}]
        scene: yard
        onvif:
          encoders:
          - {token: VideoEncoder_1, name: main, width: 640, height: 360}
          - {token: VideoEncoder_2, name: sub, width: 320, height: 180}
          limits: {resolutions: ['640x360', '320x180']}
        """);

    private static string[] Swap(string old, string fresh, params string[] more) =>
    [
        "swap", old, fresh, "--old-user", "admin", "--old-password-env", CliRunner.OldPasswordVariable,
        "--new-user", "installer", "--new-password-env", CliRunner.NewPasswordVariable, .. more,
    ];

    /// <summary>Every byte that was printed or kept, raw and as URLs and XML would spell it.</summary>
    private void AssertNoSecret(string marker)
    {
        var places = new List<string>();
        if (cli.Everything.ToString().Contains(marker, StringComparison.Ordinal)) places.Add("output");
        foreach (var file in Directory.EnumerateFiles(cli.Folder, "*", SearchOption.AllDirectories))
        {
            if (Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains(marker, StringComparison.Ordinal)) places.Add(file);
        }

        Assert.That(places, Is.Empty);
    }
}
