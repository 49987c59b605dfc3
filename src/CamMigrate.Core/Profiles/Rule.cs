using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace CamMigrate.Core.Profiles;

/// <summary>An analytics rule (<c>tt:Rule</c>).</summary>
public sealed record Rule : ProfileNode
{
    /// <summary>
    /// ONVIF rule type without prefix: <c>LineDetector</c>, <c>FieldDetector</c>, <c>LoiteringDetector</c>; beyond those
    /// <c>RegionEntranceDetector</c>, <c>RegionExitDetector</c>, <c>SceneChangeDetector</c>, <c>AudioDetector</c>.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>Name: the key of the list.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it works.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Way across a line, walking from its first point to its second.</summary>
    public LineDirection? Direction { get; init; }

    /// <summary>0 to 100 per cent.</summary>
    [Range(0, 100)]
    public double? Sensitivity { get; init; }

    /// <summary>Seconds inside before it counts.</summary>
    [Range(0, 86400)]
    public double? StayTime { get; init; }

    /// <summary>First and second point of a line.</summary>
    [Length(2, 2)]
    public ImmutableArray<Point>? Line { get; init; }

    /// <summary>Corners of an area.</summary>
    [Length(3, 256)]
    public ImmutableArray<Point>? Polygon { get; init; }

    /// <summary>What it looks for; an empty list = anything that moves.</summary>
    public ImmutableArray<DetectedObject>? Objects { get; init; }

    /// <summary>Name of the schedule in which it is armed.</summary>
    public string? Schedule { get; init; }

    /// <summary>What happens then; an empty list = nothing.</summary>
    public ImmutableArray<EventAction>? Actions { get; init; }
}

/// <summary>Way across a line.</summary>
public enum LineDirection
{
    /// <summary>From its left side to its right.</summary>
    LeftToRight,

    /// <summary>From its right side to its left.</summary>
    RightToLeft,

    /// <summary>Either way.</summary>
    Both,
}
