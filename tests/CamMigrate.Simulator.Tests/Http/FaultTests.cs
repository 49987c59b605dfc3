using System.Net;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Http;

[TestFixture]
internal sealed class FaultTests
{
    private static readonly Uri DeviceInfo = new("ISAPI/System/deviceInfo", UriKind.Relative);

    [TestCase("html", "<!DOCTYPE html>")]
    [TestCase("entityBomb", "<!ENTITY e10")]
    public async Task Http_BodyFault_ReplacesTheAnswer(string fault, string expected)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: hikvision\nfaults: {{http: {fault}}}");
        using var client = camera.CreateClient();

        Assert.That(await client.GetStringAsync(DeviceInfo), Does.Contain(expected));
    }

    [Test]
    public async Task Http_Truncated_EndsBeforeTheRootCloses()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: hikvision\nfaults: {http: truncated, httpAt: deviceInfo}");
        using var client = camera.CreateClient();

        var whole = await client.GetStringAsync(new Uri("ISAPI/System/time", UriKind.Relative));
        var half = await client.GetStringAsync(DeviceInfo);

        Assert.Multiple(() =>
        {
            Assert.That(whole, Does.Contain("</Time>"));
            Assert.That(half, Does.Not.Contain("</DeviceInfo>"));
        });
    }

    [Test]
    public async Task Http_Oversized_StreamsPastAnySensibleLimit()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision\nfaults: {http: oversized}");
        using var client = camera.CreateClient();
        client.MaxResponseContentBufferSize = 32 << 20;

        Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(DeviceInfo));
    }

    [Test]
    public async Task Http_Slow_GoesOnUntilTheClientLeaves()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision\nfaults: {http: slow}");
        using var client = camera.CreateClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        Assert.CatchAsync<OperationCanceledException>(() => client.GetStringAsync(DeviceInfo, patience.Token));
    }

    [Test]
    public async Task Http_Redirect_PointsToAnotherHost()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: hikvision\nfaults: {http: redirect, redirectTo: 'http://127.0.0.2:9/'}");
        using var client = camera.CreateClient();

        using var response = await client.GetAsync(DeviceInfo);

        Assert.That(
            (response.StatusCode, response.Headers.Location!.Host), Is.EqualTo((HttpStatusCode.Redirect, "127.0.0.2")));
    }

    [Test]
    public async Task Tls_OwnCertificate_ServesAndPlainRedirects()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: hikvision\nports: {https: 0}\nlogin: {redirectToHttps: true}");
        using var plain = camera.CreateClient();
        using var handler = new SocketsHttpHandler { Credentials = camera.Credential };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            certificate!.Subject == $"CN={camera.Host}";
        using var secure = new HttpClient(handler) { BaseAddress = camera.HttpsUri };

        using var moved = await plain.GetAsync(DeviceInfo);
        var document = await secure.GetStringAsync(DeviceInfo);

        Assert.Multiple(() =>
        {
            Assert.That(moved.Headers.Location, Is.EqualTo(new Uri(camera.HttpsUri, DeviceInfo)));
            Assert.That(document, Does.Contain("<DeviceInfo"));
        });
    }

    [Test]
    public async Task Writes_DieAfterTwo_AnswersHalfAndIsGone()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision\nfaults: {dieAfterWrites: 2}");
        using var client = camera.CreateClient();
        var time = new Uri("ISAPI/System/time", UriKind.Relative);
        using var first = await client.PutAsync(time, new StringContent("<Time/>"));

        Assert.Multiple(() =>
        {
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.ThrowsAsync<HttpRequestException>(() => client.PutAsync(time, new StringContent("<Time/>")));
            Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(time));
            Assert.That(camera.Counters.Writes, Is.EqualTo(2));
        });

        await camera.Camera.RestartAsync(CancellationToken.None);
        using var again = await client.GetAsync(time);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.OK), "back on the same port");
    }

    [Test]
    public async Task WebServer_AnyPath_IsAPage()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: webServer");
        using var client = camera.CreateClient();

        Assert.That(await client.GetStringAsync(DeviceInfo), Does.Contain("It works!"));
    }
}
