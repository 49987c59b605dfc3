using System.Collections.Immutable;
using System.Net;
using CamMigrate.Core.Discovery;
using CamMigrate.Http.Udp;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Adapters.Hikvision.Sadp;

/// <summary>Finds Hikvision devices and their rebrands by SADP, those without a password and those with ONVIF off, too.</summary>
/// <param name="clock">For waiting.</param>
/// <param name="logger">Told of interfaces that could not be used.</param>
public sealed class SadpFinder(TimeProvider clock, ILogger logger) : ICameraFinder
{
    private static readonly IPAddress Group = IPAddress.Parse("239.255.255.250");
    private readonly UdpGatherer gatherer = new(clock, logger);

    /// <summary>UDP port that devices listen on, and answer to.</summary>
    public int Port { get; init; } = 37020;

    private UdpInquiry Inquiry => new()
    {
        Name = "SADP", Port = Port, Group = Group, IsBroadcast = true, IsAnsweredToPort = true,
        Datagrams = () => [SadpMessage.Inquiry(Guid.NewGuid())],
    };

    /// <inheritdoc/>
    public async Task<FinderAnswer> FindAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        var answers = await gatherer.AskAllAsync(Inquiry, SadpMessage.Parse, wait, cancellationToken);
        return new FinderAnswer(answers.Items, answers.Findings);
    }

    /// <inheritdoc/>
    public async Task<FinderAnswer> AskAsync(
        ImmutableArray<IPAddress> hosts, TimeSpan wait, CancellationToken cancellationToken)
    {
        var answers = await gatherer.AskAsync(Inquiry, hosts, SadpMessage.Parse, wait, cancellationToken);
        return new FinderAnswer(answers.Items, answers.Findings);
    }
}
