using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Dahua;

[TestFixture]
internal sealed class DahuaTableTests
{
    private const string Camera = """
        face: dahua
        identity: {manufacturer: Dahua, model: IPC-HDW5831R-ZE, firmware: 2.800.0000016.0.R, build: '2020-06-05',
                   serialNumber: 4X00000PAG00001, macAddress: 00:00:5e:00:53:31}
        dahua:
          generation: new
          alarmInputs: [{name: Door, sensorType: NC, active: true}]
          alarmOutputs: [{name: Siren, mode: 1}]
          nas: [{address: 192.0.2.9, username: cam}]
          holidays: [[12, 25]]
          storage: [{name: /dev/mmc0}]
          channels:
          - name: GATE|SOUTH
            mirror: true
            streams:
            - {codec: H.265, width: 2560, height: 1440, frameRate: 12.5, bitrate: 4096, smartCodec: false}
            - {codec: H.264, width: 640, height: 360, bitrate: 512, rateControl: CBR, audio: true}
            profiles: {mode: 2}
            night: {brightness: 61, light: Manual, lightLevel: 40}
            covers: [{from: [2048, 2048], to: [4096, 4096]}]
            texts: [{text: Yard, at: [100, 900]}]
            privacyMasking: [{name: Window, points: [[0, 0], [800, 0], [800, 800]]}]
            motion:
              windows: [{sensitive: 70, cells: ['##....................', '......................']}]
            rules: [{name: fence, points: [[100, 200], [300, 400], [500, 400]], objects: [Human]}]
            ptz: {presets: [{number: 1, name: home}, {number: 7, name: gate, position: [10, -20, 1]}]}
        """;

    [TestCase("Alarm", "table.Alarm[0].SensorType=NC")]
    [TestCase("AlarmOut", "table.AlarmOut[0].Mode=1")]
    [TestCase("AudioDetect", "table.AudioDetect[0].MutationThreold=3")]
    [TestCase("BlindDetect", "table.BlindDetect[0].Enable=false")]
    [TestCase("ChannelTitle", "table.ChannelTitle[0].Name=GATE|SOUTH")]
    [TestCase("Email", "table.Email.Password=******")]
    [TestCase("Encode", "table.Encode[0].MainFormat[3].Video.FPS=12.500000")]
    [TestCase("Encode", "table.Encode[0].ExtraFormat[0].AudioEnable=true")]
    [TestCase("Encode", "table.Encode[0].ExtraFormat[2].VideoEnable=false")]
    [TestCase("General", "table.General.LockLoginTimes=5")]
    [TestCase("Holiday", "table.Holiday.MonthMask[11]=16777216")]
    [TestCase("Https", "table.Https.Enable=false")]
    [TestCase("Lighting", "table.Lighting[0][1].Mode=Manual")]
    [TestCase("LightingScheme", "table.LightingScheme[0][1].LightingMode=InfraredMode")]
    [TestCase("Lighting_V2", "table.Lighting_V2[0][1][1].LightType=WhiteLight")]
    [TestCase("Locales", "table.Locales.DSTStart.Week=-1")]
    [TestCase("LoginFailureAlarm", "table.LoginFailureAlarm.Enable=true")]
    [TestCase("MediaGlobal", "table.MediaGlobal.SnapFormatAs=MainFormat")]
    [TestCase("MotionDetect", "table.MotionDetect[0].DetectVersion=V3.0")]
    [TestCase("MovedDetect", "table.MovedDetect[0].Enable=false")]
    [TestCase("Multicast", "table.Multicast.RTP[0].Enable=false")]
    [TestCase("NAS", "table.NAS[0].UserName=cam")]
    [TestCase("NTP", "table.NTP.ServerList[2].Address=")]
    [TestCase("Network", "table.Network.eth0.PhysicalAddress=00:00:5e:00:53:31")]
    [TestCase("PrivacyMasking", "table.PrivacyMasking[0][0].Name=Window")]
    [TestCase("Ptz", "table.Ptz[0].Homing[0]=-1")]
    [TestCase("RTSP", "table.RTSP.RTP.StartPort=20000")]
    [TestCase("Record", "table.Record[0].TimeSection[7][0]=1 00:00:00-24:00:00")]
    [TestCase("RecordMode", "table.RecordMode[0].Mode=0")]
    [TestCase("SmartEncode", "table.SmartEncode[0].Enable=false")]
    [TestCase("SmartMotionDetect", "table.SmartMotionDetect[0].Sensitivity=Middle")]
    [TestCase("Snap", "table.Snap[0].TimeSection[7][5]=0 00:00:00-24:00:00")]
    [TestCase("StorageLowSpace", "table.StorageLowSpace.LowerLimit=10")]
    [TestCase("T2UServer", "table.T2UServer.UUID=4X00000PAG00001")]
    [TestCase("UPnP", "table.UPnP.MapTable[0].ServiceName=HTTP")]
    [TestCase("VideoAnalyseRule", "table.VideoAnalyseRule[0][0].Config.DetectLine[2][0]=500")]
    [TestCase("VideoColor", "table.VideoColor[0][1].Brightness=61")]
    [TestCase("VideoColor", "table.VideoColor[0][8].Name=Custom1")]
    [TestCase("VideoImageControl", "table.VideoImageControl[0].Mirror=true")]
    [TestCase("VideoInBacklight", "table.VideoInBacklight[0][0].Mode=Off")]
    [TestCase("VideoInColor", "table.VideoInColor[0][1].Brightness=61")]
    [TestCase("VideoInDayNight", "table.VideoInDayNight[0][1].Mode=Brightness")]
    [TestCase("VideoInDenoise", "table.VideoInDenoise[0][0].3DManulType.SnfLevel=50")]
    [TestCase("VideoInExposure", "table.VideoInExposure[0][0].AntiFlicker=1")]
    [TestCase("VideoInMode", "table.VideoInMode[0].ConfigEx=Day")]
    [TestCase("VideoInOptions", "table.VideoInOptions[0].NightOptions.SwitchMode=1")]
    [TestCase("VideoInSharpness", "table.VideoInSharpness[0][2].Sharpness=50")]
    [TestCase("VideoInWhiteBalance", "table.VideoInWhiteBalance[0][0].Mode=Auto")]
    [TestCase("VideoStandard", "table.VideoStandard=PAL")]
    [TestCase("VideoWidget", "table.VideoWidget[0].Covers[0].Rect[2]=4096")]
    [TestCase("VideoWidget", "table.VideoWidget[0].CustomTitle[0].Text=Yard")]
    public async Task Table_OfTheReference_HasTheLine(string table, string line)
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);

        Assert.That((await CgiClient.TableAsync(camera, table)).Split("\r\n"), Does.Contain(line));
    }

    [TestCase("magicBox.cgi?action=getDeviceType", "type=IPC-HDW5831R-ZE")]
    [TestCase("magicBox.cgi?action=getSystemInfo", "deviceType=IPC-HDW5831R-ZE")]
    [TestCase("magicBox.cgi?action=getSoftwareVersion", "version=2.800.0000016.0.R,build:2020-06-05")]
    [TestCase("magicBox.cgi?action=getHardwareVersion", "version=1.0")]
    [TestCase("magicBox.cgi?action=getSerialNo", "sn=4X00000PAG00001")]
    [TestCase("magicBox.cgi?action=getMachineName", "name=4X00000PAG00001")]
    [TestCase("magicBox.cgi?action=getVendor", "vendor=Dahua")]
    [TestCase("magicBox.cgi?action=getProductDefinition&name=MaxExtraStream", "table.MaxExtraStream=1")]
    [TestCase("encode.cgi?action=getConfigCaps", "caps[0].MainFormat[0].Video.BitRateOptions=448,8192")]
    [TestCase("devVideoInput.cgi?action=getCaps&channel=1", "caps.CoverCount=4")]
    [TestCase("ptz.cgi?action=getPresets&channel=1", "presets[1].Name=gate")]
    [TestCase("ptz.cgi?action=getCurrentProtocolCaps&channel=1", "caps.TileSpeedMax=8")]
    [TestCase("ptz.cgi?action=getStatus&channel=1", "status.Postion[0]=91.600000")]
    [TestCase("userManager.cgi?action=getUserInfoAll", "users[0].Group=admin")]
    [TestCase("userManager.cgi?action=getGroupInfoAll", "group[1].Name=user")]
    [TestCase("storageDevice.cgi?action=getDeviceAllInfo", "list.info[0].Detail[0].TotalBytes=63864569856.000000")]
    [TestCase("alarm.cgi?action=getInSlots", "result=1")]
    [TestCase("alarm.cgi?action=getInStates", "result=1")]
    [TestCase("alarm.cgi?action=getOutState", "result=1")]
    [TestCase("netApp.cgi?action=getInterfaces", "netInterface[0].Name=eth0")]
    [TestCase("intervideoManager.cgi?action=getOnvifVersion", "version=16.12")]
    public async Task Call_OfTheReference_HasTheLine(string call, string line)
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);

        Assert.That((await CgiClient.TextAsync(camera, call)).Split("\r\n"), Does.Contain(line));
    }

    [Test]
    public async Task Table_Whole_HasItsKeysSorted()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);

        var keys = (await CgiClient.TableAsync(camera, "General")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=')[0]).ToList();

        Assert.That(keys, Is.Not.Empty.And.EqualTo(keys.Order(StringComparer.Ordinal)));
    }

    [Test]
    public async Task Tables_OfTheEstate_OverrideAndAdd()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: dahua
            dahua:
              tables:
                VideoWidget: "table.VideoWidget[0].Covers[0].Rect[0]=1\ntable.VideoWidget[0].Note=a\\xffb"
                Odd: "table.Odd=1"
              answers: {magicBox.getVendor: 'Vendor=Other'}
            """);

        var widget = await CgiClient.BytesAsync(camera, "configManager.cgi?action=getConfig&name=VideoWidget");
        var odd = await CgiClient.TableAsync(camera, "Odd");
        var vendor = await CgiClient.TextAsync(camera, "magicBox.cgi?action=getVendor");

        Assert.Multiple(() =>
        {
            Assert.That(
                System.Text.Encoding.Latin1.GetString(widget),
                Is.EqualTo("table.VideoWidget[0].Covers[0].Rect[0]=1\r\ntable.VideoWidget[0].Note=a\u00ffb\r\n"));
            Assert.That(odd, Is.EqualTo("table.Odd=1\r\n"));
            Assert.That(vendor, Is.EqualTo("Vendor=Other\r\n"));
        });
    }

    // Two cells at the left end of the top row: bits 0 and 1, or bits 21 and 20.
    [TestCase("old", "table.MotionDetect[0].Region[0]=3")]
    [TestCase("split", "table.MotionDetect[0].MotionDetectWindow[0].Region[0]=3145728")]
    [TestCase("new", "table.MotionDetect[0].MotionDetectWindow[0].Region[0]=3145728")]
    [TestCase("new", "table.MotionDetect[0].MotionDetectWindow[0].Window[2]=743")]
    public async Task Motion_LeftEnd_StandsInTheBitsOfItsNotation(string generation, string line)
    {
        await using var camera = await SimulatedCamera.StartAsync($$"""
            face: dahua
            dahua:
              generation: {{generation}}
              lineEnd: LF
              channels: [{motion: {windows: [{cells: ['##....................'] } ] } } ]
            """);

        Assert.That((await CgiClient.TableAsync(camera, "MotionDetect")).Split('\n'), Does.Contain(line));
    }
}
