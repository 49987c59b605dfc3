using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;

namespace CamMigrate.Http.Tests;

[TestFixture]
internal sealed class DigestSessionTests
{
    [Test]
    public async Task Session_TenRequests_CostsOneChallengeOneConnectionAndCountsUp()
    {
        var digest = new DigestServer();
        await using var server = new ScriptedServer(digest.Answer);
        await using var http = Sessions.With(server);

        for (var i = 0; i < 10; i++) Assert.That(
            (await http.GetAsync("/ISAPI/" + (char)('a' + i))).Status, Is.EqualTo(200));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(digest.Challenged, Is.EqualTo(1));
        Assert.That(http.Requests, Is.EqualTo(11));
        Assert.That(server.Connections, Is.EqualTo(1));
        Assert.That(digest.Seen.Select(s => s.Count), Is.EqualTo(Enumerable.Range(1, 10)));
        Assert.That(http.RefusedLogins, Is.Zero);
    }

    [TestCase("MD5", "Digest realm=\"r\", nonce=\"{nonce}\"", TestName = "no qop, no algorithm")]
    [TestCase(
        "MD5", "Digest realm=\"r\", nonce=\"{nonce}\", algorithm=MD5, qop=\"auth-int,auth\", opaque=\"o\"",
        TestName = "qop list")]
    [TestCase("MD5-sess", "Digest realm=\"r\", nonce=\"{nonce}\", algorithm=MD5-sess, qop=auth", TestName = "MD5-sess")]
    [TestCase(
        "SHA-256", "Digest realm=\"a \\\"b\\\" c\", nonce=\"{nonce}\", algorithm=SHA-256, qop=\"auth\"",
        TestName = "SHA-256, quotes in realm")]
    [TestCase(
        "SHA-256",
        "Basic realm=\"x\", Digest realm=\"r\", nonce=\"old{nonce}\", algorithm=MD5, qop=\"auth\", Digest realm=\"r\", "
            + "nonce=\"{nonce}\", algorithm=SHA-256, qop=\"auth\"",
        TestName = "three schemes in one header")]
    [TestCase(
        "MD5",
        "Digest qop=\"auth\", realm=\"IP Camera(C2183)\", nonce=\"{nonce}\", stale=\"FALSE\", Basic realm=\"IP "
            + "Camera(C2183)\"",
        TestName = "Digest, then Basic")]
    public async Task Session_EachChallenge_IsAnsweredByTheStrongestAtOnce(string algorithm, string challenge)
    {
        var digest = new DigestServer { Algorithm = algorithm, Challenge = challenge };
        await using var server = new ScriptedServer(digest.Answer);
        await using var http = Sessions.With(server);

        var status = (await http.GetAsync("/ISAPI/System/time?a=1&b=%20")).Status;

        using var _ = Assert.EnterMultipleScope();
        Assert.That(status, Is.EqualTo(200));
        Assert.That(digest.Refused, Is.Zero);
        Assert.That(digest.Challenged, Is.EqualTo(1));
    }

    [Test]
    public async Task Session_OpaqueAndAlgorithm_AreEchoedAsSent()
    {
        await using var server = new ScriptedServer(r => r.Authorization is null
            ? WireReply.Ask("Digest realm=\"r\", nonce=\"n\", opaque=\"5c:=,\", algorithm=mD5, qop=\"auth\"")
                : WireReply.Text(200, ""));
        await using var http = Sessions.With(server);

        await http.GetAsync("/x");

        var sent = server.Requests.Last().Authorization;
        using var _ = Assert.EnterMultipleScope();
        Assert.That(sent, Does.Contain("opaque=\"5c:=,\""));
        Assert.That(sent, Does.Contain("algorithm=mD5,"));
        Assert.That(sent, Does.Contain("qop=auth, nc=00000001, cnonce="));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Session_NonceOutworn_IsRenewalNotRefusal(bool saysStale)
    {
        var digest = new DigestServer { NonceUses = 2, SaysStale = saysStale };
        await using var server = new ScriptedServer(digest.Answer);
        await using var http = Sessions.With(server);

        for (var i = 0; i < 5; i++) Assert.That((await http.GetAsync("/x")).Status, Is.EqualTo(200));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(digest.Challenged, Is.EqualTo(3));
        Assert.That(http.RefusedLogins, Is.Zero);
        Assert.That(digest.Refused, Is.Zero);
    }

    [Test]
    public async Task Session_NonceGoodForOneRequest_CostsTwoRequestsEachAndNoRefusal()
    {
        var digest = new DigestServer { NonceUses = 1 };
        await using var server = new ScriptedServer(digest.Answer);
        await using var http = Sessions.With(server);

        for (var i = 0; i < 4; i++) await http.GetAsync("/x");

        Assert.That((http.Requests, http.RefusedLogins), Is.EqualTo((8, 0)));
    }

    [Test]
    public async Task Session_WrongPassword_IsTriedExactlyOnceEver()
    {
        var digest = new DigestServer("another");
        var refusals = new LoginRefusals();
        await using var server = new ScriptedServer(digest.Answer);
        await using var http = Sessions.With(server, refusals: refusals);
        await using var other = Sessions.With(server, refusals: refusals);

        var first = Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/a"));
        var second = Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/b"));
        var third = Assert.ThrowsAsync<CameraException>(() => other.GetAsync("/c"));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(new[] { first, second, third }.Select(e => e!.Reason), Is.All.EqualTo(CameraError.Unauthorized));
        Assert.That(digest.Refused, Is.EqualTo(1));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
        Assert.That(http.RefusedLogins, Is.EqualTo(1));
        Assert.That(first!.ToString(), Does.Not.Contain("Marker-Pw-71"));
        Assert.That(first.Message, Does.StartWith($"{server.Host}: GET /a: "));
    }

    [Test]
    public async Task Session_StaleForEver_StopsAfterOneRenewal()
    {
        await using var server = new ScriptedServer(
            _ => WireReply.Ask($"Digest realm=\"r\", nonce=\"{Guid.NewGuid()}\", stale=\"TRUE\""));
        await using var http = Sessions.With(server);

        var error = Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/a"));

        Assert.That((error!.Reason, server.Requests.Count), Is.EqualTo((CameraError.Unauthorized, 3)));
    }

    [Test]
    public async Task Session_ClosedAfterTheChallenge_IsSurvived()
    {
        var digest = new DigestServer();
        await using var server = new ScriptedServer(r => digest.Answer(r) with { Close = r.Authorization is null });
        await using var http = Sessions.With(server);

        Assert.That((await http.GetAsync("/a")).Status, Is.EqualTo(200));
        Assert.That(digest.Refused, Is.Zero);
    }

    [Test]
    public async Task Session_OnlyBasicOverHttp_NeverSendsThePassword()
    {
        await using var server = new ScriptedServer(_ => WireReply.Ask("Basic realm=\"x\""));
        await using var http = Sessions.With(server);

        var error = Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/a"));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(error!.Message, Does.Contain("Basic"));
        Assert.That(server.Requests.Select(r => r.Authorization), Is.All.Null);
        Assert.That(http.RefusedLogins, Is.Zero);
    }

    [Test]
    public async Task Session_BasicAllowed_SendsIt()
    {
        await using var server = new ScriptedServer(
            r => r.Authorization is null ? WireReply.Ask("Basic realm=\"x\"") : WireReply.Text(200, ""));
        await using var http = Sessions.With(server, new CameraHttpOptions { AllowBasicOverHttp = true });

        Assert.That((await http.GetAsync("/a")).Status, Is.EqualTo(200));
        Assert.That(server.Requests.Last().Authorization, Is.EqualTo("Basic YWRtaW46TWFya2VyLVB3LTcx"));
    }

    [Test]
    public async Task Session_AnonymousChallenge_IsAnsweredByTheNextRequestWithoutAnother()
    {
        var digest = new DigestServer();
        await using var server = new ScriptedServer(digest.Answer);
        await using var http = Sessions.With(server);

        var peek = await http.SendAsync(
            new CameraRequest(HttpMethod.Post, "/onvif") { Anonymous = true, IsWrite = false }, CancellationToken.None);
        var real = await http.GetAsync("/a");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(peek.Status, Is.EqualTo(401));
        Assert.That(peek.Challenges.Single().IsDigest, Is.True);
        Assert.That(real.Status, Is.EqualTo(200));
        Assert.That(http.Requests, Is.EqualTo(2));
    }

    [Test]
    public async Task Session_NonAsciiUser_IsHashedAndSentAsUtf8()
    {
        var digest = new DigestServer("Pässwörd");
        await using var server = new ScriptedServer(r => digest.Answer(r with
        {
            Headers = r.Headers.ToDictionary(
                h => h.Key, h => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(h.Value)),
                StringComparer.OrdinalIgnoreCase),
        }));
        await using var http = Sessions.With(server, login: new Credential("Jörg \"x\"", new Secret("Pässwörd")));

        Assert.That((await http.GetAsync("/a")).Status, Is.EqualTo(200));
        Assert.That(server.Requests.Last().Authorization, Does.Contain("username=\"J\u00c3\u00b6rg \\\"x\\\"\""));
    }
}
