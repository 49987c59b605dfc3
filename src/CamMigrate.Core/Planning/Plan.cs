using System.Collections.Immutable;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Planning;

/// <summary>What apply would do to one camera. A value: printing and applying read it, nothing computes it again.</summary>
public sealed record Plan
{
    /// <summary>The camera it was made for.</summary>
    public required TargetIdentity Target { get; init; }

    /// <summary>Every setting of the profile, each with its fate.</summary>
    public required ImmutableArray<Change> Changes { get; init; }

    /// <summary>The settings to have on the camera, negotiated with its options; only what can be carried.</summary>
    public required CameraProfile Planned { get; init; }

    /// <summary>What a person should know and no setting says: masks of somebody else, a clock that is off.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>How many changes of one disposition there are.</summary>
    /// <param name="disposition">Which.</param>
    public int Count(Disposition disposition) => Changes.Count(c => c.Disposition == disposition);
}
