using System.Collections.Immutable;
using System.Net;
using CamMigrate.Core.Ports;

namespace CamMigrate.Core.Discovery;

/// <summary>One way of finding cameras by a question to all. Spends no login, writes nothing.</summary>
public interface ICameraFinder
{
    /// <summary>Asks on every interface and gathers the answers.</summary>
    /// <param name="wait">How long answers are waited for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<FinderAnswer> FindAsync(TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>Asks single hosts, where a question to all does not reach.</summary>
    /// <param name="hosts">Whom to ask.</param>
    /// <param name="wait">How long answers are waited for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<FinderAnswer> AskAsync(ImmutableArray<IPAddress> hosts, TimeSpan wait, CancellationToken cancellationToken);
}

/// <summary>What a way of finding brought.</summary>
/// <param name="Sightings">The answers, repetitions included.</param>
/// <param name="Findings">What was odd.</param>
public sealed record FinderAnswer(ImmutableArray<Sighting> Sightings, ImmutableArray<Finding> Findings);
