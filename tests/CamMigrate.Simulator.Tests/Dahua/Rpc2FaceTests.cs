using System.Text.Json;
using CamMigrate.Simulator.Dahua.Rpc2;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Dahua;

[TestFixture]
internal sealed class Rpc2FaceTests
{
    [TestCase("old", JsonValueKind.Number, 401)]
    [TestCase("new", JsonValueKind.String, Rpc2Errors.Challenge)]
    public async Task Login_OfEachGeneration_OpensASession(string generation, JsonValueKind kind, int code)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            $"face: dahua\ndahua: {{cgi: false, generation: {generation}}}");
        using var client = new Rpc2Client(camera);

        var challenge = await client.PostAsync(
            "RPC2_Login", new { method = "global.login", id = 1, @params = new { userName = "admin", password = "" } });
        var login = await client.LoginAsync();
        var table = await client.CallAsync("configManager.getConfig", new { name = "Encode" });

        Assert.Multiple(() =>
        {
            Assert.That(Rpc2Client.Code(challenge), Is.EqualTo(code));
            Assert.That(login["result"]!.GetValue<bool>(), Is.True);
            Assert.That(login["params"]!["keepAliveInterval"]!.GetValue<int>(), Is.EqualTo(60));
            Assert.That(client.Session!.GetValueKind(), Is.EqualTo(kind));
            Assert.That(
                table["params"]!["table"]![0]!["MainFormat"]![0]!["Video"]!["BitRate"]!.GetValue<int>(),
                Is.EqualTo(4096));
            Assert.That(camera.Counters.FailedLogins, Is.Zero, "a challenge is no failed login");
        });
    }

    [Test]
    public async Task Login_WrongPassword_CountsWithCgiAndLocks()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua\nlogin: {lockAfter: 2}");
        using var client = new Rpc2Client(camera);

        var wrong = await client.LoginAsync("wrong");
        await CgiClient.AnswerAsync(camera, "magicBox.cgi?action=getVendor", "wrong");
        var locked = await client.LoginAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Rpc2Client.Code(wrong), Is.EqualTo(Rpc2Errors.WrongPassword));
            Assert.That(Rpc2Client.Code(locked), Is.EqualTo(Rpc2Errors.Locked));
            Assert.That(camera.Counters.FailedLogins, Is.EqualTo(2));
        });
    }

    [Test]
    public async Task Challenge_UsedTwice_IsNotGood()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua");
        using var client = new Rpc2Client(camera);
        var challenge = await client.PostAsync(
            "RPC2_Login", new { method = "global.login", id = 1, @params = new { userName = "admin", password = "" } });
        object Guess() => new
        {
            method = "global.login",
            id = 2,
            session = challenge["session"],
            @params = new { userName = "admin", password = "00", authorityType = "Default" },
        };

        var first = await client.PostAsync("RPC2_Login", Guess());
        var second = await client.PostAsync("RPC2_Login", Guess());

        Assert.Multiple(() =>
        {
            Assert.That(Rpc2Client.Code(first), Is.EqualTo(Rpc2Errors.WrongPassword));
            Assert.That(Rpc2Client.Code(second), Is.EqualTo(Rpc2Errors.Challenge), "a new challenge");
        });
    }

    [Test]
    public async Task Call_WithoutSession_AfterLogoutOrExpiry_IsRefused()
    {
        var time = new Clock();
        await using var camera = await SimulatedCamera.StartAsync(
            "face: dahua\ndahua: {sessionSeconds: 30}",
            new SimulationOptions { EncodeEagerly = false, Time = time });
        using var client = new Rpc2Client(camera);

        var none = await client.CallAsync("magicBox.getVendor");
        await client.LoginAsync();
        time.Now += TimeSpan.FromSeconds(25);
        var alive = await client.CallAsync("global.keepAlive", new { timeout = 300, active = true });
        time.Now += TimeSpan.FromSeconds(25);
        var kept = await client.CallAsync("magicBox.getVendor");
        time.Now += TimeSpan.FromSeconds(31);
        var expired = await client.CallAsync("magicBox.getVendor");
        await client.LoginAsync();
        var logout = await client.CallAsync("global.logout");
        var closed = await client.CallAsync("magicBox.getVendor");

        Assert.Multiple(() =>
        {
            Assert.That(Rpc2Client.Code(none), Is.EqualTo(Rpc2Errors.NoSession));
            Assert.That(alive["result"]!.GetValue<bool>(), Is.True);
            Assert.That(kept["params"]!["Vendor"]!.GetValue<string>(), Is.EqualTo("Simulated"));
            Assert.That(Rpc2Client.Code(expired), Is.EqualTo(Rpc2Errors.NoSession));
            Assert.That(logout["result"]!.GetValue<bool>(), Is.True);
            Assert.That(Rpc2Client.Code(closed), Is.EqualTo(Rpc2Errors.NoSession));
        });
    }

    [TestCase("configManager.setConfig")]
    [TestCase("configManager.setTemporaryConfig")]
    [TestCase("magicBox.reboot")]
    [TestCase("ptz.getInstance")]
    [TestCase("ptz.start")]
    [TestCase("userManager.addUser")]
    public async Task Write_Any_IsCountedAndRefused(string method)
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua");
        using var client = new Rpc2Client(camera);
        await client.LoginAsync();

        var answer = await client.CallAsync(method, new { name = "NTP", table = new { Enable = true } });
        var inside = await client.CallAsync("system.multicall", new[] { new { method, id = 9 } });

        Assert.Multiple(() =>
        {
            Assert.That(answer["result"]!.GetValue<bool>(), Is.False);
            Assert.That(inside["result"]!.GetValue<bool>(), Is.False);
            Assert.That(camera.Counters.Writes, Is.EqualTo(2));
        });
    }

    [TestCase("magicBox.getDeviceType", "type")]
    [TestCase("magicBox.getSoftwareVersion", "version")]
    [TestCase("magicBox.getSystemInfo", "serialNumber")]
    [TestCase("encode.getCaps", "caps")]
    [TestCase("ptz.getPresets", "presets")]
    [TestCase("ptz.getTours", "tours")]
    [TestCase("userManager.getUserInfoAll", "users")]
    [TestCase("global.getCurrentTime", "time")]
    [TestCase("system.listService", "service")]
    public async Task Read_OfTheReference_HasItsMember(string method, string member)
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: dahua
            dahua:
              channels:
              - ptz: {presets: [{number: 1, name: home}], tours: [{number: 1, name: round, presets: [1]}]}
            """);
        using var client = new Rpc2Client(camera);
        await client.LoginAsync();

        var answer = await client.CallAsync(method, new { channel = 0 });

        Assert.That(answer["params"]![member], Is.Not.Null, answer.ToJsonString());
    }

    [Test]
    public async Task Tables_UnknownRawAndRpc2Only_AreServedAsTold()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: dahua
            dahua:
              generation: new
              rpc2Only: [LightingScheme]
              tables: {Odd: "table.Odd[0].Name=a b\ntable.Odd[0].Level=7\ntable.Odd[1].On=true"}
            """);
        using var client = new Rpc2Client(camera);
        await client.LoginAsync();

        var unknown = await client.CallAsync("configManager.getConfig", new { name = "Nothing" });
        var method = await client.CallAsync("magicBox.getNothing");
        var odd = await client.CallAsync("configManager.getConfig", new { name = "Odd" });
        var scheme = await client.CallAsync("configManager.getConfig", new { name = "LightingScheme" });
        var cgi = await CgiClient.AnswerAsync(camera, "configManager.cgi?action=getConfig&name=LightingScheme");

        Assert.Multiple(() =>
        {
            Assert.That(Rpc2Client.Code(unknown), Is.EqualTo(Rpc2Errors.NoData));
            Assert.That(Rpc2Client.Code(method), Is.EqualTo(Rpc2Errors.NoMethod));
            Assert.That(
                odd["params"]!["table"]!.ToJsonString(), Is.EqualTo("""[{"Name":"a b","Level":7},{"On":true}]"""));
            Assert.That(scheme["result"]!.GetValue<bool>(), Is.True);
            Assert.That((int)cgi.Status, Is.EqualTo(400));
        });
    }

    [Test]
    public async Task NotInitialised_StateIsAskedWithoutALogin_AndNothingElse()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua\ndahua: {initialised: false}");
        using var client = new Rpc2Client(camera);

        var state = await client.PostAsync("OutsideCmd", new { method = "DevInit.getStatus", id = 1 });
        var login = await client.LoginAsync();
        await client.PostAsync("OutsideCmd", new { method = "DevInit.account", id = 2 });

        Assert.Multiple(() =>
        {
            Assert.That(state["params"]!["Init"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(Rpc2Client.Code(login), Is.EqualTo(Rpc2Errors.NoInterface));
            Assert.That((camera.Counters.Writes, camera.Counters.FailedLogins), Is.EqualTo((1, 0)));
        });
    }

    [Test]
    public async Task WithoutRpc2_Post_Is404()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua\ndahua: {rpc2: false}");
        using var client = new HttpClient { BaseAddress = camera.HttpUri };

        using var response = await client.PostAsync(new Uri("RPC2_Login", UriKind.Relative), new StringContent("{}"));

        Assert.That((int)response.StatusCode, Is.EqualTo(404));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
