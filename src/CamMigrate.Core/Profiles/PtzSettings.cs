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

    /// <summary>What it does when nobody moves it.</summary>
    public ParkAction? ParkAction { get; init; }

    /// <summary>How far it may be moved.</summary>
    public PtzLimits? Limits { get; init; }
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

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it may be run.</summary>
    public bool? Enabled { get; init; }

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

/// <summary>What a movable camera does when nobody moves it.</summary>
public sealed record ParkAction : ProfileNode
{
    /// <summary>Whether it does.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Seconds it waits.</summary>
    [Range(0, 86400)]
    public double? Delay { get; init; }

    /// <summary>Preset to go to; null = no preset.</summary>
    [Range(1, 65535)]
    public int? Preset { get; init; }

    /// <summary>Tour to run; null = no tour.</summary>
    [Range(1, 65535)]
    public int? Tour { get; init; }
}

/// <summary>How far a movable camera may be moved. Degrees as the device counts them.</summary>
public sealed record PtzLimits : ProfileNode
{
    /// <summary>Whether they hold.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Left end of the pan, degrees.</summary>
    [Range(-360, 360)]
    public double? PanMin { get; init; }

    /// <summary>Right end of the pan, degrees.</summary>
    [Range(-360, 360)]
    public double? PanMax { get; init; }

    /// <summary>Lower end of the tilt, degrees.</summary>
    [Range(-360, 360)]
    public double? TiltMin { get; init; }

    /// <summary>Upper end of the tilt, degrees.</summary>
    [Range(-360, 360)]
    public double? TiltMax { get; init; }
}
