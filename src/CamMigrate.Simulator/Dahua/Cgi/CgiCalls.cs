using System.Text.Json.Nodes;
using CamMigrate.Simulator.Dahua.Calls;
using CamMigrate.Simulator.Dahua.Tables;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua.Cgi;

/// <summary>Every read but getConfig and pictures: which call answers with which lines.</summary>
internal static class CgiCalls
{
    private static readonly Dictionary<string, Func<DahuaDevice, CgiCall, List<string>?>> Calls =
        new(StringComparer.Ordinal)
        {
            ["magicBox.getSystemInfo"] = (device, _) => Lines(device, IdentityCalls.SystemInfo(device)),
            ["magicBox.getDeviceType"] = (device, _) => ["type=" + device.Camera.Identity.Model],
            ["magicBox.getSoftwareVersion"] = (device, _) => Lines(device, IdentityCalls.SoftwareVersion(device)),
            ["magicBox.getHardwareVersion"] = (device, _) => ["version=" + device.Camera.Identity.HardwareId],
            ["magicBox.getSerialNo"] = (device, _) => ["sn=" + device.Camera.Identity.SerialNumber],
            ["magicBox.getMachineName"] = (device, _) => ["name=" + device.Camera.Identity.SerialNumber],
            ["magicBox.getVendor"] = (device, _) => ["vendor=" + device.Camera.Identity.Manufacturer],
            ["magicBox.getDeviceClass"] = (device, _) => ["class=" + (device.Settings.Recorder ? "NVR" : "IPC")],
            ["magicBox.getLanguageCaps"] = (_, _) => ["Languages=SimpChinese,English"],
            ["magicBox.getProductDefinition"] = (device, call) => Lines(
                device, IdentityCalls.ProductDefinition(device, call.Names.FirstOrDefault())),
            ["global.getCurrentTime"] = (device, _) =>
                [(device.IsOld ? "result = " : "result=") + IdentityCalls.CurrentTime(device)],
            ["encode.getConfigCaps"] = (device, _) =>
                DahuaLines.Lines(device, CapabilityCalls.Encode(device), "caps"),
            ["devVideoInput.getCaps"] = VideoInput,
            ["ptz.getPresets"] = (device, call) => Ptz(device, call, "presets", PtzTables.Presets),
            ["ptz.getTours"] = (device, call) => Ptz(device, call, "tours", PtzTables.Tours),
            ["ptz.getCurrentProtocolCaps"] = (device, call) => Ptz(device, call, "caps", _ => CapabilityCalls.Ptz()),
            ["ptz.getStatus"] = (device, call) => Ptz(device, call, "status", _ => PtzStatus()),
            ["userManager.getUserInfoAll"] = (device, _) =>
                DahuaLines.Lines(device, UserCalls.Users(device), "users"),
            ["userManager.getGroupInfoAll"] = (device, _) => DahuaLines.Lines(device, UserCalls.Groups(), "group"),
            ["storageDevice.getDeviceAllInfo"] = (device, _) => IdentityCalls.Storage(device) is { } storage
                ? DahuaLines.Lines(device, storage, "list")
                : null,
            ["alarm.getInSlots"] = (device, _) => [Result(device.Settings.AlarmInputs.Length)],
            ["alarm.getOutSlots"] = (device, _) => [Result(device.Settings.AlarmOutputs.Length)],
            ["alarm.getInStates"] = InStates,
            ["alarm.getInState"] = InStates,
            ["alarm.getOutStates"] = OutStates,
            ["alarm.getOutState"] = OutStates,
            ["netApp.getInterfaces"] = (device, _) =>
                DahuaLines.Lines(device, IdentityCalls.Interfaces(device), "netInterface"),
            ["intervideoManager.getOnvifVersion"] = (device, _) =>
                device.Settings.Services.OnvifVersion is { } version ? ["version=" + version] : null,
            ["intervideoManager.getVersion"] = (device, _) =>
                device.Settings.Services.OnvifVersion is { } version ? ["version=" + version] : null,
            // The doubled prefix is the device's own.
            ["coaxialControlIO.getStatus"] = (device, _) =>
                device.IsNew ? ["status.status.Speaker=Off", "status.status.WhiteLight=Off"] : null,
        };

    /// <summary>The lines of a call; null when the device does not answer it.</summary>
    public static List<string>? Find(DahuaDevice device, CgiCall call) =>
        device.Settings.Answers.TryGetValue(call.Key, out var raw) ? DahuaLines.Raw(device, raw)
        : Calls.TryGetValue(call.Key, out var make) ? make(device, call)
        : null;

    private static List<string>? Lines(DahuaDevice device, JsonObject? tree) =>
        tree is null ? null : DahuaLines.Lines(device, tree, "");

    private static List<string>? VideoInput(DahuaDevice device, CgiCall call) =>
        device.Settings.Recorder
            || device.Channel((call.Channel ?? 1) + 1 - device.Settings.CapsFrom) is not { } channel
            ? null
            : DahuaLines.Lines(device, CapabilityCalls.VideoInput(device, channel), "caps");

    // Live PTZ channels count from 1.
    private static List<string>? Ptz(
        DahuaDevice device, CgiCall call, string prefix, Func<DahuaPtz, JsonNode> make) =>
        device.Channel(call.Channel ?? 1) is { Ptz: { } ptz } ? DahuaLines.Lines(device, make(ptz), prefix) : null;

    private static JsonObject PtzStatus() => new()
    {
        ["Action"] = "Preset",
        ["MoveStatus"] = "Idle",
        // The key lacks an "i" on devices too.
        ["Postion"] = new JsonArray(JsonValue.Create(91.6), JsonValue.Create(-2.6), JsonValue.Create(1.0)),
        ["PresetID"] = 1,
        ["ZoomStatus"] = "Idle",
    };

    private static List<string> InStates(DahuaDevice device, CgiCall call) =>
        [Result(Bits(device.Settings.AlarmInputs.Select(input => input.Active)))];

    private static List<string> OutStates(DahuaDevice device, CgiCall call) =>
        [Result(Bits(device.Settings.AlarmOutputs.Select(output => output.Mode == 1)))];

    private static int Bits(IEnumerable<bool> states) => states.Select((on, i) => on ? 1 << i : 0).Sum();

    private static string Result(int number) => FormattableString.Invariant($"result={number}");
}
