using System.Globalization;

namespace CamMigrate.Simulator.Tests.Video;

[TestFixture, Category("Ffmpeg"), Parallelizable(ParallelScope.All)]
internal sealed class StreamFormatTests
{
    [TestCase("H264", 640, 360, 25, "h264,640,360,25/1")]
    [TestCase("H265", 640, 360, 25, "hevc,640,360,25/1")]
    [TestCase("H264", 352, 288, 12.5, "h264,352,288,25/2")]
    [TestCase("H265", 320, 180, 29.97, "hevc,320,180,30000/1001")]
    public async Task Stream_Configured_IsWhatFfprobeSees(
        string encoding, int width, int height, double rate, string expected)
    {
        var settings = Studio.Small with { Encoding = encoding, Width = width, Height = height, FrameRate = rate };
        await using var camera = await TestCamera.ReadyAsync(settings);

        var (output, errors) = await Tool.ProbeAsync(
            camera.Url, "-show_entries", "stream=codec_name,width,height,avg_frame_rate", "-of", "csv=p=0");

        Assert.That(output.Trim(), Is.EqualTo(expected), errors);
        Assert.That(errors, Is.Empty);
    }

    [Test]
    public async Task Stream_LargestMain_IsWhatFfprobeSees()
    {
        var settings = Studio.Small with
        {
            Encoding = "H265",
            Width = 2560,
            Height = 1440,
            Bitrate = 8000,
            GovLength = 12,
            FrameRate = 6,
        };
        await using var camera = await TestCamera.ReadyAsync(settings);

        var (output, errors) = await Tool.ProbeAsync(
            camera.Url, "-show_entries", "stream=codec_name,width,height,avg_frame_rate", "-of", "csv=p=0");

        Assert.That(output.Trim(), Is.EqualTo("hevc,2560,1440,6/1"), errors);
    }

    [Test]
    public async Task Stream_QuarterTurn_SwapsWidthAndHeight()
    {
        await using var camera = await TestCamera.ReadyAsync(
            Studio.Small with { Rotation = 90, Width = 320, Height = 180 });

        var (output, errors) = await Tool.ProbeAsync(
            camera.Url, "-show_entries", "stream=width,height", "-of", "csv=p=0");

        Assert.That(output.Trim(), Is.EqualTo("180,320"), errors);
    }

    [TestCase("H264", 768)]
    [TestCase("H265", 768)]
    [TestCase("H264", 2000)]
    [TestCase("H265", 2000)]
    public async Task Clip_BitrateConfigured_IsHeldAndUsed(string encoding, int bitrate)
    {
        Tool.Require();

        var clip = await Studio.Engine.GetAsync(
            Studio.Small with { Encoding = encoding, Bitrate = bitrate }, CancellationToken.None);

        var bits = clip.Pictures.Sum(picture => picture.Nals.Sum(nal => nal.Length)) * 8.0;
        var kbps = bits / 1000 / clip.FrameRate.TimeOf(clip.Pictures.Length).TotalSeconds;
        Assert.That(kbps, Is.InRange(bitrate * 0.75, bitrate * 1.05));
    }

    [TestCase(10)]
    [TestCase(50)]
    [TestCase(200)]
    public async Task Clip_GovLengthConfigured_HasKeyframesJustThere(int gov)
    {
        Tool.Require();

        var clip = await Studio.Engine.GetAsync(
            Studio.Small with { Width = 320, Height = 180, GovLength = gov }, CancellationToken.None);

        var keyframes = clip.Pictures.Select(
            (picture, at) => (picture, at)).Where(one => one.picture.IsKeyframe).Select(one => one.at);
        Assert.That(keyframes,
            Is.EqualTo(Enumerable.Range(0, clip.Pictures.Length / gov).Select(number => number * gov)));
    }

    [Test]
    public async Task Stream_SettingsChange_DropsTheViewerAndShowsTheNewStream()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);
        await using var viewer = new RawViewer(camera);
        await viewer.PlayAsync();
        var next = Studio.Small with { Width = 320, Height = 180, Encoding = "H265" };
        await Studio.Engine.GetAsync(next, CancellationToken.None);

        camera.Stream = new(next);
        while (await viewer.ReadPacketAsync(TimeSpan.FromSeconds(5)) is not null)
        {
            // Packets of the old stream until the camera closes the connection.
        }

        var (output, _) = await Tool.ProbeAsync(
            camera.Url, "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0");
        Assert.That(output.Trim(), Is.EqualTo("hevc,320,180"));
    }

    [Test]
    public async Task Stream_OverTheEndOfTheClip_RunsOnWithoutAJump()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);

        // The clip lasts four seconds; framecrc writes "stream, dts, pts, duration, size, crc" per picture.
        var (output, errors) = await Tool.RunAsync(
            "ffmpeg", "-v", "warning", "-nostdin", "-rtsp_transport", "tcp", "-i", camera.Url,
            "-t", "7", "-fps_mode", "passthrough", "-copyts", "-enc_time_base", "1:90000", "-f", "framecrc", "pipe:1");

        var times = System.Text.Encoding.UTF8.GetString(output).Split('\n')
            .Where(line => line.StartsWith("0,", StringComparison.Ordinal))
            .Select(line => long.Parse(line.Split(',')[2], CultureInfo.InvariantCulture)).ToList();
        Assert.That(errors, Is.Empty);
        Assert.That(times, Has.Count.GreaterThan(150));
        Assert.That(times.Zip(times.Skip(1), (one, next) => next - one), Is.All.EqualTo(3600));
    }

    [Test]
    public async Task Stream_TwoViewers_BothDecodeIt()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);

        var pictures = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => Picture.FromRtspAsync(camera.Url, 640, 360)));

        Assert.That(pictures[0].DifferenceTo(pictures[1], (x, y) => (x, y)), Is.LessThan(12));
    }
}
