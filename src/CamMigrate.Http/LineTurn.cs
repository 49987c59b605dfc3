namespace CamMigrate.Http;

/// <summary>The right to use one connection, beside other requests or alone. Disposing gives it back.</summary>
internal sealed class LineTurn(LinePool pool, Func<bool> mayShare) : IDisposable
{
    /// <summary>Completes when the right is given.</summary>
    internal TaskCompletionSource Given { get; set; } = New();

    /// <summary>The connection; null while waiting for it.</summary>
    internal CameraLine? Held { get; set; }

    /// <summary>The connection.</summary>
    internal CameraLine Line => Held ?? throw new InvalidOperationException("no turn was given");

    /// <summary>Whether no other request is under way.</summary>
    internal bool IsAlone { get; set; }

    /// <summary>Whether other requests may be under way; asked when the turn comes.</summary>
    internal bool MayShare() => mayShare();

    /// <summary>
    /// Gives the connection back and waits until no other request is under way; then the first connection is given,
    /// which has worked before.
    /// </summary>
    internal Task BecomeAloneAsync(CancellationToken cancellationToken)
    {
        Given = New();
        return pool.WaitAloneAsync(this, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => pool.Return(this);

    // What goes on when a turn is given must not run inside the lock of the pool.
    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
