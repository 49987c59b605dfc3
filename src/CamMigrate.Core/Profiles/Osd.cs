using System.Text.Json.Serialization;

namespace CamMigrate.Core.Profiles;

/// <summary>An overlay (<c>tt:OSDConfiguration</c>).</summary>
public sealed record Osd : ProfileNode
{
    /// <summary>What it shows.</summary>
    [JsonRequired]
    public OsdKind Kind { get; init; }

    /// <summary>The text of a text overlay.</summary>
    public string? Text { get; init; }

    /// <summary>Date pattern in ONVIF's letters, <c>yyyy-MM-dd</c>.</summary>
    public string? DateFormat { get; init; }

    /// <summary>Time pattern in ONVIF's letters, <c>HH:mm:ss</c>.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>Its top left corner; null = unknown.</summary>
    public Point? Position { get; init; }

    /// <summary>Whether it is shown; null = unknown.</summary>
    public bool? Enabled { get; init; }
}

/// <summary>What an overlay shows (<c>tt:OSDTextConfiguration/Type</c>).</summary>
public enum OsdKind
{
    /// <summary>A fixed text.</summary>
    Text,

    /// <summary>Date and time.</summary>
    DateAndTime,

    /// <summary>Date.</summary>
    Date,

    /// <summary>Time.</summary>
    Time,
}
