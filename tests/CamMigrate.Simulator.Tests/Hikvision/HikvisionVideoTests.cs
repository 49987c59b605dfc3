using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Hikvision;

[TestFixture]
[Category("Ffmpeg")]
internal sealed class HikvisionVideoTests
{
    // The stream is 640 x 360 pixels, the wire 704 x 576 from the bottom left.
    // First mask: x 176/704 = 1/4 -> 160 px, 352/704 = 1/2 -> 320 px; its top is 432, (576-432)/576 = 1/4 -> 90 px from
    // the top,
    // its bottom 288, (576-288)/576 = 1/2 -> 180 px.
    // Second mask, ground for the text: x 352 to 704 -> 320 to 640 px; y 0 to 192 -> (576-192)/576 = 2/3 -> 240 to 360
    // px.
    // The name at (396, 144): 396/704 = 0.5625 -> 360 px; (576-144)/576 = 3/4 -> 270 px from the top.
    private const string Camera = """
        face: hikvision
        hikvision:
          channels:
          - name: HHHH
            streams: [{codec: H.265, width: 640, height: 360, bitrate: 2000}, {number: 2, width: 320, height: 180, bitrate: 500}]
            masks:
              regions:
              - {points: [[176, 288], [352, 288], [352, 432], [176, 432]]}
              - {points: [[352, 0], [704, 0], [704, 192], [352, 192]]}
              - {enabled: false, points: [[0, 432], [704, 432], [704, 576], [0, 576]]}
            overlays: {dateEnabled: false, nameAt: [396, 144]}
        """;

    [Test]
    public async Task Picture_MaskAndName_StandWhereTheWireNumbersSay()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);

        var picture = await CameraPicture.LookAsync(
            camera, "ISAPI/Streaming/channels/101/picture", "Streaming/Channels/101", 640, 360);
        var (x, y) = CameraPicture.BrightCorner(picture, 330, 250, 640, 360);

        CameraPicture.AssertMask(picture);
        Assert.Multiple(() =>
        {
            Assert.That(x, Is.EqualTo(360).Within(8), "left edge of the first letter");
            Assert.That(y, Is.EqualTo(270).Within(10), "top of the letters");
        });
    }

    [Test]
    public async Task Picture_MasksNotBurned_AreReadBackAndNotSeen()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera + "\nfaults: {masks: notBurned}");
        using var client = camera.CreateClient();

        var document = await client.GetStringAsync(
            new Uri("ISAPI/System/Video/inputs/channels/1/privacyMask", UriKind.Relative));
        var picture = await CameraPicture.LookAsync(
            camera, "ISAPI/Streaming/channels/102/picture", "Streaming/Channels/102", 320, 180);

        Assert.Multiple(() =>
        {
            Assert.That(document, Does.Contain("<positionX>176</positionX>"));
            Assert.That(picture.Measure(82, 47, 158, 88).Mean, Is.GreaterThan(25));
        });
    }

    [TestCase("Streaming/Channels/101", "hevc,640,360")]
    [TestCase("streaming/channels/102?transportmode=unicast", "h264,320,180")]
    [TestCase("ISAPI/Streaming/channels/102", "h264,320,180")]
    public async Task Stream_EachSpelling_IsWhatTheDocumentSays(string path, string expected)
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);
        await CameraPicture.SnapshotAsync(camera, $"ISAPI/Streaming/channels/{path.Split('?')[0][^3..]}/picture");

        var (output, errors) = await Video.Tool.ProbeAsync(
            CameraPicture.Rtsp(camera, path), "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0");

        Assert.That(output.Trim(), Is.EqualTo(expected), errors);
    }

    [Test]
    public async Task Stream_WrongPassword_CountsWithTheOtherLogins()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera + "\nlogin: {lockAfter: 1}");
        Video.Tool.Require();
        var url = CameraPicture.Rtsp(camera, "Streaming/Channels/102").Replace(
            camera.Password, "wrong", StringComparison.Ordinal);

        await Video.Tool.ProbeAsync(url);
        using var client = camera.CreateClient();
        using var response = await client.GetAsync(new Uri("ISAPI/System/deviceInfo", UriKind.Relative));

        Assert.Multiple(() =>
        {
            Assert.That(camera.Counters.RtspFailedLogins, Is.EqualTo(1));
            Assert.That((int)response.StatusCode, Is.EqualTo(401), "one ledger for every protocol");
        });
    }
}
