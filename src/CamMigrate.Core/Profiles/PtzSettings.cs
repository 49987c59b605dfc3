using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CamMigrate.Core.Profiles;

/// <summary>Positions and tours of a movable camera.</summary>
public sealed record PtzSettings : ProfileNode
{
    /// <summary>Named positions, by number.</summary>
    public ImmutableArray<PtzPreset>? Presets { get; init; }

    /// <summary>Tours, by number.</summary>
    public ImmutableArray<PresetTour>? Tours { get; init; }
}

/// <summary>A named position (<c>tt:PTZPreset</c>).</summary>
public sealed record PtzPreset : ProfileNode
{
    /// <summary>Number on the device.</summary>
    [JsonRequired]
    [Range(1, 65535)]
    public int Number { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }
}

/// <summary>A tour over presets (<c>tt:PresetTour</c>).</summary>
public sealed record PresetTour : ProfileNode
{
    /// <summary>Number on the device.</summary>
    [JsonRequired]
    [Range(1, 65535)]
    public int Number { get; init; }

    /// <summary>Stops in order.</summary>
    public ImmutableArray<TourStep>? Steps { get; init; }
}

/// <summary>A stop of a tour (<c>tt:PTZPresetTourSpot</c>).</summary>
public sealed record TourStep : ProfileNode
{
    /// <summary>Number of the preset.</summary>
    [JsonRequired]
    [Range(1, 65535)]
    public int Preset { get; init; }

    /// <summary>Seconds to stay.</summary>
    [Range(0, 86400)]
    public double? StayTime { get; init; }
}
