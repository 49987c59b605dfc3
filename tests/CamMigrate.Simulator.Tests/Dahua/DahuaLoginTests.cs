using System.Net;
using System.Net.Sockets;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Dahua;

[TestFixture]
internal sealed class DahuaLoginTests
{
    private const string Table = "configManager.cgi?action=getConfig&name=General";

    [TestCase("old", "DH_00005e005331")]
    [TestCase("split", "Login to 4X01")]
    [TestCase("new", "Login to ")]
    public async Task Challenge_OfEachGeneration_HasItsRealmAndAnEmptyOpaque(string generation, string realm)
    {
        await using var camera = await SimulatedCamera.StartAsync($$"""
            face: dahua
            identity: {serialNumber: 4X01, macAddress: 00:00:5e:00:53:31}
            dahua: {generation: {{generation}}}
            """);
        using var client = new HttpClient { BaseAddress = camera.HttpUri };

        using var response = await client.GetAsync(new Uri("cgi-bin/" + Table, UriKind.Relative));
        var challenge = response.Headers.WwwAuthenticate.Single().Parameter!;

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(challenge, Does.StartWith($"realm=\"{realm}"));
            Assert.That(challenge, Does.EndWith("opaque=\"\"").And.Not.Contain("stale"));
            Assert.That(challenge.Contains("4X01", StringComparison.Ordinal), Is.EqualTo(generation == "split"));
        });
    }

    [Test]
    public async Task WrongPassword_Twice_LocksTheClientOut()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: dahua\nlogin: {lockAfter: 2, lockStatus: 403}");

        var first = await CgiClient.AnswerAsync(camera, Table, "wrong");
        var second = await CgiClient.AnswerAsync(camera, Table, "wrong");
        var good = await CgiClient.AnswerAsync(camera, Table);

        Assert.Multiple(() =>
        {
            Assert.That(first.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(second.Status, Is.EqualTo(HttpStatusCode.Unauthorized).Or.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(good.Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(camera.Counters.FailedLogins, Is.EqualTo(2));
        });
    }

    [TestCase("nonceOnce: true", 2, 1)]
    [TestCase("nonceOnce: true, forgetsStale: true", 2, 1)]
    [TestCase("nonceOnce: false", 1, 1)]
    [TestCase("closes: true", 1, 2)]
    public async Task Login_TwoReads_CostsAsManyChallengesAndConnectionsAsTheCameraMakesIt(
        string login, int challenges, int connections)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: dahua\nlogin: {{{login}}}");
        using var client = new DigestClient(camera);

        var statuses = new List<int> { await client.GetAsync(Table), await client.GetAsync(Table) };
        if (challenges == 2) statuses.Add(await client.GetAsync(Table));

        Assert.Multiple(() =>
        {
            // The first is asked with the nonce of a challenge, the second with the same nonce again.
            Assert.That(statuses, Is.EqualTo(challenges == 2 ? [200, 401, 200] : new[] { 200, 200 }));
            Assert.That(camera.Counters.Challenges, Is.EqualTo(challenges));
            Assert.That(camera.Counters.Connections, Is.GreaterThanOrEqualTo(connections));
            Assert.That(camera.Counters.FailedLogins, Is.Zero);
        });
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task Connections_OneTooMany_NoLoginSucceedsAndNoneFails(
        CancellationToken cancellationToken)
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua\ndahua: {connections: 1}");
        HttpStatusCode crowded;
        using (var idle = new TcpClient())
        {
            await idle.ConnectAsync(camera.Address, camera.HttpPort, cancellationToken);
            while (camera.Counters.OpenConnections == 0) await Task.Delay(5, cancellationToken);
            (crowded, _) = await CgiClient.AnswerAsync(camera, Table);
        }

        while (camera.Counters.OpenConnections > 0) await Task.Delay(5, cancellationToken);
        var (alone, _) = await CgiClient.AnswerAsync(camera, Table);

        Assert.Multiple(() =>
        {
            Assert.That((crowded, alone), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.OK)));
            Assert.That(camera.Counters.FailedLogins, Is.Zero);
        });
    }

    [TestCase("configManager.cgi?action=setConfig&VideoColor[0][0].Brightness=60")]
    [TestCase("ptz.cgi?action=start&channel=1&code=GotoPreset&arg1=0&arg2=1&arg3=0")]
    [TestCase("magicBox.cgi?action=reboot")]
    [TestCase("global.cgi?action=setCurrentTime&time=2011-7-3%2021:02:32")]
    public async Task Write_Any_IsCountedAndChangesNothing(string call)
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua");
        await using var willing = await SimulatedCamera.StartAsync("face: dahua\ndahua: {acceptsWrites: true}");

        var refused = await CgiClient.AnswerAsync(camera, call);
        var accepted = await CgiClient.AnswerAsync(willing, call);
        var after = await CgiClient.TableAsync(willing, "VideoColor[0][0].Brightness");

        Assert.Multiple(() =>
        {
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(accepted, Is.EqualTo((HttpStatusCode.OK, "OK\r\n")));
            Assert.That((camera.Counters.Writes, willing.Counters.Writes), Is.EqualTo((1, 1)));
            Assert.That(after, Is.EqualTo("table.VideoColor[0][0].Brightness=50\r\n"));
        });
    }

    [Test]
    public async Task Reads_Any_AreCountedByTheirName()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua");

        await CgiClient.TableAsync(camera, "General");

        Assert.Multiple(() =>
        {
            Assert.That(camera.Counters.Operations, Is.EqualTo(new[] { "configManager.getConfig General" }));
            Assert.That(camera.Counters.Writes, Is.Zero);
        });
    }

    [Test]
    public async Task NotInitialised_AnyCall_IsRefusedAndNoFailedLogin()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua\ndahua: {initialised: false}");
        using var client = camera.CreateClient();

        var (status, _) = await CgiClient.AnswerAsync(camera, Table);
        var page = await client.GetStringAsync(new Uri("", UriKind.Relative));

        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(page, Does.Contain("Device Initialization"));
            Assert.That(camera.Counters.FailedLogins, Is.Zero);
        });
    }

    [Test]
    public async Task WithoutCgi_AnyCall_Is404BeforeTheLogin()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua\ndahua: {cgi: false}");

        var (status, _) = await CgiClient.AnswerAsync(camera, Table, "wrong");

        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(camera.Counters.FailedLogins + camera.Counters.Challenges, Is.Zero);
        });
    }
}
