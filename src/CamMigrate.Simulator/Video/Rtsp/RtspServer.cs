using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>
/// The RTSP service of one virtual camera: media over the RTSP connection (TCP interleaved) only, digest login, the
/// streams that <see cref="RtspServerOptions.Resolve"/> knows.
/// </summary>
public sealed class RtspServer : IAsyncDisposable
{
    private readonly VideoEngine engine;
    private readonly RtspServerOptions options;
    private readonly NonceBook nonces;
    private readonly Socket listener;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<long, Task> connections = new();
    private readonly Task accepting;

    private RtspServer(VideoEngine engine, RtspServerOptions options, Socket listener)
    {
        this.engine = engine;
        this.options = options;
        this.listener = listener;
        nonces = new NonceBook(options.NonceLifetime);
        EndPoint = (IPEndPoint)listener.LocalEndPoint!;
        accepting = AcceptAsync();
    }

    /// <summary>Where the server listens; the port is the one taken.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Begins to listen.</summary>
    /// <exception cref="SocketException">The address or port cannot be had.</exception>
    public static RtspServer Start(VideoEngine engine, RtspServerOptions options)
    {
        var socket = new Socket(options.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(options.Address, options.Port));
            socket.Listen(32);
            return new RtspServer(engine, options, socket);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Drops all viewers and frees the port.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        await accepting;
        await Task.WhenAll(connections.Values);
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        for (var number = 0L; ; number++)
        {
            Socket socket;
            try
            {
                socket = await listener.AcceptAsync(stopping.Token);
            }
            catch (Exception failure) when (
                failure is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                if (stopping.IsCancellationRequested)
                    return;
                continue; // A viewer that left before it was accepted.
            }

            Serve(number, socket);
        }
    }

    private void Serve(long number, Socket socket)
    {
        foreach (var (ended, _) in connections.Where(entry => entry.Value.IsCompleted))
            connections.TryRemove(ended, out _);
        if (connections.Count >= options.MaxConnections)
            socket.Dispose();
        else
            connections[number] = Task.Run(() => ServeAsync(socket), CancellationToken.None);
    }

    private async Task ServeAsync(Socket socket)
    {
        socket.NoDelay = true;
        socket.SendBufferSize = 512 * 1024; // A viewer that stops reading shows within a second or two.
        var responder = new RtspResponder(engine, options, nonces, EndPoint.ToString());
        await using var connection = new RtspConnection(responder, options, socket);
        try
        {
            await connection.ServeAsync(stopping.Token);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The viewer left or was dropped: nothing of the server's is concerned.
        }
    }
}
