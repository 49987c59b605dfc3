using System.Collections.Immutable;
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

    /// <summary>TCP port.</summary>
    [Range(1, 65535)]
    public int? Port { get; init; }

    /// <summary>Path on the receiver, without query: it may hold a token.</summary>
    public string? Path { get; init; }

    /// <summary>How the way to it is protected.</summary>
    public NotificationSecurity? Security { get; init; }

    /// <summary>User name of the login.</summary>
    public string? Username { get; init; }

    /// <summary>Mail address that the device writes from.</summary>
    public string? Sender { get; init; }

    /// <summary>Mail addresses that it writes to.</summary>
    public ImmutableArray<string>? Recipients { get; init; }

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

/// <summary>How the way to a receiver is protected.</summary>
public enum NotificationSecurity
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>TLS after a word in the clear (<c>STARTTLS</c>).</summary>
    StartTls,
}

/// <summary>Recording media in the device.</summary>
public sealed record StorageSettings : ProfileNode
{
    /// <summary>Number of memory cards or disks.</summary>
    [Range(0, 65535)]
    public int? Cards { get; init; }

    /// <summary>Network shares it records to.</summary>
    public ImmutableArray<NetworkShare>? Shares { get; init; }
}

/// <summary>A network share that a device records to.</summary>
public sealed record NetworkShare : ProfileNode
{
    /// <summary>Host.</summary>
    public string? Address { get; init; }

    /// <summary>Path on the host.</summary>
    public string? Path { get; init; }

    /// <summary>Whether it is used.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Whether the device holds a password for it.</summary>
    public bool? HasPassword { get; init; }
}
