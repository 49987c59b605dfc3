namespace CamMigrate.Core.Ports;

/// <summary>The replacement camera, before it has been found.</summary>
public interface INewCamera
{
    /// <summary>How a person named it: an address, a MAC, a serial number, or "whatever answers".</summary>
    string Description { get; }

    /// <summary>Looks for it once, and opens a session when it is there.</summary>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>The session; null = it does not answer yet.</returns>
    /// <exception cref="Errors.CameraException">It is there and refused the login, or is no such camera.</exception>
    Task<ICameraTarget?> FindAsync(CancellationToken cancellationToken);
}
