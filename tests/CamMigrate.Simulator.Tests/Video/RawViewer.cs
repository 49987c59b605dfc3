using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CamMigrate.Simulator.Tests.Video;

/// <summary>
/// A viewer that does what well-behaved ones do not: says each RTSP request by hand and reads bytes as they come.
/// </summary>
internal sealed class RawViewer(TestCamera camera) : IAsyncDisposable
{
    private readonly TcpClient client = Connect(camera);
    private int sequence;
    private string session = "";

    public string Nonce { get; set; } = "";

    private NetworkStream Network => client.GetStream();

    /// <summary>Logs in, sets up and plays the camera's stream.</summary>
    public async Task PlayAsync()
    {
        await AskAsync("DESCRIBE", camera.Address);
        Assert.That(await AskAsync("DESCRIBE", camera.Address), Does.StartWith("RTSP/1.0 200"));
        Assert.That(await SetUpAsync("RTP/AVP/TCP;unicast;interleaved=0-1"), Does.StartWith("RTSP/1.0 200"));
        Assert.That(await AskAsync("PLAY", camera.Address), Does.StartWith("RTSP/1.0 200"));
    }

    public Task<string> SetUpAsync(string transport) =>
        AskAsync("SETUP", camera.Address + "/trackID=1", $"Transport: {transport}");

    /// <summary>Sends a request, with a login once a nonce is known, and returns the answer with its body.</summary>
    public async Task<string> AskAsync(string method, string url, params string[] headers)
    {
        await SendAsync(method, url, headers);
        var answer = await ReadAnswerAsync();
        if (Match(answer, "nonce=\"(?<value>[^\"]+)\"") is { } nonce)
            Nonce = nonce;
        session = Match(answer, "Session: (?<value>[^;\r]+)") ?? session;
        return answer;
    }

    /// <summary>Sends a request without waiting for its answer.</summary>
    public Task SendAsync(string method, string url, params string[] headers)
    {
        List<string> lines = [$"{method} {url} RTSP/1.0", Line($"CSeq: {++sequence}"), "User-Agent: test", .. headers];
        if (Nonce.Length > 0)
            lines.Add(AuthorizationFor(method, url));
        if (session.Length > 0)
            lines.Add($"Session: {session}");
        return SendAsync(string.Join("\r\n", lines) + "\r\n\r\n");
    }

    /// <summary>Everything that comes until the camera closes the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var all = new MemoryStream();
        await Network.CopyToAsync(all, limit.Token);
        return Encoding.Latin1.GetString(all.ToArray());
    }

    public async Task SendAsync(string text) => await Network.WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>The next interleaved packet; null when the camera closed the connection.</summary>
    public async Task<byte[]?> ReadPacketAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            var head = new byte[4];
            await Network.ReadExactlyAsync(head, limit.Token);
            Assert.That(head[0], Is.EqualTo((byte)'$'));
            var packet = new byte[BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2))];
            await Network.ReadExactlyAsync(packet, limit.Token);
            return packet;
        }
        catch (Exception end) when (end is EndOfStreamException or IOException)
        {
            return null;
        }
    }

    /// <summary>An answer's lines and body.</summary>
    public async Task<string> ReadAnswerAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await Network.ReadAsync(one, limit.Token) == 0)
                return text.ToString();
            text.Append((char)one[0]);
        }

        var body = new byte[int.Parse(
            Match(text.ToString(), "Content-Length: (?<value>\\d+)") ?? "0", CultureInfo.InvariantCulture)];
        await Network.ReadExactlyAsync(body, limit.Token);
        return text + Encoding.UTF8.GetString(body);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static TcpClient Connect(TestCamera camera)
    {
        var connected = new TcpClient { ReceiveBufferSize = 16 * 1024 };
        connected.Connect(camera.EndPoint);
        return connected;
    }

    private static string? Match(string text, string pattern) =>
        Regex.Match(text, pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } match
            ? match.Groups["value"].Value : null;

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

#pragma warning disable CA5351 // What RTSP's digest login is made of.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351

    public string AuthorizationFor(string method, string url)
    {
        var answer = Md5(
            $"{Md5($"{TestCamera.User}:IP Camera:{TestCamera.Password}")}:{Nonce}:{Md5($"{method}:{url}")}");
        return $"Authorization: Digest username=\"{TestCamera.User}\", realm=\"IP Camera\", "
            + $"nonce=\"{Nonce}\", uri=\"{url}\", response=\"{answer}\"";
    }
}
