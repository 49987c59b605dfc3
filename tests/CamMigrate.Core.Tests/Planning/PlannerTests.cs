using System.Text.Json.Nodes;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Diff;
using CamMigrate.Core.Runs;
using static CamMigrate.Core.Tests.Planning.PlanningSamples;

namespace CamMigrate.Core.Tests.Planning;

public sealed class PlannerTests
{
    private static readonly ImagingOptions Scale255 = new() { Brightness = new DeviceRange(0, 255), IrCutFilter = [IrCutFilterMode.Auto] };

    [Test]
    public void Plan_EverySettingOfTheProfile_HasAFate()
    {
        var profile = Everything();

        var plan = Planner.Plan(profile, State(new VideoSource { Number = 1 }, new VideoSourceOptions { Number = 1, Imaging = Scale255 }));

        var forgotten = ProfileLeaves.Of(profile).Select(l => l.Path)
            .Where(path => !path.StartsWith("source.", StringComparison.Ordinal) && path is not ("schemaVersion" or "kind" or "assumed"))
            .Where(path => !plan.Changes.Any(c => SettingPath.IsWithin(path, c.Path)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(forgotten, Is.Empty);
            Assert.That(plan.Changes.Select(c => c.Path), Is.Unique);
            Assert.That(plan.Changes.Where(c => c.Disposition == Disposition.NotSupported).Select(c => c.Reason), Has.None.Null);
        }
    }

    [Test]
    public void Plan_OldCameraHadNoMasks_NothingIsLost()
    {
        var plan = PlanSource(new VideoSource { Number = 1, Masks = [], Osds = [] }, new VideoSource { Number = 1 }, new VideoSourceOptions { Number = 1 });

        Assert.That(plan.Changes.Select(c => c.Disposition), Is.EqualTo(new[] { Disposition.Same, Disposition.Same }));
    }

    [Test]
    public void Plan_AreaNotWrittenYet_SaysSo()
    {
        var plan = Planner.Plan(Everything(), State(new VideoSource { Number = 1 }, new VideoSourceOptions { Number = 1 }));

        Assert.That(plan.Changes.Single(c => c.Path == "network.hostname").Reason, Is.EqualTo("not yet written by this version"));
    }

    [TestCase(50.0, 50.2, ExpectedResult = Disposition.Same, Description = "both are 128 of 255")]
    [TestCase(50.0, 52.0, ExpectedResult = Disposition.Set)]
    public Disposition Plan_Percentages_AreComparedInDeviceUnits(double wanted, double has)
    {
        var plan = PlanSource(Imaging(wanted), Imaging(has), new VideoSourceOptions { Number = 1, Imaging = Scale255 });

        return plan.Changes.Single(c => c.Path.EndsWith("brightness", StringComparison.Ordinal)).Disposition;
    }

    [Test]
    public void Plan_ValueTheCameraIsKnownToKeep_IsNotWrittenAgain()
    {
        var state = State(Imaging(40), new VideoSourceOptions { Number = 1, Imaging = Scale255 });
        var first = Planner.Plan(Profile(Imaging(50)), state).Changes.Single();
        var home = Directory.CreateTempSubdirectory("cammigrate-test-");
        var kept = new KeptValues(Path.Combine(home.FullName, "kept.json"));
        kept.Remember(Identity.Key, first.Path, first.Planned!, JsonValue.Create(40.0));

        var again = Planner.Plan(Profile(Imaging(50)), state, kept);
        home.Delete(recursive: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Disposition, Is.EqualTo(Disposition.Set));
            Assert.That(again.Changes.Single().Disposition, Is.EqualTo(Disposition.Same));
            Assert.That(again.Changes.Single().Reason, Does.Contain("kept by the camera"));
        }
    }

    [Test]
    public void Plan_OnlyMasksChosen_SpeaksOfMasksAlone()
    {
        var plan = Planner.Plan(
            Everything(), State(new VideoSource { Number = 1 }, new VideoSourceOptions { Number = 1, Imaging = Scale255 }), null, area => area == "masks");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Changes.Select(c => SettingPath.AreaOf(c.Path)), Is.All.EqualTo("masks"));
            Assert.That(plan.Planned.VideoSources!.Value[0].Imaging?.Brightness, Is.Null);
        }
    }

    [TestCase("videoSources[1].masks[gate]", ExpectedResult = "masks")]
    [TestCase("videoSources[1].imaging.brightness", ExpectedResult = "imaging")]
    [TestCase("videoSources[1]", ExpectedResult = "videoSources")]
    [TestCase("videoSources", ExpectedResult = "videoSources")]
    [TestCase("time.mode", ExpectedResult = "time")]
    [TestCase("users[a.b]", ExpectedResult = "users")]
    public string AreaOf_Path_IsTheWordThatOnlyTakes(string path) => SettingPath.AreaOf(path);

    private static VideoSource Imaging(double brightness) =>
        new() { Number = 1, Imaging = new ImagingSettings { Brightness = brightness } };

    private static CameraProfile Everything() => new()
    {
        Kind = ProfileKind.CameraProfile,
        Camera = new CameraName { Name = "gate" },
        Source = new ProfileSource { Adapter = "hikvision", SerialNumber = "S" },
        Time = new TimeSettings { Mode = SetDateTimeType.Ntp, PosixTimeZone = "GMT0BST,M3.5.0/1,M10.5.0", TimeZone = "Europe/London", NtpServers = ["192.0.2.1"] },
        Network = new NetworkSettings { Hostname = "gate-03", Ipv4 = new IpSettings { Dhcp = false, Address = "192.0.2.31" } },
        Services = new ServiceSettings { Upnp = false },
        Users = [new User { Username = "admin", UserLevel = UserLevel.Administrator }],
        Assumed = ["videoSources[1].masks"],
        VideoSources =
        [
            new VideoSource
            {
                Number = 1,
                Name = "GATE",
                Bounds = [0, 0, 1, 1],
                Rotation = 0,
                Mirror = false,
                VideoEncoders = [new VideoEncoder { Stream = "main", Encoding = VideoEncoding.H264, SmartCodec = false, Multicast = new MulticastSettings { Enabled = false } }],
                Imaging = new ImagingSettings
                {
                    Brightness = 10,
                    IrCutFilter = IrCutFilterMode.Off,
                    PowerLineFrequency = 50,
                    Light = new LightSettings { Kind = LightKind.Infrared, Level = 100 },
                    WideDynamicRange = new ModeLevel { Mode = OnOffAuto.Off, Level = 50 },
                    Exposure = new ExposureSettings { Mode = AutoManual.Auto, MaxExposureTime = 40000 },
                },
                Osds = [new Osd { Kind = OsdKind.Text, Text = "GATE" }, new Osd { Kind = OsdKind.DateAndTime, Enabled = false }],
                Masks = [Cover(null, 0.1, 0.1, 0.2, 0.2)],
                MotionDetection = new MotionDetection { Enabled = true, Cells = ["..##"] },
                Ptz = new PtzSettings { Presets = [new PtzPreset { Number = 1, Name = "gate" }] },
            },
        ],
        Notifications = [new Notification { Kind = NotificationKind.Http, Address = "192.0.2.9", HasPassword = true }],
    };
}
