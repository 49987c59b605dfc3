using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Dahua;

[TestFixture]
[Category("Ffmpeg")]
internal sealed class DahuaVideoTests
{
    // The wire is 8192 x 8192 from the top left, the main stream 640 x 360 pixels.
    // First cover: x 2048 to 4096 -> 160 to 320 px; y 2048 to 4096 -> 90 to 180 px.
    // Second cover, ground for the title: the lower right part, x from 4096 -> 320 px, y from 5462 -> 240 px.
    // The title at (4608, 6144): 4608/8192 = 0.5625 -> 360 px; 6144/8192 = 3/4 -> 270 px.
    [Test]
    public async Task Picture_CoverAndTitle_StandWhereTheWireNumbersSay()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: dahua
            dahua:
              channels:
              - name: HHHH
                streams: [{codec: H.265, width: 640, height: 360, bitrate: 2000}]
                covers:
                - {from: [2048, 2048], to: [4096, 4096]}
                - {from: [4096, 5462], to: [8191, 8191]}
                - {enabled: false, from: [0, 0], to: [8191, 1500]}
                nameTitle: {at: [4608, 6144]}
                timeTitle: {enabled: false}
            """);

        var picture = await CameraPicture.LookAsync(
            camera, "cgi-bin/snapshot.cgi?channel=1", "cam/realmonitor?channel=1&subtype=0", 640, 360);
        var (x, y) = CameraPicture.BrightCorner(picture, 330, 250, 630, 350);
        var (probe, errors) = await Video.Tool.ProbeAsync(
            CameraPicture.Rtsp(camera, "cam/realmonitor?channel=1&subtype=0"),
            "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0");

        CameraPicture.AssertMask(picture);
        Assert.Multiple(() =>
        {
            Assert.That(x, Is.EqualTo(360).Within(8), "left edge of the first letter");
            Assert.That(y, Is.EqualTo(270).Within(10), "top of the letters");
            Assert.That(probe.Trim(), Is.EqualTo("hevc,640,360"), errors);
        });
    }

    [TestCase("/cam/realmonitor?channel=1&subtype=0", true)]
    [TestCase("/cam/realmonitor?subtype=1&channel=1&unicast=true&proto=Onvif", true)]
    [TestCase("/cam/realmonitor?channel=1&subtype=2", false)]
    [TestCase("/cam/realmonitor?channel=0&subtype=0", false)]
    [TestCase("/cam/realmonitor?channel=2&subtype=0", false)]
    [TestCase("/Streaming/Channels/101", false)]
    public async Task Path_OfEachStream_IsKnownByItsNumbers(string path, bool isThere)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: dahua\ndahua: {channels: [{streams: [{}, {width: 640, height: 360}]}, {bound: false}]}");
        var device = camera.Camera.Dahua!;

        Assert.That(Simulator.Dahua.DahuaVideo.AtPath(device, path) is not null, Is.EqualTo(isThere));
    }
}
