using System.Globalization;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Dahua;

/// <summary>What a login costs on a device that locks accounts.</summary>
[TestFixture]
internal sealed class DahuaLoginTests
{
    [TestCase("dahua: {generation: old}")]
    [TestCase("dahua: {generation: new, rpc2Only: [LightingScheme, VideoWidget]}")]
    [TestCase("dahua: {cgi: false}")]
    public async Task Read_WrongPassword_IsOneFailedLoginForEver(string yaml)
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua\n" + yaml);
        var refusals = new LoginRefusals();
        for (var i = 0; i < 2; i++)
        {
            await using var reader = DahuaReaders.Open(camera, "wrong-marker", refusals);
            var error = Assert.ThrowsAsync<CameraException>(() => reader.ReadAsync(CancellationToken.None));
            Assert.That(error!.Reason, Is.EqualTo(CameraError.Unauthorized));
            Assert.That(error.ToString(), Does.Not.Contain("wrong-marker"));
        }

        Assert.That(camera.Counters.FailedLogins, Is.EqualTo(1));
    }

    [Test]
    public async Task Read_WrongPasswordOverSeveralConnections_IsOneFailedLogin()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua\ndahua: {generation: new}");
        await using var reader = DahuaReaders.Open(camera, "wrong-marker", options: new() { Connections = 4 });

        Assert.ThrowsAsync<CameraException>(() => reader.ReadAsync(CancellationToken.None));

        Assert.That(camera.Counters.FailedLogins, Is.EqualTo(1));
    }

    [Test]
    public async Task Read_AnswerToTheLoginIsLost_TheSessionThatMayStandIsEnded()
    {
        await using var stub = new RpcStub(null);
        await using var reader = DahuaReaders.Source().Open(stub.Address, new Credential("admin", new Secret("x")));

        Assert.ThrowsAsync<CameraException>(() => reader.ReadAsync(CancellationToken.None));

        Assert.That(stub.Calls, Is.EqualTo(new[] { "global.login", "password", "global.logout" }));
    }

    [TestCase(268_632_070)]
    [TestCase(1)]
    public async Task Read_LoginRefusedWithAnUnknownNumber_IsNeverTriedAgain(int number)
    {
        await using var stub = new RpcStub(
            "{\"result\":false,\"session\":\"s1\",\"error\":{\"code\":" + number.ToString(CultureInfo.InvariantCulture) + "}}");
        var refusals = new LoginRefusals();
        for (var i = 0; i < 2; i++)
        {
            await using var reader = DahuaReaders.Source(refusals).Open(
                stub.Address, new Credential("admin", new Secret("x")));
            Assert.ThrowsAsync<CameraException>(() => reader.ReadAsync(CancellationToken.None));
        }

        Assert.That(stub.Calls.Count(c => c == "password"), Is.EqualTo(1));
    }

    [TestCase("login: {nonceOnce: true}")]
    [TestCase("login: {nonceOnce: true, forgetsStale: true}")]
    [TestCase("login: {closes: true}")]
    public async Task Read_AwkwardLogin_CostsTwoRequestsADocumentAndNoRefusal(string login)
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua\n" + login);

        var report = await DahuaReaders.ReadAsync(camera);

        Assert.That((report.RefusedLogins, camera.Counters.FailedLogins), Is.EqualTo((0, 0)));
        Assert.That(report.Requests, Is.LessThanOrEqualTo((2 * report.Documents.Asked) + 1));
        Assert.That(report.Profile.VideoSources!.Value.Single().VideoEncoders!.Value, Is.Not.Empty);
    }

    [TestCase("Plain")]
    [TestCase("Basic")]
    public async Task Read_ReadablePasswordWantedOverPlainHttp_IsNotSent(string encryption)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: dahua\ndahua: {{cgi: false, encryption: {encryption}}}");
        await using var reader = DahuaReaders.Open(camera);

        var error = Assert.ThrowsAsync<CameraException>(() => reader.ReadAsync(CancellationToken.None));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(error!.Reason, Is.EqualTo(CameraError.NotSupported));
        Assert.That(error.Detail, Does.Contain("https://"));
        Assert.That((camera.Counters.BasicLogins, camera.Counters.FailedLogins), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Read_SecondProtocolThatWantsTheReadablePassword_IsLeftAlone()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: dahua\ndahua: {generation: new, encryption: Plain, rpc2Only: [VideoWidget, LightingScheme]}");

        var report = await DahuaReaders.ReadAsync(camera);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(camera.Counters.Count("RPC2 global.login"), Is.EqualTo(1), "a challenge, and no answer");
        Assert.That((camera.Counters.BasicLogins, camera.Counters.FailedLogins), Is.EqualTo((0, 0)));
        Assert.That(report.Profile.Unread!.Value.Select(u => u.Path), Does.Contain("videoSources[1].masks"));
        Assert.That(report.Profile.VideoSources!.Value.Single().Imaging!.Light, Is.Not.Null);
    }

    [TestCase("Plain")]
    [TestCase("Basic")]
    [TestCase("Default")]
    public async Task Read_AnyPasswordOverTls_IsGivenAndGivenBack(string encryption)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            $"face: dahua\nports: {{https: 0}}\ndahua: {{cgi: false, encryption: {encryption}}}");
        var address = CameraAddress.Parse($"https://{camera.HttpsUri.Authority}");
        await using var reader = DahuaReaders.Source().Open(
            address, new Credential(camera.Username, new Secret(camera.Password)));

        var report = await reader.ReadAsync(CancellationToken.None);

        Assert.That(report.Profile.VideoSources!.Value, Has.Length.EqualTo(1));
        Assert.That(camera.Counters.Count("RPC2 global.logout"), Is.EqualTo(1));
    }

    [Test]
    public async Task Read_SessionThatMustBeKeptAlive_IsKept()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua\ndahua: {cgi: false, sessionSeconds: 10}");

        var report = await DahuaReaders.ReadAsync(camera, new() { Clock = new FastClock() });

        Assert.That(camera.Counters.Count("RPC2 global.keepAlive"), Is.GreaterThan(0));
        Assert.That(report.Profile.VideoSources!.Value, Has.Length.EqualTo(1));
    }

    [TestCase("cgi: true")]
    [TestCase("cgi: false")]
    public async Task Read_NotInitialised_IsSaidWithTheNextStep(string cgi)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: dahua\ndahua: {{initialised: false, {cgi}}}");
        var recognised = await DahuaReaders.Source().RecognizeAsync(DahuaReaders.AddressOf(camera),
            CancellationToken.None);
        await using var reader = DahuaReaders.Open(camera);

        var error = Assert.ThrowsAsync<CameraException>(() => reader.ReadAsync(CancellationToken.None));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(recognised, Is.Not.Null);
        Assert.That(error!.Reason, Is.EqualTo(CameraError.Rejected));
        Assert.That(error.Detail, Does.Contain("not initialised").And.Contain("Set one"));
        Assert.That((camera.Counters.FailedLogins, camera.Counters.Writes), Is.EqualTo((0, 0)));
    }

    [TestCase("face: dahua", "Login to ...")]
    [TestCase("face: dahua\ndahua: {generation: old}", "DH_...")]
    [TestCase("face: dahua\ndahua: {cgi: false}", "challenge")]
    [TestCase("face: webServer", null)]
    [TestCase("face: onvif", null)]
    [TestCase("face: hikvision", null)]
    public async Task Recognize_Device_SaysWhyWithoutALogin(string yaml, string? because)
    {
        await using var camera = await SimulatedCamera.StartAsync(yaml);

        var recognition = await DahuaReaders.Source().RecognizeAsync(DahuaReaders.AddressOf(camera),
            CancellationToken.None);

        Assert.That(recognition?.Because, because is null ? Is.Null : Does.Contain(because));
        Assert.That(camera.Counters.FailedLogins, Is.Zero);
    }

    [Test]
    public async Task Read_PlainWebServer_IsNoSuchCamera()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: webServer");
        await using var reader = DahuaReaders.Open(camera);

        var error = Assert.ThrowsAsync<CameraException>(() => reader.ReadAsync(CancellationToken.None));

        Assert.That(error!.Reason, Is.EqualTo(CameraError.BadResponse));
    }

    /// <summary>A clock on which everything takes a thousand times as long.</summary>
    private sealed class FastClock : TimeProvider
    {
        public override long TimestampFrequency => System.TimestampFrequency / 1000;
    }
}
