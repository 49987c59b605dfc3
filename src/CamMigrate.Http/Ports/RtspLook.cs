using System.Net;
using System.Net.Sockets;
using System.Text;
using CamMigrate.Core.Discovery;

namespace CamMigrate.Http.Ports;

/// <summary>Whether a port speaks RTSP: asks for its methods, which needs no login.</summary>
public sealed class RtspLook : IPortLook
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public bool IsOfWeb => false;

    /// <inheritdoc/>
    public bool IsOfOnvif => false;

    /// <inheritdoc/>
    public async Task<PortAnswer?> LookAsync(IPEndPoint at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var socket = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(at, limit.Token);
            await using var stream = new NetworkStream(socket);
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes($"OPTIONS rtsp://{at}/ RTSP/1.0\r\nCSeq: 1\r\nUser-Agent: cammigrate\r\n\r\n"), limit.Token);
            var start = new byte[5];
            var read = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, limit.Token);
            return read == start.Length && start.AsSpan().SequenceEqual("RTSP/"u8) ? new PortAnswer() : null;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
