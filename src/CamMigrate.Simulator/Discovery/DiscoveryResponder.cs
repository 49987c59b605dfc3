using System.Net;
using System.Net.Sockets;

namespace CamMigrate.Simulator.Discovery;

/// <summary>
/// Answers one kind of search for one camera: what is sent to its own address, and, where the platform has multicast on
/// loopback, what is sent to the group. What cannot be listened on is told, and is no reason not to start.
/// </summary>
internal sealed class DiscoveryResponder : IAsyncDisposable
{
    private readonly Search search;
    private readonly CancellationTokenSource stopping = new();
    private readonly List<Socket> sockets = [];
    private readonly List<Task> listening = [];

    private DiscoveryResponder(Search search) => this.search = search;

    public static DiscoveryResponder Start(string camera, IPAddress address, Search search, Action<string> warn)
    {
        var responder = new DiscoveryResponder(search);
        var own = responder.Open(() => Bound(address, search.Port), camera + ": " + search.Name + " on " + address + ", UDP port", warn);
        var joined = responder.Open(() => Joined(search), $"{camera}: multicast {search.Name} on loopback, UDP port", warn);
        if (own is not null) responder.listening.Add(responder.ListenAsync(own, own, null));
        // Answers leave from the camera's own address, whichever socket heard the question.
        if (joined is not null)
        {
            responder.listening.Add(responder.ListenAsync(
                joined, own ?? joined, search.AnswersGroup ? new IPEndPoint(search.Group, search.Port) : null));
        }

        return responder;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        foreach (var socket in sockets) socket.Dispose();
        await Task.WhenAll(listening);
        stopping.Dispose();
    }

    private static Socket Bound(IPAddress address, int port) => Bind(address, port, socket => socket.SetSocketOption(
        SocketOptionLevel.IP, SocketOptionName.MulticastInterface, IPAddress.Loopback.GetAddressBytes()));

    // Bound to the group itself where that can be, so that datagrams for single addresses go to the single sockets.
    private static Socket Joined(Search search) => Bind(
        OperatingSystem.IsWindows() ? IPAddress.Any : search.Group,
        search.Port,
        socket => socket.SetSocketOption(
            SocketOptionLevel.IP, SocketOptionName.AddMembership, new MulticastOption(search.Group, IPAddress.Loopback)));

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

    private Socket? Open(Func<Socket> bind, string what, Action<string> warn)
    {
        try
        {
            var socket = bind();
            sockets.Add(socket);
            return socket;
        }
        catch (SocketException e)
        {
            warn(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what} {search.Port}: {e.Message}"));
            return null;
        }
    }

    /// <param name="hearing">Where questions come in.</param>
    /// <param name="speaking">Where answers leave.</param>
    /// <param name="to">Whom they go to; null = who asked.</param>
    private async Task ListenAsync(Socket hearing, Socket speaking, IPEndPoint? to)
    {
        var buffer = new byte[64 * 1024];
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var received = await hearing.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), stopping.Token);
                if (search.Answer(buffer.AsMemory(0, received.ReceivedBytes)) is { } match)
                    await speaking.SendToAsync(match, to ?? received.RemoteEndPoint, stopping.Token);
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
