using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace CamMigrate.Http;

/// <summary>
/// Tells what a port speaks, for the message of an exchange that failed. Sends no login and asks for nothing.
/// </summary>
internal static class PortProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Whether the port completes a TLS handshake.</summary>
    internal static Task<bool> SpeaksTlsAsync(string host, int port, CancellationToken cancellationToken) =>
        ProbeAsync(host, port, TlsAsync, cancellationToken);

    /// <summary>Whether the port answers plain HTTP.</summary>
    internal static Task<bool> SpeaksHttpAsync(string host, int port, CancellationToken cancellationToken) =>
        ProbeAsync(host, port, HttpAsync, cancellationToken);

    private static async Task<bool> ProbeAsync(
        string host, int port, Func<Stream, string, CancellationToken, Task<bool>> ask,
        CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, limit.Token);
            await using var stream = client.GetStream();
            return await ask(stream, host, limit.Token);
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException)
        {
            return false; // "does not speak it" is the answer
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task<bool> TlsAsync(Stream stream, string host, CancellationToken cancellationToken)
    {
        await using var tls = new SslStream(stream, leaveInnerStreamOpen: true);
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = host,
            // Nothing is sent through this connection: only whether there is TLS matters.
            RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate is not null,
        };
        await tls.AuthenticateAsClientAsync(options, cancellationToken);
        return true;
    }

    private static async Task<bool> HttpAsync(Stream stream, string host, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"HEAD / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
            cancellationToken);
        var start = new byte[5];
        var read = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        return read == start.Length && Encoding.ASCII.GetString(start) == "HTTP/";
    }
}
