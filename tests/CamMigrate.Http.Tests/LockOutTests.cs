using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Testing;

namespace CamMigrate.Http.Tests;

/// <summary>Virtual cameras count failed logins as real ones do before they lock an account.</summary>
[TestFixture]
internal sealed class LockOutTests
{
    private static readonly CameraHttpOptions Eight = new() { ReadOnly = true, Connections = 8 };

    [TestCase("login: {}")]
    [TestCase("login: {algorithms: [SHA-256]}")]
    [TestCase("login: {algorithms: [MD5, SHA-256], basic: true}")]
    [TestCase("login: {nonceOnce: true}")]
    [TestCase("login: {nonceOnce: true, forgetsStale: true}")]
    [TestCase("login: {closes: true}")]
    [TestCase("login: {redirectToHttps: true}\nports: {https: 0}")]
    public async Task WrongPassword_EightConnections_CostsExactlyOneFailedLogin(string login)
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision\n" + login);
        var refusals = new LoginRefusals();
        await using var http = Session(camera, "wrong", Eight, refusals);
        await using var other = Session(camera, "wrong", Eight, refusals);

        var errors = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => ErrorAsync(http)));
        var later = await ErrorAsync(other);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(errors.Append(later), Is.All.EqualTo(CameraError.Unauthorized));
        Assert.That(camera.Counters.FailedLogins, Is.EqualTo(1));
    }

    [TestCase("login: {}", 1 + 8)]
    [TestCase("login: {closes: true}", 1 + 8)]
    [TestCase("login: {nonceOnce: true}", 40 + 8)]
    [TestCase("login: {nonceOnce: true, closes: true, forgetsStale: true}", 40 + 16)]
    public async Task RightPassword_EightConnections_FailsNoLoginAndSendsFewMore(string login, int more)
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision\n" + login);
        await using var http = Session(camera, camera.Password, Eight, new LoginRefusals());

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(_ => http.GetAsync("/ISAPI/System/deviceInfo")));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(200));
        Assert.That(camera.Counters.FailedLogins, Is.Zero);
        Assert.That(camera.Counters.Replays, Is.Zero);
        Assert.That(camera.Counters.Writes, Is.Zero);
        Assert.That(http.Requests, Is.LessThanOrEqualTo(40 + more));
        Assert.That(http.RefusedLogins, Is.Zero);
    }

    private static CameraHttp Session(
        SimulatedCamera camera, string password, CameraHttpOptions options, LoginRefusals refusals) => Sessions.At(
            FormattableString.Invariant($"http://{camera.Host}:{camera.HttpPort}"), options, refusals,
            new Credential(camera.Username, new Secret(password)));

    private static async Task<CameraError?> ErrorAsync(CameraHttp http)
    {
        try
        {
            await http.GetAsync("/ISAPI/System/deviceInfo");
            return null;
        }
        catch (CameraException e)
        {
            return e.Reason;
        }
    }
}
