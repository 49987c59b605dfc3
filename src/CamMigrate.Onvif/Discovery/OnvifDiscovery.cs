using System.Collections.Immutable;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Onvif.Discovery;

/// <summary>Finds ONVIF devices by WS-Discovery. Spends no login, writes nothing.</summary>
/// <param name="clock">For waiting.</param>
/// <param name="logger">Told of interfaces that could not be used.</param>
public sealed class OnvifDiscovery(TimeProvider clock, ILogger logger)
{
    private const int Repetitions = 2;
    private const int MaxDatagrams = 5000;
    private const int MaxDevices = 1000;
    private static readonly IPAddress Group = IPAddress.Parse("239.255.255.250");

    /// <summary>UDP port that devices listen on.</summary>
    internal int Port { get; init; } = 3702;

    /// <summary>Asks on every interface, loopback included, and gathers the answers.</summary>
    /// <param name="wait">How long to wait for answers; 3 to 5 s find most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ImmutableArray<DiscoveredDevice>> FindAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        GatherAsync([.. LocalAddresses().Select(Multicast).OfType<Probing>()], wait, cancellationToken);

    /// <summary>Asks one host, where multicast does not reach.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="wait">How long to wait for answers.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What it answered; empty when it did not, or the name has no address.</returns>
    public async Task<ImmutableArray<DiscoveredDevice>> ProbeAsync(
        string host, TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);
            var probings = addresses.Take(4).Select(a => Bound(Any(a.AddressFamily), a));
            return await GatherAsync([.. probings.OfType<Probing>()], wait, cancellationToken);
        }
        catch (SocketException e)
        {
            logger.CannotProbe(host, e.SocketErrorCode);
            return [];
        }
    }

    private static IEnumerable<IPAddress> LocalAddresses() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(i => i.OperationalStatus == OperationalStatus.Up
            || i.NetworkInterfaceType == NetworkInterfaceType.Loopback)
        .SelectMany(i => i.GetIPProperties().UnicastAddresses).Select(a => a.Address)
        .Where(a => a.AddressFamily == AddressFamily.InterNetwork).Distinct().Take(64);

    private static IPAddress Any(AddressFamily family) =>
        family == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any;

    private Probing? Multicast(IPAddress local) => Bound(local, Group, socket =>
    {
        socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, local.GetAddressBytes());
        socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastTimeToLive, 1);
    });

    private Probing? Bound(IPAddress local, IPAddress target, Action<Socket>? prepare = null)
    {
        var socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(local, 0));
            prepare?.Invoke(socket);
            return new Probing(socket, new IPEndPoint(target, Port));
        }
        catch (SocketException e)
        {
            socket.Dispose();
            logger.CannotProbe(local.ToString(), e.SocketErrorCode);
            return null;
        }
    }

    private async Task<ImmutableArray<DiscoveredDevice>> GatherAsync(
        ImmutableArray<Probing> probings, TimeSpan wait, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(wait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var found = await Task.WhenAll(probings.Select(p => OneAsync(p, either.Token)));
        cancellationToken.ThrowIfCancellationRequested();
        // Some makers give all units one endpoint: the sender belongs to the key.
        return [.. found.SelectMany(f => f).DistinctBy(d => (d.Endpoint, d.Address)).Take(MaxDevices)];
    }

    private async Task<List<DiscoveredDevice>> OneAsync(Probing probing, CancellationToken cancellationToken)
    {
        using var socket = probing.Socket;
        var found = new List<DiscoveredDevice>();
        var asking = AskAsync(socket, probing.Target, cancellationToken);
        await ListenAsync(socket, found, cancellationToken);
        await asking;
        return found;
    }

    private async Task AskAsync(Socket socket, IPEndPoint target, CancellationToken cancellationToken)
    {
        try
        {
            for (var round = 0; round < Repetitions; round++)
            {
                foreach (var probe in DiscoveryMessage.Probes())
                {
                    await socket.SendToAsync(probe, SocketFlags.None, target, cancellationToken);
                    await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(50, 200)), clock, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Time is up.
        }
        catch (SocketException e)
        {
            logger.CannotProbe(target.ToString(), e.SocketErrorCode);
        }
    }

    private static async Task ListenAsync(
        Socket socket, List<DiscoveredDevice> found, CancellationToken cancellationToken)
    {
        var buffer = new byte[65536];
        EndPoint any = new IPEndPoint(Any(socket.AddressFamily), 0);
        for (var count = 0; count < MaxDatagrams && found.Count < MaxDevices; count++)
        {
            try
            {
                var received = await socket.ReceiveFromAsync(buffer, SocketFlags.None, any, cancellationToken);
                found.AddRange(DiscoveryMessage.Parse(
                    buffer.AsMemory(0, received.ReceivedBytes), ((IPEndPoint)received.RemoteEndPoint).Address));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // A host that does not listen reports so here on some systems; others may still answer.
            }
        }
    }

    private sealed record Probing(Socket Socket, IPEndPoint Target);
}
