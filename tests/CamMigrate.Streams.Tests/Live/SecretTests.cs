using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Streams.Tests.Live;

/// <summary>A marker password is searched in everything that a person or a program could read.</summary>
[Category("Ffmpeg")]
[Parallelizable(ParallelScope.All)]
public sealed class SecretTests
{
    private static string[] Forms(string password) =>
        [
            password, Uri.EscapeDataString(password),
            Convert.ToBase64String(Encoding.UTF8.GetBytes("viewer:" + password))
        ];

    [Test]
    public async Task GoodLogin_PasswordIsNowhere()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("reads /proc");
        await using var camera = await LiveCamera.StartAsync();
        using var log = new KeptLog();
        using var watch = new CommandLines();
        var path = Studio.NewFile("now.jpg");
        var prover = Prover.New(logger: log);

        var report = await prover.ProveAsync(
            Prover.Expect(camera.Uri, LiveCamera.Video) with { PicturePath = path }, LiveCamera.Login,
            CancellationToken.None);
        await watch.StopAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(watch.Seen.Keys, Has.Some.Contains("concat"), "no ffmpeg was seen at work");
            foreach (var form in Forms(LiveCamera.Password))
            {
                Assert.That(watch.Seen.Keys, Has.None.Contains(form));
                Assert.That(log.Text, Does.Not.Contain(form));
                Assert.That(JsonSerializer.Serialize(report), Does.Not.Contain(form));
                Assert.That(
                    await File.ReadAllTextAsync(path, Encoding.Latin1, CancellationToken.None), Does.Not.Contain(form));
            }
        }
    }

    [TestCase("marker-4711")]
    [TestCase(LiveCamera.Password)]
    public async Task Failures_PasswordIsInNoMessage(string password)
    {
        await using var refusing = await LiveCamera.StartAsync(password: "another");
        await using var garbled = Doorman.Answering(
            "RTSP/1.0 401 No\r\nCSeq: {cseq}\r\nWWW-Authenticate: Digest realm=\"x\", nonce=\"a\"");
        using var log = new KeptLog();
        var login = new Credential("viewer", new Secret(password));
        var texts = new List<string>();

        foreach (var uri in new[] { refusing.Uri, garbled.Uri, new Uri($"rtsp://viewer:{Uri.EscapeDataString(password)}@127.0.0.1:1/x") })
        {
            var prover = Prover.New(logger: log);
            texts.Add(
                JsonSerializer.Serialize(
                    await prover.ProveAsync(Prover.Expect(uri, LiveCamera.Video), login, CancellationToken.None)));
            texts.Add(Assert.ThrowsAsync<CameraException>(
                () => prover.TakePictureAsync(uri, login, Studio.NewFile("x.jpg"), CancellationToken.None)).ToString());
        }

        Assert.That(
            Forms(password).Where(f => texts.Append(log.Text).Any(t => t.Contains(f, StringComparison.Ordinal))),
            Is.Empty);
    }

    /// <summary>Looks at every command line of the machine again and again.</summary>
    private sealed class CommandLines : IDisposable
    {
        private readonly CancellationTokenSource stopping = new();
        private readonly Task watching;

        public CommandLines() => watching = Task.Run(WatchAsync);

        public ConcurrentDictionary<string, bool> Seen { get; } = new();

        public async Task StopAsync()
        {
            await stopping.CancelAsync();
            await watching;
        }

        public void Dispose() => stopping.Dispose();

        private async Task WatchAsync()
        {
            while (!stopping.IsCancellationRequested)
            {
                foreach (var folder in Directory.EnumerateDirectories("/proc")
                    .Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])))
                    Look(folder);
                await Task.Delay(30, CancellationToken.None);
            }
        }

        private void Look(string folder)
        {
            try
            {
                Seen.TryAdd(File.ReadAllText(Path.Combine(folder, "cmdline")), true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile.
            }
        }
    }

    private sealed class KeptLog : ILogger<StreamProver>, IDisposable
    {
        private readonly ConcurrentQueue<string> lines = new();

        public string Text => string.Join('\n', lines);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose() => lines.Clear();
    }
}
