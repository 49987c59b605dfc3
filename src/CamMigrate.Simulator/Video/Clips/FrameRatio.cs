using System.Globalization;

namespace CamMigrate.Simulator.Video.Clips;

/// <summary>A frame rate as a fraction, so that a thousand frames last exactly as long as they should.</summary>
/// <param name="Frames">Frames in <paramref name="Seconds"/> seconds.</param>
/// <param name="Seconds">Seconds that <paramref name="Frames"/> frames last.</param>
public readonly record struct FrameRatio(int Frames, int Seconds)
{
    /// <summary>The rate as a decimal number, frames per second.</summary>
    public double PerSecond => (double)Frames / Seconds;

    /// <summary>
    /// The fraction nearest to a decimal rate; 29.97 and its kin are the television rates (30000/1001).
    /// </summary>
    public static FrameRatio From(double rate)
    {
        var film = Math.Round(rate * 1.001);
        if (Math.Abs(rate - Math.Round(rate)) > 0.001 && Math.Abs((film / 1.001) - rate) < 0.006)
            return new((int)film * 1000, 1001);
        var divisor = (int)System.Numerics.BigInteger.GreatestCommonDivisor((int)Math.Round(rate * 1000), 1000);
        return new((int)Math.Round(rate * 1000) / divisor, 1000 / divisor);
    }

    /// <summary>When a frame is shown, counted from frame 0.</summary>
    public TimeSpan TimeOf(long frame) => TimeSpan.FromTicks(frame * TimeSpan.TicksPerSecond * Seconds / Frames);

    /// <summary>When a frame is shown in ticks of 90 kHz, as RTP counts.</summary>
    public long RtpTimeOf(long frame) => frame * 90_000 * Seconds / Frames;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Frames}/{Seconds}");
}
