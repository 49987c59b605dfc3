namespace CamMigrate.Http;

/// <summary>
/// The connections of one session. Requests take them in the order in which they came; one that must be alone waits for
/// the others to end and holds back those that follow.
/// </summary>
internal sealed class LinePool : IDisposable
{
    private readonly Lock gate = new();
    private readonly LinkedList<LineTurn> newcomers = [];
    private readonly LinkedList<LineTurn> parked = [];
    private readonly List<CameraLine> idle = [];
    private readonly HashSet<LineTurn> active = [];
    private readonly Func<CameraLine> open;
    private readonly CameraLine first;
    private int strikes;

    internal LinePool(int width, Func<CameraLine> open)
    {
        (Width, this.open) = (width, open);
        first = open();
        idle.Add(first);
    }

    /// <summary>How many requests may be under way at once.</summary>
    internal int Width { get; private set; }

    /// <summary>Waits for a connection.</summary>
    /// <param name="mayShare">Whether other requests may be under way; asked when the turn comes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<LineTurn> TakeAsync(Func<bool> mayShare, CancellationToken cancellationToken)
    {
        var turn = new LineTurn(this, mayShare);
        await WaitAsync(turn, newcomers, cancellationToken);
        return turn;
    }

    internal Task WaitAloneAsync(LineTurn turn, CancellationToken cancellationToken)
    {
        lock (gate) Release(turn);
        return WaitAsync(turn, parked, cancellationToken);
    }

    internal void Return(LineTurn turn)
    {
        lock (gate)
        {
            Release(turn);
            GiveNext();
        }
    }

    /// <summary>
    /// Closes a connection that this camera did not serve beside others; the request went through alone.
    /// </summary>
    /// <param name="line">The connection.</param>
    /// <param name="wasNew">Whether no answer had come on it before. One that worked may have been closed for its age:
    /// the second time is no chance.</param>
    internal void Drop(CameraLine line, bool wasNew)
    {
        lock (gate)
        {
            if (!wasNew && ++strikes % 2 != 0) return;
            Width = Math.Max(1, Width - 1);
            var victim = line != first && idle.Contains(line) ? line : idle.LastOrDefault(l => l != first);
            if (victim is not null && idle.Remove(victim)) victim.Dispose();
        }
    }

    /// <summary>Goes on with one connection: several take each other's login away.</summary>
    internal void DropAllButFirst()
    {
        lock (gate)
        {
            Width = 1;
            foreach (var line in idle.Where(l => l != first)) line.Dispose();
            idle.RemoveAll(l => l != first);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            foreach (var line in idle.Concat(active.Select(t => t.Line)).Append(first).Distinct()) line.Dispose();
        }
    }

    private async Task WaitAsync(LineTurn turn, LinkedList<LineTurn> queue, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            queue.AddLast(turn);
            GiveNext();
        }

        await using var registration = cancellationToken.UnsafeRegister(
            (_, token) => Abandon(turn, queue, token), null);
        await turn.Given.Task;
    }

    private void Abandon(LineTurn turn, LinkedList<LineTurn> queue, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!queue.Remove(turn)) return; // given already: the request itself will notice
            turn.Given.TrySetCanceled(cancellationToken);
            GiveNext();
        }
    }

    private void GiveNext()
    {
        if (active.Any(t => t.IsAlone)) return;
        if (parked.First is { } waiting)
        {
            if (active.Count == 0) Give(waiting.Value, parked, isAlone: true);
            return;
        }

        while (newcomers.First is { } next && active.Count < Width)
        {
            var isAlone = Width == 1 || !next.Value.MayShare();
            if (isAlone && active.Count > 0) return;
            Give(next.Value, newcomers, isAlone);
            if (isAlone) return;
        }
    }

    private void Give(LineTurn turn, LinkedList<LineTurn> queue, bool isAlone)
    {
        queue.RemoveFirst();
        // Whoever comes while little is asked uses the first one: connections are opened only as they are needed.
        turn.Held = isAlone || idle.Contains(first) ? first : idle.Count > 0 ? idle[0] : open();
        idle.Remove(turn.Held);
        turn.IsAlone = isAlone;
        active.Add(turn);
        turn.Given.TrySetResult();
    }

    private void Release(LineTurn turn)
    {
        if (!active.Remove(turn)) return;
        idle.Add(turn.Line);
        (turn.Held, turn.IsAlone) = (null, false);
    }
}
