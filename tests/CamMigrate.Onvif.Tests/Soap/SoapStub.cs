using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Xml.Linq;
using CamMigrate.Core.Ports;

namespace CamMigrate.Onvif.Tests.Soap;

/// <summary>A request as it came over the wire.</summary>
internal sealed record StubRequest(string Path, string Headers, XElement Envelope)
{
    internal XElement Operation => Envelope.Elements().Last().Elements().First();

    internal string Name => Operation.Name.LocalName;

    internal bool HasToken => Envelope.Descendants().Any(e => e.Name.LocalName == "UsernameToken");

    internal bool HasDigest => Headers.Contains("\nAuthorization: Digest ", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What to answer; null = close the connection.</summary>
internal sealed record StubAnswer(int Status, string Body, string Header = "")
{
    internal static StubAnswer Ok(string content) => new(200, Envelope(content));

    internal static StubAnswer Fault(int status, string code) => new(status, Envelope(
        $"<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>ter:{code}</s:Value></s:Subcode></s:Code>"
        + "<s:Reason><s:Text xml:lang='en'>refused</s:Text></s:Reason></s:Fault>"));

    private static string Envelope(string content) =>
        "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope' xmlns:tt='http://www.onvif.org/ver10/schema'"
        + " xmlns:tds='http://www.onvif.org/ver10/device/wsdl' xmlns:trt='http://www.onvif.org/ver10/media/wsdl'"
        + $" xmlns:tr2='http://www.onvif.org/ver20/media/wsdl'><s:Body>{content}</s:Body></s:Envelope>";
}

/// <summary>A SOAP server of a few lines: every byte it sends is the test's own.</summary>
internal sealed class SoapStub : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<StubRequest, StubAnswer?> answer;
    private readonly List<StubRequest> requests = [];
    private readonly Task serving;

    internal SoapStub(Func<StubRequest, StubAnswer?> answer)
    {
        this.answer = answer;
        listener.Start();
        serving = ServeAsync();
    }

    internal CameraAddress Address =>
        CameraAddress.Parse(FormattableString.Invariant(
        $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));

    internal IReadOnlyList<StubRequest> Requests
    {
        get
        {
            lock (requests) return [.. requests];
        }
    }

    internal int Count(string operation) => Requests.Count(r => r.Name == operation);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true) open.Add(ConnectionAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ConnectionAsync(TcpClient client)
    {
        using var own = client;
        try
        {
            await using var stream = client.GetStream();
            while (await ReadAsync(stream) is { } request)
            {
                lock (requests) requests.Add(request);
                if (answer(request) is not { } said) return;
                var body = Encoding.UTF8.GetBytes(said.Body);
                var head = FormattableString.Invariant(
                    $"HTTP/1.1 {said.Status} X\r\nContent-Type: application/soap+xml\r\nContent-Length: {body.Length}\r\n{said.Header}\r\n");
                await stream.WriteAsync(Encoding.ASCII.GetBytes(head), stop.Token);
                await stream.WriteAsync(body, stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The client went away, or the test is over.
        }
    }

    private async Task<StubRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n'))
        {
            if (await stream.ReadAsync(one, stop.Token) == 0) return null;
            head.Add(one[0]);
        }

        var text = Encoding.Latin1.GetString([.. head]);
        var length = text.Split("\r\n")
            .First(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))[
            "Content-Length:".Length..];
        var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stop.Token);
        return new StubRequest(text.Split(' ')[1], text, XElement.Parse(Encoding.UTF8.GetString(body)));
    }
}
