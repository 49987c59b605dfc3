using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CamMigrate.Simulator;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Cli.Tests;

/// <summary>Finding cameras: the program as a process, virtual cameras of several makes on real sockets.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class DiscoverTests : IDisposable
{
    private readonly CliRunner cli = new();
    private readonly int[] udp = [FreeUdpPort(), FreeUdpPort(), FreeUdpPort()];

    public void Dispose() => cli.Dispose();

    [Test]
    public async Task Search_EstateOfSeveralMakes_FindsEachOnceAndSpendsNoLogin()
    {
        await using var estate = await StartAsync("127.80.1");

        var result = await DiscoverAsync("--json", "--wait", "5");

        var devices = Devices(result);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(devices.Select(d => $"{d["address"]} {d["vendor"]} {string.Join('+', d["foundBy"]!.AsArray())}"), Is.EqualTo(new[]
            {
                "127.80.1.1 hikvision sadp+wsDiscovery", "127.80.1.3 dahua dhDiscover", "127.80.1.4 onvif wsDiscovery", "192.168.1.64 hikvision sadp",
            }));
            Assert.That((string?)devices[0]["macAddress"], Is.EqualTo("00:00:5e:00:53:31"));
            Assert.That((string?)devices[0]["serialNumber"], Is.EqualTo("DS-TEST-01"));
            Assert.That((bool?)devices[0]["onvif"], Is.True);
            Assert.That((string?)devices[0]["factoryState"], Is.EqualTo("activated"));
            Assert.That((bool?)devices[0]["reachable"], Is.True);
            Assert.That((string?)devices[1]["model"], Is.EqualTo("IPC-TEST"));
            AssertUntouched(estate);
        }
    }

    [Test]
    public async Task Search_FreshCameraOutsideOurNetworks_IsNamedWithTheCommandThatReachesIt()
    {
        await using var estate = await StartAsync("127.80.2");

        var result = await DiscoverAsync("--wait", "4");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Output, Does.Match("(?m)^192\\.168\\.1\\.64:[0-9]+ .* DS-FRESH .* no password yet"));
            Assert.That(result.Error, Does.Contain("No login is sent.").And.Contain("has no password yet"));
            if (HasOutwardInterface)
                Assert.That(result.Error, Does.Match(OperatingSystem.IsWindows() ? "netsh interface ip add address" : "ip addr add 192\\.168\\.1\\.200/24 dev "));
            Assert.That(result.Output, Does.Not.Contain("\u202e").And.Contain("\\u202e"), "a name may not turn the line around");
        }
    }

    [Test]
    public async Task Range_TwoRuns_AgreeAndFindWhatIsSilent()
    {
        await using var estate = await StartAsync("127.80.3");
        string[] arguments = ["127.80.3.0/28", "--ports", Port(estate), "--json"];

        var first = await DiscoverAsync(arguments);
        var second = await DiscoverAsync(arguments);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Devices(first).Select(d => (string?)d["address"]), Is.EqualTo(new[]
            {
                "127.80.3.1", "127.80.3.2", "127.80.3.3", "127.80.3.4", "127.80.3.5", "192.168.1.64",
            }));
            Assert.That(Devices(first)[4]["foundBy"]!.ToJsonString(), Is.EqualTo("[\"range\"]"), "it answers no search");
            Assert.That(Devices(first)[1]["factoryState"]!.ToString(), Is.EqualTo("notActivated"), "told without a login");
            Assert.That(Comparable(second), Is.EqualTo(Comparable(first)));
            AssertUntouched(estate);
        }
    }

    [Test]
    public async Task Range_DahuaWithoutAPassword_IsSaidToHaveNone()
    {
        await using var estate = await Simulation.StartAsync(
            Estate.Parse("kind: Estate\ncameras:\n- {name: new, face: dahua, address: 127.80.5.1, "
                + "users: [{username: admin, password: Disc-marker}], dahua: {initialised: false}}\n"),
            new SimulationOptions { EncodeEagerly = false }, CancellationToken.None);

        var result = await DiscoverAsync("127.80.5.1", "--ports", Port(estate), "--json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Devices(result).Select(d => (string?)d["vendor"]), Is.EqualTo(new[] { "dahua" }), result.ToString());
            Assert.That((string?)Devices(result)[0]["factoryState"], Is.EqualTo("notActivated"));
            Assert.That(result.Error, Does.Contain($"  127.80.5.1:{Port(estate)} has no password yet"));
            AssertUntouched(estate);
        }
    }

    [Test]
    public async Task Range_NobodyThere_NamesThePortsThatWereLookedAt()
    {
        var result = await DiscoverAsync("127.80.6.1", "--ports", "81,82", "--wait", "2");

        Assert.That(result.Error, Does.Contain("on other ports than 81, 82"), result.ToString());
    }

    [Test]
    public async Task Csv_IsAManifestThatNoSpreadsheetComputes()
    {
        await using var estate = await StartAsync("127.80.4");

        var result = await DiscoverAsync("--csv", "--wait", "4");

        var lines = result.Output.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines[0].Split(','), Is.SupersetOf(
                new[] { "old", "new", "name", "site", "oldUser", "oldPasswordEnv", "newUser", "newPasswordEnv", "oldVendor", "oldMac" }));
            Assert.That(lines, Has.Length.EqualTo(5));
            Assert.That(lines[1], Does.StartWith($",,127.80.4.1:{Port(estate)},hikvision,"));
            Assert.That(lines[3], Does.StartWith(",\"'=1+2, \\u202e\"\"hall\"\"\",127.80.4.4:"));
        }
    }

    [Test]
    public async Task Search_NobodyThere_SaysWhatToCheckInTime()
    {
        var clock = Stopwatch.StartNew();

        var result = await DiscoverAsync("--wait", "2");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((result.ExitCode, result.Output), Is.EqualTo((0, "")), result.ToString());
            Assert.That(result.Error, Does.Contain("for at most 2 s").And.Contain("No camera answered").And.Contain("cammigrate doctor"));
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(6)), "the process with its start");
        }
    }

    [Test]
    public async Task Range_TooLargeForItsTime_EndsInTimeAndSaysWhatWasNotLookedAt()
    {
        var result = await DiscoverAsync("127.90.0.0/16", "--wait", "3", "--json");

        var document = JsonNode.Parse(result.Output)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(3), result.ToString());
            Assert.That((int)document["elapsedMs"]!, Is.LessThanOrEqualTo(3000));
            Assert.That((bool)document["complete"]!, Is.False);
            Assert.That(document["findings"]!.ToJsonString(), Does.Contain("of 65534 addresses were not looked at"));
        }
    }

    [TestCase("65536", "10.0.0.0/8")]
    [TestCase("192.0.2.0/24", "my-camera")]
    [TestCase("not both", "--csv", "--json")]
    [TestCase("--wait", "--wait", "0")]
    [TestCase("no port", "--ports", "80,http")]
    public async Task Usage_Nonsense_IsRefused(string expected, params string[] arguments)
    {
        var result = await cli.RunAsync(["discover", .. arguments]);

        Assert.That((result.ExitCode, result.Error.Contains(expected, StringComparison.Ordinal)), Is.EqualTo((64, true)), result.ToString());
    }

    private static bool HasOutwardInterface =>
        Http.Udp.LocalSubnets.Read().Any(s => !s.IsLoopback);

    private Task<CliResult> DiscoverAsync(params string[] arguments) =>
        cli.RunAsync(["discover", "--udp-ports", string.Join(',', udp), .. arguments]);

    private static JsonNode[] Devices(CliResult result) => [.. JsonNode.Parse(result.Output)!["devices"]!.AsArray().Select(d => d!)];

    private static string Comparable(CliResult result)
    {
        var document = JsonNode.Parse(result.Output)!.AsObject();
        document.Remove("elapsedMs");
        return document.ToJsonString();
    }

    private static string Port(Simulation estate) => estate.Cameras[0].Endpoints.Http.ToString(CultureInfo.InvariantCulture);

    private static void AssertUntouched(Simulation estate)
    {
        foreach (var camera in estate.Cameras)
        {
            Assert.That((camera.Counters.Writes, camera.Counters.FailedLogins, camera.Counters.BasicLogins), Is.EqualTo((0, 0, 0)), camera.Name);
            // A Hikvision lists what was asked once the login was accepted, and the one question before it.
            if (camera.Name is "gate") Assert.That(camera.Counters.Operations, Has.All.EqualTo("GET /SDK/activateStatus"));
        }
    }

    private Task<Simulation> StartAsync(string network)
    {
        var port = VirtualPair.FreePort(network + ".1");
        string Camera(int host, string rest) => string.Create(CultureInfo.InvariantCulture,
            $"- {{address: {network}.{host}, ports: {{http: {port}}}, users: [{{username: admin, password: Disc-marker}}], {rest}}}\n");
        var yaml = "kind: Estate\ncameras:\n"
            + Camera(1, "name: gate, face: hikvision, discovery: true, discoveryProtocols: [sadp, wsDiscovery], "
                + "identity: {model: DS-TEST/1, serialNumber: DS-TEST-01, macAddress: '00:00:5e:00:53:31'}")
            + Camera(2, "name: fresh, face: hikvision, discovery: true, "
                + "identity: {model: DS-FRESH, serialNumber: DS-TEST-02, macAddress: '00:00:5e:00:53:32'}, hikvision: {activated: false, network: {ipAddress: 192.168.1.64}}")
            + Camera(3, "name: yard, face: dahua, discovery: true, "
                + "identity: {manufacturer: Dahua, model: IPC-TEST, serialNumber: DH-TEST-03, macAddress: '00:00:5e:00:53:33'}")
            + Camera(4, "name: \"=1+2, \\u202E\\\"hall\\\"\", face: onvif, discovery: true, identity: {model: EX-4, serialNumber: EX-TEST-04, macAddress: '00:00:5e:00:53:34'}")
            + Camera(5, "name: silent, face: onvif, identity: {model: EX-5, serialNumber: EX-TEST-05, macAddress: '00:00:5e:00:53:35'}");
        return Simulation.StartAsync(
            Estate.Parse(yaml),
            new SimulationOptions { EncodeEagerly = false, DiscoveryPort = udp[0], SadpPort = udp[1], DhDiscoverPort = udp[2] },
            CancellationToken.None);
    }

    private static int FreeUdpPort()
    {
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Any, 0));
        return ((IPEndPoint)socket.Client.LocalEndPoint!).Port;
    }
}
