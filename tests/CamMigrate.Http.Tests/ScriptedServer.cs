using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CamMigrate.Http.Tests;

/// <summary>A request as it stood on the wire.</summary>
internal sealed record WireRequest(
    string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Which connection it came on.</summary>
    public string Connection { get; init; } = "";

    public string? Authorization => Headers.GetValueOrDefault("Authorization");
}

/// <summary>What the server does with a request: bytes to send, and whether it closes after them.</summary>
internal sealed record WireReply(byte[] Bytes, bool Close = false)
{
    public static WireReply Text(int status, string body, params string[] headers) => new(Encoding.Latin1.GetBytes(
        FormattableString.Invariant($"HTTP/1.1 {status} X\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n")
            + $"{string.Concat(headers.Select(h => h + "\r\n"))}\r\n"
        + Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(body))));

    public static WireReply Ask(string challenge) => Text(401, "", "WWW-Authenticate: " + challenge);

    public static WireReply Hang(params byte[] first) => new(first) { Pause = Timeout.InfiniteTimeSpan };

    public TimeSpan? Pause { get; init; }

    public TimeSpan? Drip { get; init; }

    /// <summary>Sent after the bytes for as long as the client takes it; null = nothing.</summary>
    public byte[]? Endless { get; init; }

    /// <summary>Nothing is sent before this is done.</summary>
    public Task Hold { get; init; } = Task.CompletedTask;
}

/// <summary>A raw TCP server on loopback that answers byte for byte what a test says.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<WireRequest, WireReply> answer;
    private readonly X509Certificate2? certificate;
    private readonly ConcurrentBag<Task> connections = [];
    private readonly Task accepting;
    private int connected;
    private int open;

    public ScriptedServer(Func<WireRequest, WireReply> answer, X509Certificate2? certificate = null)
    {
        (this.answer, this.certificate) = (answer, certificate);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    public string Host => FormattableString.Invariant($"127.0.0.1:{Port}");

    public ConcurrentQueue<WireRequest> Requests { get; } = [];

    public int Connections => connected;

    /// <summary>Connections served at once; those beyond are closed as they come. 0 = without limit.</summary>
    public int MaxConnections { get; init; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Stop();
        await Task.WhenAll(connections);
        stop.Dispose();
    }

    /// <summary>The certificate of a connection, counted from 1; null = the one of all.</summary>
    public Func<int, X509Certificate2>? CertificateOf { get; init; }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                var number = Interlocked.Increment(ref connected);
                if (MaxConnections > 0 && Volatile.Read(ref open) >= MaxConnections) client.Dispose();
                else connections.Add(ServeAsync(client, number));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            return;
        }
    }

    private async Task ServeAsync(TcpClient client, int number)
    {
        using var _ = client;
        Interlocked.Increment(ref open);
        try
        {
            client.NoDelay = true;
            Stream stream = client.GetStream();
            if (certificate is not null)
            {
                var tls = new SslStream(stream);
                await tls.AuthenticateAsServerAsync(CertificateOf?.Invoke(number) ?? certificate);
                stream = tls;
            }

            var name = client.Client.RemoteEndPoint!.ToString()!;
            while (await ReadAsync(stream) is { } read)
            {
                var request = read with { Connection = name };
                Requests.Enqueue(request);
                if (!await ReplyAsync(stream, answer(request))) return;
            }
        }
        catch (Exception e) when (
            e is IOException or SocketException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            return; // the client went away: that is what some tests are about
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    private async Task<bool> ReplyAsync(Stream stream, WireReply reply)
    {
        await reply.Hold.WaitAsync(stop.Token);
        if (reply.Drip is { } drip)
        {
            foreach (var one in reply.Bytes)
            {
                await stream.WriteAsync(new[] { one }, stop.Token);
                await Task.Delay(drip, stop.Token);
            }
        }
        else
        {
            await stream.WriteAsync(reply.Bytes, stop.Token);
        }

        while (reply.Endless is { } endless) await stream.WriteAsync(endless, stop.Token);
        if (reply.Pause is { } pause) await Task.Delay(pause, stop.Token);
        return !reply.Close;
    }

    private async Task<WireRequest?> ReadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, stop.Token) == 0) return null;
            head.Append((char)one[0]);
            if (head.Length > 3 && !char.IsAsciiLetterUpper(head[0])) return null; // not HTTP: a TLS greeting
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var first = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(l => l.Split(": ", 2))
            .ToDictionary(l => l[0], l => l.ElementAtOrDefault(1) ?? "", StringComparer.OrdinalIgnoreCase);
        var body = new byte[
            int.Parse(
                headers.GetValueOrDefault("Content-Length", "0"), System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stop.Token);
        return new WireRequest(first[0], first[1], headers, Encoding.UTF8.GetString(body));
    }
}
