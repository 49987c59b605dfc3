using System.Collections.Immutable;

namespace CamMigrate.Streams.Judging;

/// <summary>Frame rate and bit rate of what was seen of a stream.</summary>
internal static class RateMeter
{
    private const double ShortestWindow = 2;
    private const double OneInstant = 0.001;

    /// <summary>
    /// Frames per second and the seconds observed, by the stream's own clock; null rate = fewer than two frames.
    /// </summary>
    /// <param name="packets">The frames.</param>
    public static (double? Fps, double Observed) FrameRate(ImmutableArray<Packet> packets)
    {
        var times = Instants(packets);
        if (times.Count < 2) return (null, 0);
        var span = times[^1] - times[0];
        var fps = (times.Count - 1) / span;
        return (fps, span + (1 / fps));
    }

    /// <summary>
    /// Mean bit rate, kbps, over whole groups of pictures where two keyframes stand far enough apart; null = nothing to
    /// measure.
    /// </summary>
    /// <remarks>
    /// A window that ends in the middle of a group counts a keyframe too many: at 2 s groups that alone is 20 %.
    /// </remarks>
    /// <param name="packets">The frames.</param>
    public static double? Kbps(ImmutableArray<Packet> packets)
    {
        var keys = packets.Where(p => p.IsKey).Select(p => p.Seconds).Order().ToArray();
        var (fps, observed) = FrameRate(packets);
        if (fps is null) return null;
        if (keys.Length >= 2 && keys[^1] - keys[0] >= ShortestWindow)
        {
            var bytes = packets.Where(p => p.Seconds >= keys[0] && p.Seconds < keys[^1]).Sum(p => (long)p.Bytes);
            return bytes * 8 / 1000.0 / (keys[^1] - keys[0]);
        }

        return packets.Sum(p => (long)p.Bytes) * 8 / 1000.0 / observed;
    }

    // One instant is one frame: slices may travel as packets of their own, and ffmpeg gives the first RTP packet no
    // time, so that the second one follows it by a single tick.
    private static List<double> Instants(ImmutableArray<Packet> packets)
    {
        var times = new List<double>();
        foreach (var time in packets.Select(p => p.Seconds).Order())
        {
            if (times.Count == 0 || time - times[^1] >= OneInstant) times.Add(time);
        }

        return times;
    }
}
