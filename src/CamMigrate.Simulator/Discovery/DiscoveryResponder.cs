using System.Net;
using System.Net.Sockets;

namespace CamMigrate.Simulator.Discovery;

/// <summary>
/// Answers WS-Discovery probes for one camera: those sent to its own address, and, where the platform has multicast on
/// loopback, those sent to the group. What cannot be listened on is told, and is no reason not to start.
/// </summary>
internal sealed class DiscoveryResponder : IAsyncDisposable
{
    private static readonly IPAddress Group = IPAddress.Parse("239.255.255.250");

    private readonly Func<ReadOnlyMemory<byte>, byte[]?> answer;
    private readonly CancellationTokenSource stopping = new();
    private readonly List<Socket> sockets = [];
    private readonly List<Task> listening = [];

    private DiscoveryResponder(Func<ReadOnlyMemory<byte>, byte[]?> answer) => this.answer = answer;

    public static DiscoveryResponder Start(
        string camera, IPAddress address, int port, Func<ReadOnlyMemory<byte>, byte[]?> answer, Action<string> warn)
    {
        var responder = new DiscoveryResponder(answer);
        responder.Listen(() => Bound(address, port), camera + ": discovery on " + address + ", UDP port", port, warn);
        responder.Listen(() => Joined(port), $"{camera}: multicast discovery on loopback, UDP port", port, warn);
        return responder;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        foreach (var socket in sockets) socket.Dispose();
        await Task.WhenAll(listening);
        stopping.Dispose();
    }

    private static Socket Bound(IPAddress address, int port) => Bind(address, port, _ => { });

    // Bound to the group itself where that can be, so that datagrams for single addresses go to the single sockets.
    private static Socket Joined(int port) => Bind(
        OperatingSystem.IsWindows() ? IPAddress.Any : Group,
        port,
        socket => socket.SetSocketOption(
            SocketOptionLevel.IP, SocketOptionName.AddMembership, new MulticastOption(Group, IPAddress.Loopback)));

    private static Socket Bind(IPAddress address, int port, Action<Socket> prepare)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(new IPEndPoint(address, port));
            prepare(socket);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    private void Listen(Func<Socket> bind, string what, int port, Action<string> warn)
    {
        try
        {
            var socket = bind();
            sockets.Add(socket);
            listening.Add(ListenAsync(socket));
        }
        catch (SocketException e)
        {
            warn(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what} {port}: {e.Message}"));
        }
    }

    private async Task ListenAsync(Socket socket)
    {
        var buffer = new byte[64 * 1024];
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var received = await socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), stopping.Token);
                if (answer(buffer.AsMemory(0, received.ReceivedBytes)) is { } match)
                    await socket.SendToAsync(match, received.RemoteEndPoint, stopping.Token);
            }
            catch (SocketException)
            {
                // The prober is gone: Windows tells it on the next receive, and it concerns nobody else.
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
