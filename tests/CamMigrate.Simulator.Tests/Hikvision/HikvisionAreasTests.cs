using System.Net;
using System.Xml.Linq;
using CamMigrate.Simulator.Estates;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Hikvision;

/// <summary>Events, inputs, receivers, PTZ, recorders and rebrands of a virtual Hikvision.</summary>
[TestFixture]
internal sealed class HikvisionAreasTests
{
    private const string Camera = """
        face: hikvision
        hikvision:
          inputs: [{number: 1, linkage: [IO-1], armed: ['1-5 08:00-18:00']}]
          outputs: [{number: 1, pulse: 5000}]
          voice: {speakerVolume: 70}
          httpHosts: [{host: 192.0.2.9}]
          mail: {server: mail.example.org, receivers: [a@example.org]}
          ftp: {server: 192.0.2.10}
          storage: {disks: 1, shares: [{address: 192.0.2.11}]}
          holidays: [{name: Feast, start: 5-1, end: 5-2}]
          onvifUsers: [migrate]
          network: {dot1x: false}
          services: {telnet: false, ehome: true, ddns: false, loginLock: 7}
          channels:
          - entrances: [{points: [[0, 0], [300, 0], [300, 300]]}]
            exits: []
            sceneChange: {enabled: true}
            audioDetection: {enabled: true}
            image: {sceneSwitch: {periods: [{scene: day}]}, scenes: [{name: day}]}
            ptz: {presets: [{number: 1, name: gate}], patrols: [{steps: ['1/30/10']}], park: {after: 60}, limits: true}
            events: [{kind: motion, linkage: [center, record], armed: ['6 10:00-12:00']}]
        """;

    [TestCase("System/IO/inputs", "IOInputPortList")]
    [TestCase("System/IO/inputs/1", "IOInputPort")]
    [TestCase("System/IO/outputs", "IOOutputPortList")]
    [TestCase("System/TwoWayAudio/channels", "TwoWayAudioChannelList")]
    [TestCase("Event/notification/httpHosts", "HttpHostNotificationList")]
    [TestCase("System/Network/mailing/1", "mailing")]
    [TestCase("System/Network/ftp/1", "FTPNotification")]
    [TestCase("System/Network/Ehome", "Ehome")]
    [TestCase("System/Network/telnetd", "Telnetd")]
    [TestCase("System/Network/interfaces/1/ieee802.1x", "IEEE802_1x")]
    [TestCase("Security/ONVIF/users", "UserList")]
    [TestCase("Security/illegalLoginLock", "IllegalLoginLock")]
    [TestCase("ContentMgmt/Storage", "storage")]
    [TestCase("System/Holidays", "HolidayList")]
    [TestCase("Smart/regionEntrance/1", "RegionEntrance")]
    [TestCase("Smart/regionExiting/1", "RegionExiting")]
    [TestCase("Smart/SceneChangeDetection/1", "SceneChangeDetection")]
    [TestCase("Smart/AudioDetection/channels/1", "AudioDetection")]
    [TestCase("Image/channels/1/displayParamSwitch", "DisplayParamSwitch")]
    [TestCase("Image/channels/1/ISPMode", "ISPMode")]
    [TestCase("Event/triggers", "EventTriggerList")]
    [TestCase("Event/schedules/motionDetections", "ScheduleList")]
    [TestCase("Event/schedules/motionDetections/VMD_video1", "Schedule")]
    [TestCase("Event/schedules/inputs", "ScheduleList")]
    [TestCase("PTZCtrl/channels", "PTZChannelList")]
    [TestCase("PTZCtrl/channels/1/presets", "PTZPresetList")]
    [TestCase("PTZCtrl/channels/1/patrols", "PTZPatrolList")]
    [TestCase("PTZCtrl/channels/1/parkaction", "ParkAction")]
    [TestCase("PTZCtrl/channels/1/ptzlimiteds", "PTZLimitedList")]
    public async Task Document_OfAnArea_IsThereOnlyWhereTheEstateHasTheArea(string path, string root)
    {
        await using var with = await SimulatedCamera.StartAsync(Camera);
        await using var without = await SimulatedCamera.StartAsync("face: hikvision");

        Assert.That((await GetAsync(with, path)).Name.LocalName, Is.EqualTo(root));
        if (!path.StartsWith("Event/", StringComparison.Ordinal) || path.EndsWith("inputs", StringComparison.Ordinal))
            Assert.That(await StatusAsync(without, "ISAPI/" + path), Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Triggers_OldFirmware_StandUnderAnotherRoot()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: hikvision\nhikvision: {triggersRoot: EventNotification}");

        var root = await GetAsync(camera, "Event/triggers");

        Assert.That(
            (root.Name.LocalName, root.Elements().Single().Name.LocalName), Is.EqualTo(("EventNotification", "EventTriggerList")));
    }

    [Test]
    public async Task Schedule_Armed_IsOneBlockForEachDay()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);

        var blocks = (await GetAsync(camera, "Event/schedules/motionDetections")).Descendants()
            .Where(e => e.Name.LocalName == "TimeBlock").Select(e => e.Value).ToList();

        Assert.That(blocks, Is.EqualTo(new[] { "610:00:0012:00:00" }));
    }

    [Test]
    public async Task Patrol_Steps_ArePaddedWithPresetZero()
    {
        await using var camera = await SimulatedCamera.StartAsync(Camera);

        var steps = (await GetAsync(camera, "PTZCtrl/channels/1/patrols")).Descendants()
            .Where(e => e.Name.LocalName == "presetID").Select(e => e.Value);

        Assert.That(steps, Is.EqualTo(new[] { "1", "0", "0", "0" }));
    }

    [Test]
    public async Task Recorder_ProxiedChannel_IsListedAndHasItsDetectionsElsewhere()
    {
        await using var camera = await SimulatedCamera.StartAsync("""
            face: hikvision
            hikvision: {deviceType: NVR, channels: [{name: GATE, proxied: {address: 192.0.2.7, model: EX}}]}
            """);

        using var _ = Assert.EnterMultipleScope();
        Assert.That((await GetAsync(camera, "ContentMgmt/InputProxy/channels")).Value, Does.Contain("192.0.2.7"));
        Assert.That(
            (await GetAsync(camera, "ContentMgmt/InputProxy/channels/1/video/motionDetection")).Name.LocalName,
            Is.EqualTo("MotionDetection"));
        foreach (var path in (string[])["System/Video/inputs/channels", "System/Video/inputs/channels/1/motionDetection"])
            Assert.That(await StatusAsync(camera, "ISAPI/" + path), Is.EqualTo(HttpStatusCode.Forbidden), path);
    }

    [Test]
    public async Task Capabilities_Advertises_OverrulesTheSettings()
    {
        await using var camera = await SimulatedCamera.StartAsync(
            "face: hikvision\nhikvision: {advertises: {isSupportUpnp: 'false', isSupportNtp: absent, isSupportSSH: 'true'}}");

        var flags = (await GetAsync(camera, "System/capabilities")).Descendants()
            .ToLookup(e => e.Name.LocalName, e => e.Value);

        Assert.That(
            (flags["isSupportUpnp"].Single(), flags["isSupportNtp"].Count(), flags["isSupportSSH"].Single()),
            Is.EqualTo(("false", 0, "true")));
    }

    [Test]
    public async Task Rebrand_UsualPrefix_IsAnsweredWithNothing()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision\nhikvision: {prefix: SafeAPI}");
        using var client = camera.CreateClient();

        Assert.That(await client.GetByteArrayAsync("ISAPI/System/deviceInfo"), Is.Empty);
        Assert.That(await client.GetStringAsync("SafeAPI/System/deviceInfo"), Does.Contain("DeviceInfo"));
        Assert.That(await client.GetStringAsync("doc/page/login.asp"), Does.Contain("/SafeAPI/"));
    }

    [TestCase("deviceType: Toaster", "deviceType")]
    [TestCase("triggersRoot: Anything", "triggersRoot")]
    [TestCase("advertises: {isSupportUpnp: perhaps}", "advertises")]
    [TestCase("prefix: 'a/b'", "prefix")]
    [TestCase("channels: [{proxied: {address: 192.0.2.7}}]", "proxied")]
    [TestCase("channels: [{events: [{kind: motion, armed: [noon]}]}]", "as '1-5 08:00-18:00'")]
    public void Estate_SettingThatCannotBe_IsRefused(string keys, string words) =>
        Assert.That(
            () => SimulatedCamera.StartAsync($"face: hikvision\nhikvision: {{{keys}}}"),
            Throws.TypeOf<EstateException>().With.Message.Contain(words));

    private static async Task<XElement> GetAsync(SimulatedCamera camera, string path)
    {
        using var client = camera.CreateClient();
        return XElement.Parse(await client.GetStringAsync("ISAPI/" + path));
    }

    private static async Task<HttpStatusCode> StatusAsync(SimulatedCamera camera, string path)
    {
        using var client = camera.CreateClient();
        using var response = await client.GetAsync(path);
        return response.StatusCode;
    }
}
