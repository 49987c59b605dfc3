using CamMigrate.Core.Ports;

namespace CamMigrate.Http;

/// <summary>What all connections of one session know of the camera: where it answers, what was sent there.</summary>
internal sealed class CameraPlace(CameraAddress camera)
{
    private int requests;
    private int challenges;
    private long slowestTicks;

    /// <summary>The address as given.</summary>
    internal CameraAddress Camera => camera;

    /// <summary>Scheme, host and port in use; null before the first answer. Moved only while one request is under
    /// way.</summary>
    internal Uri? Origin { get; private set; }

    /// <summary>Counts up when another scheme or port answers from now on: older nonces are worth nothing.</summary>
    internal int Epoch { get; private set; }

    /// <summary>Whether the origin in use is TLS.</summary>
    internal bool IsTls => Origin?.Scheme == "https";

    /// <summary>Requests sent.</summary>
    internal int Requests => Volatile.Read(ref requests);

    /// <summary>Answers 401.</summary>
    internal int Challenges => Volatile.Read(ref challenges);

    /// <summary>The longest that an answer took so far.</summary>
    internal TimeSpan Slowest => TimeSpan.FromTicks(Interlocked.Read(ref slowestTicks));

    internal void MoveTo(Uri origin)
    {
        if (Origin is not null) Epoch++;
        Origin = origin;
    }

    internal void Sent() => Interlocked.Increment(ref requests);

    internal void Answered(int status, TimeSpan elapsed)
    {
        if (status == 401) Interlocked.Increment(ref challenges);
        var seen = Interlocked.Read(ref slowestTicks);
        while (elapsed.Ticks > seen)
        {
            var before = Interlocked.CompareExchange(ref slowestTicks, elapsed.Ticks, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
