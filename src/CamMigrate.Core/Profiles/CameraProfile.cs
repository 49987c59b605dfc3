using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CamMigrate.Core.Profiles;

/// <summary>What one device was set up to do, in no vendor's words (schema version 1).</summary>
/// <remarks>
/// Null = unknown or not wanted: never planned, written or verified. An empty list = the device said there is none.
/// </remarks>
public sealed record CameraProfile : ProfileNode
{
    /// <summary>Version of the format; a newer one is refused.</summary>
    [JsonRequired]
    [AllowedValues(ProfileSchema.Version)]
    public int SchemaVersion { get; init; } = ProfileSchema.Version;

    /// <summary>Additions since that version; null = 0.</summary>
    [Range(0, 65535)]
    public int? SchemaMinor { get; init; }

    /// <summary>A whole profile or an overlay of one.</summary>
    [JsonRequired]
    public ProfileKind Kind { get; init; }

    /// <summary>What people call the camera.</summary>
    public CameraName? Camera { get; init; }

    /// <summary>Where the settings came from: information, never applied.</summary>
    public ProfileSource? Source { get; init; }

    /// <summary>Clock, zone and time servers.</summary>
    public TimeSettings? Time { get; init; }

    /// <summary>Address, names and ports.</summary>
    public NetworkSettings? Network { get; init; }

    /// <summary>What runs beside the video.</summary>
    public ServiceSettings? Services { get; init; }

    /// <summary>Accounts, without passwords.</summary>
    public ImmutableArray<User>? Users { get; init; }

    /// <summary>Named weekly schedules.</summary>
    public ImmutableArray<Schedule>? Schedules { get; init; }

    /// <summary>Holidays, by name.</summary>
    public ImmutableArray<Holiday>? Holidays { get; init; }

    /// <summary>Sensors or channels, by number.</summary>
    public ImmutableArray<VideoSource>? VideoSources { get; init; }

    /// <summary>Microphones and loudspeakers.</summary>
    public AudioSettings? Audio { get; init; }

    /// <summary>Digital inputs and relay outputs.</summary>
    public IoSettings? Io { get; init; }

    /// <summary>Receivers of alarms.</summary>
    public ImmutableArray<Notification>? Notifications { get; init; }

    /// <summary>Recording media in the device.</summary>
    public StorageSettings? Storage { get; init; }

    /// <summary>True: users that the list does not name are not wanted; null or false: others stay.</summary>
    public bool? Exclusive { get; init; }

    /// <summary>Paths whose conversion rests on an unverified fact.</summary>
    public ImmutableArray<string>? Assumed { get; init; }

    /// <summary>What the device has or may have and could not be read: a human must decide.</summary>
    public ImmutableArray<UnreadItem>? Unread { get; init; }

    /// <summary>What the device reported and the profile has no place for, with the reason.</summary>
    public ImmutableArray<NotCarriedItem>? NotCarried { get; init; }
}

/// <summary>What a profile file is.</summary>
public enum ProfileKind
{
    /// <summary>The settings of one device.</summary>
    CameraProfile,

    /// <summary>Any subset of settings, laid over a profile.</summary>
    ProfileOverlay,
}

/// <summary>What people call the camera.</summary>
public sealed record CameraName : ProfileNode
{
    /// <summary>Its name (ONVIF scope <c>name</c>).</summary>
    public string? Name { get; init; }

    /// <summary>The site it belongs to.</summary>
    public string? Site { get; init; }

    /// <summary>Where it hangs (ONVIF scope <c>location</c>).</summary>
    public string? Location { get; init; }
}

/// <summary>A setting that could not be read.</summary>
public sealed record UnreadItem : ProfileNode
{
    /// <summary>Path in the profile that stays unknown.</summary>
    public required string Path { get; init; }

    /// <summary>The device's document that failed.</summary>
    public string? Document { get; init; }

    /// <summary>Why, as a sentence.</summary>
    public required string Reason { get; init; }
}

/// <summary>A value the device reported that has no place in the profile.</summary>
public sealed record NotCarriedItem : ProfileNode
{
    /// <summary>Path in the device's own document.</summary>
    public required string Path { get; init; }

    /// <summary>The value as it was read; null where the value itself is a secret.</summary>
    public string? Value { get; init; }

    /// <summary>Why it is not carried.</summary>
    public required string Reason { get; init; }
}
