using System.Reflection;
using System.Xml.Linq;
using CamMigrate.Core.Profiles;
using CamMigrate.Onvif.Clients;
using CamMigrate.Onvif.Soap;
using CamMigrate.Onvif.Tests.EndToEnd;
using CamMigrate.Onvif.Tests.Legacy;
using CamMigrate.Testing;

namespace CamMigrate.Onvif.Tests.Soap;

/// <summary>Each message that the program can send is valid by ONVIF's own schema.</summary>
public sealed class SchemaTests
{
    private const string Everything = """
        sources: [{rotations: [180]}]
          encoders: [{token: High, name: high}]
          osds: [{kind: Plain, text: Camera 01}]
        """;

    // Asked of cameras that claim to have them, and of those without Media1; each is empty, or a token.
    private static readonly string[] Rare =
    [
        "tds:GetZeroConfiguration", "tds:GetDynamicDNS", "tds:GetIPAddressFilter", "tmd:GetAudioSources",
        "tmd:GetAudioOutputs",
    ];

    private const string Media2 =
        "face: onvif\nonvif:\n  masks: [{points: [[-1, 1], [0, 1], [0, 0], [-1, 0]]}]\n  " + Everything;
    private const string Media1 = "face: onvif\nonvif:\n  media2: false\n  getServices: false\n  " + Everything;

    [Test]
    public async Task Messages_EveryOperation_IsSentAndValid()
    {
        if (Environment.GetEnvironmentVariable("CAMMIGRATE_SCHEMAS") is null) Assert.Ignore(
            "CAMMIGRATE_SCHEMAS is not set");

        // A message that breaks the schema is refused by the session and by the camera alike.
        var sent = (await OperationsAsync(Media2)).Union(await OperationsAsync(Media1))
            .Union(await ReadOperationsAsync("onvif: {ptz: {tours: [{}]}, analytics: {cells: ['#']}, io: {}, audio: {outputs: [1]}}"))
            .Union(await ReadOperationsAsync("onvif: {media2: false, audio: {outputs: [1]}}"));

        Assert.That(sent, Is.SupersetOf(OnvifOperation.All.Select(OnvifNames.Display).Except(Rare)));
    }

    [Test]
    public void Clients_EveryMethod_IsAnOperationOfTheTable()
    {
        var services = new Dictionary<Type, XNamespace>
        {
            [typeof(DeviceClient)] = OnvifNames.Tds,
            [typeof(MediaClient)] = OnvifNames.Trt,
            [typeof(Media2Client)] = OnvifNames.Tr2,
            [typeof(ImagingClient)] = OnvifNames.Timg,
            [typeof(PtzClient)] = OnvifNames.Tptz,
            [typeof(AnalyticsClient)] = OnvifNames.Tan,
            [typeof(DeviceIoClient)] = OnvifNames.Tmd,
        };
        var methods = services.SelectMany(
            s => s.Key.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(m => !m.IsPrivate && m.Name.EndsWith("Async", StringComparison.Ordinal))
                .Select(m => s.Value + m.Name[..^"Async".Length]));

        Assert.That(methods.Append(OnvifNames.Tds + "GetServices")
            .Append(OnvifNames.Tds + "GetCapabilities"), Is.EquivalentTo(OnvifOperation.All));
    }

    [Test]
    public void Validator_WrongOrder_Complains()
    {
        if (SchemaValidator.FromEnvironment() is not { } validator)
        {
            Assert.Ignore("CAMMIGRATE_SCHEMAS is not set");
            return;
        }

        var body = new XElement(OnvifNames.Tds + "SetNTP", new XElement(OnvifNames.Tds + "NTPManual"),
            new XElement(OnvifNames.Tds + "FromDHCP", "false"));

        Assert.That(validator.Check(body), Is.Not.Empty);
    }

    private static async Task<IEnumerable<string>> ReadOperationsAsync(string yaml)
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif\n" + yaml);
        var report = await Old.ReadAsync(camera);

        Assert.That(camera.Counters.SchemaErrors, Is.Empty);
        return report.DocumentFates.Select(d => d.Document.Split(' ')[0]);
    }

    private static async Task<IEnumerable<string>> OperationsAsync(string yaml)
    {
        await using var camera = await SimulatedCamera.StartAsync(yaml);
        await using var target = await Target.OpenAsync(camera);
        await target.ReadAsync(CancellationToken.None);
        await target.StreamsAsync(CancellationToken.None);
        var paths = new[]
        {
            "time.clock", "time.mode", "time.posixTimeZone", "time.ntpServers", "videoSources[1].rotation",
                "videoSources[1].masks[a]", "videoSources[1].masks[b]",
            "videoSources[1].videoEncoders[main].resolution", "videoSources[1].imaging.brightness",
                "videoSources[1].osds[GATE]", "videoSources[1].osds[DateAndTime]",
        };
        foreach (var step in target.Steps(Wanted(), Target.Changes(paths)))
        {
            await step.WriteAsync(CancellationToken.None);
            await target.ReadBackAsync(step, CancellationToken.None);
        }

        Assert.That(camera.Counters.SchemaErrors, Is.Empty);
        return target.Operations.Keys.ToList();
    }

    private static CameraProfile Wanted() => new()
    {
        Kind = ProfileKind.CameraProfile,
        Time = new TimeSettings
        {
            Mode = SetDateTimeType.Ntp,
            PosixTimeZone = "EST5EDT,M3.2.0,M11.1.0",
            NtpServers = ["192.0.2.1", "ntp.example", "2001:db8::1"]
        },
        VideoSources =
        [
            new VideoSource
            {
                Number = 1,
                Rotation = 180,
                Masks =
                [
                    new Mask { Name = "a", Enabled = true,
                        Polygon = [new(0, 0), new(0.5, 0), new(0.5, 0.5), new(0, 0.5)], Type = MaskType.Color,
                        Color = "#000000" },
                    new Mask { Name = "b", Enabled = true, Polygon = [new(0.7, 0.7), new(0.9, 0.7), new(0.9, 0.9)] },
                ],
                VideoEncoders = [new VideoEncoder { Stream = "main",
                    Resolution = new VideoResolution { Width = 1280, Height = 720 } }],
                Imaging = new ImagingSettings { Brightness = 30 },
                Osds =
                [
                    new Osd { Kind = OsdKind.Text, Text = "GATE", Position = new Point(0.1, 0.1) },
                    new Osd { Kind = OsdKind.DateAndTime, DateFormat = "yyyy-MM-dd", TimeFormat = "HH:mm:ss",
                        Position = new Point(0.5, 0.1) },
                ],
            },
        ],
    };
}
