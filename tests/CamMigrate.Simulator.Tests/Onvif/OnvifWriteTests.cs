using CamMigrate.Simulator.Video;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Onvif;

[TestFixture]
internal sealed class OnvifWriteTests
{
    private const string Mask = """
        <tr2:Mask><tr2:ConfigurationToken>VideoSourceConfig_1</tr2:ConfigurationToken><tr2:Polygon><tt:Point x="-0.5" y="0.5"/>
        <tt:Point x="0" y="0.5"/><tt:Point x="0" y="0"/><tt:Point x="-0.5" y="0"/></tr2:Polygon><tr2:Type>Color</tr2:Type>
        <tr2:Enabled>true</tr2:Enabled></tr2:Mask>
        """;

    [Test]
    public async Task Encoder_SetWithinOptions_KeepsTheBitrateSilentlyStepped()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: onvif\nonvif: {limits: {bitrateStep: 500, h265MaxHeight: 1080}}");
        using var client = new SoapClient(camera);

        var answer = await client.CallAsync("tr2:SetVideoEncoderConfiguration", Encoder2("H265", 1280, 720, 2816));

        var encoder = camera.Camera.Onvif!.Encoders[0];
        Assert.Multiple(() =>
        {
            Assert.That(answer.Name.LocalName, Is.EqualTo("SetVideoEncoderConfigurationResponse"), answer.ToString());
            Assert.That((encoder.Encoding, encoder.Width, encoder.Bitrate), Is.EqualTo(("H265", 1280, 2500)));
            Assert.That(camera.Counters.Writes, Is.EqualTo(1));
            Assert.That(camera.Counters.SchemaErrors, Is.Empty);
        });
    }

    [TestCase("H265", 2560, 1440, 4000, TestName = "Encoder_H265AboveItsLimit_IsRefused")]
    [TestCase("H264", 1921, 1080, 4000, TestName = "Encoder_UnknownResolution_IsRefused")]
    [TestCase("H264", 1920, 1080, 99000, TestName = "Encoder_BitrateOutsideTheRange_IsRefused")]
    [TestCase("JPEG", 1920, 1080, 4000, TestName = "Encoder_UnknownCodec_IsRefused")]
    public async Task Encoder_OutsideOptions_IsRefused(string encoding, int width, int height, int bitrate)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: onvif\nonvif: {limits: {resolutions: [2560x1440, 1920x1080], h265MaxHeight: 1080}}");
        using var client = new SoapClient(camera);
        var before = camera.Camera.Onvif;

        var answer = await client.CallAsync(
            "tr2:SetVideoEncoderConfiguration", Encoder2(encoding, width, height, bitrate));

        Assert.Multiple(() =>
        {
            Assert.That(SoapClient.SubcodesOf(answer), Is.EqualTo("ter:InvalidArgVal ter:ConfigModify"));
            Assert.That(camera.Camera.Onvif, Is.EqualTo(before));
        });
    }

    [Test]
    public async Task Encoder_ElementsOutOfOrder_AreRefused()
    {
        var options = new SimulationOptions { SchemaFolder = null };
        await using var camera = await SimulatedCamera.StartAsync("face: onvif", options);
        using var client = new SoapClient(camera);
        var right = Encoder2("H264", 1280, 720, 2000);
        var wrong = right.Replace("<tt:Quality>50</tt:Quality>", "", StringComparison.Ordinal)
            .Replace("<tt:RateControl>", "<tt:Quality>50</tt:Quality><tt:RateControl>", StringComparison.Ordinal);

        var answer = await client.CallAsync("tr2:SetVideoEncoderConfiguration", wrong);

        Assert.That(SoapClient.SubcodesOf(answer), Is.EqualTo("ter:InvalidArgs"));
    }

    [Test]
    public async Task Encoder_ThroughMedia1_NeedsTheWholeElement()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: onvif", new SimulationOptions { SchemaFolder = null });
        using var client = new SoapClient(camera);

        var half = await client.CallAsync(
            "trt:SetVideoEncoderConfiguration",
            "<trt:Configuration token=\"VideoEncoder_1\"><tt:Encoding>H264</tt:Encoding></trt:Configuration>"
            + "<trt:ForcePersistence>true</trt:ForcePersistence>");
        var whole = await client.CallAsync("trt:SetVideoEncoderConfiguration", """
            <trt:Configuration token="VideoEncoder_1"><tt:Name>main</tt:Name><tt:UseCount>1</tt:UseCount><tt:Encoding>H264</tt:Encoding>
            <tt:Resolution><tt:Width>640</tt:Width><tt:Height>360</tt:Height></tt:Resolution><tt:Quality>40</tt:Quality>
            <tt:RateControl><tt:FrameRateLimit>15</tt:FrameRateLimit><tt:EncodingInterval>1</tt:EncodingInterval>
            <tt:BitrateLimit>512</tt:BitrateLimit></tt:RateControl>
            <tt:H264><tt:GovLength>30</tt:GovLength><tt:H264Profile>High</tt:H264Profile></tt:H264>
            <tt:Multicast><tt:Address><tt:Type>IPv4</tt:Type><tt:IPv4Address>0.0.0.0</tt:IPv4Address></tt:Address><tt:Port>0</tt:Port>
            <tt:TTL>1</tt:TTL><tt:AutoStart>false</tt:AutoStart></tt:Multicast><tt:SessionTimeout>PT60S</tt:SessionTimeout>
            </trt:Configuration><trt:ForcePersistence>true</trt:ForcePersistence>
            """);

        var encoder = camera.Camera.Onvif!.Encoders[0];
        Assert.Multiple(() =>
        {
            Assert.That(SoapClient.SubcodesOf(half), Is.EqualTo("ter:InvalidArgs"));
            Assert.That(whole.Name.LocalName, Is.EqualTo("SetVideoEncoderConfigurationResponse"), whole.ToString());
            Assert.That((encoder.Width, encoder.FrameRate, encoder.Profile), Is.EqualTo((640, 15.0, "High")));
        });
    }

    [Test]
    public async Task Mask_CreateSetDelete_FollowsTheCalls()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif");
        using var client = new SoapClient(camera);

        var token = (await client.CallAsync("tr2:CreateMask", Mask)).Value.Trim();
        var created = camera.Camera.Onvif!.Masks;
        await client.CallAsync("tr2:SetMask", Mask.Replace(
            "<tr2:Mask>", $"<tr2:Mask token=\"{token}\">", StringComparison.Ordinal)
            .Replace("true", "false", StringComparison.Ordinal));
        var disabled = camera.Camera.Onvif.Masks;
        await client.CallAsync("tr2:DeleteMask", $"<tr2:Token>{token}</tr2:Token>");

        Assert.Multiple(() =>
        {
            Assert.That(
                created.Single().Points,
                Is.EqualTo(new WirePoint[] { new(-0.5, 0.5), new(0, 0.5), new(0, 0), new(-0.5, 0) }));
            Assert.That(disabled.Single().Enabled, Is.False);
            Assert.That(camera.Camera.Onvif.Masks, Is.Empty);
            Assert.That(camera.Counters.SchemaErrors, Is.Empty);
        });
    }

    [Test]
    public async Task Mask_Limits_AreRefused()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: onvif\nonvif: {limits: {maxMasks: 1, rectanglesOnly: true}}");
        using var client = new SoapClient(camera);

        var slanted = await client.CallAsync(
            "tr2:CreateMask", Mask.Replace("x=\"0\" y=\"0\"", "x=\"0.2\" y=\"0\"", StringComparison.Ordinal));
        var first = await client.CallAsync("tr2:CreateMask", Mask);
        var second = await client.CallAsync("tr2:CreateMask", Mask);

        Assert.Multiple(() =>
        {
            Assert.That(SoapClient.SubcodesOf(slanted), Is.EqualTo("ter:InvalidArgVal ter:ConfigModify"));
            Assert.That(SoapClient.SubcodesOf(first), Is.Empty);
            Assert.That(SoapClient.SubcodesOf(second), Is.EqualTo("ter:Action ter:MaxMasks"));
        });
    }

    [Test]
    public async Task Mask_AcceptedAndIgnored_AnswersOkAndKeepsNothing()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif\nfaults: {masks: acceptsAndIgnores}");
        using var client = new SoapClient(camera);

        var answer = await client.CallAsync("tr2:CreateMask", Mask);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Name.LocalName, Is.EqualTo("CreateMaskResponse"));
            Assert.That(camera.Camera.Onvif!.Masks, Is.Empty);
        });
    }

    [Test]
    public async Task Osd_CreateAndSet_KeepsKindTextAndPlace()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: onvif\nonvif: {osds: [{kind: DateAndTime, fixed: true}]}");
        using var client = new SoapClient(camera);

        var created = await client.CallAsync(
            "tr2:CreateOSD", Osd("", "<tt:Type>Plain</tt:Type><tt:PlainText>NORTH GATE</tt:PlainText>"));
        var secondClock = await client.CallAsync("tr2:CreateOSD", Osd("", "<tt:Type>DateAndTime</tt:Type>"));
        var deleted = await client.CallAsync("tr2:DeleteOSD", "<tr2:OSDToken>OSD_1</tr2:OSDToken>");
        await client.CallAsync("tr2:SetOSD", Osd(
            "OSD_1",
            "<tt:Type>DateAndTime</tt:Type><tt:DateFormat>MM/dd/yyyy</tt:DateFormat><tt:TimeFormat>HH:mm:ss</tt:TimeFormat>"));

        var osds = camera.Camera.Onvif!.Osds;
        Assert.Multiple(() =>
        {
            Assert.That(created.Name.LocalName, Is.EqualTo("CreateOSDResponse"), created.ToString());
            Assert.That((osds[1].Text, osds[1].At), Is.EqualTo(("NORTH GATE", new WirePoint(0.25, -0.75))));
            Assert.That(SoapClient.SubcodesOf(secondClock), Is.EqualTo("ter:Action ter:MaxOSDs"));
            Assert.That(SoapClient.SubcodesOf(deleted), Is.EqualTo("ter:Action ter:OperationProhibited"));
            Assert.That((osds[0].DateFormat, osds[0].Position), Is.EqualTo(("MM/dd/yyyy", "Custom")));
            Assert.That(camera.Counters.SchemaErrors, Is.Empty);
        });
    }

    [Test]
    public async Task Imaging_OwnRange_IsKeptAndItsEndsAreGuarded()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: onvif\nonvif: {sources: [{imaging: {brightness: {value: 128, max: 255}, lacks: [contrast]}}]}");
        using var client = new SoapClient(camera);

        var set = await client.CallAsync("timg:SetImagingSettings", Imaging("<tt:Brightness>200</tt:Brightness>"));
        var over = await client.CallAsync("timg:SetImagingSettings", Imaging("<tt:Brightness>256</tt:Brightness>"));
        var lacking = await client.CallAsync("timg:SetImagingSettings", Imaging("<tt:Contrast>50</tt:Contrast>"));

        Assert.Multiple(() =>
        {
            Assert.That(set.Name.LocalName, Is.EqualTo("SetImagingSettingsResponse"), set.ToString());
            Assert.That(camera.Camera.Onvif!.Imaging["VideoSource_1"]["Brightness"], Is.EqualTo("200"));
            Assert.That(SoapClient.SubcodesOf(over), Is.EqualTo("ter:InvalidArgVal ter:SettingsInvalid"));
            Assert.That(SoapClient.SubcodesOf(lacking), Is.EqualTo("ter:InvalidArgVal ter:SettingsInvalid"));
        });
    }

    [TestCase("none", "GMT0BST,M3.5.0/1,M10.5.0", "")]
    [TestCase("refusesShortDst", "GMT0BST,M3.5.0/1,M10.5.0", "ter:InvalidArgVal ter:InvalidTimeZone")]
    [TestCase("refusesShortDst", "GMT0:00:00BST,M3.5.0/1:00:00,M10.5.0/2:00:00", "")]
    [TestCase("refusesDst", "GMT0:00:00BST,M3.5.0/1:00:00,M10.5.0/2:00:00", "ter:InvalidArgVal ter:InvalidTimeZone")]
    [TestCase("refusesDst", "GMT0", "")]
    public async Task Time_ZoneString_IsKeptAsWrittenOrRefused(string quirk, string zone, string subcodes)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: onvif\nonvif: {{time: {{quirk: {quirk}}}}}");
        using var client = new SoapClient(camera);

        var answer = await client.CallAsync(
            "tds:SetSystemDateAndTime",
            "<tds:DateTimeType>NTP</tds:DateTimeType><tds:DaylightSavings>false</tds:DaylightSavings>"
            + $"<tds:TimeZone><tt:TZ>{zone}</tt:TZ></tds:TimeZone>");

        Assert.Multiple(() =>
        {
            Assert.That(SoapClient.SubcodesOf(answer), Is.EqualTo(subcodes));
            Assert.That(camera.Camera.Onvif!.TimeZone, Is.EqualTo(subcodes.Length == 0 ? zone : "UTC0"));
            Assert.That(camera.Counters.SchemaErrors, Is.Empty);
        });
    }

    [Test]
    public async Task Time_SetManually_MovesTheClockThatTokensAreJudgedBy()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif\nonvif: {clockSkewSeconds: 7200}");
        using var client = new SoapClient(camera) { Ahead = TimeSpan.FromHours(2) };
        var now = TimeProvider.System.GetUtcNow();

        await client.CallAsync("tds:SetSystemDateAndTime", FormattableString.Invariant($"""
            <tds:DateTimeType>Manual</tds:DateTimeType><tds:DaylightSavings>false</tds:DaylightSavings><tds:UTCDateTime>
            <tt:Time><tt:Hour>{now.Hour}</tt:Hour><tt:Minute>{now.Minute}</tt:Minute><tt:Second>{now.Second}</tt:Second></tt:Time>
            <tt:Date><tt:Year>{now.Year}</tt:Year><tt:Month>{now.Month}</tt:Month><tt:Day>{now.Day}</tt:Day></tt:Date></tds:UTCDateTime>
            """));
        client.Ahead = TimeSpan.Zero;
        var answer = await client.CallAsync("tds:GetDeviceInformation");

        Assert.That(answer.Name.LocalName, Is.EqualTo("GetDeviceInformationResponse"), answer.ToString());
    }

    [Test]
    public async Task Ntp_SecondServerTooMany_IsDroppedSilently()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif\nonvif: {time: {maxNtpServers: 1}}");
        using var client = new SoapClient(camera);

        await client.CallAsync("tds:SetNTP", """
            <tds:FromDHCP>false</tds:FromDHCP><tds:NTPManual><tt:Type>IPv4</tt:Type><tt:IPv4Address>192.0.2.1</tt:IPv4Address></tds:NTPManual>
            <tds:NTPManual><tt:Type>DNS</tt:Type><tt:DNSname>ntp.example.org</tt:DNSname></tds:NTPManual>
            """);

        Assert.That(camera.Camera.Onvif!.NtpServers, Is.EqualTo(new[] { "192.0.2.1" }));
    }

    [Test]
    public async Task Rotation_Offered_IsKept()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: onvif\nonvif: {sources: [{rotations: [180]}]}");
        using var client = new SoapClient(camera);

        var kept = await client.CallAsync("tr2:SetVideoSourceConfiguration", Rotation(180));
        var refused = await client.CallAsync("tr2:SetVideoSourceConfiguration", Rotation(90));

        Assert.Multiple(() =>
        {
            Assert.That(SoapClient.SubcodesOf(kept), Is.Empty);
            Assert.That(camera.Camera.Onvif!.Configurations[0].Rotation, Is.EqualTo(180));
            Assert.That(SoapClient.SubcodesOf(refused), Is.EqualTo("ter:InvalidArgVal ter:ConfigModify"));
        });
    }

    [TestCase(true, 1)]
    [TestCase(false, 0)]
    public async Task Write_AnswerDropped_IsDoneOrNot(bool done, int masks)
    {
        await using var camera = await SimulatedCamera.StartAsync(
            $"face: onvif\nfaults: {{dropAnswerOfWrite: 1, droppedIsDone: {(done ? "true" : "false")}}}");
        using var client = new SoapClient(camera);

        Assert.Multiple(() =>
        {
            Assert.ThrowsAsync<HttpRequestException>(() => client.CallAsync("tr2:CreateMask", Mask));
            Assert.That(camera.Camera.Onvif!.Masks, Has.Length.EqualTo(masks));
        });
    }

    [Test]
    public async Task Schema_InvalidRequest_IsRefusedAndRecorded()
    {
        if (new SimulationOptions().SchemaFolder is null) Assert.Ignore("CAMMIGRATE_SCHEMAS is not set");
        await using var camera = await SimulatedCamera.StartAsync("face: onvif");
        using var client = new SoapClient(camera);

        var answer = await client.CallAsync("tds:GetServices");

        Assert.Multiple(() =>
        {
            Assert.That(SoapClient.SubcodesOf(answer), Is.EqualTo("ter:InvalidArgs"));
            Assert.That(camera.Counters.SchemaErrors, Has.Length.EqualTo(1));
        });
    }

    private static string Encoder2(string encoding, int width, int height, int bitrate) => FormattableString.Invariant($"""
        <tr2:Configuration token="VideoEncoder_1" GovLength="50" Profile="Main"><tt:Name>main</tt:Name><tt:UseCount>1</tt:UseCount>
        <tt:Encoding>{encoding}</tt:Encoding><tt:Resolution><tt:Width>{width}</tt:Width><tt:Height>{height}</tt:Height></tt:Resolution>
        <tt:RateControl><tt:FrameRateLimit>25</tt:FrameRateLimit><tt:BitrateLimit>{bitrate}</tt:BitrateLimit></tt:RateControl>
        <tt:Quality>50</tt:Quality></tr2:Configuration>
        """);

    private static string Osd(string token, string text) => $"""
        <tr2:OSD token="{token}"><tt:VideoSourceConfigurationToken>VideoSourceConfig_1</tt:VideoSourceConfigurationToken><tt:Type>Text</tt:Type>
        <tt:Position><tt:Type>Custom</tt:Type><tt:Pos x="0.25" y="-0.75"/></tt:Position><tt:TextString>{text}</tt:TextString></tr2:OSD>
        """;

    private static string Imaging(string settings) =>
        $"<timg:VideoSourceToken>VideoSource_1</timg:VideoSourceToken><timg:ImagingSettings>{settings}</timg:ImagingSettings><timg:ForcePersistence>true</timg:ForcePersistence>";

    private static string Rotation(int degree) => FormattableString.Invariant($"""
        <tr2:Configuration token="VideoSourceConfig_1"><tt:Name>n</tt:Name><tt:UseCount>1</tt:UseCount><tt:SourceToken>VideoSource_1</tt:SourceToken>
        <tt:Bounds x="0" y="0" width="1920" height="1080"/><tt:Extension><tt:Rotate><tt:Mode>ON</tt:Mode><tt:Degree>{degree}</tt:Degree></tt:Rotate>
        </tt:Extension></tr2:Configuration>
        """);
}
