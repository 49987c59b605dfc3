using CamMigrate.Core.Errors;

namespace CamMigrate.Http.Tests;

/// <summary>A new nonce is no refusal, a changed password is one.</summary>
[TestFixture]
internal sealed class RenewalTests
{
    [TestCase(1)]
    [TestCase(4)]
    public async Task Session_NonceTakenOnce_SoonSendsNoLoginThatWouldBeRefused(int connections)
    {
        var digest = new DigestServer { NonceUses = 1, KeepsNonces = true };
        await using var server = new ScriptedServer(digest.Answer);
        await using var http = Sessions.With(server, new CameraHttpOptions { Connections = connections });

        for (var i = 0; i < 20; i++) Assert.That((await http.GetAsync("/x")).Status, Is.EqualTo(200));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(http.Requests, Is.LessThanOrEqualTo(2 * 20 + (connections > 1 ? 2 : 0)));
        Assert.That(digest.Seen.Count(s => s.Count > 1), Is.EqualTo(2));
        Assert.That(http.RefusedLogins, Is.Zero);
        Assert.That(digest.Refused, Is.Zero);
    }

    [Test]
    public async Task Session_NonceTakenOnceAndConnectionClosed_CostsTwoRequestsADocument()
    {
        var digest = new DigestServer { NonceUses = 1 };
        await using var server = new ScriptedServer(r => digest.Answer(r) with { Close = true });
        await using var http = Sessions.With(server);

        for (var i = 0; i < 10; i++) Assert.That((await http.GetAsync("/x")).Status, Is.EqualTo(200));

        Assert.That((server.Requests.Count, http.RefusedLogins), Is.EqualTo((20, 0)));
    }

    [TestCase(1)]
    [TestCase(8)]
    public async Task Session_PasswordChangedMidRead_EndsAfterOneRefusal(int connections)
    {
        var digest = new DigestServer { KeepsNonces = true };
        await using var server = new ScriptedServer(digest.Answer);
        await using var http = Sessions.With(server, new CameraHttpOptions { Connections = connections });
        for (var i = 0; i < 5; i++) await http.GetAsync("/x");

        digest.Password = "changed";
        for (var i = 0; i < 5; i++) Assert.That(
            Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"))!.Reason,
            Is.EqualTo(CameraError.Unauthorized));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(http.RefusedLogins, Is.EqualTo(1));
        // The old nonce refused may be its age; the answer to a new one is not.
        Assert.That(digest.Refused, Is.EqualTo(2));
    }

    [Test]
    public async Task Session_PasswordChangedWhileAnotherConnectionIsBusy_IsNotTriedOnThatOneToo()
    {
        var digest = new DigestServer { KeepsNonces = true };
        var (arrived, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = new ScriptedServer(r =>
        {
            var reply = digest.Answer(r);
            if (r.Target != "/held") return reply;
            arrived.TrySetResult();
            return reply with { Hold = release.Task };
        });
        await using var http = Sessions.With(server, new CameraHttpOptions { Connections = 2 });
        await http.GetAsync("/x");
        var held = http.GetAsync("/held");
        await arrived.Task;
        await http.GetAsync("/y");

        digest.Password = "changed";
        var refused = http.GetAsync("/z");
        while (digest.Refused == 0) await Task.Delay(5);
        release.SetResult();

        Assert.That((await held).Status, Is.EqualTo(200));
        Assert.That(Assert.ThrowsAsync<CameraException>(() => refused)!.Reason, Is.EqualTo(CameraError.Unauthorized));
        Assert.That(digest.Refused, Is.EqualTo(2));
    }

    [Test]
    public async Task Session_PasswordChangedWhileEachRequestAsksAnew_CostsOneFailedLogin()
    {
        var digest = new DigestServer { NonceUses = 1 };
        await using var server = new ScriptedServer(digest.Answer);
        await using var http = Sessions.With(server);
        for (var i = 0; i < 5; i++) await http.GetAsync("/x");

        digest.Password = "changed";
        for (var i = 0; i < 3; i++) Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"));

        Assert.That((digest.Refused, http.RefusedLogins), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Session_NoncesOfEveryConnectionOutworn_AreRenewedWithoutARefusal()
    {
        var digest = new DigestServer { NonceUses = 5, KeepsNonces = true };
        await using var server = new ScriptedServer(digest.Answer);
        await using var http = Sessions.With(server, new CameraHttpOptions { Connections = 4 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => http.GetAsync("/x")));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(200));
        Assert.That((digest.Refused, http.RefusedLogins), Is.EqualTo((0, 0)));
        Assert.That(http.Connections, Is.EqualTo(4));
    }
}
