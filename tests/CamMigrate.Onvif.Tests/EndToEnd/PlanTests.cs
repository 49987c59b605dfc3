using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Testing;

namespace CamMigrate.Onvif.Tests.EndToEnd;

public sealed class PlanTests
{
    [TestCase("Token", "media2: true")]
    [TestCase("Both", "media2: true, clockSkewSeconds: 500")]
    [TestCase("Digest", "media2: false, limits: {masks: false}")]
    public async Task Plan_WrittenOnce_LeavesNothingToWrite(string login, string kind)
    {
        await using var camera = await SimulatedCamera.StartAsync($$"""
            face: onvif
            login: { onvif: {{login}} }
            onvif: { {{kind}},
              sources: [ { rotations: [180], imaging: { brightness: { value: 10, max: 255 }, wideDynamicRange: { level: {} } } } ],
              encoders: [ { token: High, name: high }, { token: Low, name: low, width: 640, height: 360, resolutions: [640x360, 320x180] } ],
              osds: [ { kind: Plain, text: Camera 01 }, { kind: DateAndTime } ] }
            """);
        await using var target = await Target.OpenAsync(camera);
        var state = await target.ReadAsync(CancellationToken.None);
        var plan = Planner.Plan(Wanted(), state);
        foreach (var step in target.Steps(plan.Planned, plan.Changes))
        {
            await step.WriteAsync(CancellationToken.None);
            await target.ReadBackAsync(step, CancellationToken.None);
        }

        var again = Planner.Plan(Wanted(), await target.ReadAsync(CancellationToken.None));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Changes.Count(c => c.IsWritten), Is.GreaterThan(15));
            Assert.That(again.Changes.Where(c => c.IsWritten)
                .Select(c => $"{c.Path}: {c.Current} -> {c.Planned}"), Is.Empty);
            Assert.That(target.Steps(again.Planned, again.Changes), Is.Empty);
            Assert.That(camera.Counters.SchemaErrors, Is.Empty);
            Assert.That(camera.Counters.FailedLogins, Is.Zero);
        }
    }

    private static CameraProfile Wanted() => new()
    {
        Kind = ProfileKind.CameraProfile,
        Time = new TimeSettings
        {
            Mode = SetDateTimeType.Ntp,
            PosixTimeZone = "GMT0BST,M3.5.0/1,M10.5.0",
            NtpServers = ["192.0.2.1"]
        },
        VideoSources =
        [
            new VideoSource
            {
                Number = 1,
                Rotation = 180,
                Masks = [new Mask { Name = "flat", Enabled = true, Type = MaskType.Color, Color = "#000000",
                    Polygon = [new(0.1, 0.2), new(0.3, 0.2), new(0.31, 0.45), new(0.1, 0.45)] }],
                VideoEncoders = [Encoder("main", VideoEncoding.H265, 1280, 720, 3000),
                    Encoder("sub", VideoEncoding.H264, 320, 180, 300)],
                Imaging = new ImagingSettings
                {
                    Brightness = 33, Contrast = 66.6, Sharpness = 1, IrCutFilter = IrCutFilterMode.On,
                    WideDynamicRange = new ModeLevel { Mode = OnOffAuto.On, Level = 77 },
                },
                Osds =
                [
                    new Osd { Kind = OsdKind.Text, Text = "NORTH GATE", Position = new Point(0.7188, 0.9259),
                        Enabled = true },
                    new Osd { Kind = OsdKind.DateAndTime, DateFormat = "dd-MM-yyyy", TimeFormat = "HH:mm:ss",
                        Position = new Point(0, 0.0556), Enabled = true },
                ],
            },
        ],
    };

    private static VideoEncoder Encoder(string stream, VideoEncoding encoding, int width, int height, int kbps) => new()
    {
        Stream = stream,
        Encoding = encoding,
        Resolution = new VideoResolution { Width = width, Height = height },
        FrameRateLimit = 12.5,
        GovLength = 25,
        RateControl = new RateControl { Mode = RateControlMode.Cbr, BitrateLimit = kbps, Quality = 70 },
    };
}
