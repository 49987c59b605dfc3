using System.Collections.Immutable;

namespace CamMigrate.Simulator.Estates;

/// <summary>What a movable camera holds, for reading.</summary>
internal sealed record OnvifPtzSpec
{
    public ImmutableArray<OnvifPresetSpec> Presets { get; init; } = [];

    public ImmutableArray<OnvifTourSpec> Tours { get; init; } = [];

    /// <summary>Least and greatest pan, -1 to 1; empty: the camera names no limits.</summary>
    public ImmutableArray<double> Pan { get; init; } = [];

    /// <summary>Least and greatest tilt, -1 to 1.</summary>
    public ImmutableArray<double> Tilt { get; init; } = [];

    /// <summary>Least and greatest zoom, 0 to 1.</summary>
    public ImmutableArray<double> Zoom { get; init; } = [];
}

internal sealed record OnvifPresetSpec
{
    public string Token { get; init; } = "1";

    /// <summary>Null: the camera gives none.</summary>
    public string? Name { get; init; }
}

internal sealed record OnvifTourSpec
{
    public string Token { get; init; } = "Tour_1";

    public string? Name { get; init; }

    public bool AutoStart { get; init; }

    public ImmutableArray<OnvifSpotSpec> Spots { get; init; } = [];
}

internal sealed record OnvifSpotSpec
{
    /// <summary>Token of a preset.</summary>
    public string Preset { get; init; } = "1";

    public double StaySeconds { get; init; } = 10;
}
