using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using CamMigrate.Core.Ports;

namespace CamMigrate.Adapters.Tests.Dahua;

/// <summary>A device with RPC2 alone, of a few lines: it asks for a login and says to the answer what the test wants.</summary>
internal sealed class RpcStub : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly List<string> calls = [];
    private readonly string? answer;
    private readonly Task serving;

    /// <summary>Starts it.</summary>
    /// <param name="answer">What it says to the login, JSON; null = it closes the connection.</param>
    internal RpcStub(string? answer)
    {
        this.answer = answer;
        listener.Start();
        serving = ServeAsync();
    }

    internal CameraAddress Address => CameraAddress.Parse(
        FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));

    /// <summary>Methods in the order in which they were called; the answer to the challenge is <c>password</c>.</summary>
    internal IReadOnlyList<string> Calls
    {
        get
        {
            lock (calls) return [.. calls];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await using var stream = client.GetStream();
                await OneAsync(stream);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException or IOException)
        {
            // the test is over
        }
    }

    private async Task OneAsync(NetworkStream stream)
    {
        var (path, body) = await ReadAsync(stream);
        if (path is null) return;
        if (!path.StartsWith("/RPC2", StringComparison.Ordinal))
        {
            await SayAsync(stream, "404 Not Found", "");
            return;
        }

        var call = JsonNode.Parse(body)!;
        var hasPassword = call["params"]?["password"]?.GetValue<string>() is { Length: > 0 };
        var method = hasPassword ? "password" : call["method"]!.GetValue<string>();
        lock (calls) calls.Add(method);
        var said = method switch
        {
            "password" => answer,
            "global.login" => """
                {"result":false,"session":"s1","error":{"code":268632079},"params":{"realm":"Login to x","random":"7","encryption":"Default"}}
                """,
            _ => """{"result":true,"session":"s1","params":null}""",
        };
        if (said is not null) await SayAsync(stream, "200 OK", said);
    }

    private async Task SayAsync(NetworkStream stream, string status, string body)
    {
        var text = FormattableString.Invariant(
            $"HTTP/1.1 {status}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop.Token);
    }

    private async Task<(string? Path, string Body)> ReadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, stop.Token) == 0) return (null, "");
            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n");
        var length = lines.FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        var body = new byte[length is null ? 0 : int.Parse(length[15..], CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stop.Token);
        return (lines[0].Split(' ')[1], Encoding.UTF8.GetString(body));
    }
}
