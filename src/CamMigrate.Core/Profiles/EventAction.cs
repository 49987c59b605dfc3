using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CamMigrate.Core.Profiles;

/// <summary>What a device does when something is detected.</summary>
public sealed record EventAction : ProfileNode
{
    /// <summary>What it does.</summary>
    [JsonRequired]
    public EventActionKind Kind { get; init; }

    /// <summary>
    /// Number of the relay, video source, preset or tour, from 1; null = the action needs none, or the device's own.
    /// </summary>
    [Range(1, 65535)]
    public int? Number { get; init; }
}

/// <summary>What a device does when something is detected.</summary>
public enum EventActionKind
{
    /// <summary>Records video of a video source.</summary>
    Record,

    /// <summary>Stores or sends a picture.</summary>
    Snapshot,

    /// <summary>Tells the video management system.</summary>
    NotifyCenter,

    /// <summary>Sends mail.</summary>
    Email,

    /// <summary>Uploads to the file server.</summary>
    Ftp,

    /// <summary>Switches a relay.</summary>
    Relay,

    /// <summary>Beeps or plays a sound.</summary>
    Sound,

    /// <summary>Flashes its white light.</summary>
    Light,

    /// <summary>Moves to a preset.</summary>
    Preset,

    /// <summary>Starts a tour.</summary>
    Tour,

    /// <summary>Uploads to the maker's cloud.</summary>
    Cloud,
}

/// <summary>What a detection looks for.</summary>
public enum DetectedObject
{
    /// <summary>People.</summary>
    Human,

    /// <summary>Cars, lorries, motorcycles.</summary>
    Vehicle,

    /// <summary>Vehicles without a motor.</summary>
    Bicycle,

    /// <summary>Animals.</summary>
    Animal,

    /// <summary>Faces.</summary>
    Face,
}
