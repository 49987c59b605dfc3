using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace CamMigrate.Core.Profiles;

/// <summary>
/// Motion detection of one video source (<c>tt:CellMotionEngine</c>, <c>tt:MotionRegionDetector</c>).
/// </summary>
public sealed record MotionDetection : ProfileNode
{
    /// <summary>Whether it works.</summary>
    public bool? Enabled { get; init; }

    /// <summary>0 to 100 per cent.</summary>
    [Range(0, 100)]
    public double? Sensitivity { get; init; }

    /// <summary>Name of the schedule in which it is armed.</summary>
    public string? Schedule { get; init; }

    /// <summary>One text row per grid row, top first; '#' is watched, '.' is not.</summary>
    [RegularExpression("^[.#]+$", ErrorMessage = "a row of cells has '#' for watched and '.' for not watched")]
    public ImmutableArray<string>? Cells { get; init; }

    /// <summary>Watched polygons, where the device works with those.</summary>
    [Length(3, 256)]
    public ImmutableArray<ImmutableArray<Point>>? Regions { get; init; }

    /// <summary>What it looks for; an empty list = anything that moves.</summary>
    public ImmutableArray<DetectedObject>? Objects { get; init; }

    /// <summary>What happens then; an empty list = nothing.</summary>
    public ImmutableArray<EventAction>? Actions { get; init; }
}

/// <summary>Detection of a covered or turned camera.</summary>
public sealed record TamperDetection : ProfileNode
{
    /// <summary>Whether it works.</summary>
    public bool? Enabled { get; init; }

    /// <summary>0 to 100 per cent.</summary>
    [Range(0, 100)]
    public double? Sensitivity { get; init; }

    /// <summary>Name of the schedule in which it is armed.</summary>
    public string? Schedule { get; init; }

    /// <summary>What happens then; an empty list = nothing.</summary>
    public ImmutableArray<EventAction>? Actions { get; init; }
}
