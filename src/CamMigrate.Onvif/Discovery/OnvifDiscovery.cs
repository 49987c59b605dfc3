using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using CamMigrate.Core.Discovery;
using CamMigrate.Http.Udp;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Onvif.Discovery;

/// <summary>Finds ONVIF devices by WS-Discovery. Spends no login, writes nothing.</summary>
/// <param name="clock">For waiting.</param>
/// <param name="logger">Told of interfaces that could not be used.</param>
public sealed class OnvifDiscovery(TimeProvider clock, ILogger logger) : ICameraFinder
{
    private const int MaxDevices = 1000;
    private const int MostAddressesOfName = 4;
    private static readonly IPAddress Group = IPAddress.Parse("239.255.255.250");
    private readonly UdpGatherer gatherer = new(clock, logger);

    /// <summary>UDP port that devices listen on.</summary>
    public int Port { get; init; } = 3702;

    private UdpInquiry Inquiry =>
        new() { Name = "WS-Discovery", Port = Port, Group = Group, Datagrams = DiscoveryMessage.Probes };

    /// <summary>Asks on every interface, loopback included, and gathers the answers.</summary>
    /// <param name="wait">How long to wait for answers; 3 to 5 s find most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ImmutableArray<DiscoveredDevice>> FindAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        Each(await gatherer.AskAllAsync(Inquiry, DiscoveryMessage.Parse, wait, cancellationToken));

    /// <summary>Asks one host, where multicast does not reach.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="wait">How long to wait for answers.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What it answered; empty when it did not, or the name has no address.</returns>
    public async Task<ImmutableArray<DiscoveredDevice>> ProbeAsync(
        string host, TimeSpan wait, CancellationToken cancellationToken)
    {
        ImmutableArray<IPAddress> addresses;
        try
        {
            addresses = [.. (await Dns.GetHostAddressesAsync(host, cancellationToken)).Take(MostAddressesOfName)];
        }
        catch (SocketException)
        {
            return []; // the name has no address
        }

        return Each(await gatherer.AskAsync(Inquiry, addresses, DiscoveryMessage.Parse, wait, cancellationToken));
    }

    /// <inheritdoc/>
    async Task<FinderAnswer> ICameraFinder.FindAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        Sightings(await gatherer.AskAllAsync(Inquiry, DiscoveryMessage.Parse, wait, cancellationToken));

    /// <inheritdoc/>
    public async Task<FinderAnswer> AskAsync(
        ImmutableArray<IPAddress> hosts, TimeSpan wait, CancellationToken cancellationToken) =>
        Sightings(await gatherer.AskAsync(Inquiry, hosts, DiscoveryMessage.Parse, wait, cancellationToken));

    private static FinderAnswer Sightings(UdpAnswers<DiscoveredDevice> answers) =>
        new([.. answers.Items.Select(DiscoverySighting.Of)], answers.Findings);

    // Some makers give all units one endpoint: the sender belongs to the key.
    private static ImmutableArray<DiscoveredDevice> Each(UdpAnswers<DiscoveredDevice> answers) =>
        [.. answers.Items.DistinctBy(d => (d.Endpoint, d.Address)).Take(MaxDevices)];
}
