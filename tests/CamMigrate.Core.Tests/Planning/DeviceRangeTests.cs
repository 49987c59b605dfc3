using CamMigrate.Core.Planning;

namespace CamMigrate.Core.Tests.Planning;

public sealed class DeviceRangeTests
{
    [TestCase(0, 255, 50, ExpectedResult = 128)]
    [TestCase(0, 255, 100, ExpectedResult = 255)]
    [TestCase(0, 100, 43, ExpectedResult = 43)]
    [TestCase(-50, 50, 50, ExpectedResult = 0)]
    [TestCase(0, 10, 120, ExpectedResult = 10)]
    public double FromPercent_MapsLinearlyAndRounds(double min, double max, double percent) => new DeviceRange(min, max).FromPercent(percent);

    [Test]
    public void ToPercent_AndBack_IsTheSameDeviceValue()
    {
        var range = new DeviceRange(0, 255);

        Assert.That(Enumerable.Range(0, 256).Select(v => range.FromPercent(range.ToPercent(v))), Is.EqualTo(Enumerable.Range(0, 256)));
    }
}
