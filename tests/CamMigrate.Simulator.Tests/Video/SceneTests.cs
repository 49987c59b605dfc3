using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Tests.Video;

[TestFixture, Category("Ffmpeg"), Parallelizable(ParallelScope.All)]
internal sealed class SceneTests
{
    private static readonly VideoSettings Still = Studio.Small with { Fault = "frozen" };

    [TestCase("street")]
    [TestCase("yard")]
    [TestCase("north gate")]
    public async Task Scene_AnyPlace_HasDetail(string scene)
    {
        var picture = await FirstAsync(Studio.Small with { Scene = scene, Bitrate = 768 });

        // Windows of 8 % of the picture, as small as a privacy mask may be.
        var flattest = (from top in Enumerable.Range(0, 28).Select(step => step * 12)
                        from left in Enumerable.Range(0, 30).Select(step => step * 20)
                        select picture.Measure(left, top, left + 51, top + 28).Deviation).Min();
        Assert.That(flattest, Is.GreaterThan(15));
    }

    [Test]
    public async Task Scene_SameName_IsTheSamePlaceInEveryStream()
    {
        var main = await FirstAsync(Still);
        var other = await FirstAsync(Still with { Encoding = "H265", Bitrate = 2000 });

        Assert.That(main.DifferenceTo(other, (x, y) => (x, y)), Is.LessThan(6));
    }

    [Test]
    public async Task Scene_OtherName_IsAnotherPlace()
    {
        var (one, other) = (await FirstAsync(Still), await FirstAsync(Still with { Scene = "yard" }));

        Assert.That(Math.Abs(Correlation(one, other)), Is.LessThan(0.3));
    }

    [Test]
    public async Task Scene_Healthy_MovesBetweenKeyframes()
    {
        var clip = await Studio.Engine.GetAsync(Required(Studio.Small), CancellationToken.None);

        var keyframes = await Picture.OfAsync(clip, 0, 50);

        Assert.That(keyframes[0].DifferenceTo(keyframes[1], (x, y) => (x, y)), Is.GreaterThan(2));
        Assert.That(keyframes[0].ChangesTo(keyframes[1]), Is.Not.Null);
    }

    [Test]
    public async Task Fault_Frozen_ShowsOnePicture()
    {
        var clip = await Studio.Engine.GetAsync(Required(Still), CancellationToken.None);

        var keyframes = await Picture.OfAsync(clip, 0, 50);

        Assert.That(keyframes[0].DifferenceTo(keyframes[1], (x, y) => (x, y)), Is.LessThan(1));
    }

    [TestCase("black", 0)]
    [TestCase("grey", 128)]
    public async Task Fault_Blank_ShowsOneColour(string fault, int lightness)
    {
        var (mean, deviation) = (await FirstAsync(Studio.Small with { Fault = fault })).Measure();

        Assert.That(mean, Is.EqualTo(lightness).Within(3));
        Assert.That(deviation, Is.LessThan(1));
    }

    [TestCase(90)]
    [TestCase(180)]
    [TestCase(270)]
    public async Task Rotation_Turn_IsClockwise(int degrees)
    {
        var upright = await FirstAsync(Still);
        var turned = await FirstAsync(Still with { Rotation = degrees });

        var difference = turned.DifferenceTo(upright, (x, y) => degrees switch
        {
            90 => (y, 359 - x),
            180 => (639 - x, 359 - y),
            _ => (639 - y, x),
        });
        Assert.That(difference, Is.LessThan(6));
    }

    [Test]
    public async Task Mirror_On_ExchangesLeftAndRightAfterTheTurn()
    {
        var turned = await FirstAsync(Still with { Rotation = 90 });
        var mirrored = await FirstAsync(Still with { Rotation = 90, Mirror = true });

        Assert.That(mirrored.DifferenceTo(turned, (x, y) => (359 - x, y)), Is.LessThan(6));
        Assert.That(mirrored.DifferenceTo(turned, (x, y) => (x, y)), Is.GreaterThan(20));
    }

    [Test]
    public async Task Imaging_BrightnessAndSaturation_Show()
    {
        var neutral = await FirstAsync(Still);
        var changed = await FirstAsync(Still with { Brightness = 75, Saturation = 0 });

        var (red, green, blue) = changed.At(100, 100);
        Assert.That(changed.Measure().Mean - neutral.Measure().Mean, Is.GreaterThan(15));
        Assert.That(new[] { Math.Abs(red - green), Math.Abs(green - blue) }, Is.All.LessThan(6));
    }

    private static VideoSettings Required(VideoSettings settings)
    {
        Tool.Require();
        return settings;
    }

    private static async Task<Picture> FirstAsync(VideoSettings settings) =>
        (await Picture.OfAsync(await Studio.Engine.GetAsync(Required(settings), CancellationToken.None), 0))[0];

    private static double Correlation(Picture one, Picture other)
    {
        var (a, b) = (one.Measure(), other.Measure());
        var sum = (from y in Enumerable.Range(0, one.Height)
                   from x in Enumerable.Range(0, one.Width)
                   select (one.Light(x, y) - a.Mean) * (other.Light(x, y) - b.Mean)).Average();
        return sum / (a.Deviation * b.Deviation);
    }
}
