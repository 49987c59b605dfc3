using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using CamMigrate.Core.Discovery;

namespace CamMigrate.Http.Udp;

/// <summary>A socket, and whom it asks.</summary>
internal sealed class UdpDoor : IDisposable
{
    private const int ReceiveBuffer = 4 << 20;

    private UdpDoor(Socket socket, ImmutableArray<IPEndPoint> targets) => (Socket, Targets) = (socket, targets);

    internal Socket Socket { get; }

    internal ImmutableArray<IPEndPoint> Targets { get; }

    /// <summary>An end point of the socket's family, as receiving wants one.</summary>
    internal EndPoint Anyone =>
        new IPEndPoint(Socket.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);

    /// <summary>One on an interface: asks the group, and all of its network.</summary>
    /// <exception cref="SocketException">The interface cannot be used so.</exception>
    internal static UdpDoor On(LocalSubnet local, UdpInquiry inquiry, int port)
    {
        ImmutableArray<IPEndPoint> targets =
        [
            .. inquiry.Group is { } group ? [new IPEndPoint(group, inquiry.Port)] : Array.Empty<IPEndPoint>(),
            .. inquiry.IsBroadcast && !local.IsLoopback
                ? [new IPEndPoint(IPAddress.Broadcast, inquiry.Port)] : Array.Empty<IPEndPoint>(),
        ];
        return Open(new IPEndPoint(local.Address, port), targets, socket =>
        {
            socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, local.Address.GetAddressBytes());
            socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastTimeToLive, 1);
            socket.EnableBroadcast = inquiry.IsBroadcast;
        });
    }

    /// <summary>One that only listens, to what is sent to the inquiry's port and group.</summary>
    /// <exception cref="SocketException">The port is another program's.</exception>
    internal static UdpDoor Listening(ImmutableArray<LocalSubnet> locals, UdpInquiry inquiry) =>
        Open(new IPEndPoint(IPAddress.Any, inquiry.Port), [], socket =>
        {
            foreach (var local in inquiry.Group is null ? [] : locals) Join(socket, inquiry.Group!, local.Address);
        });

    /// <summary>One that asks single hosts.</summary>
    /// <exception cref="SocketException">No such socket can be had.</exception>
    internal static UdpDoor To(ImmutableArray<IPAddress> hosts, UdpInquiry inquiry, int port) => Open(
        new IPEndPoint(hosts[0].AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, port),
        [.. hosts.Select(h => new IPEndPoint(h, inquiry.Port))], _ => { });

    public void Dispose() => Socket.Dispose();

    private static UdpDoor Open(IPEndPoint local, ImmutableArray<IPEndPoint> targets, Action<Socket> prepare)
    {
        var socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (local.Port != 0) socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.SetSocketOption(
                local.AddressFamily == AddressFamily.InterNetworkV6 ? SocketOptionLevel.IPv6 : SocketOptionLevel.IP,
                SocketOptionName.PacketInformation, true);
            socket.ReceiveBufferSize = ReceiveBuffer;
            socket.Bind(local);
            prepare(socket);
            return new UdpDoor(socket, targets);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>An interface without multicast is no reason not to listen on the others.</summary>
    private static void Join(Socket socket, IPAddress group, IPAddress local)
    {
        try
        {
            socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, new MulticastOption(group, local));
        }
        catch (SocketException)
        {
            // What answers to the port alone is heard there still.
        }
    }
}
