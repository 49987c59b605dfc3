using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CamMigrate.Core.Errors;

namespace CamMigrate.Http.Tests;

/// <summary>Whatever answers, an exchange ends in time, in little memory, and in a clear error.</summary>
[TestFixture]
[NonParallelizable]
internal sealed class HostileServerTests
{
    /// <summary>What one exchange may allocate, the server of the test included.</summary>
    private const long MostMemory = 64 << 20;

    private static readonly CameraHttpOptions Brief = new()
    {
        Timeout = TimeSpan.FromSeconds(1),
        ConnectTimeout = TimeSpan.FromSeconds(1),
    };

    // The time of one exchange, of a look at what the port speaks, and of a busy machine.
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    private static readonly CameraHttpOptions Impatient = new()
    {
        ReadOnly = true,
        UsualAnswer = TimeSpan.FromMilliseconds(10),
        ReadingPatience = TimeSpan.FromMilliseconds(300),
    };

    private static readonly TimeSpan Slowly = TimeSpan.FromMilliseconds(20);

    [Test]
    public async Task Reading_EveryAnswerDripsWithinItsTime_EndsAllTheSame()
    {
        await using var server = new ScriptedServer(_ => WireReply.Text(200, "x") with { Drip = TimeSpan.FromMilliseconds(5) });
        await using var http = Sessions.With(server, Impatient);

        var end = Assert.ThrowsAsync<CameraException>(async () =>
        {
            for (var i = 0; i < 1000; i++) await http.GetAsync("/ISAPI/x");
        });

        Assert.That(end!.Reason, Is.EqualTo(CameraError.TimedOut));
        Assert.That(end.Detail, Does.Contain("would not end"));
        Assert.That(server.Requests, Has.Count.LessThan(20));
    }

    [Test]
    public async Task Reading_WithoutEnd_Ends()
    {
        await using var server = new ScriptedServer(_ => WireReply.Text(200, "x"));
        await using var http = Sessions.With(
            server, new CameraHttpOptions { ReadOnly = true, LongestReading = TimeSpan.FromMilliseconds(300) });

        var end = Assert.ThrowsAsync<CameraException>(async () =>
        {
            while (true) await http.GetAsync("/ISAPI/x");
        });

        Assert.That(end!.Detail, Does.Contain("was not read to its end"));
    }

    [Test]
    public async Task Reading_SlowAnswerThatHasATimeOfItsOwn_DoesNotCount()
    {
        await using var server = new ScriptedServer(_ => WireReply.Text(200, "x") with { Drip = TimeSpan.FromMilliseconds(5) });
        await using var http = Sessions.With(server, Impatient);
        var picture = new CameraRequest(HttpMethod.Get, "/picture") { Timeout = TimeSpan.FromSeconds(20) };

        for (var i = 0; i < 5; i++) await http.SendAsync(picture, CancellationToken.None);

        Assert.That((await http.GetAsync("/ISAPI/x")).Status, Is.EqualTo(200));
    }

    private static IEnumerable<TestCaseData> Answers()
    {
        var chunk = Encoding.ASCII.GetBytes("4000\r\n" + new string('x', 0x4000) + "\r\n");
        var ok = "HTTP/1.1 200 OK\r\n";
        yield return Case(
            "endless body", Endless(ok + "\r\n", new byte[0x4000]),
            CameraError.BadResponse, "longer than");
        yield return Case("endless chunks", Endless(ok + Chunked, chunk), CameraError.BadResponse, "longer than");
        yield return Case(
            "one chunk without end", Endless(ok + Chunked + "ffffffff\r\n", new byte[0x4000]),
            CameraError.BadResponse, "longer than");
        yield return Case(
            "chunk extension without end", Endless(ok + Chunked + "1;", chunk[..6]),
            CameraError.BadResponse, "broke off");
        yield return Case(
            "chunk size garbage", Text(ok + Chunked + "-1\r\nx\r\n"),
            CameraError.BadResponse, "broke off");
        yield return Case(
            "trailers without end", Endless(ok + Chunked + "0\r\n", "X: y\r\n"u8.ToArray()),
            CameraError.BadResponse, "header");
        yield return Case(
            "length of exabytes", Text(ok + "Content-Length: 9223372036854775807\r\n\r\n"),
            CameraError.BadResponse, "longer than");
        yield return Case(
            "length that is none", Endless(ok + "Content-Length: 99999999999999999999\r\n\r\n", new byte[0x4000]),
            CameraError.BadResponse, "");
        yield return Case(
            "length announced, nothing sent", WireReply.Hang(Bytes(ok + "Content-Length: 8000000\r\n\r\n")),
            CameraError.TimedOut, "within 1 s");
        yield return Case(
            "headers without end", Endless(ok, "X: 0123456789abcdef\r\n"u8.ToArray()),
            CameraError.BadResponse, "header");
        yield return Case(
            "one header without end", Endless(ok + "X: ", new byte[0x400]),
            CameraError.BadResponse, "");
        yield return Case(
            "informational answers without end", Endless("", "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray()),
            CameraError.BadResponse, "header");
        yield return Case(
            "early hints without end", Endless("", "HTTP/1.1 103 Hints\r\nLink: x\r\n\r\n"u8.ToArray()),
            CameraError.BadResponse, "header");
        yield return Case(
            "gzip bomb", new WireReply([.. Bytes(ok + "Content-Encoding: gzip\r\n\r\n"), .. Bomb], Close: true),
            CameraError.BadResponse, "compressed");
        yield return Case(
            "deflate, endless", Endless(ok + "content-encoding: Deflate\r\n\r\n", new byte[0x4000]),
            CameraError.BadResponse, "compressed");
        yield return Case(
            "HTTP/0.9", Text("<html>\n<p>old</p>\n</html>\n"),
            CameraError.BadResponse, "does not speak HTTP");
        yield return Case(
            "status garbage", Text("HTTP/1.1 OK 200\r\n\r\n"),
            CameraError.BadResponse, "does not speak HTTP");
        yield return Case(
            "status of six digits", Text("HTTP/1.1 200000 OK\r\n\r\n"),
            CameraError.BadResponse, "does not speak HTTP");
        yield return Case(
            "status without end", Endless("HTTP/1.1 200 ", new byte[] { 0x78, 0x78 }),
            CameraError.BadResponse, "");
        yield return Case(
            "another protocol", Text("SSH-2.0-OpenSSH_9.2\r\n"),
            CameraError.BadResponse, "does not speak HTTP");
        yield return Case(
            "HTTP of the future", Text("HTTP/9.9 200 OK\r\n\r\n"),
            CameraError.BadResponse, "does not speak HTTP");
        yield return Case(
            "control characters in headers", Text(ok + "X\0Y: 1\r\n\r\n"),
            CameraError.BadResponse, "does not speak HTTP");
        yield return Case(
            "slow header", Text(ok + new string('x', 4000)) with { Drip = Slowly },
            CameraError.TimedOut, "within 1 s");
        yield return Case(
            "slow body",
            Text(ok + "Content-Length: 4000\r\n\r\n" + new string('x', 4000)) with { Drip = Slowly },
            CameraError.TimedOut, "within 1 s");
        yield return Case("redirect to itself", Redirect("/x"), CameraError.BadResponse, "redirects");
        yield return Case("redirect to another path", Redirect("/x/../../y"), CameraError.BadResponse, "redirects");
        yield return Case(
            "redirect to a file", Redirect("file:///etc/passwd"),
            CameraError.BadResponse, "redirect to nowhere");
        yield return Case(
            "redirect to a script", Redirect("javascript:alert(1)"),
            CameraError.BadResponse, "redirect to nowhere");
        yield return Case(
            "redirect with a login", Redirect("http://admin:p@192.0.2.9/"),
            CameraError.BadResponse, "192.0.2.9");
        yield return Case(
            "redirect with control characters", Redirect("/\u0001\u001b[31m"),
            CameraError.BadResponse, "redirects");
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Send_HostileAnswer_EndsInTimeInLittleMemoryAndClearly(
        WireReply reply, CameraError reason, string words)
    {
        await using var server = new ScriptedServer(_ => reply);
        await using var http = Sessions.With(server, reason == CameraError.TimedOut ? Brief : null);
        var (clock, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes(precise: true));

        var error = Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(clock.Elapsed, Is.LessThan(MostTime));
        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(MostMemory));
        Assert.That(error!.Reason, Is.EqualTo(reason));
        Assert.That(error.Detail, Does.Contain(words));
        Assert.That(error.Message.Any(char.IsControl), Is.False);
    }

    [TestCase(1)]
    [TestCase(8)]
    public async Task Send_EndlessBodyOnEveryConnection_StaysWithinTheMemoryBound(int connections)
    {
        var chunk = new byte[0x4000];
        var first = true;
        await using var server = new ScriptedServer(_ =>
        {
            var isFirst = first;
            first = false;
            return isFirst ? WireReply.Text(200, "") : Endless("HTTP/1.1 200 OK\r\n\r\n", chunk);
        });
        await using var http = Sessions.With(
            server, new CameraHttpOptions { Connections = connections, MaxBody = 1 << 20 });
        await http.GetAsync("/x");
        var before = GC.GetTotalAllocatedBytes(precise: true);

        foreach (var read in Enumerable.Range(0, 8).Select(_ => http.GetAsync("/x")).ToList())
            Assert.ThrowsAsync<CameraException>(() => read);

        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(MostMemory));
    }

    [Test]
    public async Task Send_TwoAnswersToOneRequest_TheSecondIsNotTakenForTheNext()
    {
        var calls = 0;
        await using var server = new ScriptedServer(_ => ++calls == 1
            ? new WireReply([.. WireReply.Text(200, "one").Bytes, .. WireReply.Text(200, "smuggled").Bytes])
            : WireReply.Text(200, "two"));
        await using var http = Sessions.With(server);

        var first = await http.GetAsync("/1");
        await Task.Delay(50);
        var second = await http.GetAsync("/2");

        Assert.That(Encoding.ASCII.GetString(first.Body), Is.EqualTo("one"));
        Assert.That(Encoding.ASCII.GetString(second.Body), Is.EqualTo("two"));
    }

    [Test]
    public async Task Send_ThousandsOfChallenges_AnswersOneOfThem()
    {
        var challenges = Enumerable.Range(0, 1500)
            .Select(i => FormattableString.Invariant($"WWW-Authenticate: Digest realm=\"r\", nonce=\"{i}\"")).ToArray();
        await using var server = new ScriptedServer(
            r => r.Authorization is null ? WireReply.Text(401, "", challenges) : WireReply.Text(200, ""));
        await using var http = Sessions.With(server, new CameraHttpOptions { MaxHeadersKib = 128 });

        Assert.That((await http.GetAsync("/x")).Status, Is.EqualTo(200));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [TestCase("Digest realm=\"r\", nonce=\"a\u0001b\"")]
    [TestCase("Digest realm=\"r\", nonce=\"")]
    [TestCase("Digest realm=\"r\", nonce=\"\"")]
    [TestCase("Digest nonce=\"n\", algorithm=\"MD5\\\", x=\\\"\"")]
    [TestCase("Digest ,,,===\"\"\"")]
    [TestCase("Negotiate")]
    [TestCase("")]
    public async Task Send_OddChallenge_EndsClearlyAfterAtMostOneLogin(string challenge)
    {
        await using var server = new ScriptedServer(_ => WireReply.Ask(challenge));
        await using var http = Sessions.With(server);

        Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"));

        Assert.That(server.Requests.Count(r => r.Authorization is not null), Is.LessThanOrEqualTo(1));
        Assert.That(server.Requests.Select(r => r.Headers.Count), Is.All.LessThanOrEqualTo(2));
    }

    [Test]
    public async Task Send_RefusalThatIsCompressed_IsStillAChallenge()
    {
        await using var server = new ScriptedServer(r => r.Authorization is null
            ? WireReply.Text(401, "x", "Content-Encoding: gzip", "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\"")
            : WireReply.Text(200, "<ok/>"));
        await using var http = Sessions.With(server);

        Assert.That((await http.GetAsync("/x")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Send_RedirectsBetweenSchemesForEver_EndsInACircle()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=c", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var usable = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
        var plainHost = "";
        await using var secure = new ScriptedServer(_ => Redirect($"http://{plainHost}/x"), usable);
        await using var plain = new ScriptedServer(_ => Redirect($"https://{secure.Host}/x"));
        plainHost = plain.Host;
        await using var http = Sessions.With(plain);

        var error = Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"));

        Assert.That(error!.Reason, Is.EqualTo(CameraError.BadResponse));
        Assert.That(plain.Requests.Count + secure.Requests.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task Send_TlsPortThatSaysNothing_EndsAtTheTimeToConnect()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        await using var http = Sessions.At($"https://{silent.LocalEndpoint}", Brief);
        var clock = Stopwatch.StartNew();

        var error = Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"));

        Assert.That(error!.Reason, Is.EqualTo(CameraError.Unreachable).Or.EqualTo(CameraError.TimedOut));
        Assert.That(clock.Elapsed, Is.LessThan(MostTime));
    }

    private const string Chunked = "Transfer-Encoding: chunked\r\n\r\n";

    private static byte[] Bomb { get; } = MakeBomb();

    private static TestCaseData Case(string name, WireReply reply, CameraError reason, string words) =>
        new TestCaseData(reply, reason, words).SetArgDisplayNames(name);

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static WireReply Text(string text) => new(Bytes(text), Close: true);

    private static WireReply Endless(string first, byte[] then) => Text(first) with { Endless = then };

    private static WireReply Redirect(string to) => WireReply.Text(302, "", "Location: " + to);

    private static byte[] MakeBomb()
    {
        using var small = new MemoryStream();
        using (var zip = new GZipStream(small, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var i = 0; i < 100; i++) zip.Write(new byte[1 << 20]);
        return small.ToArray();
    }
}
