using System.Collections.Immutable;
using CamMigrate.Core.Applying;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Verification;

namespace CamMigrate.Core.Swapping;

/// <summary>How a swap ended.</summary>
public sealed record SwapResult
{
    /// <summary>The run's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>What the old camera was set up to do.</summary>
    public required CameraProfile Profile { get; init; }

    /// <summary>The plan; null = it was not made.</summary>
    public Plan? Plan { get; init; }

    /// <summary>Privacy settings that stopped the swap before its first write; empty = none.</summary>
    public ImmutableArray<Change> Blocking { get; init; } = [];

    /// <summary>Settings only a human can settle, which stopped the swap before its first write.</summary>
    public ImmutableArray<Change> Undecided { get; init; } = [];

    /// <summary>True when a person said no.</summary>
    public bool Declined { get; init; }

    /// <summary>What was written; null = nothing.</summary>
    public ApplyReport? Applied { get; init; }

    /// <summary>What was proven; null = nothing.</summary>
    public VerifyReport? Verified { get; init; }

    /// <summary>Why nothing could be proven after the writing: the camera was lost; null = it was not.</summary>
    public CameraException? VerifyFailure { get; init; }

    /// <summary>Privacy settings given up by name.</summary>
    public ImmutableArray<Change> AcceptedLosses { get; init; } = [];

    /// <summary>Everything that was to be set reads back, every stream is proven, and no mask was given up.</summary>
    public bool Proven => Applied is { RemainingChanges: 0 } && Verified is { Proven: true } && AcceptedLosses.IsEmpty;
}
