using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Tests.Video;

[TestFixture, Category("Ffmpeg"), Parallelizable(ParallelScope.All)]
internal sealed class MaskTests
{
    [Test]
    public async Task Rectangle_IsapiNumbers_CoversWhatTheyMean()
    {
        // ISAPI counts 704 x 576 from the bottom left. Corners (88, 432) and (264, 288) in a picture of 640 x 360:
        //   x: 88 / 704 = 0.125 -> 0.125 * 640 = 80;              264 / 704 = 0.375 -> 240
        //   y: 432 is 576 - 432 = 144 below the top, 144 / 576 = 0.25 -> 90;   288: 288 / 576 = 0.5 -> 180
        await using var camera = await TestCamera.ReadyAsync(
            Masked(Studio.Isapi, "#C02020", new(88, 432), new(264, 432), new(264, 288), new(88, 288)));

        var picture = await Picture.FromRtspAsync(camera.Url, 640, 360);

        AssertFilled(picture, (80, 90, 240, 180), (0xC0, 0x20, 0x20));
    }

    [Test]
    public async Task Rectangle_OnvifNumbers_CoversWhatTheyMean()
    {
        // ONVIF counts -1..1, y up. Corners (-0.5, 0.5) and (0.25, -0.25) in a picture of 640 x 360:
        //   x: (-0.5 + 1) / 2 = 0.25 -> 160;                      (0.25 + 1) / 2 = 0.625 -> 400
        //   y: (1 - 0.5) / 2 = 0.25 -> 90;                        (1 + 0.25) / 2 = 0.625 -> 225
        await using var camera = await TestCamera.ReadyAsync(
            Masked(new(-1, 1, -1, 1), "#000000", new(-0.5, 0.5), new(0.25, 0.5), new(0.25, -0.25), new(-0.5, -0.25)));

        var picture = await Picture.FromRtspAsync(camera.Url, 640, 360);

        AssertFilled(picture, (160, 90, 400, 225), (0, 0, 0));
    }

    [Test]
    public async Task Rectangle_PictureTurned_StaysWhereTheViewerSeesIt()
    {
        // The viewer sees 360 x 640. x: 0.125 * 360 = 45, 0.375 * 360 = 135; y: 0.25 * 640 = 160, 0.5 * 640 = 320.
        Tool.Require();
        var settings = Masked(Studio.Isapi, "#000000", new(88, 432), new(264, 432), new(264, 288), new(88, 288));

        var clip = await Studio.Engine.GetAsync(settings with { Rotation = 90, Mirror = true }, CancellationToken.None);

        AssertFilled((await Picture.OfAsync(clip, 0))[0], (45, 160, 135, 320), (0, 0, 0));
    }

    [Test]
    public async Task Polygon_IsapiNumbers_CoversItsInsideOnly()
    {
        // A triangle (0, 0), (704, 0), (0, 576): the half below the falling diagonal of the picture.
        Tool.Require();
        var settings = Masked(Studio.Isapi, "#2020C0", new(0, 0), new(704, 0), new(0, 576));

        var clip = await Studio.Engine.GetAsync(settings, CancellationToken.None);

        var picture = (await Picture.OfAsync(clip, 0))[0];
        Assert.That(picture.Measure(0, 180, 300, 360).Deviation, Is.LessThan(2));
        Assert.That(Near(picture.At(100, 300), (0x20, 0x20, 0xC0)), Is.True);
        // At x = 312 the diagonal is at y = 312 / 640 * 360 = 175.5, at x = 328 at 184.5.
        Assert.That(Near(picture.At(312, 182), (0x20, 0x20, 0xC0)), Is.True, "just below the diagonal");
        Assert.That(Near(picture.At(328, 178), (0x20, 0x20, 0xC0)), Is.False, "just above the diagonal");
        Assert.That(picture.Measure(340, 0, 640, 160).Deviation, Is.GreaterThan(15));
    }

    [Test]
    public async Task Mask_OddColour_IsBlack()
    {
        Tool.Require();
        var settings = Masked(Studio.Isapi, "red:t=1", new(88, 432), new(264, 432), new(264, 288), new(88, 288));

        var clip = await Studio.Engine.GetAsync(settings, CancellationToken.None);

        AssertFilled((await Picture.OfAsync(clip, 0))[0], (80, 90, 240, 180), (0, 0, 0));
    }

    private static VideoSettings Masked(WireFrame frame, string colour, params WirePoint[] corners) =>
        Studio.Small with { Frame = frame, Masks = [new WireMask([.. corners], colour)] };

    private static void AssertFilled(
        Picture picture, (int Left, int Top, int Right, int Bottom) area, (int Red, int Green, int Blue) colour)
    {
        var (left, top, right, bottom) = area;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(picture.Measure(left + 2, top + 2, right - 2, bottom - 2).Deviation, Is.LessThan(2),
                "flat inside");
            Assert.That(Near(picture.At((left + right) / 2, (top + bottom) / 2), colour), Is.True, "its colour");
            Assert.That(picture.Measure(left - 20, top, left - 2, bottom).Deviation, Is.GreaterThan(12),
                "detail on the left");
            Assert.That(picture.Measure(right + 2, top, right + 20, bottom).Deviation, Is.GreaterThan(12),
                "detail on the right");
            Assert.That(picture.Measure(left, top - 20, right, top - 2).Deviation, Is.GreaterThan(12), "detail above");
            Assert.That(picture.Measure(left, bottom + 2, right, bottom + 20).Deviation, Is.GreaterThan(12),
                "detail below");
        }
    }

    private static bool Near((int Red, int Green, int Blue) have, (int Red, int Green, int Blue) want) =>
        Math.Abs(have.Red - want.Red) < 14 && Math.Abs(have.Green - want.Green) < 14
            && Math.Abs(have.Blue - want.Blue) < 14;
}
