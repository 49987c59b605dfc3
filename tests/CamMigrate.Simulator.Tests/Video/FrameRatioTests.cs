using CamMigrate.Simulator.Video.Clips;

namespace CamMigrate.Simulator.Tests.Video;

[TestFixture]
internal sealed class FrameRatioTests
{
    [TestCase(25, "25/1")]
    [TestCase(12.5, "25/2")]
    [TestCase(6.25, "25/4")]
    [TestCase(29.97, "30000/1001")]
    [TestCase(23.976, "24000/1001")]
    [TestCase(1, "1/1")]
    public void From_DecimalRate_IsTheFractionMeant(double rate, string expected) =>
        Assert.That(FrameRatio.From(rate).ToString(), Is.EqualTo(expected));

    [Test]
    public void RtpTimeOf_TelevisionRate_DoesNotDrift() =>
        Assert.That(FrameRatio.From(29.97).RtpTimeOf(30_000), Is.EqualTo(1001 * 90_000));
}
