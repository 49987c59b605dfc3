namespace CamMigrate.Core.Ports;

/// <summary>The replacement camera, before it has been found.</summary>
public interface INewCamera
{
    /// <summary>How a person named it: an address, a MAC, a serial number, or "whatever answers".</summary>
    string Description { get; }

    /// <summary>What was wrong at the last look: it answers, but not like such a camera (it may still be starting); null = no answer.</summary>
    string? Problem { get; }

    /// <summary>Looks for it once, and opens a session when it is there.</summary>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>The session; null = it does not answer yet.</returns>
    /// <exception cref="Errors.CameraException">It is there and refused the login.</exception>
    Task<ICameraTarget?> FindAsync(CancellationToken cancellationToken);
}
