using System.Net;
using System.Net.Sockets;
using CamMigrate.Core.Discovery;

namespace CamMigrate.Http.Ports;

/// <summary>Connects to TCP ports and says nothing.</summary>
public sealed class TcpProbe : IPortProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public async Task<bool> IsOpenAsync(IPEndPoint at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var socket = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(at, limit.Token);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
