using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Simulator.Onvif;
using CamMigrate.Testing;

namespace CamMigrate.Onvif.Tests.EndToEnd;

/// <summary>Steps are judged by what the camera itself holds afterwards.</summary>
public sealed class WriteTests
{
    [Test]
    public async Task Time_NtpAndZone_SetsServersBeforeMode()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif");
        var planned = Planned(new TimeSettings
        {
            Mode = SetDateTimeType.Ntp,
            PosixTimeZone = "GMT0BST,M3.5.0/1,M10.5.0",
            NtpServers = ["192.0.2.1"]
        });

        var (steps, after) = await WriteAsync(camera, planned, "time.mode", "time.posixTimeZone", "time.ntpServers");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(steps.Select(s => s.Operation.Split(' ')[0]),
                Is.EqualTo(new[] { "tds:SetNTP", "tds:SetSystemDateAndTime" }));
            Assert.That(camera.State().DateTimeType, Is.EqualTo("NTP"));
            Assert.That(camera.State().NtpServers, Is.EqualTo(new[] { "192.0.2.1" }));
            Assert.That(camera.State().DaylightSavings, Is.True);
            Assert.That(PosixTimeZone.Parse(camera.State().TimeZone),
                Is.EqualTo(PosixTimeZone.Parse("GMT0BST,M3.5.0/1,M10.5.0")));
            Assert.That(PosixTimeZone.Parse(after.Current.Time!.PosixTimeZone),
                Is.EqualTo(PosixTimeZone.Parse("GMT0BST,M3.5.0/1,M10.5.0")));
        }
    }

    [TestCase("RefusesShortDst", 2, true)]
    [TestCase("RefusesDst", 4, false)]
    public async Task Time_ZoneSpellingRefused_TriesTheNextAndReadsBack(string quirk, int attempts, bool keepsDst)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: onvif\nonvif: {{time: {{quirk: {quirk}}}}}");
        var planned = Planned(new TimeSettings { PosixTimeZone = "CET-1CEST,M3.5.0,M10.5.0/3" });

        var (_, after) = await WriteAsync(camera, planned, "time.posixTimeZone");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(camera.Counters.Writes, Is.EqualTo(attempts));
            Assert.That(PosixTimeZone.Parse(after.Current.Time!.PosixTimeZone)!.Dst is not null, Is.EqualTo(keepsDst));
            Assert.That(PosixTimeZone.Parse(after.Current.Time.PosixTimeZone)!.Offset,
                Is.EqualTo(TimeSpan.FromHours(1)));
        }
    }

    [TestCase("Token")]
    [TestCase("Both")]
    public async Task Time_ClockSet_SignsByTheNewClockAfterwards(string login)
    {
        await using var camera =
            await SimulatedCamera.StartAsync(
            $"face: onvif\nlogin: {{onvif: {login}}}\nonvif: {{clockSkewSeconds: 90000}}");
        var planned = Planned(new TimeSettings { Mode = SetDateTimeType.Manual });

        var (_, after) = await WriteAsync(camera, planned, "time.clock");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(camera.State().ClockOffset.Duration(), Is.LessThan(TimeSpan.FromSeconds(3)));
            Assert.That(after.ClockOffset!.Value.Duration(), Is.LessThan(TimeSpan.FromSeconds(3)));
            Assert.That(camera.Counters.FailedLogins, Is.Zero);
        }
    }

    [Test]
    public async Task Rotation_AndMask_TurnsFirst()
    {
        await using var camera =
            await SimulatedCamera.StartAsync(
            "face: onvif\nonvif: {sources: [{rotations: [90, 180], canMirror: true}]}");
        var mask = Rectangle("window", 0.1, 0.2, 0.3, 0.45);
        var planned = Planned(new VideoSource { Number = 1, Rotation = 180, Mirror = true, Masks = [mask] });

        var (steps, after) = await WriteAsync(
            camera, planned, "videoSources[1].masks[window]", "videoSources[1].rotation", "videoSources[1].mirror");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(steps.Select(s => s.Area),
                Is.EqualTo(new[] { "videoSources[1].rotation", "videoSources[1].masks" }));
            Assert.That((camera.State().Configurations[0].Rotation, camera.State().Configurations[0].Mirror),
                Is.EqualTo((180, true)));
            Assert.That(after.Current.VideoSources!.Value[0].Rotation, Is.EqualTo(180));
            Assert.That(camera.State().Masks, Has.Length.EqualTo(1));
        }
    }

    [Test]
    public async Task Mask_TwoConfigurations_StandsOnEachAtTheSamePlace()
    {
        await using var camera = await SimulatedCamera.StartAsync(TwoViews);
        var planned = Planned(new VideoSource { Number = 1, Masks = [Rectangle("window", 0.1, 0.2, 0.3, 0.45)] });

        var (steps, after) = await WriteAsync(camera, planned, "videoSources[1].masks[window]");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(camera.State().Masks.Select(m => m.Configuration), Is.EquivalentTo(new[] { "A", "B" }));
            // 0.1 of the width is -0.8; 0.2 from the top is 0.6 upwards from the middle.
            Assert.That(camera.State().Masks.Select(m => (m.Points[0].X, m.Points[0].Y)), Is.All.EqualTo((-0.8, 0.6)));
            Assert.That(camera.State().Masks.Select(m => (m.Points[2].X, m.Points[2].Y)), Is.All.EqualTo((-0.4, 0.1)));
            Assert.That(steps.Select(s => s.Paths.Length), Is.EqualTo(new[] { 0, 1 }));
            Assert.That(after.Current.VideoSources!.Value[0].Masks!.Value.Single().Enabled, Is.True);
        }
    }

    [Test]
    public async Task Mask_OnOneConfigurationOnly_IsReadAsNotCovering()
    {
        await using var camera =
            await SimulatedCamera.StartAsync(
            TwoViews + "\n  masks: [{configuration: A, points: [[-1, 1], [0, 1], [0, 0], [-1, 0]]}]");
        await using var target = await Target.OpenAsync(camera);

        var mask = (await target.ReadAsync(CancellationToken.None)).Current.VideoSources!.Value[
            0].Masks!.Value.Single();

        Assert.That(mask.Enabled, Is.False);
    }

    [Test]
    public async Task Mask_MovedALittle_IsChangedNotAdded()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: onvif\nonvif: {masks: [{enabled: false, points: [[-0.8, 0.6], [-0.4, 0.6], [-0.4, 0.1], [-0.8, 0.1]]}]}");
        var planned = Planned(new VideoSource { Number = 1, Masks = [Rectangle("window", 0.1, 0.2, 0.32, 0.45)] });

        var (steps, _) = await WriteAsync(camera, planned, "videoSources[1].masks[window]");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(steps.Single().Operation, Does.StartWith("tr2:SetMask"));
            Assert.That(camera.State().Masks.Single().Enabled, Is.True);
            Assert.That(camera.State().Masks.Single().Points[1].X, Is.EqualTo(-0.36).Within(1e-6));
        }
    }

    [TestCase("true")]
    [TestCase("false")]
    public async Task Encoders_MainAndSub_AreSetWholeWithOneSetEach(string media2)
    {
        await using var camera = await SimulatedCamera.StartAsync($$"""
            face: onvif
            onvif:
              media2: {{media2}}
              encoders:
              - {token: High, name: high, width: 1920, height: 1080, frameRate: 25, bitrate: 4000, quality: 40}
              - {token: Low, name: low, width: 640, height: 360, frameRate: 25, bitrate: 512, resolutions: [640x360, 320x180]}
            """);
        var main = new VideoEncoder
        {
            Stream = "main",
            Resolution = new VideoResolution { Width = 1280, Height = 720 },
            FrameRateLimit = 15,
            GovLength = 30,
            CodecProfile = "High",
            RateControl = new RateControl { BitrateLimit = 3000, Quality = 80 },
        };
        var planned = Planned(new VideoSource
        {
            Number = 1,
            VideoEncoders = [main, new VideoEncoder { Stream = "sub", FrameRateLimit = 30 }]
        });

        var (steps, after) = await WriteAsync(camera, planned,
            "videoSources[1].videoEncoders[main].resolution", "videoSources[1].videoEncoders[main].frameRateLimit",
            "videoSources[1].videoEncoders[main].govLength",
                "videoSources[1].videoEncoders[main].rateControl.bitrateLimit",
            "videoSources[1].videoEncoders[main].rateControl.quality",
                "videoSources[1].videoEncoders[main].codecProfile",
            "videoSources[1].videoEncoders[sub].frameRateLimit");

        var (high, low) = (camera.State().Encoders[0], camera.State().Encoders[1]);
        using (Assert.EnterMultipleScope())
        {
            // Main gets smaller and sub larger: what frees power comes first.
            Assert.That(steps.Select(s => s.Area),
                Is.EqualTo(new[] { "videoSources[1].videoEncoders[main]", "videoSources[1].videoEncoders[sub]" }));
            Assert.That((high.Width, high.Height, high.FrameRate, high.GovLength, high.Bitrate, high.Profile,
                high.Quality),
                Is.EqualTo((1280, 720, 15.0, 30, 3000, "High", 80.0)));
            Assert.That((low.Width, low.FrameRate, low.Bitrate), Is.EqualTo((640, 30.0, 512)));
            Assert.That(camera.Counters.Writes, Is.EqualTo(2));
            Assert.That(after.Current.VideoSources!.Value[0].VideoEncoders!.Value[0].RateControl!.BitrateLimit,
                Is.EqualTo(3000));
        }
    }

    [TestCase("false", 1)]
    [TestCase("true", 3)]
    public async Task Encoder_H265_KeepsOnlyAProfileThatExists(string codecChangesAlone, int writes)
    {
        await using var camera =
            await SimulatedCamera.StartAsync(
            $"face: onvif\nonvif: {{encoders: [{{profile: High}}], limits: {{codecChangesAlone: {codecChangesAlone}}}}}");
        var main = new VideoEncoder
        {
            Stream = "main",
            Encoding = VideoEncoding.H265,
            Resolution = new VideoResolution { Width = 1280, Height = 720 },
            RateControl = new RateControl { Mode = RateControlMode.Cbr },
        };

        await WriteAsync(camera, Planned(new VideoSource { Number = 1, VideoEncoders = [main] }),
            "videoSources[1].videoEncoders[main].encoding", "videoSources[1].videoEncoders[main].resolution",
            "videoSources[1].videoEncoders[main].rateControl.mode");

        var encoder = camera.State().Encoders[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That((encoder.Encoding, encoder.Width, encoder.ConstantBitRate, encoder.Profile),
                Is.EqualTo(("H265", 1280, true, "Main")));
            Assert.That(camera.Counters.Writes, Is.EqualTo(writes));
        }
    }

    [Test]
    public async Task Imaging_WdrOffAndBlcOn_GoesOffFirstAndLeavesTheRest()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: onvif
            onvif:
              sources:
              - imaging:
                  brightness: {value: 128, min: 0, max: 255}
                  wideDynamicRange: {value: 'ON', level: {value: 25}}
                  backlightCompensation: {value: 'OFF'}
                  exposure: {value: AUTO, modes: [AUTO, MANUAL]}
                  resetsOmitted: true
                  sharpness: {value: 33}
            """);
        var imaging = new ImagingSettings
        {
            Brightness = 40,
            IrCutFilter = IrCutFilterMode.Off,
            WideDynamicRange = new ModeLevel { Mode = OnOffAuto.Off },
            BacklightCompensation = new ModeLevel { Mode = OnOffAuto.On },
        };

        var (steps, after) = await WriteAsync(camera, Planned(new VideoSource { Number = 1, Imaging = imaging }),
            "videoSources[1].imaging.brightness", "videoSources[1].imaging.irCutFilter",
            "videoSources[1].imaging.wideDynamicRange.mode", "videoSources[1].imaging.backlightCompensation.mode");

        var kept = camera.State().Imaging.Values.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(steps, Has.Count.EqualTo(2));
            Assert.That(steps[0].Paths, Is.EqualTo(new[] { "videoSources[1].imaging.wideDynamicRange.mode" }));
            Assert.That((kept["WideDynamicRange/Mode"], kept["BacklightCompensation/Mode"], kept["IrCutFilter"]),
                Is.EqualTo(("OFF", "ON", "OFF")));
            // 40 % of 0..255.
            Assert.That(kept["Brightness"], Is.EqualTo("102"));
            Assert.That(kept["Sharpness"], Is.EqualTo("33"));
            Assert.That(after.Current.VideoSources!.Value[0].Imaging!.Brightness, Is.EqualTo(40).Within(0.01));
        }
    }

    [TestCase("true")]
    [TestCase("false")]
    public async Task Osds_FactoryTextAndClock_ChangesOneAndCreatesOne(string media2)
    {
        await using var camera =
            await SimulatedCamera.StartAsync(
            $"face: onvif\nonvif: {{media2: {media2}, osds: [{{kind: Plain, text: Camera 01}}]}}");
        var text = new Osd
        {
            Kind = OsdKind.Text,
            Text = "NORTH GATE",
            Position = new Point(0.7188, 0.9259),
            Enabled = true
        };
        var time = new Osd
        {
            Kind = OsdKind.DateAndTime,
            DateFormat = "MM/dd/yyyy",
            TimeFormat = "HH:mm:ss",
            Position = new Point(0, 0.05),
            Enabled = true
        };

        var (steps, after) = await WriteAsync(camera, Planned(new VideoSource { Number = 1, Osds = [text, time] }),
            "videoSources[1].osds[NORTH GATE]", "videoSources[1].osds[DateAndTime]");

        var plain = camera.State().Osds.Single(o => o.Kind == "Plain");
        var clock = camera.State().Osds.Single(o => o.Kind == "DateAndTime");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(steps.Select(s => s.Operation.Split(':')[1].Split(' ')[0]),
                Is.EqualTo(new[] { "SetOSD", "CreateOSD" }));
            Assert.That((plain.Text, plain.Position), Is.EqualTo(("NORTH GATE", "Custom")));
            Assert.That(plain.At.X, Is.EqualTo(0.4376).Within(1e-6));
            Assert.That(plain.At.Y, Is.EqualTo(-0.8518).Within(1e-6));
            Assert.That((clock.DateFormat, clock.TimeFormat), Is.EqualTo(("MM/dd/yyyy", "HH:mm:ss")));
            Assert.That(after.Current.VideoSources!.Value[0].Osds!.Value, Has.Length.EqualTo(2));
        }
    }

    [Test]
    public async Task Steps_NothingIsWritten_AreNone()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif");
        await using var target = await Target.OpenAsync(camera);
        var state = await target.ReadAsync(CancellationToken.None);
        var same = new Change { Path = "time.mode", Disposition = Disposition.Same };

        Assert.That(target.Steps(state.Current, [same]), Is.Empty);
    }

    private const string TwoViews = """
        face: onvif
        onvif:
          sources: [{configurations: [A, B]}]
          encoders:
          - {token: High, name: high, configuration: A}
          - {token: Low, name: low, configuration: B, width: 640, height: 360, resolutions: [640x360]}
        """;

    private static async Task<(IReadOnlyList<WriteStep> Steps, TargetState After)> WriteAsync(
        SimulatedCamera camera, CameraProfile planned, params string[] paths)
    {
        await using var target = await Target.OpenAsync(camera);
        var state = await target.ReadAsync(CancellationToken.None);
        var steps = target.Steps(planned, Target.Changes(paths));
        foreach (var step in steps)
        {
            await step.WriteAsync(CancellationToken.None);
            state = await target.ReadBackAsync(step, CancellationToken.None);
        }

        Assert.That(camera.Counters.SchemaErrors, Is.Empty);
        Assert.That(target.Writes, Is.EqualTo(camera.Counters.Writes));
        Assert.That(steps.SelectMany(s => s.Paths), Is.EquivalentTo(paths));
        return (steps, state);
    }

    private static CameraProfile Planned(TimeSettings time) => new() { Kind = ProfileKind.CameraProfile, Time = time };

    private static CameraProfile Planned(VideoSource source) =>
        new() { Kind = ProfileKind.CameraProfile, VideoSources = [source] };

    private static Mask Rectangle(string name, double left, double top, double right, double bottom) => new()
    {
        Name = name,
        Enabled = true,
        Type = MaskType.Color,
        Color = "#000000",
        Polygon = ImmutableArray.Create<Point>(new(left, top), new(right, top), new(right, bottom), new(left, bottom)),
    };
}

/// <summary>The camera's own state.</summary>
internal static class SimulatedState
{
    internal static OnvifState State(this SimulatedCamera camera) => camera.Camera.Onvif!;
}
