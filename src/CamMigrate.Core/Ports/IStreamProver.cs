using CamMigrate.Core.Verification;

namespace CamMigrate.Core.Ports;

/// <summary>Opens streams and judges them.</summary>
public interface IStreamProver
{
    /// <summary>Opens one stream and makes every check on it. A stream that fails is a report, not an exception.</summary>
    /// <param name="expected">What it should be.</param>
    /// <param name="credential">The login; null = none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<StreamReport> ProveAsync(ExpectedStream expected, Credential? credential, CancellationToken cancellationToken);

    /// <summary>Keeps one picture of a stream as a JPEG file.</summary>
    /// <param name="uri">RTSP address without credentials.</param>
    /// <param name="credential">The login; null = none.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Errors.CameraException">The stream cannot be opened, or refused the login.</exception>
    Task TakePictureAsync(Uri uri, Credential? credential, string path, CancellationToken cancellationToken);
}
