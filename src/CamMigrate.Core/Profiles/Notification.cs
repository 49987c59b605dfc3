using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CamMigrate.Core.Profiles;

/// <summary>A receiver of alarms.</summary>
public sealed record Notification : ProfileNode
{
    /// <summary>How it is reached.</summary>
    [JsonRequired]
    public NotificationKind Kind { get; init; }

    /// <summary>Host or mail address, without credentials.</summary>
    public string? Address { get; init; }

    /// <summary>Whether it is used.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Whether the device holds a password for it.</summary>
    public bool? HasPassword { get; init; }
}

/// <summary>How a receiver is reached.</summary>
public enum NotificationKind
{
    /// <summary>HTTP request.</summary>
    Http,

    /// <summary>Mail.</summary>
    Email,

    /// <summary>File transfer.</summary>
    Ftp,
}

/// <summary>Recording media in the device.</summary>
public sealed record StorageSettings : ProfileNode
{
    /// <summary>Number of memory cards or disks.</summary>
    [Range(0, 65535)]
    public int? Cards { get; init; }
}
