using System.Text;
using CamMigrate.Core.Errors;

namespace CamMigrate.Http.Tests;

[TestFixture]
internal sealed class TransportTests
{
    private static readonly CameraHttpOptions Quick =
        new() { Timeout = TimeSpan.FromMilliseconds(400), ConnectTimeout = TimeSpan.FromSeconds(3) };

    [TestCase("/snap?sid=S3cretMarker", "GET /snap?sid=***")]
    [TestCase("/cgi-bin/snap.cgi?a=1&password=S3cretMarker", "GET /cgi-bin/snap.cgi?a=1&password=***")]
    [TestCase("/cgi-bin/configManager.cgi?action=getConfig&name=NTP", "GET /cgi-bin/configManager.cgi?action=getConfig&name=NTP")]
    [TestCase("/snap\u001b[31m\u202e", "GET /snap\\u001b[31m\\u202e")]
    public async Task Describe_PathOfACamera_ShowsNoTokenAndMovesNothing(string path, string shown)
    {
        await using var http = Sessions.At("http://192.0.2.1");

        Assert.That(http.Describe(new CameraRequest(HttpMethod.Get, path)), Is.EqualTo("192.0.2.1: " + shown));
    }

    [Test]
    public async Task Send_PortClosed_IsUnreachableAndNamesThePort()
    {
        int port;
        await using (var gone = new ScriptedServer(_ => WireReply.Text(200, ""))) port = gone.Port;
        await using var http = Sessions.At(FormattableString.Invariant($"http://127.0.0.1:{port}"));

        var error = Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"));

        Assert.That(error!.Reason, Is.EqualTo(CameraError.Unreachable));
        Assert.That(
            error.Detail, Does.Contain(FormattableString.Invariant($"port {port}")).And.Contain("Check the port"));
    }

    [Test]
    public async Task Send_BareHostWithNothingOpen_NamesBothPorts()
    {
        await using var http = Sessions.At("127.77.0.1");

        var error = Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"));

        Assert.That(error!.Message, Does.Contain("80 (http)").And.Contain("443 (https)"));
    }

    [Test]
    public async Task Send_UnknownName_IsUnreachable()
    {
        await using var http = Sessions.At("no-such-camera.invalid");

        Assert.That(
            Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"))!.Reason,
            Is.EqualTo(CameraError.Unreachable));
    }

    [Test]
    public async Task Send_BodyLongerThanAllowed_IsCut()
    {
        await using var server = new ScriptedServer(
            _ => new WireReply("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray().Concat(new byte[64_000]).ToArray(), Close: true));
        await using var http = Sessions.With(server, new CameraHttpOptions { MaxBody = 32_000 });

        var error = Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"));

        Assert.That((error!.Reason, error.Detail), Is.EqualTo((CameraError.BadResponse, error.Detail)));
        Assert.That(error.Detail, Does.Contain("longer than 32000 bytes"));
    }

    [Test]
    public async Task Send_HeadersWithoutEnd_AreCut()
    {
        var endless = Encoding.ASCII.GetBytes(
            "HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("X: 0123456789abcdef\r\n", 20_000)));
        await using var server = new ScriptedServer(_ => new WireReply(endless, Close: true));
        await using var http = Sessions.With(server);

        Assert.That(
            Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"))!.Reason,
            Is.EqualTo(CameraError.BadResponse));
    }

    [Test]
    public async Task Send_SlowDrip_IsCutAtTheTotalTime()
    {
        await using var server = new ScriptedServer(
            _ => WireReply.Text(200, new string('x', 1000)) with { Drip = TimeSpan.FromMilliseconds(20) });
        await using var http = Sessions.With(server, Quick);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var error = Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"));

        Assert.That(error!.Reason, Is.EqualTo(CameraError.TimedOut));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(3)));
    }

    [Test]
    public async Task Send_NoAnswer_IsTimedOut()
    {
        await using var server = new ScriptedServer(_ => WireReply.Hang());
        await using var http = Sessions.With(server, Quick);

        Assert.That(
            Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"))!.Reason, Is.EqualTo(CameraError.TimedOut));
    }

    [Test]
    public async Task Send_Cancelled_IsCancelledNotAnError()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new ScriptedServer(_ =>
        {
            cancel.Cancel();
            return WireReply.Hang();
        });
        await using var http = Sessions.With(server);

        Assert.That(
            async () => await http.GetAsync("/x", cancel.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Send_AnswerBrokenOff_IsBadResponse()
    {
        await using var server = new ScriptedServer(
            _ => new WireReply("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<a>"u8.ToArray(), Close: true));
        await using var http = Sessions.With(server);

        var error = Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"));

        Assert.That(
            (error!.Reason, error.Detail.Contains("broke off", StringComparison.Ordinal)),
            Is.EqualTo((CameraError.BadResponse, true)));
    }

    [Test]
    public async Task Send_NotHttp_IsBadResponse()
    {
        await using var server = new ScriptedServer(_ => new WireReply("220 ftp ready\r\n"u8.ToArray(), Close: true));
        await using var http = Sessions.With(server);

        Assert.That(
            Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"))!.Detail,
            Does.Contain("does not speak HTTP"));
    }

    [Test]
    public async Task Send_ReadOnDeadConnection_IsSentAgainOnce()
    {
        var calls = 0;
        await using var server = new ScriptedServer(
            _ => ++calls == 2 ? new WireReply([], Close: true) : WireReply.Text(200, ""));
        await using var http = Sessions.With(server);
        await http.GetAsync("/a");

        Assert.That((await http.GetAsync("/b")).Status, Is.EqualTo(200));
        Assert.That(calls, Is.EqualTo(3));
    }

    [TestCase("<s/>")]
    [TestCase(null)]
    public async Task Send_WriteOnDeadConnection_IsNeverSentAgain(string? body)
    {
        var calls = 0;
        await using var server = new ScriptedServer(
            _ => ++calls >= 2 ? new WireReply([], Close: true) : WireReply.Text(200, ""));
        await using var http = Sessions.With(server);
        await http.GetAsync("/a");
        var set = new CameraRequest(HttpMethod.Post, "/b")
        {
            Body = body is null ? null : Encoding.UTF8.GetBytes(body),
            ContentType = "application/soap+xml; charset=utf-8",
        };

        Assert.ThrowsAsync<CameraException>(() => http.SendAsync(set, CancellationToken.None));

        Assert.That(calls, Is.EqualTo(2));
    }

    [Test]
    public async Task Send_RedirectToAnotherHost_IsRefusedBeforeAnyLogin()
    {
        await using var server = new ScriptedServer(_ => WireReply.Text(302, "", "Location: http://192.0.2.99/ISAPI"));
        await using var http = Sessions.With(server);

        var error = Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"));

        Assert.That(error!.Detail, Does.Contain("192.0.2.99"));
        Assert.That(server.Requests.Single().Authorization, Is.Null);
    }

    [TestCase("PUT", "/ISAPI/System/time")]
    [TestCase("GET", "/ISAPI/System/reboot")]
    [TestCase("GET", "/ISAPI/PTZCtrl/channels/1/presets/1/%67oto")]
    [TestCase("GET", "/ISAPI/System/IO/outputs/1/TRIGGER?x=1")]
    public async Task Send_ReadOnlySession_ThrowsBeforeTheSocket(string method, string path)
    {
        await using var server = new ScriptedServer(_ => WireReply.Text(200, ""));
        await using var http = Sessions.With(server, new CameraHttpOptions { ReadOnly = true });

        Assert.ThrowsAsync<InvalidOperationException>(
            () => http.SendAsync(new CameraRequest(new HttpMethod(method), path), CancellationToken.None));

        Assert.That(server.Connections, Is.Zero);
    }

    [TestCase("//evil.example/x")]
    [TestCase("/@evil.example/x")]
    public async Task Send_PathThatLooksLikeAHost_StaysOnTheCamera(string path)
    {
        await using var server = new ScriptedServer(_ => WireReply.Text(200, ""));
        await using var http = Sessions.With(server);

        await http.GetAsync(path);

        Assert.That(server.Requests.Single().Target, Is.EqualTo(path));
    }
}
