using System.Globalization;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Tests.Video;

[TestFixture, Category("Ffmpeg"), Parallelizable(ParallelScope.Self)]
internal sealed class VideoEngineTests
{
    private static readonly VideoSettings Quick = Studio.Small with { Width = 320, Height = 180 };

    /// <summary>Minutes of work for the encoder.</summary>
    private static readonly VideoSettings Endless =
        Studio.Small with { Width = 2560, Height = 1440, Encoding = "H265", GovLength = 1000, Bitrate = 8000 };

    [Test]
    public async Task GetAsync_EqualSettings_AreOneClip()
    {
        await using var engine = NewEngine();
        var masked = Quick with { Masks = [new([new(0, 0), new(1, 0), new(1, 1)])] };
        var again = Quick with { Masks = [new([new(0, 0), new(1, 0), new(1, 1)])] };

        Assert.That(await engine.GetAsync(masked, CancellationToken.None),
            Is.SameAs(await engine.GetAsync(again, CancellationToken.None)));
    }

    [Test]
    public async Task GetAsync_AnotherEngineEncodedIt_ReadsTheCache()
    {
        var folder = Studio.NewFolder();
        await using (var first = NewEngine(folder))
            await first.GetAsync(Quick, CancellationToken.None);

        await using var second = new VideoEngine(
            new VideoEngineOptions { CacheFolder = folder, FfmpegPath = "no-such-program" });
        var clip = await second.GetAsync(Quick, CancellationToken.None);

        Assert.That(clip.Pictures, Has.Length.EqualTo(100));
    }

    [Test]
    public async Task GetAsync_DamagedCache_EncodesAgain()
    {
        var folder = Studio.NewFolder();
        await using (var first = NewEngine(folder))
            await first.GetAsync(Quick, CancellationToken.None);
        var file = Directory.GetFiles(folder, "clip*").Single();
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file))[..20_000]);

        await using var second = NewEngine(folder);
        var clip = await second.GetAsync(Quick, CancellationToken.None);

        Assert.That(clip.Pictures, Has.Length.EqualTo(100));
    }

    [Test]
    public async Task GetAsync_FfmpegMissing_SaysSoAndTellsTheListener()
    {
        var told = new List<string>();
        await using var engine = new VideoEngine(new VideoEngineOptions
        {
            CacheFolder = Studio.NewFolder(),
            FfmpegPath = "no-such-program",
            Failed = (_, failure) =>
                told.Add(failure.Message),
        });

        Assert.That(async () => await engine.GetAsync(Quick, CancellationToken.None),
            Throws.InstanceOf<VideoException>().With.Message.Contains("install ffmpeg"));
        Assert.That(told, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Prepare_NewSettingsForAStream_EndsTheOldEncoding()
    {
        await using var engine = NewEngine();
        engine.Prepare(Endless, "main");
        await UntilAsync(() => Children() > 0);

        engine.Prepare(Quick, "main");

        await UntilAsync(() => engine.TryGet(Quick) is not null && Children() == 0);
        Assert.That(engine.TryGet(Endless), Is.Null);
    }

    [Test]
    public async Task Prepare_OldSettingsWantedElsewhere_GoOn()
    {
        await using var engine = NewEngine();
        var slower = Quick with { Width = 1280, Height = 720 };
        engine.Prepare(slower, "main");
        engine.Prepare(slower, "main of another camera");

        engine.Prepare(Quick, "main");

        await UntilAsync(() => engine.TryGet(slower) is not null);
    }

    [Test]
    public async Task DisposeAsync_Encoding_LeavesNoFfmpeg()
    {
        await using (var engine = NewEngine())
        {
            engine.Prepare(Endless);
            await UntilAsync(() => Children() > 0);
        }

        Assert.That(Children(), Is.Zero);
    }

    [Test]
    public async Task SnapshotAsync_Clip_IsAJpegOfItsSize()
    {
        await using var engine = NewEngine();
        var file = Path.Combine(Studio.NewFolder(), "snapshot.jpg");

        await File.WriteAllBytesAsync(
            file, await engine.SnapshotAsync(Quick with { Rotation = 90 }, CancellationToken.None));

        var (output, errors) = await Tool.RunAsync(
            "ffprobe", "-v", "error", "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0", file);
        Assert.That(System.Text.Encoding.UTF8.GetString(output).Trim(), Is.EqualTo("mjpeg,180,320"), errors);
    }

    [Test]
    public async Task Prepare_SettingsNoCameraHas_AreRefused()
    {
        await using var engine = NewEngine();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => engine.Prepare(Quick with { Width = 3840, Height = 2160 }), Throws.ArgumentException);
            Assert.That(() => engine.Prepare(Quick with { Encoding = "VP9" }), Throws.ArgumentException);
            Assert.That(() => engine.Prepare(Quick with { Rotation = 45 }), Throws.ArgumentException);
            Assert.That(() => engine.Prepare(Quick with { Frame = new(0, 0, 0, 1) }), Throws.ArgumentException);
            Assert.That(() => engine.Prepare(Quick with { Masks = [new([new(double.NaN, 0)])] }),
                Throws.ArgumentException);
        }
    }

    private static VideoEngine NewEngine(string? folder = null)
    {
        Tool.Require();
        return new VideoEngine(new VideoEngineOptions { CacheFolder = folder ?? Studio.NewFolder() });
    }

    /// <summary>Children of this process that encode <see cref="Endless"/>, known by their GOP.</summary>
    private static int Children()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("Child processes are counted through /proc.");
        return Directory.GetDirectories(
            "/proc").Count(folder => IsEncoderOfOurs(Path.Combine(folder, "cmdline"), Path.Combine(folder, "stat")));
    }

    private static bool IsEncoderOfOurs(string commandLine, string status)
    {
        try
        {
            // stat is "pid (name) state parent ...".
            var fields = File.ReadAllText(status).Split(") ")[^1].Split(' ');
            return fields[1] == Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
                && File.ReadAllText(commandLine).Contains("keyint=1000:", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds())
            await Task.Delay(20, limit.Token);
    }
}
