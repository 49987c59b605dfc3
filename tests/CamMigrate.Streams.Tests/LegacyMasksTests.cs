using System.Collections.Immutable;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Streams.Ffmpeg;
using CamMigrate.Testing;

namespace CamMigrate.Streams.Tests;

/// <summary>Masks of a virtual camera, looked for in the picture that it draws itself.</summary>
[TestFixture, Category("Ffmpeg")]
internal sealed class LegacyMasksTests
{
    private const string Path = "videoSources[1].masks";
    private const string Upper = "[[60, 320], [200, 320], [200, 440], [60, 440]]";
    private const string Lower = "[[420, 100], [560, 100], [560, 220], [420, 220]]";
    private const string Middle = "[[300, 228], [420, 228], [420, 348], [300, 348]]";
    private const string Corner = "[[0, 456], [140, 456], [140, 576], [0, 576]]";
    private const string Triangle = "[[60, 330], [230, 340], [100, 470]]";

    [TestCase(Upper)]
    [TestCase(Upper, Lower)]
    [TestCase("[[0, 0], [140, 0], [140, 120], [0, 120]]")]
    [TestCase(Triangle)]
    [TestCase(Middle, Upper, TestName = "one that is alike in both directions, beside one that is not")]
    public async Task Masks_WhereTheyWereRead_AreNoAssumption(params string[] regions)
    {
        var (profile, findings) = await SettleAsync(regions);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(profile.Assumed!.Value, Is.EqualTo(new[] { "other" }));
        Assert.That(Polygons(profile), Is.EqualTo(Polygons(Read(regions))));
        Assert.That(findings.Select(f => f.Severity), Is.EqualTo(new[] { FindingSeverity.Info }));
    }

    [TestCase(Upper)]
    [TestCase(Upper, Lower)]
    [TestCase(Corner)]
    [TestCase(Triangle)]
    public async Task Masks_OfAFirmwareThatCountsFromTheTop_AreTakenAsThePictureShowsThem(params string[] regions)
    {
        var (profile, findings) = await SettleAsync(regions, masks: "originTop: true");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(profile.Assumed!.Value, Is.EqualTo(new[] { "other" }));
        Assert.That(
            Polygons(profile).SelectMany(p => p),
            Is.EqualTo(Polygons(Read(regions)).SelectMany(p => p).Select(p => new Point(p.X, 1 - p.Y).Rounded())));
        Assert.That(findings.Single().Message, Does.Contain("upside down"));
    }

    [TestCase("", "faults: {masks: notBurned}", Upper, TestName = "the picture has none")]
    [TestCase("", "", Middle, TestName = "alike in both directions")]
    [TestCase("", "faults: {picture: black}", Upper, TestName = "darkness")]
    [TestCase("", "", "[[60, 320], [66, 320], [66, 326], [60, 326]]", TestName = "too small")]
    [TestCase("", "", Upper, "[[600, 40], [606, 40], [606, 46], [600, 46]]", TestName = "one found, one too small")]
    [TestCase("", "", Upper, "[[60, 136], [200, 136], [200, 256], [60, 256]]", TestName = "each the mirror of the other")]
    public async Task Masks_ThatCannotBeFoundForCertain_StayAssumed(string masks, string camera, params string[] regions)
    {
        var (profile, findings) = await SettleAsync(regions, masks, camera);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(profile.Assumed!.Value, Is.EquivalentTo(new[] { "other", Path }));
        Assert.That(Polygons(profile), Is.EqualTo(Polygons(Read(regions))));
        Assert.That(findings.Single().Severity, Is.EqualTo(FindingSeverity.Warning));
    }

    [Test]
    public async Task Mosaic_IsNeverFound()
    {
        var read = Read([Upper]);
        var mosaic = read with
        {
            VideoSources = [read.VideoSources!.Value[0] with { Masks = [new Mask { Enabled = true, Type = MaskType.Pixelated, Polygon = Polygons(read).Single() }] }],
        };

        var (profile, _) = await SettleAsync(mosaic, await PictureAsync([Upper], "", ""));

        Assert.That(profile.Assumed!.Value, Does.Contain(Path));
    }

    [Test]
    public async Task Picture_ThatIsNone_LeavesTheMasksAssumed()
    {
        var (profile, findings) = await SettleAsync(Read([Upper]) with { Assumed = null }, [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0xFF, 0xFF, 0xFF, 0xFF]);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(profile.Assumed!.Value, Is.EqualTo(new[] { Path }));
        Assert.That(findings.Single().Message, Does.Contain("cannot be decoded"));
    }

    private static async Task<(CameraProfile Profile, List<Finding> Findings)> SettleAsync(string[] regions, string masks = "", string camera = "") =>
        await SettleAsync(Read(regions), await PictureAsync(regions, masks, camera));

    private static async Task<(CameraProfile Profile, List<Finding> Findings)> SettleAsync(CameraProfile profile, byte[] jpeg)
    {
        if (FfmpegTools.Find() is null) Assert.Ignore("ffmpeg is not here");
        var findings = new List<Finding>();
        var settled = await new LegacyMasks(FfmpegTools.Find, TimeProvider.System).SettleAsync(profile, 1, jpeg, findings, CancellationToken.None);
        return (settled, findings);
    }

    private static async Task<byte[]> PictureAsync(string[] regions, string masks, string camera)
    {
        await using var old = await SimulatedCamera.StartAsync($$"""
            face: hikvision
            {{camera}}
            hikvision:
              channels:
              - name: GATE
                streams: [{number: 1, codec: H.264, width: 640, height: 360, bitrate: 1024}]
                masks:
                  {{masks}}
                  regions: [{{string.Join(", ", regions.Select(r => $$"""{points: {{r}}}"""))}}]
            """.ReplaceLineEndings("\n"));
        using var client = old.CreateClient();
        return await client.GetByteArrayAsync("ISAPI/Streaming/channels/101/picture");
    }

    /// <summary>The profile as a reader makes it who counts 704 x 576 from the bottom left.</summary>
    private static CameraProfile Read(string[] regions) => new()
    {
        Kind = ProfileKind.CameraProfile,
        Assumed = ["other", Path],
        VideoSources =
        [
            new VideoSource
            {
                Number = 1,
                Osds =
                [
                    new Osd { Kind = OsdKind.Text, Text = "GATE", Position = new Point(0.727, 0.889), Enabled = true },
                    new Osd { Kind = OsdKind.DateAndTime, Position = new Point(0, 0.0556), Enabled = true },
                ],
                Masks = [.. regions.Select(r => new Mask { Enabled = true, Type = MaskType.Color, Color = "#000000", Polygon = Polygon(r) })],
            },
        ],
    };

    private static ImmutableArray<Point> Polygon(string wire) =>
    [
        .. System.Text.Json.JsonSerializer.Deserialize<double[][]>(wire)!.Select(p => new Point(p[0] / 704, 1 - (p[1] / 576)).Rounded()),
    ];

    private static ImmutableArray<Point>[] Polygons(CameraProfile profile) => [.. profile.VideoSources!.Value[0].Masks!.Value.Select(m => m.Polygon)];
}
