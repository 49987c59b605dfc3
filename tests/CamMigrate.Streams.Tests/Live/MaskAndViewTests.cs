using CamMigrate.Core.Profiles;
using CamMigrate.Core.Verification;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Streams.Tests.Live;

[Category("Ffmpeg")]
[Parallelizable(ParallelScope.All)]
public sealed class MaskAndViewTests
{
    // 0.3 to 0.5 of the width, 0.3 to 0.6 of the height from the top. On the wire x = 2u - 1 and y = 1 - 2v.
    private static readonly Mask Planned = new()
    {
        Name = "door",
        Enabled = true,
        Type = MaskType.Color,
        Color = "#000000",
        Polygon = [new(0.3, 0.3), new(0.5, 0.3), new(0.5, 0.6), new(0.3, 0.6)],
    };

    private static readonly WireMask AtPlace = new([new(-0.4, 0.4), new(0, 0.4), new(0, -0.2), new(-0.4, -0.2)]);

    // The same box counted from the bottom: 0.4 to 0.7 of the height from the top.
    private static readonly WireMask UpsideDown = new([new(-0.4, 0.2), new(0, 0.2), new(0, -0.4), new(-0.4, -0.4)]);

    [Test]
    public async Task Prove_MaskBurnedIn_Passes()
    {
        var report = await ProveAsync(LiveCamera.Video with { Masks = [AtPlace] }, [Planned]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Verdict, Is.EqualTo(CheckResult.Pass), Prover.Said(report));
            Assert.That(report.Masks.Single().State, Is.EqualTo("burnedIn"));
            Assert.That(report.Masks.Single().InsideStdBefore, Is.GreaterThan(8));
            Assert.That(report.FieldOfView!.State, Is.EqualTo("same"));
        }
    }

    [Test]
    public async Task Prove_MaskForgotten_Fails()
    {
        var report = await ProveAsync(LiveCamera.Video, [Planned]);

        Assert.That(Mask(report), Is.EqualTo((CheckResult.Fail, "maskMissing")), Prover.Said(report));
    }

    [Test]
    public async Task Prove_MaskUpsideDown_IsShifted()
    {
        var report = await ProveAsync(LiveCamera.Video with { Masks = [UpsideDown] }, [Planned]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Mask(report), Is.EqualTo((CheckResult.Fail, "maskShifted")), Prover.Said(report));
            Assert.That(
                report.Checks.Single(c => c.Name == "mask").Message,
                Does.Match("about 0 % right and (9|10|11) % down"));
        }
    }

    [Test]
    public async Task Prove_MaskInSubStreamOfAnotherCodec_Passes()
    {
        var sub = LiveCamera.Video with
        {
            Width = 352,
            Height = 288,
            Encoding = "H265",
            Bitrate = 512,
            Masks = [AtPlace],
        };

        var report = await ProveAsync(sub, [Planned]);

        Assert.That(Mask(report), Is.EqualTo((CheckResult.Pass, (string?)null)), Prover.Said(report));
    }

    [Test]
    public async Task Prove_NoPictureBefore_OutlineProves()
    {
        var report = await ProveAsync(LiveCamera.Video with { Masks = [AtPlace] }, [Planned], withBefore: false);

        Assert.That(Mask(report), Is.EqualTo((CheckResult.Pass, (string?)null)), Prover.Said(report));
    }

    [Test]
    public async Task Prove_NoOldPicture_MaskIsNotChecked()
    {
        var report = await ProveAsync(LiveCamera.Video with { Masks = [AtPlace] }, [Planned], oldScene: null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Mask(report), Is.EqualTo((CheckResult.NotChecked, "viewNotProven")), Prover.Said(report));
            Assert.That(report.Checks.Single(c => c.Name == "view").Code, Is.EqualTo("noOldPicture"));
            Assert.That(report.Verdict, Is.EqualTo(CheckResult.NotChecked));
        }
    }

    [Test]
    public async Task Prove_OldCameraLookedElsewhere_MaskIsNotChecked()
    {
        var report = await ProveAsync(LiveCamera.Video with { Masks = [AtPlace] }, [Planned], oldScene: "yard");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Mask(report), Is.EqualTo((CheckResult.NotChecked, "viewNotProven")), Prover.Said(report));
            Assert.That(report.Checks.Single(c => c.Name == "view").Result, Is.EqualTo(CheckResult.Warn));
        }
    }

    [Test]
    public async Task Prove_OtherViewWithoutMasks_OnlyWarns()
    {
        var report = await ProveAsync(LiveCamera.Video, [], oldScene: "yard");

        Assert.That(
            (report.Verdict, report.Checks[^1].Name), Is.EqualTo((CheckResult.Warn, "view")), Prover.Said(report));
    }

    [Test]
    public async Task Prove_MirroredView_IsNotSame()
    {
        var report = await ProveAsync(LiveCamera.Video with { Mirror = true }, []);

        Assert.That(report.FieldOfView!.State, Is.EqualTo("other"), Prover.Said(report));
    }

    [TestCase("black", "black")]
    [TestCase("grey", "uniform")]
    public async Task Prove_DeadPicture_Fails(string fault, string code)
    {
        var report = await ProveAsync(LiveCamera.Video with { Fault = fault }, [Planned]);

        using (Assert.EnterMultipleScope())
        {
            var picture = report.Checks.Single(c => c.Name == "picture");
            Assert.That((picture.Result, picture.Code), Is.EqualTo((CheckResult.Fail, code)), Prover.Said(report));
            Assert.That(Mask(report).Result, Is.EqualTo(CheckResult.NotChecked), "an even picture proves no mask");
        }
    }

    private static (CheckResult Result, string? Code) Mask(StreamReport report)
    {
        var check = report.Checks.Single(c => c.Name == "mask");
        return (check.Result, check.Code);
    }

    private static async Task<StreamReport> ProveAsync(
        VideoSettings video, Mask[] masks, bool withBefore = true, string? oldScene = "street")
    {
        var prover = Prover.New();
        await using var camera = await LiveCamera.StartAsync(video);
        var expected = Prover.Expect(camera.Uri, video) with
        {
            Masks = [.. masks],
            PictureBefore = withBefore ? await SnapshotAsync(LiveCamera.Video) : null,
            OldPicture = oldScene is null
                ? null
                : await SnapshotAsync(LiveCamera.Video with { Scene = oldScene, Width = 704, Height = 396 }),
        };
        return await prover.ProveAsync(expected, LiveCamera.Login, CancellationToken.None);
    }

    private static async Task<string> SnapshotAsync(VideoSettings video)
    {
        var path = Studio.NewFile("snapshot.jpg");
        await File.WriteAllBytesAsync(
            path, await Studio.Engine.SnapshotAsync(video, CancellationToken.None), CancellationToken.None);
        return path;
    }
}
