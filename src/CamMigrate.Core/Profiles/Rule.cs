using System.Collections.Immutable;

namespace CamMigrate.Core.Profiles;

/// <summary>An analytics rule (<c>tt:Rule</c>).</summary>
public sealed record Rule : ProfileNode
{
    /// <summary>ONVIF rule type without prefix: <c>LineDetector</c>, <c>FieldDetector</c>, ...</summary>
    public required string Kind { get; init; }

    /// <summary>Name: the key of the list.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it works.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Way across a line, walking from its first point to its second.</summary>
    public LineDirection? Direction { get; init; }

    /// <summary>0 to 100 per cent.</summary>
    public double? Sensitivity { get; init; }

    /// <summary>Seconds inside before it counts.</summary>
    public double? StayTime { get; init; }

    /// <summary>First and second point of a line.</summary>
    public ImmutableArray<Point>? Line { get; init; }

    /// <summary>Corners of an area.</summary>
    public ImmutableArray<Point>? Polygon { get; init; }
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
