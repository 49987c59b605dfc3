using System.Net;
using System.Net.Sockets;
using System.Text;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Http;

[TestFixture]
internal sealed class DigestGateTests
{
    private static readonly Uri DeviceInfo = new("ISAPI/System/deviceInfo", UriKind.Relative);

    [TestCase("[MD5]")]
    [TestCase("[SHA-256]")]
    [TestCase("[MD5, SHA-256]")]
    public async Task Login_RightPassword_IsAccepted(string algorithms)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            $"face: hikvision\nlogin: {{algorithms: {algorithms}}}");
        using var client = camera.CreateClient();

        using var response = await client.GetAsync(DeviceInfo);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(camera.Counters.FailedLogins, Is.Zero);
            Assert.That(camera.Counters.Challenges, Is.EqualTo(1));
            Assert.That(camera.Counters.Requests, Is.EqualTo(2));
            Assert.That(camera.Counters.Connections, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Login_WrongPassword_CountsAndLocksOut()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: hikvision\nlogin: {lockAfter: 2, lockStatus: 403}");
        for (var i = 0; i < 2; i++)
        {
            using var intruder = camera.CreateClient("wrong");
            using var refused = await intruder.GetAsync(DeviceInfo);
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        }

        using var owner = camera.CreateClient();
        using var locked = await owner.GetAsync(DeviceInfo);

        Assert.Multiple(() =>
        {
            Assert.That(camera.Counters.FailedLogins, Is.EqualTo(2));
            Assert.That(locked.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(locked.Content.ReadAsStringAsync().Result, Does.Contain("<lockStatus>lock</lockStatus>"));
        });
    }

    [Test]
    public async Task Nonce_Expired_IsAskedAgainWithoutCountingAFailure()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision\nlogin: {nonceSeconds: 0}");
        using var client = camera.CreateClient();

        using var response = await client.GetAsync(DeviceInfo);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(response.Headers.WwwAuthenticate.ToString(), Does.Contain("stale=\"TRUE\""));
            Assert.That(camera.Counters.FailedLogins, Is.Zero);
        });
    }

    [Test]
    public async Task Curl_DigestOverTwoRequests_IsAccepted()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision");
        var url = new Uri(camera.HttpUri, "ISAPI/System/deviceInfo").AbsoluteUri;

        var (code, output) = await Tool.RunAsync(
            "curl", ["-s", "-S", "--digest", "-K", "-", url, url, "-w", "%{http_code}\n", "-o", "-"],
            $"user = \"{camera.Username}:{camera.Password}\"");

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero);
            Assert.That(output.Split("</DeviceInfo>"), Has.Length.EqualTo(3));
            Assert.That(camera.Counters.FailedLogins, Is.Zero);
        });
    }

    [Test]
    public async Task Nonce_SameCountTwice_IsAReplay()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision");
        using var client = camera.CreateClient();
        using var seen = await client.GetAsync(DeviceInfo);
        var authorization = seen.RequestMessage!.Headers.Authorization!.ToString();

        using var bare = new TcpClient();
        await bare.ConnectAsync(camera.Address, camera.HttpPort);
        var request =
            $"GET /ISAPI/System/deviceInfo HTTP/1.1\r\nHost: camera\r\nAuthorization: {authorization}\r\nConnection: "
                + "close\r\n\r\n";
        await bare.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(bare.GetStream());
        var answer = await reader.ReadToEndAsync();

        Assert.Multiple(() =>
        {
            Assert.That(answer, Does.StartWith("HTTP/1.1 401"));
            Assert.That(camera.Counters.Replays, Is.EqualTo(1));
            Assert.That(camera.Counters.FailedLogins, Is.Zero);
        });
    }
}
