using System.Collections.Immutable;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Ports;

/// <summary>Reads the settings of one brand of camera in its own protocol. Never writes to it.</summary>
public interface ICameraSource
{
    /// <summary>The adapter's name in profiles and on the command line: <c>hikvision</c>.</summary>
    string Vendor { get; }

    /// <summary>Whether the camera at this address speaks the adapter's protocol, told from unauthenticated answers alone.</summary>
    /// <param name="camera">Where it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Errors.CameraException">The camera cannot be reached.</exception>
    Task<bool> RecognizesAsync(CameraAddress camera, CancellationToken cancellationToken);

    /// <summary>Opens a session for reading.</summary>
    /// <param name="camera">Where it is.</param>
    /// <param name="credential">The login.</param>
    ICameraReader Open(CameraAddress camera, Credential credential);
}

/// <summary>One reading session with one camera: one connection, requests one after another.</summary>
public interface ICameraReader : IAsyncDisposable
{
    /// <summary>Reads every area the adapter knows.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Errors.CameraException">The camera cannot be reached, or refused the login.</exception>
    Task<ReadReport> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Asks only who the camera is.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Errors.CameraException">The camera cannot be reached, or refused the login.</exception>
    Task<ProfileSource?> IdentifyAsync(CancellationToken cancellationToken);

    /// <summary>Fetches one JPEG of the current picture of a video source.</summary>
    /// <param name="stream">The stream as the profile names it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The JPEG as the camera sent it, at most 16 MiB; null when the camera offers none.</returns>
    /// <exception cref="Errors.CameraException">The camera did not answer, or not with a JPEG.</exception>
    Task<byte[]?> SnapshotAsync(SourceStream stream, CancellationToken cancellationToken);
}

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
