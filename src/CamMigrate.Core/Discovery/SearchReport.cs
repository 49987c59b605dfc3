using System.Collections.Immutable;
using CamMigrate.Core.Ports;

namespace CamMigrate.Core.Discovery;

/// <summary>What a search brought.</summary>
public sealed record SearchReport
{
    /// <summary>The devices, in the order of their addresses.</summary>
    public ImmutableArray<FoundCamera> Devices { get; init; } = [];

    /// <summary>What was odd, or not looked at.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Whether all that was asked for was looked at.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Wall time.</summary>
    public TimeSpan Elapsed { get; init; }
}
