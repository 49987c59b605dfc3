using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Ports;

/// <summary>A session with a replacement camera.</summary>
public interface ICameraTarget : IAsyncDisposable
{
    /// <summary>Reads who it is, what it is set to and what it can do. Writes nothing.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Errors.CameraException">It cannot be reached, refused the login, or is not such a camera.</exception>
    Task<TargetState> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The writes that bring the camera from the state last read to what is planned, in the order they must happen.</summary>
    /// <param name="planned">Planned settings, negotiated: only what differs needs a write.</param>
    /// <param name="changes">The planned changes to write, by path.</param>
    IReadOnlyList<WriteStep> Steps(CameraProfile planned, IReadOnlyCollection<Change> changes);

    /// <summary>Reads one area again, after a write.</summary>
    /// <param name="step">The step that wrote it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The whole state with that area fresh.</returns>
    /// <exception cref="Errors.CameraException">It cannot be read.</exception>
    Task<TargetState> ReadBackAsync(WriteStep step, CancellationToken cancellationToken);

    /// <summary>The streams to prove: one per encoder of the state last read.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Errors.CameraException">The camera cannot be reached or refused the login.</exception>
    Task<ImmutableArray<TargetStream>> StreamsAsync(CancellationToken cancellationToken);
}

/// <summary>One <c>Set</c> on the camera.</summary>
/// <param name="Area">Setting area, a path prefix: <c>time</c>, <c>videoSources[1].masks</c>.</param>
/// <param name="Operation">What is sent, for the journal: <c>tr2:SetMask Mask_1</c>.</param>
/// <param name="Paths">The changes it makes, by path.</param>
/// <param name="WriteAsync">Sends it once.</param>
public sealed record WriteStep(
    string Area, string Operation, ImmutableArray<string> Paths, Func<CancellationToken, Task> WriteAsync);

/// <summary>A stream of the replacement camera.</summary>
/// <param name="Source">Video source number, from 1.</param>
/// <param name="Stream">Stream name: <c>main</c>, <c>sub</c>, ...</param>
/// <param name="Uri">RTSP address without credentials; null = the camera gives none.</param>
/// <param name="Problem">Why there is no address; null when there is one.</param>
public sealed record TargetStream(int Source, string Stream, Uri? Uri, string? Problem);
