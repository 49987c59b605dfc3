using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using static CamMigrate.Core.Tests.Planning.PlanningSamples;

namespace CamMigrate.Core.Tests.Planning.Areas;

public sealed class VideoEncoderAreaTests
{
    private static readonly CodecOptions H264Everywhere = Codec(VideoEncoding.H264, "2560x1440", "1920x1080", "640x480", "640x360");

    private static readonly CodecOptions H265UpTo1080 = Codec(VideoEncoding.H265, "1920x1080", "640x360");

    private static readonly VideoEncoder Main = new()
    {
        Stream = "main",
        Encoding = VideoEncoding.H265,
        Resolution = Size("2560x1440"),
        FrameRateLimit = 25,
        GovLength = 50,
        RateControl = new RateControl { BitrateLimit = 4096 },
    };

    [Test]
    public void Plan_H265OnlyUpTo1080_KeepsSizeAndRaisesBitrateOfH264()
    {
        var (planned, changes) = Plan(Main, H264Everywhere, H265UpTo1080);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(planned.Encoding, Is.EqualTo(VideoEncoding.H264));
            Assert.That(planned.Resolution!.ToString(), Is.EqualTo("2560x1440"));
            Assert.That(planned.RateControl!.BitrateLimit, Is.EqualTo(6144), "4096 x 1.5");
            Assert.That(changes["encoding"].Disposition, Is.EqualTo(Disposition.Nearest));
            Assert.That(changes["encoding"].Reason, Does.Contain("H265"));
            Assert.That(changes["rateControl.bitrateLimit"].Reason, Does.Contain("1.5"));
        }
    }

    [Test]
    public void Plan_H265AtFullSize_KeepsH265()
    {
        var (planned, _) = Plan(Main, H264Everywhere, Codec(VideoEncoding.H265, "2560x1440"));

        Assert.That(planned.Encoding, Is.EqualTo(VideoEncoding.H265));
    }

    [Test]
    public void Plan_FrameRateOnlyInOtherCodec_FrameRateOutranksCodec()
    {
        var slow = Codec(VideoEncoding.H265, "2560x1440") with { FrameRateRange = new DeviceRange(1, 12) };

        var (planned, _) = Plan(Main, slow, H264Everywhere);

        Assert.That((planned.Encoding, planned.FrameRateLimit), Is.EqualTo(((VideoEncoding?)VideoEncoding.H264, (double?)25)));
    }

    [TestCase("3840x2160", "2560x1440")]
    [TestCase("1920x1080", "1920x1080")]
    [TestCase("1280x720", "640x360")]
    [TestCase("704x528", "640x480")]
    public void Plan_Resolution_IsLargestOfSameShapeNotAboveSource(string wanted, string expected)
    {
        var (planned, _) = Plan(Main with { Resolution = Size(wanted) }, H264Everywhere);

        Assert.That(planned.Resolution!.ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void Plan_OnlyLargerOrOtherShapes_NeedsDecision()
    {
        var (planned, changes) = Plan(Main with { Resolution = Size("320x180") }, H264Everywhere);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(planned.Resolution, Is.Null);
            Assert.That(changes["resolution"].Disposition, Is.EqualTo(Disposition.NeedsDecision));
        }
    }

    [Test]
    public void Plan_FrameRateLowered_KeyframesKeepTheirSeconds()
    {
        var (planned, changes) = Plan(Main, H264Everywhere with { FrameRateRange = new DeviceRange(1, 20) });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(planned.FrameRateLimit, Is.EqualTo(20));
            Assert.That(planned.GovLength, Is.EqualTo(40), "2 s at 20 fps");
            Assert.That(changes["govLength"].Wanted!.GetValue<int>(), Is.EqualTo(50));
        }
    }

    [Test]
    public void Plan_ListOfFrameRates_TakesLargestNotAboveSource()
    {
        var (planned, _) = Plan(Main with { FrameRateLimit = 18 }, H264Everywhere with { FrameRates = [5, 10, 15, 25] });

        Assert.That(planned.FrameRateLimit, Is.EqualTo(15));
    }

    [Test]
    public void Plan_PlannedAgain_ChangesNothing()
    {
        var (planned, _) = Plan(Main, H264Everywhere, H265UpTo1080);

        var (again, changes) = Compare(planned, planned, H264Everywhere, H265UpTo1080);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(changes.Values.Where(c => c.IsWritten), Is.Empty);
            Assert.That(again.Resolution!.ToString(), Is.EqualTo(planned.Resolution!.ToString()));
        }
    }

    [Test]
    public void Plan_FirstWantStillWanted_NothingLeftToWrite()
    {
        var (planned, _) = Plan(Main, H264Everywhere, H265UpTo1080);

        var (_, changes) = Compare(Main, planned, H264Everywhere, H265UpTo1080);

        Assert.That(changes.Values.Where(c => c.IsWritten), Is.Empty);
    }

    private static (VideoEncoder Planned, Dictionary<string, Change> Changes) Plan(VideoEncoder want, params ImmutableArray<CodecOptions> codecs) =>
        Compare(want, new VideoEncoder { Stream = "main", Encoding = VideoEncoding.H264 }, codecs);

    private static (VideoEncoder Planned, Dictionary<string, Change> Changes) Compare(
        VideoEncoder want, VideoEncoder have, params ImmutableArray<CodecOptions> codecs)
    {
        var plan = PlanSource(
            new VideoSource { Number = 1, VideoEncoders = [want] }, new VideoSource { Number = 1, VideoEncoders = [have] },
            new VideoSourceOptions { Number = 1, VideoEncoders = [new VideoEncoderOptions { Stream = "main", Codecs = codecs }] });
        const string Prefix = "videoSources[1].videoEncoders[main].";
        return (plan.Planned.VideoSources!.Value[0].VideoEncoders!.Value[0],
            plan.Changes.Where(c => c.Path.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(c => c.Path[Prefix.Length..]));
    }
}
