using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Verification;
using CamMigrate.Streams.Judging;

namespace CamMigrate.Streams.Tests.Judging;

[Parallelizable(ParallelScope.All)]
public sealed class MaskJudgeTests
{
    private static readonly ImmutableArray<Point> Place = TestScene.Box(0.3, 0.3, 0.5, 0.6);
    private static readonly Mask Planned =
        new() { Name = "door", Enabled = true, Type = MaskType.Color, Color = "#000000", Polygon = Place };
    private static readonly Rgb Black = new(2, 2, 2);

    [Test]
    public void Judge_DetailBeforeUniformNow_IsBurnedIn([Values(352, 640, 1280)] int width, [Values(1, 2)] int seed)
    {
        var before = new TestScene(seed).Take(width, width * 9 / 16);

        var finding = Judge(Planned, TestScene.Noisy(TestScene.Filled(before, Place, Black), 1), before);

        Assert.That(
            (finding.Evidence.State, finding.Check.Result), Is.EqualTo(("burnedIn", CheckResult.Pass)),
            finding.Check.Measured);
    }

    [Test]
    public void Judge_NoPictureBefore_OutlineAndColourProve([Values(1, 2, 3)] int seed)
    {
        var finding = Judge(Planned, TestScene.Filled(new TestScene(seed).Take(), Place, Black), null);

        Assert.That(
            (finding.Evidence.State, finding.Check.Result), Is.EqualTo(("burnedIn", CheckResult.Pass)),
            finding.Check.Measured);
    }

    [Test]
    public void Judge_Polygon_IsBurnedIn()
    {
        ImmutableArray<Point> polygon = [new(0.2, 0.2), new(0.5, 0.25), new(0.6, 0.7), new(0.35, 0.5), new(0.15, 0.6)];
        var now = TestScene.Filled(new TestScene(5).Take(960, 540), polygon, new Rgb(128, 128, 128));

        var finding = Judge(Planned with { Polygon = polygon, Color = "#808080" }, now, null);

        Assert.That(finding.Check.Result, Is.EqualTo(CheckResult.Pass), finding.Check.Measured);
    }

    [Test]
    public void Judge_NoMask_IsMissing([Values(1, 2, 3)] int seed, [Values] bool hasBefore)
    {
        var picture = new TestScene(seed).Take();

        var finding = Judge(Planned, picture, hasBefore ? picture : null);

        Assert.That(
            (finding.Evidence.State, finding.Check.Result, finding.Check.Code),
            Is.EqualTo(("missing", CheckResult.Fail, "maskMissing")));
    }

    // 0.10 right, 0.05 up, and upside down: the planned top at 1 - 0.6 = 0.4.
    [TestCase(0.4, 0.25, 0.6, 0.55)]
    [TestCase(0.3, 0.4, 0.5, 0.7)]
    [TestCase(0.33, 0.3, 0.53, 0.6)]
    public void Judge_MaskElsewhere_IsShifted(double left, double top, double right, double bottom)
    {
        var before = new TestScene(2).Take(960, 540);

        var finding = Judge(Planned, TestScene.Filled(before, TestScene.Box(left, top, right, bottom), Black), before);

        Assert.That(
            (finding.Evidence.State, finding.Check.Result, finding.Check.Code),
            Is.EqualTo(("shifted", CheckResult.Fail, "maskShifted")), finding.Check.Measured);
    }

    [TestCase(0.3, 0.3, 0.48, 0.6)]
    [TestCase(0.3, 0.33, 0.5, 0.6)]
    [TestCase(0.32, 0.3, 0.52, 0.6)]
    public void Judge_PartOfTheAreaOpen_Fails(double left, double top, double right, double bottom)
    {
        var before = new TestScene(2).Take(960, 540);

        var finding = Judge(Planned, TestScene.Filled(before, TestScene.Box(left, top, right, bottom), Black), before);

        Assert.That(finding.Check.Result, Is.EqualTo(CheckResult.Fail), finding.Check.Measured);
    }

    [Test]
    public void Judge_HalfAPerCentOff_IsStillBurnedIn()
    {
        var before = new TestScene(2).Take(960, 540);

        var finding = Judge(
            Planned, TestScene.Filled(before, TestScene.Box(0.305, 0.297, 0.503, 0.604), Black), before);

        Assert.That(finding.Check.Result, Is.EqualTo(CheckResult.Pass), finding.Check.Measured);
    }

    [Test]
    public void Judge_FlatWallLargerThanTheMask_IsUnproven()
    {
        var wall = TestScene.Filled(new TestScene(2).Take(), TestScene.Box(0.2, 0.2, 0.7, 0.8), new Rgb(3, 3, 3));

        var finding = Judge(Planned, wall, wall);

        Assert.That(
            (finding.Evidence.State, finding.Check.Result, finding.Check.Code),
            Is.EqualTo(("unsure", CheckResult.NotChecked, "maskUnproven")));
    }

    [Test]
    public void Judge_AreaDrownedInLight_IsUnproven()
    {
        var before = new TestScene(2).Take();
        var glare = TestScene.Filled(before, TestScene.Box(0.2, 0.2, 0.7, 0.8), new Rgb(255, 255, 255));

        Assert.That(Judge(Planned, glare, before).Check.Code, Is.EqualTo("maskUnproven"));
    }

    [Test]
    public void Judge_UniformOfAnotherColourWithoutBefore_IsUnproven()
    {
        var door = TestScene.Filled(new TestScene(2).Take(), Place, new Rgb(250, 250, 250));

        Assert.That(Judge(Planned, door, null).Check.Code, Is.EqualTo("maskUnproven"));
    }

    [Test]
    public void Judge_MosaicStillSharp_IsMissing()
    {
        var before = new TestScene(2).Take();

        Assert.That(
            Judge(Planned with { Type = MaskType.Pixelated }, before, before).Check.Code, Is.EqualTo("maskMissing"));
    }

    [Test]
    public void Judge_Blur_IsNotCheckable()
    {
        var before = new TestScene(2).Take();
        var blurred = TestScene.Blurred(before, 5);

        var finding = Judge(Planned with { Type = MaskType.Blurred }, blurred, before);

        Assert.That((finding.Check.Result, finding.Check.Code), Is.EqualTo((CheckResult.NotChecked, "maskUnproven")));
    }

    [Test]
    public void Judge_MaskAtThePictureEdge_IsBurnedIn()
    {
        var corner = TestScene.Box(0, 0, 0.25, 0.3);
        var before = new TestScene(4).Take();

        var finding = Judge(Planned with { Polygon = corner }, TestScene.Filled(before, corner, Black), before);

        Assert.That(finding.Check.Result, Is.EqualTo(CheckResult.Pass), finding.Check.Measured);
    }

    [Test]
    public void Judge_TinyMask_IsNotChecked()
    {
        var now = new TestScene(4).Take(160, 90);

        Assert.That(
            Judge(Planned with { Polygon = TestScene.Box(0.5, 0.5, 0.51, 0.51) }, now, null).Check.Code,
            Is.EqualTo("maskTooSmall"));
    }

    [Test]
    public void Judge_OverlayOnTheMask_IsNotCountedAsDetail()
    {
        var before = new TestScene(4).Take(960, 540);
        var now = TestScene.Filled(
            TestScene.Filled(before, Place, Black), TestScene.Box(0.31, 0.32, 0.36, 0.36), new Rgb(255, 255, 255));

        var finding = MaskJudge.Judge(
            Planned, "door", now, before,
            [new Osd { Kind = OsdKind.Text, Text = "AB", Position = new Point(0.31, 0.32), Enabled = true }]);

        Assert.That(finding.Check.Result, Is.EqualTo(CheckResult.Pass), finding.Check.Measured);
    }

    [Test]
    public void WithoutView_TakesThePassAway_KeepsTheFail()
    {
        var picture = new TestScene(1).Take();
        var covered = Judge(Planned, TestScene.Filled(picture, Place, Black), picture).WithoutView();
        var open = Judge(Planned, picture, picture).WithoutView();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (covered.Check.Result, covered.Check.Code), Is.EqualTo((CheckResult.NotChecked, "viewNotProven")));
            Assert.That((open.Check.Result, open.Check.Code), Is.EqualTo((CheckResult.Fail, "maskMissing")));
        }
    }

    private static MaskFinding Judge(Mask mask, Picture now, Picture? before) =>
        MaskJudge.Judge(mask, "door", now, before, []);
}
