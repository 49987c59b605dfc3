using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Streams.Judging;

namespace CamMigrate.Streams.Tests.Judging;

[Parallelizable(ParallelScope.All)]
public sealed class ViewJudgeTests
{
    private static readonly ImmutableArray<ImmutableArray<Point>> Nothing = [];

    private static IEnumerable<TestCaseData> SameViews()
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var s = seed;
            TestCaseData Case(string name, Func<TestScene, Picture> now) =>
                new TestCaseData(s, now).SetArgDisplayNames(FormattableString.Invariant($"{s}"), name);
            yield return Case("itself", scene => scene.Take());
            yield return Case("brighter", scene => TestScene.Map(scene.Take(), v => v + 35));
            yield return Case("darker", scene => TestScene.Map(scene.Take(), v => v * 0.5));
            yield return Case("less contrast", scene => TestScene.Map(scene.Take(), v => 128 + ((v - 128) * 0.6)));
            yield return Case("gamma", scene => TestScene.Map(scene.Take(), v => 255 * Math.Pow(v / 255, 0.6)));
            yield return Case("blurred", scene => TestScene.Blurred(scene.Take(), 2));
            yield return Case("noisy", scene => TestScene.Noisy(scene.Take(), 15));
            yield return Case("larger", scene => scene.Take(960, 540));
            yield return Case("small", scene => scene.Take(352, 288));
            yield return Case("half a per cent aside", scene => scene.Take(dx: 0.005));
            yield return Case("one per cent aside", scene => scene.Take(dx: 0.01));
            yield return Case(
                "masked", scene => TestScene.Filled(scene.Take(), TestScene.Box(0.6, 0.1, 0.8, 0.3), new Rgb(0, 0, 0)));
        }
    }

    private static IEnumerable<TestCaseData> MovedViews()
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var s = seed;
            TestCaseData Case(string name, Func<TestScene, Picture> now) =>
                new TestCaseData(s, now).SetArgDisplayNames(FormattableString.Invariant($"{s}"), name);
            yield return Case("2.5 % right", scene => scene.Take(dx: 0.025));
            yield return Case("2.5 % left", scene => scene.Take(dx: -0.025));
            yield return Case("5 % down", scene => scene.Take(dy: 0.05));
            yield return Case("5 % right", scene => scene.Take(dx: 0.05));
            yield return Case("15 % right", scene => scene.Take(dx: 0.15));
            yield return Case("40 % right", scene => scene.Take(dx: 0.4));
            yield return Case("zoom 10 %", scene => scene.Take(zoom: 1.1));
            yield return Case("zoom 30 %", scene => scene.Take(zoom: 1.3));
            yield return Case("turned 5 degrees", scene => scene.Take(degrees: 5));
            yield return Case("upside down", scene => scene.Take(degrees: 180));
            yield return Case("another place", scene => new TestScene(s + 100).Take());
            yield return Case("black", scene => TestScene.Map(scene.Take(), _ => 0));
            yield return Case("blurred and moved", scene => TestScene.Blurred(scene.Take(dx: 0.03), 2));
        }
    }

    [TestCaseSource(nameof(SameViews))]
    public void Compare_SameViewInAnotherLight_IsSame(int seed, object now)
    {
        var scene = new TestScene(seed);

        var view = ViewJudge.Compare(scene.Take(), ((Func<TestScene, Picture>)now)(scene), Nothing);

        Assert.That(view.State, Is.EqualTo("same"), $"confidence {view.Confidence}");
    }

    [TestCaseSource(nameof(MovedViews))]
    public void Compare_MovedOrOtherView_IsNotSame(int seed, object now)
    {
        var scene = new TestScene(seed);

        var view = ViewJudge.Compare(scene.Take(), ((Func<TestScene, Picture>)now)(scene), Nothing);

        Assert.That(view.State, Is.Not.EqualTo("same"), $"confidence {view.Confidence}");
    }

    [Test]
    public void Compare_AnotherPlace_IsOther()
    {
        var states = Enumerable.Range(1, 20)
            .Select(
                seed => ViewJudge.Compare(
                    new TestScene(seed).Take(320, 180), new TestScene(seed + 50).Take(320, 180), Nothing).State)
            .ToArray();

        Assert.That(states, Has.All.EqualTo("other"));
    }

    [Test]
    public void Compare_LargeMaskIgnored_IsSame()
    {
        var mask = TestScene.Box(0.2, 0.2, 0.7, 0.8);
        var scene = new TestScene(3);
        var old = TestScene.Filled(scene.Take(), mask, new Rgb(0, 0, 0));

        Assert.That(ViewJudge.Compare(old, scene.Take(1280, 720), [mask]).State, Is.EqualTo("same"));
    }
}
