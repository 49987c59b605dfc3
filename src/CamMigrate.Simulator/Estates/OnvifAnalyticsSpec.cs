using System.Collections.Immutable;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Estates;

/// <summary>Analytics of the first video source, for reading. Points are -1 to 1, y up.</summary>
internal sealed record OnvifAnalyticsSpec
{
    /// <summary>Whether profiles repeat modules and rules.</summary>
    public bool Inline { get; init; } = true;

    /// <summary>Whether the analytics service is there; false: profiles alone tell.</summary>
    public bool Service { get; init; } = true;

    /// <summary>Watched cells, one row of text each, <c>#</c> is watched; empty: no cell motion.</summary>
    public ImmutableArray<string> Cells { get; init; } = [];

    /// <summary>What stands for the cells in place of their encoding; null: that.</summary>
    public string? ActiveCells { get; init; }

    /// <summary>Of cell motion, 0 to 100.</summary>
    public double Sensitivity { get; init; } = 50;

    /// <summary>Of tamper detection, 0 to 100; null: the camera has none.</summary>
    public double? Tamper { get; init; }

    public ImmutableArray<OnvifRuleSpec> Rules { get; init; } = [];
}

/// <summary>A rule with a place in the picture.</summary>
internal sealed record OnvifRuleSpec
{
    /// <summary>LineDetector, FieldDetector, LoiteringDetector or MotionRegionDetector.</summary>
    public string Kind { get; init; } = "FieldDetector";

    public required string Name { get; init; }

    public required ImmutableArray<WirePoint> Points { get; init; } = [];

    /// <summary>Left, Right or Any; lines only.</summary>
    public string Direction { get; init; } = "Any";

    /// <summary>Seconds; loitering only.</summary>
    public double TimeThreshold { get; init; } = 10;

    /// <summary>0 to 1; motion regions only.</summary>
    public double Sensitivity { get; init; } = 0.5;

    /// <summary>Motion regions only.</summary>
    public bool Armed { get; init; } = true;
}
