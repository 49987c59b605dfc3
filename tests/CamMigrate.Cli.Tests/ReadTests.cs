using System.Text.Json.Nodes;
using CamMigrate.Testing;

namespace CamMigrate.Cli.Tests;

/// <summary><c>read</c> and what it can keep besides the profile.</summary>
[Category("Ffmpeg")]
public sealed class ReadTests
{
    private const string Mask = "[[72, 300], [214, 300], [214, 420], [72, 420]]";

    private CliRunner cli = null!;

    [SetUp]
    public void SetUp()
    {
        cli = new CliRunner();
        cli.Set(CliRunner.OldPasswordVariable, VirtualPair.OldPassword);
    }

    [TearDown]
    public void TearDown()
    {
        Assert.That(cli.Everything.ToString(), Does.Not.Contain(VirtualPair.OldPassword));
        cli.Dispose();
    }

    [Test]
    public async Task Record_ThenSimulate_ReadsTheSameProfile()
    {
        await using var old = await VirtualPair.OldAsync();
        var first = await ReadAsync(old, "--out", "first.yaml", "--record", "recording");
        using var simulation = cli.Start("simulate", "recording");
        await simulation.SawAsync("ready");
        var line = (await File.ReadAllTextAsync(Path.Combine(cli.Folder, "recording", "SOURCE.txt"))).Split('\n')[0];
        var address = cli.Everything.ToString().Split('\n').Last(l => l.StartsWith("recording  http://", StringComparison.Ordinal)).Split("  ")[1];
        cli.Set("RECORDED", "recording");
        var second = await cli.RunAsync("read", address, "--user", "admin", "--password-env", "RECORDED", "--out", "second.yaml");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(first.ExitCode, Is.Zero, first.ToString());
        Assert.That(second.ExitCode, Is.Zero, second.ToString());
        Assert.That(line, Does.Contain("DS-TEST/1"));
        Assert.That(Settings("second.yaml"), Is.EqualTo(Settings("first.yaml")));
        Assert.That(Everything("recording"), Does.Not.Contain("NORTH GATE").And.Not.Contain("127.0.31.1").And.Not.Contain("TEST-000000001"));
    }

    [Test]
    public async Task Pictures_OfACameraWithASnapshot_AreKeptWithTheirProof()
    {
        await using var old = await VirtualPair.OldAsync(mask: Mask);

        var read = await ReadAsync(old, "--out", "p.yaml", "--pictures", "pictures", "--json");

        var picture = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(cli.Folder, "pictures", "pictures.json")))!["pictures"]![0]!;
        var jpeg = await File.ReadAllBytesAsync(Path.Combine(cli.Folder, "pictures", (string)picture["file"]!));
        using var _ = Assert.EnterMultipleScope();
        Assert.That(read.ExitCode, Is.Zero, read.ToString());
        Assert.That(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(jpeg)), Is.EqualTo((string)picture["sha256"]!));
        Assert.That(((int)picture["width"]!, (int)picture["height"]!, (string)picture["how"]!), Is.EqualTo((640, 360, "snapshot")));
        Assert.That((string)JsonNode.Parse(read.Output)!["pictures"]![0]!["file"]!, Is.EqualTo("source-1.jpg"));
        Assert.That(Profile("p.yaml"), Does.Not.Contain("videoSources[1].masks"), "the mask was found");
        Assert.That(Modes("pictures"), Is.All.Zero);
    }

    [TestCase("refusals: {'Streaming/channels/101/picture': notSupport}", "")]
    [TestCase("", "faults: {http: html, httpAt: picture}")]
    public async Task Pictures_OfACameraWithoutSnapshot_ComeFromItsStream(string hikvision, string camera)
    {
        await using var old = await VirtualPair.OldAsync(hikvision, camera);

        var read = await ReadAsync(old, "--out", "p.yaml", "--pictures", "pictures");

        var picture = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(cli.Folder, "pictures", "pictures.json")))!["pictures"]![0]!;
        using var _ = Assert.EnterMultipleScope();
        Assert.That(read.ExitCode, Is.Zero, read.ToString());
        Assert.That(((int)picture["width"]!, (int)picture["height"]!, (string)picture["how"]!), Is.EqualTo((640, 360, "stream")));
        Assert.That(old.Counters.Writes, Is.Zero);
    }

    [Test]
    public async Task Pictures_ThatShowTheMaskUpsideDown_PutItRight()
    {
        await using var old = await SimulatedCamera.StartAsync($$"""
            face: hikvision
            address: 127.0.31.1
            users: [{username: admin, password: "{{VirtualPair.OldPassword}}"}]
            hikvision:
              channels:
              - streams: [{number: 1, codec: H.264, width: 640, height: 360, bitrate: 1024}]
                masks: {originTop: true, regions: [{points: {{Mask}}, type: black}]}
            """.ReplaceLineEndings("\n"));

        var without = await ReadAsync(old, "--out", "without.yaml");
        var with = await ReadAsync(old, "--out", "with.yaml", "--pictures", "pictures");

        using var _ = Assert.EnterMultipleScope();
        Assert.That((without.ExitCode, with.ExitCode), Is.EqualTo((0, 0)), with.ToString());
        Assert.That(Profile("without.yaml"), Does.Contain("0.479167").And.Contain("videoSources[1].masks"));
        Assert.That(Profile("with.yaml"), Does.Contain("0.520833").And.Not.Contain("videoSources[1].masks"));
        Assert.That(with.Error, Does.Contain("upside down"));
    }

    [Test]
    public async Task Pictures_OfACameraWithoutVideo_SayWhyAndEndInPart()
    {
        await using var old = await VirtualPair.OldAsync(
            hikvision: "refusals: {'Streaming/channels/101/picture': notSupport}", camera: "faults: {stream: notFound}");

        var read = await ReadAsync(old, "--out", "p.yaml", "--pictures", "pictures");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(read.ExitCode, Is.EqualTo(3), read.ToString());
        Assert.That(read.Error, Does.Contain("no picture of source 1"));
        Assert.That(Directory.EnumerateFiles(Path.Combine(cli.Folder, "pictures")).Select(Path.GetFileName), Is.EqualTo(new[] { "pictures.json" }));
    }

    [Test]
    public async Task Pictures_WhereTheStreamRefusesTheLogin_CostOneLoginAndNoProfile()
    {
        await using var old = await VirtualPair.OldAsync(
            hikvision: "refusals: {'Streaming/channels/101/picture': notSupport}", camera: "faults: {stream: loginRefused}");

        var read = await ReadAsync(old, "--out", "p.yaml", "--pictures", "pictures", "--backup", "old.cfg", "--record", "recording");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(read.ExitCode, Is.EqualTo(5), read.ToString());
        Assert.That(File.Exists(Path.Combine(cli.Folder, "p.yaml")), "what was read is kept");
        Assert.That(File.Exists(Path.Combine(cli.Folder, "pictures", "pictures.json")));
        Assert.That(read.Error, Does.Contain("no picture of source 1").And.Contain("refused the login"));
        Assert.That(old.Counters.FailedLogins, Is.EqualTo(1));
    }

    [Test]
    public async Task Backup_OfACameraThatGivesIt_IsKeptAndNeverShown()
    {
        await using var old = await VirtualPair.OldAsync(serial: "MARKER-IN-BACKUP");

        var read = await ReadAsync(old, "--out", "p.yaml", "--backup", "old.cfg", "--record", "recording", "-vv");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(read.ExitCode, Is.Zero, read.ToString());
        Assert.That(await File.ReadAllTextAsync(Path.Combine(cli.Folder, "old.cfg")), Is.EqualTo("SIMCFG\0MARKER-IN-BACKUP"));
        Assert.That(read.Output + read.Error, Does.Not.Contain("SIMCFG"));
        Assert.That(Everything("recording"), Does.Not.Contain("SIMCFG"));
        if (!OperatingSystem.IsWindows()) Assert.That(new FileInfo(Path.Combine(cli.Folder, "old.cfg")).UnixFileMode, Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [TestCase("notSupport")]
    [TestCase("failingOk")]
    [TestCase("error")]
    public async Task Backup_OfACameraThatGivesNone_SaysSoAndEndsInPart(string refusal)
    {
        await using var old = await VirtualPair.OldAsync(hikvision: $"refusals: {{'System/configurationData': {refusal}}}");

        var read = await ReadAsync(old, "--out", "p.yaml", "--backup", "old.cfg");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(read.ExitCode, Is.EqualTo(3), read.ToString());
        Assert.That(read.Error, Does.Contain("no backup"));
        Assert.That(File.Exists(Path.Combine(cli.Folder, "old.cfg")), Is.False);
        Assert.That(File.Exists(Path.Combine(cli.Folder, "p.yaml")));
    }

    [Test]
    public async Task Explain_EveryValue_HasItsFate()
    {
        await using var old = await VirtualPair.OldAsync();

        var json = await ReadAsync(old, "--json", "--explain");
        var text = await ReadAsync(old, "--out", "p.yaml", "--explain");

        var report = JsonNode.Parse(json.Output)!;
        var explained = report["explained"]!.AsArray();
        using var _ = Assert.EnterMultipleScope();
        Assert.That((json.ExitCode, text.ExitCode), Is.EqualTo((0, 0)), text.ToString());
        Assert.That(explained, Has.Count.EqualTo((int)report["leaves"]!["received"]!));
        Assert.That(explained.Count(e => (string)e!["outcome"]! == "notCarried"), Is.EqualTo((int)report["leaves"]!["notCarried"]!));
        Assert.That(report["documentFates"]!.AsArray(), Has.Count.EqualTo((int)report["documents"]!["asked"]!));
        Assert.That((string)report["camera"]!["recognisedBy"]!, Is.Not.Empty);
        Assert.That(text.Output.Split('\n').Count(l => l.StartsWith("  carried", StringComparison.Ordinal)), Is.EqualTo((int)report["leaves"]!["carried"]!));
        Assert.That(text.Output, Does.Contain("System/time  ").And.Contain("not carried"));
        Assert.That(text.Error, Does.Contain("Recognised as hikvision"));
    }

    [Test]
    public async Task Options_ThatCannotBe_AreRefusedBeforeACameraIsAsked()
    {
        await using var old = await VirtualPair.OldAsync();
        cli.Write("used", "");

        using var _ = Assert.EnterMultipleScope();
        foreach (var options in (string[][])[["--explain"], ["--connections", "0"], ["--connections", "99"], ["--record", "used"], ["--pictures", "used"], ["--backup", "used"], ["--record", "."],
            ["--out", "nowhere/p.yaml"], ["--out", "."], ["--backup", "nowhere/old.cfg"], ["--vendor", "nobody"]])
            Assert.That((await ReadAsync(old, options)).ExitCode, Is.EqualTo(64), string.Join(' ', options));
        Assert.That(old.Counters.Requests, Is.Zero);
    }

    [Test]
    public async Task Pictures_WhoseLoginIsRefused_LoseNoProfile()
    {
        await using var stream = await VirtualPair.OldAsync();
        await using var old = await SimulatedCamera.StartAsync($$"""
            face: dahua
            address: 127.0.31.1
            users: [{username: admin, password: Not-the-streams}]
            dahua:
              cgi: false
              tables: {RTSP: "table.RTSP.Enable=true\ntable.RTSP.Port={{stream.RtspPort}}"}
            """.ReplaceLineEndings("\n"));
        cli.Set("DAHUA", "Not-the-streams");

        var read = await cli.RunAsync(
            "read", VirtualPair.Of(old), "--user", "admin", "--password-env", "DAHUA", "--out", "p.yaml", "--pictures", "pictures", "--json");

        var report = JsonNode.Parse(read.Output)!;
        using var _ = Assert.EnterMultipleScope();
        Assert.That(read.ExitCode, Is.EqualTo(5), read.ToString());
        Assert.That((int)report["error"]!["code"]!, Is.EqualTo(5));
        Assert.That((int)report["leaves"]!["carried"]!, Is.Positive);
        Assert.That(read.Error, Does.Contain("refused the login").And.Contain("Nothing was changed."));
        Assert.That(Profile("p.yaml"), Does.Contain("adapter: dahua"));
        Assert.That(stream.Counters.FailedLogins, Is.EqualTo(1), "asked once");
    }

    [Test]
    public async Task Vendor_ThatIsAnother_IsSaidToBeWhy()
    {
        await using var old = await VirtualPair.OldAsync();

        var read = await ReadAsync(old, "--vendor", "dahua");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(read.ExitCode, Is.EqualTo(1), read.ToString());
        Assert.That(read.Error, Does.Contain("Taken as dahua, as --vendor says.").And.Contain("without --vendor it is recognised"));
        Assert.That(read.Error, Does.Not.Contain("Recognised"));
    }

    [Test]
    public async Task Unread_Area_IsSaidOnceWithItsDocument()
    {
        await using var old = await VirtualPair.OldAsync(hikvision: "refusals: {System/Video/inputs/channels/1/privacyMask: error}");

        var read = await ReadAsync(old, "--out", "p.yaml");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(read.ExitCode, Is.EqualTo(3), read.ToString());
        Assert.That(read.Error.Split('\n').Where(l => l.Contains(".masks:", StringComparison.Ordinal)).Select(l => l.TrimEnd()), Is.EqualTo(new[]
        {
            "  UNREAD videoSources[1].masks: the camera answered HTTP 500 deviceError. (System/Video/inputs/channels/1/privacyMask)",
        }));
    }

    [Test]
    public async Task Simulate_Json_NamesTheCameras()
    {
        cli.Write("estate.yaml", """
            kind: Estate
            cameras:
            - {name: lobby, face: webServer, address: 127.0.31.3}
            """.ReplaceLineEndings("\n"));

        using var simulation = cli.Start("simulate", "estate.yaml", "--json");

        await simulation.SawAsync("\"name\": \"lobby\"");
        Assert.That(cli.Everything.ToString(), Does.Not.Contain("ready"));
    }

    [Test]
    public async Task Simulate_AFolderThatIsNoRecording_IsRefused()
    {
        Directory.CreateDirectory(Path.Combine(cli.Folder, "empty"));
        Directory.CreateDirectory(Path.Combine(cli.Folder, "broken"));
        cli.Write(Path.Combine("broken", "exchanges.json"), "{");

        using var _ = Assert.EnterMultipleScope();
        var empty = await cli.RunAsync("simulate", "empty");
        Assert.That(empty.ExitCode, Is.EqualTo(64));
        Assert.That(empty.Error, Does.Contain(". Nothing was changed.").And.Contain("no recording"));
        Assert.That((await cli.RunAsync("simulate", "broken")).ExitCode, Is.EqualTo(64));
    }

    private Task<CliResult> ReadAsync(SimulatedCamera old, params string[] more) => cli.RunAsync(
        ["read", VirtualPair.Of(old), "--user", "admin", "--password-env", CliRunner.OldPasswordVariable, .. more]);

    private string Profile(string name) => File.ReadAllText(Path.Combine(cli.Folder, name));

    /// <summary>A profile's lines that no stand-in changes.</summary>
    private string[] Settings(string name) => [.. Profile(name).Split('\n').Where(l => !HasStandIn(l))];

    private static bool HasStandIn(string line) => line.TrimStart(' ', '-').Split(':')[0]
        is "address" or "serialNumber" or "macAddress" or "name" or "text" or "username" or "gateway" or "camera"
        || line.Contains("username", StringComparison.Ordinal) || line.Contains("NORTH", StringComparison.Ordinal)
        || line.Contains("name-", StringComparison.Ordinal) || line.Contains("192.0.2.", StringComparison.Ordinal) || line.Contains(".example", StringComparison.Ordinal);

    private string Everything(string folder) => string.Concat(
        Directory.EnumerateFiles(Path.Combine(cli.Folder, folder), "*", SearchOption.AllDirectories).Select(File.ReadAllText));

    private IEnumerable<int> Modes(string folder) => OperatingSystem.IsWindows() ? [0]
        : Directory.EnumerateFiles(Path.Combine(cli.Folder, folder)).Select(f => (int)new FileInfo(f).UnixFileMode & 0x3F);
}
