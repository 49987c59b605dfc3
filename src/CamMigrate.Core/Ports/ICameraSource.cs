using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Ports;

/// <summary>Reads the settings of one brand of camera in its own protocol. Never writes to it.</summary>
public interface ICameraSource
{
    /// <summary>The adapter's name in profiles and on the command line: <c>hikvision</c>.</summary>
    string Vendor { get; }

    /// <summary>
    /// Tells from unauthenticated answers alone whether the camera at this address speaks the adapter's protocol.
    /// </summary>
    /// <param name="camera">Where it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What told it; null = it does not.</returns>
    /// <exception cref="Errors.CameraException">The camera cannot be reached.</exception>
    Task<Recognition?> RecognizeAsync(CameraAddress camera, CancellationToken cancellationToken);

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

    /// <summary>
    /// Fetches the vendor's own configuration file. It holds passwords: it is never looked into, logged or reported.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The file as the camera sent it, at most 256 MiB; null when the camera offers none.</returns>
    /// <exception cref="Errors.CameraException">The camera did not answer, or refused the login.</exception>
    Task<byte[]?> BackupAsync(CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);
}

/// <summary>A camera whose protocol is known.</summary>
/// <param name="Vendor">Name of the adapter that reads it.</param>
/// <param name="Because">
/// What told it, to stand after "because": <c>it asks for a login as "IP Camera(C2183)"</c>.
/// </param>
public sealed record Recognition(string Vendor, string Because);
