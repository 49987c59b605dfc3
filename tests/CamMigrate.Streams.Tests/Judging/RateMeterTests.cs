using System.Collections.Immutable;
using CamMigrate.Streams.Judging;

namespace CamMigrate.Streams.Tests.Judging;

public sealed class RateMeterTests
{
    [Test]
    public void FrameRate_FirstFrameWithoutTime_IsNotCountedTwice()
    {
        // As ffmpeg records it: frame 1 has no time and gets 0, frame 2 has 0 and gets one tick more.
        ImmutableArray<Packet> packets =
        [
            new(0, 9000, true), new(0.000011, 500, false), .. Steady(74, 1 / 15.0, 1 / 15.0)
        ];

        Assert.That(RateMeter.FrameRate(packets).Fps, Is.EqualTo(15).Within(0.001));
    }

    [Test]
    public void FrameRate_FramesOutOfOrder_IsBySpan()
    {
        var packets = Steady(100, 0, 0.04).Reverse().ToImmutableArray();

        var (fps, observed) = RateMeter.FrameRate(packets);

        Assert.That((fps!.Value, observed), Is.EqualTo((25.0, 4.0)).Within(0.001));
    }

    [Test]
    public void FrameRate_ClockStandsStill_ObservesNothing() =>
        Assert.That(RateMeter.FrameRate([.. Steady(100, 0, 0.000011)]).Observed, Is.LessThan(1));

    [Test]
    public void Kbps_WindowEndsInAGroup_CountsWholeGroups()
    {
        // Groups of 2 s: a keyframe of 50 000 bytes and 49 frames of 1000 = 99 000 bytes = 396 kbps; cut 1 s into the
        // third.
        ImmutableArray<Packet> packets =
        [
            .. Enumerable.Range(0, 125).Select(i => new Packet(i * 0.04, i % 50 == 0 ? 50_000 : 1000, i % 50 == 0))
        ];

        Assert.That(RateMeter.Kbps(packets), Is.EqualTo(396).Within(0.5));
    }

    private static IEnumerable<Packet> Steady(int count, double start, double step) =>
        Enumerable.Range(0, count).Select(i => new Packet(start + (i * step), 1000, false));
}
