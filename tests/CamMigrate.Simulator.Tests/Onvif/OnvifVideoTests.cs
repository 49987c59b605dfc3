using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Onvif;

[TestFixture]
[Category("Ffmpeg")]
internal sealed class OnvifVideoTests
{
    private const string Camera = """
        face: onvif
        onvif:
          limits: {resolutions: [640x360, 320x180]}
          encoders: [{width: 640, height: 360, bitrate: 2000}]
        """;

    // The stream is 640 x 360 pixels, the wire -1 to 1, y up.
    // First mask: x -0.5 -> (−0.5+1)/2 = 1/4 -> 160 px, 0 -> 320 px; y 0.5 -> (1−0.5)/2 = 1/4 -> 90 px from the top, 0
    // -> 180 px.
    // Second mask, ground for the text: x 0 to 1 -> 320 to 640 px; y -1/3 -> (1+1/3)/2 = 2/3 -> 240 px, -1 -> 360 px.
    // The text at (0.125, -0.5): 1.125/2 = 0.5625 -> 360 px; (1+0.5)/2 = 3/4 -> 270 px from the top.
    [Test]
    public async Task Picture_MasksAndOsdWritten_StandWhereTheWireNumbersSay()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);
        using var client = new SoapClient(camera);
        await client.CallAsync("tr2:CreateMask", Mask("-0.5", "0.5", "0", "0"));
        await client.CallAsync("tr2:CreateMask", Mask("0", "-0.3333333", "1", "-1"));
        await client.CallAsync("tr2:CreateOSD", """
            <tr2:OSD token=""><tt:VideoSourceConfigurationToken>VideoSourceConfig_1</tt:VideoSourceConfigurationToken><tt:Type>Text</tt:Type>
            <tt:Position><tt:Type>Custom</tt:Type><tt:Pos x="0.125" y="-0.5"/></tt:Position>
            <tt:TextString><tt:Type>Plain</tt:Type><tt:PlainText>HHHH</tt:PlainText></tt:TextString></tr2:OSD>
            """);

        var picture = await CameraPicture.LookAsync(
            camera, "onvif-http/snapshot?Profile_1", "onvif/live/Profile_1", 640, 360);
        var (x, y) = CameraPicture.BrightCorner(picture, 330, 250, 640, 360);

        CameraPicture.AssertMask(picture);
        Assert.Multiple(() =>
        {
            Assert.That(x, Is.EqualTo(360).Within(8), "left edge of the first letter");
            Assert.That(y, Is.EqualTo(270).Within(10), "top of the letters");
        });
    }

    [Test]
    public async Task Stream_EncoderSet_BecomesWhatWasSet()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);
        using var client = new SoapClient(camera);
        var uri = (await client.CallAsync(
            "tr2:GetStreamUri",
            "<tr2:Protocol>RtspUnicast</tr2:Protocol><tr2:ProfileToken>Profile_1</tr2:ProfileToken>")).Value.Trim();
        await client.CallAsync("tr2:SetVideoEncoderConfiguration", """
            <tr2:Configuration token="VideoEncoder_1" GovLength="20" Profile="Main"><tt:Name>main</tt:Name><tt:UseCount>1</tt:UseCount>
            <tt:Encoding>H265</tt:Encoding><tt:Resolution><tt:Width>320</tt:Width><tt:Height>180</tt:Height></tt:Resolution>
            <tt:RateControl><tt:FrameRateLimit>10</tt:FrameRateLimit><tt:BitrateLimit>500</tt:BitrateLimit></tt:RateControl>
            <tt:Quality>50</tt:Quality></tr2:Configuration>
            """);
        await CameraPicture.SnapshotAsync(camera, "onvif-http/snapshot?Profile_1");

        var (output, errors) = await Video.Tool.ProbeAsync(
            CameraPicture.Rtsp(camera, new Uri(uri).PathAndQuery.TrimStart('/')),
            "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0");

        Assert.That(output.Trim(), Is.EqualTo("hevc,320,180"), errors);
    }

    [Test]
    public async Task Masks_OfAnotherConfiguration_CoverOnlyWithSourceMask()
    {
        const string Two = """
            face: onvif
            onvif:
              sources: [{configurations: [one, two]}]
              encoders: [{configuration: two, width: 320, height: 180, bitrate: 500}]
              masks: [{configuration: one, points: [[-1, 1], [1, 1], [1, -1], [-1, -1]]}]
            """;
        await using var own = await SimulatedCamera.StartAsync(Two);
        await using var whole = await SimulatedCamera.StartAsync(Two + "\n  limits: {sourceMask: true}");

        var uncovered = await CameraPicture.LookAsync(
            own, "onvif-http/snapshot?Profile_1", "onvif/live/Profile_1", 320, 180);
        var covered = await CameraPicture.LookAsync(
            whole, "onvif-http/snapshot?Profile_1", "onvif/live/Profile_1", 320, 180);

        Assert.Multiple(() =>
        {
            Assert.That(uncovered.Measure().Mean, Is.GreaterThan(25));
            Assert.That(covered.Measure().Mean, Is.LessThan(8));
        });
    }

    private static string Mask(string left, string top, string right, string bottom) => $"""
        <tr2:Mask><tr2:ConfigurationToken>VideoSourceConfig_1</tr2:ConfigurationToken><tr2:Polygon><tt:Point x="{left}" y="{top}"/>
        <tt:Point x="{right}" y="{top}"/><tt:Point x="{right}" y="{bottom}"/><tt:Point x="{left}" y="{bottom}"/></tr2:Polygon>
        <tr2:Type>Color</tr2:Type><tr2:Enabled>true</tr2:Enabled></tr2:Mask>
        """;
}
