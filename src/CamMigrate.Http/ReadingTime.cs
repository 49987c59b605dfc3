using CamMigrate.Core.Errors;

namespace CamMigrate.Http;

/// <summary>
/// How long a reading may keep somebody waiting, whatever each answer may take: a camera that drips all of its answers,
/// each within its time, would be read for hours.
/// </summary>
/// <remarks>
/// Only what an answer takes beyond a usual one counts, so that a large recorder behind a slow line is read whole.
/// A request with a time of its own, for a picture or a backup, neither counts nor is held up.
/// </remarks>
internal sealed class ReadingTime(CameraHttpOptions options)
{
    // A camera that was left alone so long is being read anew.
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private TimeSpan waited;
    private long? began;
    private long ended;

    /// <summary>Notes that a request is about to be sent.</summary>
    /// <returns>The moment, for <see cref="End"/>.</returns>
    /// <exception cref="CameraException">The camera took too long before.</exception>
    internal long Begin(CameraRequest request, string name)
    {
        var now = options.Clock.GetTimestamp();
        if (!Counts(request)) return now;
        lock (gate)
        {
            if (began is null || options.Clock.GetElapsedTime(ended, now) > Rest)
                (began, ended, waited) = (now, now, TimeSpan.Zero);
            if (waited > options.ReadingPatience)
                throw Slow(name, $"the camera answers so slowly that reading it would not end: {Minutes(waited)} went by in waiting. ");
            if (options.Clock.GetElapsedTime(began.Value, now) > options.LongestReading)
                throw Slow(name, $"the camera was not read to its end within {Minutes(options.LongestReading)}. ");
            return now;
        }
    }

    /// <summary>Notes that an answer came, or none.</summary>
    internal void End(CameraRequest request, long begin)
    {
        if (!Counts(request)) return;
        lock (gate)
        {
            ended = options.Clock.GetTimestamp();
            var beyond = options.Clock.GetElapsedTime(begin, ended) - options.UsualAnswer;
            if (beyond > TimeSpan.Zero) waited += beyond;
        }
    }

    private bool Counts(CameraRequest request) => options.ReadOnly && request.Timeout is null;

    private static string Minutes(TimeSpan time) => FormattableString.Invariant($"{time.TotalMinutes:0.#} min");

    private static CameraException Slow(string name, string detail) => new(
        CameraError.TimedOut, name, detail + "Try again when the camera is less busy; if it stays so, restart it.");
}
