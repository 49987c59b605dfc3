using System.Text.RegularExpressions;
using CamMigrate.Adapters.Tests.Contract;
using CamMigrate.Core.Ports;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Dahua;

/// <summary>The values that have a place in a profile, by table; none of them may be left over.</summary>
[TestFixture]
internal sealed partial class DahuaLeafTests
{
    // Written by hand from the tables' description. An index stands for any; what is not in force may be ignored.
    private static readonly string[] Placed =
    [
        "magicBox.getSystemInfo.serialNumber", "magicBox.getSoftwareVersion.version", "magicBox.getVendor.vendor",
        "magicBox.getDeviceType.type", "General.MachineName",
        "NTP.Enable", "NTP.TimeZone", "NTP.ServerList[].Address", "NTP.ServerList[].Enable", "NTP.Address",
        "Locales.DSTEnable", "Locales.DSTStart.Month", "Locales.DSTStart.Week", "Locales.DSTStart.Day",
        "Locales.DSTStart.Hour", "Locales.DSTEnd.Month", "Locales.DSTEnd.Week", "Locales.DSTEnd.Day",
        "Locales.DSTEnd.Hour", "Locales.TimeFormat",
        "Network.Hostname", "Network.DefaultInterface", "Network.eth0.IPAddress", "Network.eth0.SubnetMask",
        "Network.eth0.DefaultGateway", "Network.eth0.DhcpEnable", "Network.eth0.DnsServers[]", "Network.eth0.MTU",
        "Network.eth0.PhysicalAddress", "Web.Port", "Web.Enable", "Https.Port", "Https.Enable", "RTSP.Port",
            "RTSP.Enable",
        "UPnP.Enable", "SNMP.Enable", "SSHD.Enable", "Telnet.Enable", "Bonjour.Enable", "T2UServer.Enable",
        "userManager.getUserInfoAll.users[].Name", "userManager.getUserInfoAll.users[].Group",
        "Encode[].MainFormat[].VideoEnable", "Encode[].MainFormat[].AudioEnable",
        "Encode[].MainFormat[].Video.Compression", "Encode[].MainFormat[].Video.Width",
        "Encode[].MainFormat[].Video.Height", "Encode[].MainFormat[].Video.FPS", "Encode[].MainFormat[].Video.GOP",
        "Encode[].MainFormat[].Video.BitRate", "Encode[].MainFormat[].Video.BitRateControl",
        "Encode[].MainFormat[].Video.Quality", "Encode[].MainFormat[].Video.Profile",
        "Encode[].MainFormat[].Audio.Compression", "Encode[].ExtraFormat[].VideoEnable",
        "Encode[].ExtraFormat[].Video.Compression", "Encode[].ExtraFormat[].Video.Width",
        "Encode[].ExtraFormat[].Video.Height", "Encode[].ExtraFormat[].Video.FPS",
            "Encode[].ExtraFormat[].Video.BitRate",
        "SmartEncode[].Enable", "ChannelTitle[].Name",
        "VideoColor[][].Brightness", "VideoColor[][].Contrast", "VideoColor[][].Saturation",
        "VideoInMode[].Mode", "VideoInMode[].Config[]", "VideoInMode[].ConfigEx",
        "VideoInDayNight[][].Mode", "VideoInDayNight[][].Sensitivity", "VideoInDayNight[][].Delay",
        "VideoInExposure[][].Mode", "VideoInExposure[][].Value1", "VideoInExposure[][].Value2",
        "VideoInExposure[][].AntiFlicker", "VideoInWhiteBalance[][].Mode", "VideoInSharpness[][].Sharpness",
        "VideoInBacklight[][].Mode", "VideoInBacklight[][].WideDynamicRange", "VideoInBacklight[][].GlareInhibition",
        "VideoInDenoise[][].3DType", "VideoInDenoise[][].3DAutoType.AutoLevel", "Lighting[][].Mode",
        "Lighting[][].MiddleLight[].Light", "Lighting_V2[][][].Mode", "Lighting_V2[][][].LightType",
        "Lighting_V2[][][].MiddleLight[].Light", "LightingScheme[][].LightingMode",
        "VideoInOptions[].Mirror", "VideoInOptions[].Flip", "VideoInOptions[].Rotate90",
            "VideoInOptions[].DayNightColor",
        "VideoInOptions[].DayNightSwitchDelay", "VideoInOptions[].Backlight", "VideoInOptions[].WideDynamicRange",
        "VideoInOptions[].ExposureMode", "VideoInOptions[].WhiteBalance", "VideoInOptions[].NightOptions.SwitchMode",
        "VideoImageControl[].Flip", "VideoImageControl[].Mirror", "VideoImageControl[].Rotate90",
        "VideoWidget[].ChannelTitle.EncodeBlend", "VideoWidget[].ChannelTitle.Rect[]",
            "VideoWidget[].TimeTitle.EncodeBlend",
        "VideoWidget[].TimeTitle.Rect[]", "VideoWidget[].CustomTitle[].Text", "VideoWidget[].CustomTitle[].Rect[]",
        "VideoWidget[].CustomTitle[].EncodeBlend", "VideoWidget[].Covers[].EncodeBlend",
            "VideoWidget[].Covers[].Rect[]",
        "MotionDetect[].Enable", "MotionDetect[].Level", "MotionDetect[].Region[]",
        "MotionDetect[].MotionDetectWindow[].Region[]", "MotionDetect[].EventHandler.TimeSection[][]",
        "MotionDetect[].EventHandler.RecordEnable", "MotionDetect[].EventHandler.SnapshotEnable",
        "MotionDetect[].EventHandler.MailEnable", "MotionDetect[].EventHandler.AlarmOutEnable",
        "SmartMotionDetect[].Enable", "SmartMotionDetect[].ObjectTypes.Human", "BlindDetect[].Enable",
            "BlindDetect[].Level",
        "MovedDetect[].Enable", "AudioDetect[].MutationDetect", "AudioDetect[].MutationThreold",
        "VideoAnalyseRule[][].EventHandler.TimeSection[][]", "Alarm[].Enable", "Alarm[].Name", "Alarm[].SensorType",
        "AlarmOut[].Mode", "AlarmOut[].Name", "Email.Enable", "Email.Address", "Email.Port", "Email.SslEnable",
        "Email.TlsEnable", "Email.UserName", "Email.SendAddress", "Email.Receivers[]", "NAS[].Enable", "NAS[].Address",
        "NAS[].Directory", "Holiday.MonthMask[]", "Ptz[].Homing[]", "Record[].TimeSection[][]",
        "ptz.getPresets[].presets[].Index", "ptz.getPresets[].presets[].Name",
        "storageDevice.getDeviceAllInfo.info[].Name",
    ];

    internal static IEnumerable<string> Devices =>
        DahuaGoldenTests.Folders.Select(f => (string)f.Arguments[0]!)
            .Select(folder => File.ReadAllText(Path.Combine(folder, "camera.yaml")))
            .Append("face: dahua\ndahua: {generation: old}").Append("face: dahua\ndahua: {generation: split}")
            .Append("face: dahua\ndahua: {generation: new}");

    [Test]
    public async Task Read_AnyDevice_LeavesNothingOverThatHasAPlace()
    {
        var (left, seen) = (new SortedSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var yaml in Devices)
        {
            await using var camera = await SimulatedCamera.StartAsync(yaml);
            var report = await DahuaReaders.ReadAsync(camera);
            ReaderContract.Accounts(report);
            foreach (var fate in report.Fates)
            {
                var place = Index().Replace(fate.Path, "[]");
                seen.Add(place);
                if (fate.Outcome == LeafOutcome.NotCarried && Placed.Contains(place)
                    && !IsExplained(fate)) left.Add(fate.Path);
            }
        }

        Assert.That(left, Is.Empty);
        Assert.That(Placed.Where(p => !seen.Contains(p)), Is.Empty, "places of the list that no device showed");
    }

    [TestCaseSource(typeof(DahuaContractTests), nameof(DahuaContractTests.Captured))]
    public async Task Read_Recording_LeavesNothingOverThatHasAPlace(string folder)
    {
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        var report = await DahuaReaders.ReadAsync(camera);

        var left = report.Fates.Where(f => f.Outcome == LeafOutcome.NotCarried && !IsExplained(f))
            .Where(f => Placed.Contains(Index().Replace(f.Path, "[]"))).Select(f => $"{f.Path}={f.Value}: {f.Why}");

        Assert.That(left, Is.Empty);
    }

    /// <summary>The profile has one main stream, no list of event recordings, no row for holidays.</summary>
    private static bool IsExplained(LeafFate fate) =>
        fate.Why is "recorded on events only, which the profile has no place for"
            or "the profile has no schedule of its own for holidays"
            or "the profile has one sensitivity for all windows"
            or "of a channel that has no camera, or is not read"
            or "of a stream that is switched off and cannot be viewed"
            or "the overlays, which show the time so, were not read"
        || fate.Why!.StartsWith("no vendor-neutral rule", StringComparison.Ordinal);

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Index();
}
