using System.Collections.Immutable;
using System.Net;
using CamMigrate.Core.Discovery;
using CamMigrate.Http.Udp;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Adapters.Dahua.DhDiscover;

/// <summary>
/// Finds Dahua devices and their rebrands by DHDiscover, those not initialised yet, too; older ones by the binary search.
/// </summary>
/// <param name="clock">For waiting.</param>
/// <param name="logger">Told of interfaces that could not be used.</param>
public sealed class DhDiscoverFinder(TimeProvider clock, ILogger logger) : ICameraFinder
{
    private static readonly IPAddress Group = IPAddress.Parse("239.255.255.251");
    private readonly UdpGatherer gatherer = new(clock, logger);

    /// <summary>UDP port of DHDiscover.</summary>
    public int Port { get; init; } = 37810;

    /// <summary>UDP port of the binary search.</summary>
    public int BinaryPort { get; init; } = 5050;

    private UdpInquiry Inquiry => new()
    {
        Name = "DHDiscover", Port = Port, Group = Group, IsBroadcast = true,
        Datagrams = () => [DhDiscoverMessage.Search()],
    };

    private UdpInquiry BinaryInquiry => new()
    {
        Name = "the Dahua binary search", Port = BinaryPort, IsBroadcast = true, IsAnsweredToPort = true,
        Datagrams = () => [BinaryMessage.Search()],
    };

    /// <inheritdoc/>
    public Task<FinderAnswer> FindAsync(TimeSpan wait, CancellationToken cancellationToken) => BothAsync(
        gatherer.AskAllAsync(Inquiry, DhDiscoverMessage.Parse, wait, cancellationToken),
        gatherer.AskAllAsync(BinaryInquiry, BinaryMessage.Parse, wait, cancellationToken));

    /// <inheritdoc/>
    public Task<FinderAnswer> AskAsync(ImmutableArray<IPAddress> hosts, TimeSpan wait, CancellationToken cancellationToken) => BothAsync(
        gatherer.AskAsync(Inquiry, hosts, DhDiscoverMessage.Parse, wait, cancellationToken),
        gatherer.AskAsync(BinaryInquiry, hosts, BinaryMessage.Parse, wait, cancellationToken));

    private static async Task<FinderAnswer> BothAsync(params Task<UdpAnswers<Sighting>>[] asked)
    {
        var answers = await Task.WhenAll(asked);
        return new FinderAnswer([.. answers.SelectMany(a => a.Items)], [.. answers.SelectMany(a => a.Findings)]);
    }
}
