using CamMigrate.Core.Errors;
using CamMigrate.Onvif.Writing;

namespace CamMigrate.Onvif.Tests.Writing;

public sealed class ViewSeriesTests
{
    [TestCase(true)]
    [TestCase(false)]
    public void Write_EarlierViewRefused_IsToldByTheLast(bool isLastRefused)
    {
        var series = new ViewSeries("192.0.2.1");

        Assert.ThrowsAsync<CameraException>(() => series.WriteAsync("A", false, "Set A", () => RefusedAsync("no room"), () => false));
        var last = Assert.ThrowsAsync<CameraException>(() => series.WriteAsync(
            "B", true, "Set B", () => isLastRefused ? RefusedAsync("not now") : Task.CompletedTask, () => false));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((last.Reason, last.Request), Is.EqualTo((CameraError.Rejected, "192.0.2.1: Set B")));
            Assert.That(last.Detail, Does.Contain("A: no room."));
            Assert.That(last.Detail.Contains("not now", StringComparison.Ordinal), Is.EqualTo(isLastRefused));
        }
    }

    [Test]
    public void Write_EarlierViewHasItAllTheSame_TellsNothing()
    {
        var series = new ViewSeries("192.0.2.1");

        Assert.ThrowsAsync<CameraException>(() => series.WriteAsync("A", false, "Set A", () => RefusedAsync("lost"), () => true));
        Assert.DoesNotThrowAsync(() => series.WriteAsync("B", true, "Set B", () => Task.CompletedTask, () => false));
    }

    private static Task RefusedAsync(string words) =>
        Task.FromException(new CameraException(CameraError.Rejected, "192.0.2.1: Set B", words + "."));
}
