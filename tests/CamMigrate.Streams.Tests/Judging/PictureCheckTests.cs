using CamMigrate.Core.Profiles;
using CamMigrate.Core.Verification;
using CamMigrate.Streams.Judging;

namespace CamMigrate.Streams.Tests.Judging;

[Parallelizable(ParallelScope.All)]
public sealed class PictureCheckTests
{
    private static readonly ExpectedStream Plain =
        new() { Name = "1/main", Encoder = new VideoEncoder { Stream = "main" } };

    private static readonly ExpectedStream WithClock = Plain with
    {
        Osds = [new Osd { Kind = OsdKind.DateAndTime, Position = new Point(0.02, 0.05), Enabled = true }],
    };

    private static readonly Picture Scene = new TestScene(1).Take();

    private static Picture Black => TestScene.Noisy(TestScene.Map(Scene, _ => 3), 2);

    [Test]
    public void Judge_Scene_Passes() =>
        Assert.That(PictureCheck.Judge(Scene, Plain).Result, Is.EqualTo(CheckResult.Pass));

    [Test]
    public void Judge_DarkNight_Passes() =>
        Assert.That(
            PictureCheck.Judge(TestScene.Map(Scene, v => v * 0.15), Plain).Result, Is.EqualTo(CheckResult.Pass));

    [Test]
    public void Judge_Black_Fails() => Assert.That(PictureCheck.Judge(Black, Plain).Code, Is.EqualTo("black"));

    [Test]
    public void Judge_BlackWithAClockDrawn_Fails()
    {
        var picture = TestScene.Filled(Black, TestScene.Box(0.02, 0.06, 0.4, 0.09), new Rgb(255, 255, 255));

        Assert.That(PictureCheck.Judge(picture, WithClock).Code, Is.EqualTo("black"));
    }

    [Test]
    public void Judge_EvenGrey_Fails() =>
        Assert.That(PictureCheck.Judge(TestScene.Map(Scene, _ => 128), Plain).Code, Is.EqualTo("uniform"));

    [Test]
    public void Judge_BlackBehindAGreyMask_Fails()
    {
        var area = TestScene.Box(0.2, 0.2, 0.6, 0.6);
        var masked = Plain with { Masks = [new Mask { Enabled = true, Polygon = area }] };

        Assert.That(
            PictureCheck.Judge(TestScene.Filled(Black, area, new Rgb(128, 128, 128)), masked).Code,
            Is.EqualTo("black"));
    }

    [Test]
    public void Judge_MaskOverEverything_IsNotChecked()
    {
        var masked = Plain with { Masks = [new Mask { Enabled = true, Polygon = TestScene.Box(0, 0, 1, 1) }] };

        Assert.That(PictureCheck.Judge(Black, masked).Result, Is.EqualTo(CheckResult.NotChecked));
    }
}
