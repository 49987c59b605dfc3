using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Ports;

/// <summary>
/// Settles where the masks of an old camera are by looking for them in its own picture, into which it burns them.
/// </summary>
public interface ILegacyMasks
{
    /// <summary>Looks for the enabled masks of one video source.</summary>
    /// <param name="profile">The profile as read.</param>
    /// <param name="number">The video source.</param>
    /// <param name="jpeg">Its picture.</param>
    /// <param name="findings">Takes what was found.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// The profile with the masks where the picture shows them. Their path leaves <c>assumed</c> only when each was
    /// found.
    /// </returns>
    Task<CameraProfile> SettleAsync(
        CameraProfile profile, int number, byte[] jpeg, ICollection<Finding> findings, CancellationToken cancellationToken);
}
