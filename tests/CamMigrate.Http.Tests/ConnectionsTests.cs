using CamMigrate.Core.Errors;

namespace CamMigrate.Http.Tests;

/// <summary>Several connections to one camera: faster, and never at the cost of a login.</summary>
[TestFixture]
internal sealed class ConnectionsTests
{
    [Test]
    public async Task Send_FourConnections_HasFourRequestsUnderWayAndOneNonceEach()
    {
        var digest = new DigestServer { KeepsNonces = true };
        var crowd = new Crowd(4);
        await using var server = new ScriptedServer(r => crowd.Join(r, digest.Answer(r)));
        await using var http = Sessions.With(server, new CameraHttpOptions { Connections = 4 });

        var answers = await AllAsync(http, 40);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(answers, Is.All.EqualTo(200));
        Assert.That(crowd.Most, Is.EqualTo(4));
        Assert.That(server.Connections, Is.EqualTo(4));
        Assert.That(digest.OutOfOrder, Is.Zero);
        Assert.That(digest.Refused, Is.Zero);
        Assert.That(http.Requests, Is.LessThanOrEqualTo(40 + 1 + 4));
        Assert.That(http.Challenges, Is.EqualTo(4));
    }

    [Test]
    public async Task Send_UntilTheLoginIsAccepted_OneRequestIsUnderWay()
    {
        var digest = new DigestServer { KeepsNonces = true };
        var (under, most, proven) = (0, 0, false);
        await using var server = new ScriptedServer(r =>
        {
            if (!proven) most = Math.Max(most, Interlocked.Increment(ref under));
            var reply = digest.Answer(r);
            proven |= r.Authorization is not null;
            return reply with { Hold = EndAsync() };

            async Task EndAsync()
            {
                await Task.Delay(30);
                Interlocked.Decrement(ref under);
            }
        });
        await using var http = Sessions.With(server, new CameraHttpOptions { Connections = 8 });
        await http.SendAsync(new CameraRequest(HttpMethod.Get, "/") { Anonymous = true }, CancellationToken.None);

        await AllAsync(http, 16);

        Assert.That(most, Is.EqualTo(1));
    }

    [Test]
    public async Task Send_WrongPasswordOverEightConnections_IsTriedExactlyOnce()
    {
        var digest = new DigestServer("another") { KeepsNonces = true };
        await using var server = new ScriptedServer(digest.Answer);
        await using var http = Sessions.With(server, new CameraHttpOptions { Connections = 8 });

        var errors = await ErrorsAsync(http, 24);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(errors, Is.All.EqualTo(CameraError.Unauthorized));
        Assert.That(digest.Refused, Is.EqualTo(1));
        Assert.That(http.RefusedLogins, Is.EqualTo(1));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Send_OpenThenProtectedWithWrongPassword_IsTriedExactlyOnce(bool isChallenged)
    {
        var digest = new DigestServer("another") { KeepsNonces = true };
        await using var server = new ScriptedServer(
            r => r.Target == "/open" ? WireReply.Text(200, "") : digest.Answer(r));
        await using var http = Sessions.With(server, new CameraHttpOptions { Connections = 8 });
        await http.GetAsync("/open");
        if (isChallenged)
            await http.SendAsync(new CameraRequest(HttpMethod.Get, "/") { Anonymous = true }, CancellationToken.None);

        var errors = await ErrorsAsync(http, 24);

        Assert.That(errors, Is.All.EqualTo(CameraError.Unauthorized));
        Assert.That(digest.Refused, Is.EqualTo(1));
    }

    [Test]
    public async Task Send_OneConnection_KeepsTheOrderOfTheCalls()
    {
        await using var server = new ScriptedServer(_ => WireReply.Text(200, ""));
        await using var http = Sessions.With(server);

        await AllAsync(http, 30);

        Assert.That(
            server.Requests.Select(r => r.Target),
            Is.EqualTo(Enumerable.Range(0, 30).Select(i => FormattableString.Invariant($"/{i}"))));
    }

    [Test]
    public async Task Send_CameraServesOneConnection_FallsBackWithoutAnError()
    {
        var digest = new DigestServer { KeepsNonces = true };
        await using var server = new ScriptedServer(digest.Answer) { MaxConnections = 1 };
        await using var http = Sessions.With(server, new CameraHttpOptions { Connections = 4 });

        var answers = await AllAsync(http, 20);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(answers, Is.All.EqualTo(200));
        Assert.That(http.Connections, Is.EqualTo(1));
        Assert.That(digest.Refused, Is.Zero);
    }

    [Test]
    public async Task Send_CameraLeavesTheSecondConnectionWaiting_FallsBackWithoutAnError()
    {
        var digest = new DigestServer { KeepsNonces = true };
        string? served = null;
        var never = new TaskCompletionSource();
        await using var server = new ScriptedServer(r =>
        {
            served ??= r.Connection;
            return r.Connection == served ? digest.Answer(r) : WireReply.Text(200, "") with { Hold = never.Task };
        });
        await using var http = Sessions.With(
            server, new CameraHttpOptions { Connections = 2, Timeout = TimeSpan.FromMilliseconds(500) });

        var answers = await AllAsync(http, 8);

        Assert.That(answers, Is.All.EqualTo(200));
        Assert.That(http.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task Send_CameraAnswers503BesideAnother_FallsBackWithoutAnError()
    {
        var (digest, under) = (new DigestServer { KeepsNonces = true }, 0);
        await using var server = new ScriptedServer(r =>
        {
            var beside = Interlocked.Increment(ref under) > 1;
            return (beside ? WireReply.Text(503, "") : digest.Answer(r)) with { Hold = EndAsync() };

            async Task EndAsync()
            {
                await Task.Delay(20);
                Interlocked.Decrement(ref under);
            }
        });
        await using var http = Sessions.With(server, new CameraHttpOptions { Connections = 4 });

        Assert.That(await AllAsync(http, 20), Is.All.EqualTo(200));
        Assert.That(http.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task Send_EachChallengeEndsTheNonceBefore_GoesOnWithOneConnectionAndNoRefusal()
    {
        var digest = new DigestServer();
        var crowd = new Crowd(4);
        await using var server = new ScriptedServer(r => crowd.Join(r, digest.Answer(r)));
        await using var http = Sessions.With(server, new CameraHttpOptions { Connections = 4 });

        var answers = await AllAsync(http, 20);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(answers, Is.All.EqualTo(200));
        Assert.That(http.RefusedLogins, Is.Zero);
        Assert.That(http.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task Send_WriteThatDiesBesideOthers_IsNotSentAgain()
    {
        var digest = new DigestServer { KeepsNonces = true };
        var puts = 0;
        await using var server = new ScriptedServer(r =>
        {
            var reply = digest.Answer(r);
            return r.Method == "PUT" && r.Authorization is not null && ++puts > 0
                ? new WireReply([], Close: true)
                : reply;
        });
        await using var http = Sessions.With(server, new CameraHttpOptions { Connections = 4 });
        await http.GetAsync("/a");

        Assert.ThrowsAsync<CameraException>(
            () => http.SendAsync(new CameraRequest(HttpMethod.Put, "/b"), CancellationToken.None));

        Assert.That(puts, Is.EqualTo(1));
    }

    [Test]
    public async Task Send_CancelledWhileWaiting_LetsTheOthersThrough()
    {
        var release = new TaskCompletionSource();
        await using var server = new ScriptedServer(_ => WireReply.Text(200, "") with { Hold = release.Task });
        await using var http = Sessions.With(server);
        using var cancel = new CancellationTokenSource();
        var first = http.GetAsync("/a");
        var second = http.GetAsync("/b", cancel.Token);
        var third = http.GetAsync("/c");

        await cancel.CancelAsync();
        Assert.That(async () => await second, Throws.InstanceOf<OperationCanceledException>());
        release.SetResult();

        Assert.That(new[] { (await first).Status, (await third).Status }, Is.All.EqualTo(200));
        Assert.That(server.Requests.Select(r => r.Target), Is.EqualTo(new[] { "/a", "/c" }));
    }

    [TestCase(0)]
    [TestCase(17)]
    public void Connections_OutOfRange_AreRefused(int connections) =>
        Assert.That(
            () => new CameraHttpOptions { Connections = connections },
            Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static async Task<int[]> AllAsync(CameraHttp http, int count)
    {
        var asked = Enumerable.Range(0, count).Select(i => http.GetAsync(FormattableString.Invariant($"/{i}")));
        return [.. (await Task.WhenAll(asked)).Select(a => a.Status)];
    }

    private static Task<CameraError[]> ErrorsAsync(CameraHttp http, int count) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(async i =>
        {
            try
            {
                await http.GetAsync(FormattableString.Invariant($"/{i}"));
                throw new AssertionException("no error");
            }
            catch (CameraException e)
            {
                return e.Reason;
            }
        }));

    /// <summary>Holds the first accepted answers back until so many requests are under way.</summary>
    private sealed class Crowd(int size)
    {
        private readonly TaskCompletionSource full = new();
        private int under, accepted;

        public int Most { get; private set; }

        public WireReply Join(WireRequest request, WireReply reply)
        {
            lock (full)
            {
                Most = Math.Max(Most, ++under);
                if (under >= size) full.TrySetResult();
                // The first login is proven alone: nobody can stand beside it.
                return reply with { Hold = EndAsync(request.Authorization is not null && ++accepted > 1) };
            }
        }

        private async Task EndAsync(bool waits)
        {
            if (waits) await Task.WhenAny(full.Task, Task.Delay(TimeSpan.FromSeconds(2)));
            lock (full) under--;
        }
    }
}
