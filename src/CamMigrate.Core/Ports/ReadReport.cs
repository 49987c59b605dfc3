using System.Collections.Immutable;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Ports;

/// <summary>What a reading brought.</summary>
public sealed record ReadReport
{
    /// <summary>The settings.</summary>
    public required CameraProfile Profile { get; init; }

    /// <summary>What was odd or lossy.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Documents counted.</summary>
    public required DocumentCounts Documents { get; init; }

    /// <summary>Leaves counted.</summary>
    public required LeafCounts Leaves { get; init; }

    /// <summary>What came of each document, in the order in which they were asked.</summary>
    public ImmutableArray<DocumentFate> DocumentFates { get; init; } = [];

    /// <summary>What became of each value, in the order in which they came.</summary>
    public ImmutableArray<LeafFate> Fates { get; init; } = [];

    /// <summary>HTTP requests sent, challenges included.</summary>
    public int Requests { get; init; }

    /// <summary>Logins refused.</summary>
    public int RefusedLogins { get; init; }

    /// <summary>Wall time of the reading.</summary>
    public TimeSpan Elapsed { get; init; }
}

/// <summary>Documents of a camera.</summary>
/// <param name="Advertised">Named by the camera's capabilities or lists.</param>
/// <param name="Asked">Asked for.</param>
/// <param name="Answered">Answered with content.</param>
/// <param name="Refused">Refused as not supported.</param>
/// <param name="Unread">Failed otherwise.</param>
public sealed record DocumentCounts(int Advertised, int Asked, int Answered, int Refused, int Unread);

/// <summary>Leaves (values) of a camera's documents; received = carried + ignored + not carried.</summary>
/// <param name="Received">All.</param>
/// <param name="Carried">Have a place in the profile.</param>
/// <param name="Ignored">Left out by a named rule.</param>
/// <param name="NotCarried">Listed in the profile's <c>notCarried</c>.</param>
public sealed record LeafCounts(int Received, int Carried, int Ignored, int NotCarried);

/// <summary>What came of asking for a document.</summary>
/// <param name="Document">Its name as the camera's protocol has it.</param>
/// <param name="IsAdvertised">Whether the camera itself named it.</param>
/// <param name="Outcome">What came.</param>
/// <param name="Reason">Why it is unread, as a sentence; null = it came, or the camera does not have it.</param>
public sealed record DocumentFate(string Document, bool IsAdvertised, DocumentOutcome Outcome, string? Reason);

/// <summary>What came of asking for a document.</summary>
public enum DocumentOutcome
{
    /// <summary>It came.</summary>
    Answered,

    /// <summary>The camera does not have it.</summary>
    Refused,

    /// <summary>It could not be read.</summary>
    Unread,
}

/// <summary>What became of one value that a camera sent.</summary>
/// <param name="Path">Document and place in it.</param>
/// <param name="Value">As the camera sent it, at most 256 characters; null = empty, or a secret.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Why">The rule or the reason; null = carried.</param>
public sealed record LeafFate(string Path, string? Value, LeafOutcome Outcome, string? Why);

/// <summary>What became of a value.</summary>
public enum LeafOutcome
{
    /// <summary>It has a place in the profile.</summary>
    Carried,

    /// <summary>Left out by a rule.</summary>
    Ignored,

    /// <summary>Listed in the profile's <c>notCarried</c>.</summary>
    NotCarried,
}
