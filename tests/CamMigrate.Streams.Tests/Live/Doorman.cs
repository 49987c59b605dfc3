using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CamMigrate.Streams.Tests.Live;

/// <summary>
/// Stands before a port: the first connections get what a test wants, all others go through to the camera behind.
/// </summary>
internal sealed class Doorman : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<string> heard = new();
    private readonly Func<int, NetworkStream, CancellationToken, Task<bool>> answer;
    private readonly Uri? behind;
    private readonly Task serving;
    private int connections;

    /// <summary>Begins to listen.</summary>
    /// <param name="answer">Connection number from 1 and its stream; false = let it through.</param>
    /// <param name="behind">The camera behind; null = there is none.</param>
    private Doorman(Func<int, NetworkStream, CancellationToken, Task<bool>> answer, Uri? behind)
    {
        this.answer = answer;
        this.behind = behind;
        listener.Start();
        serving = ServeAsync();
    }

    public int Connections => connections;

    /// <summary>What was asked, request by request.</summary>
    public IReadOnlyCollection<string> Heard => heard;

    public Uri Uri => new($"rtsp://{listener.LocalEndpoint}/main");

    public static Doorman Silent() => new(async (_, _, stop) =>
    {
        await Task.Delay(Timeout.Infinite, stop);
        return true;
    }, null);

    public static Doorman Saying(string bytes) => new(async (_, stream, stop) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes), stop);
        return true;
    }, null);

    public static Doorman Closing() => new((_, _, _) => Task.FromResult(true), null);

    /// <summary>Answers each request of the first connections with this head, then lets the others through.</summary>
    public static Doorman Answering(string head, int times = int.MaxValue, Uri? behind = null)
    {
        Doorman? self = null;
        self = new Doorman(async (number, stream, stop) =>
        {
            if (number > times) return false;
            using var reader = new StreamReader(stream, Encoding.Latin1, false, 1024, leaveOpen: true);
            while (await ReadRequestAsync(reader, stop) is { } request)
            {
                self!.heard.Enqueue(request);
                var sequence = request.Split('\n').First(l => l.StartsWith("CSeq", StringComparison.Ordinal))
                    .Split(':')[1].Trim();
                await stream.WriteAsync(
                    Encoding.Latin1.GetBytes(head.Replace("{cseq}", sequence, StringComparison.Ordinal) + "\r\n\r\n"),
                    stop);
            }

            return true;
        }, behind);
        return self;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await serving;
        stopping.Dispose();
        listener.Dispose();
    }

    private static async Task<string?> ReadRequestAsync(StreamReader reader, CancellationToken stop)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(stop) is { } line)
        {
            if (line.Length == 0) return string.Join('\n', lines);
            lines.Add(line);
        }

        return null;
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true) open.Add(TalkAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var caller = client;
        try
        {
            var stream = caller.GetStream();
            if (await answer(Interlocked.Increment(ref connections), stream, stopping.Token)) return;
            using var camera = new TcpClient();
            await camera.ConnectAsync(behind!.Host, behind.Port, stopping.Token);
            await Task.WhenAny(
                stream.CopyToAsync(camera.GetStream(), stopping.Token),
                camera.GetStream().CopyToAsync(stream, stopping.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The caller left, or the test is over.
        }
    }
}
