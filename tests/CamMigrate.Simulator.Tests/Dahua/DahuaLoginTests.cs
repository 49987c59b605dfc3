using System.Net;
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
