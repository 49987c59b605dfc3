using System.Text.Json.Nodes;
using CamMigrate.Simulator.Dahua.Calls;
using CamMigrate.Simulator.Dahua.Tables;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua.Rpc2;

/// <summary>Every read over RPC2: which method answers with which parameters.</summary>
internal static class Rpc2Calls
{
    private static readonly Dictionary<string, Func<DahuaDevice, Rpc2Message, JsonNode?>> Calls =
        new(StringComparer.Ordinal)
        {
            ["configManager.getConfig"] = (device, call) =>
                DahuaTables.Tree(device, call["name"] ?? "") is { } table ? Holding("table", table) : null,
            ["magicBox.getSystemInfo"] = (device, _) => IdentityCalls.SystemInfo(device),
            ["magicBox.getDeviceType"] = (device, _) => Holding("type", device.Camera.Identity.Model),
            ["magicBox.getDeviceClass"] = (device, _) => Holding("type", device.Settings.Recorder ? "NVR" : "IPC"),
            ["magicBox.getSoftwareVersion"] = (device, _) => IdentityCalls.SoftwareVersionObject(device),
            ["magicBox.getHardwareVersion"] = (device, _) => Holding("version", device.Camera.Identity.HardwareId),
            ["magicBox.getSerialNo"] = (device, _) => Holding("sn", device.Camera.Identity.SerialNumber),
            ["magicBox.getMachineName"] = (device, _) => Holding("name", device.Camera.Identity.SerialNumber),
            ["magicBox.getVendor"] = (device, _) => Holding("Vendor", device.Camera.Identity.Manufacturer),
            ["magicBox.getMarketArea"] = (_, _) => Holding("AbroadInfo", "Europe"),
            ["magicBox.getProductDefinition"] = (device, call) =>
                IdentityCalls.ProductDefinition(device, call["name"]) is { } limits
                    ? Holding("definition", limits["table"]!.DeepClone())
                    : null,
            ["global.getCurrentTime"] = (device, _) => Holding("time", IdentityCalls.CurrentTime(device)),
            ["encode.getCaps"] = (device, _) => Holding("caps", CapabilityCalls.EncodeDevices(device)),
            ["encode.getConfigCaps"] = (device, _) => Holding("caps", CapabilityCalls.Encode(device)),
            ["devVideoInput.getCaps"] = (device, call) =>
                !device.Settings.Recorder && device.Channel(call.Channel) is { } channel
                    ? Holding("caps", CapabilityCalls.VideoInput(device, channel))
                    : null,
            ["ptz.getPresets"] = (device, call) => Ptz(device, call, "presets", PtzTables.Presets),
            ["ptz.getTours"] = (device, call) => Ptz(device, call, "tours", PtzTables.Tours),
            ["ptz.getCurrentProtocolCaps"] = (device, call) => Ptz(device, call, "caps", _ => CapabilityCalls.Ptz()),
            ["userManager.getUserInfoAll"] = (device, _) => Holding("users", UserCalls.Users(device)),
            ["userManager.getGroupInfoAll"] = (device, _) => Holding("groups", UserCalls.Groups()),
            ["netApp.getNetInterfaces"] = (device, _) => Holding("netInterface", IdentityCalls.Interfaces(device)),
            ["storage.getDeviceAllInfo"] = (device, _) => IdentityCalls.Storage(device),
            ["system.listService"] = (_, _) => Holding("service", Json.Texts(Services())),
            ["system.listMethod"] = (_, _) => Holding("method", Json.Texts(Methods("system"))),
            ["magicBox.listMethod"] = (_, _) => Holding("method", Json.Texts(Methods("magicBox"))),
            ["configManager.listMethod"] = (_, _) => Holding("method", Json.Texts(Methods("configManager"))),
        };

    public static bool Knows(string method) => Calls.ContainsKey(method);

    /// <summary>The parameters of an answer; null when the device has nothing to tell.</summary>
    public static JsonNode? Find(DahuaDevice device, Rpc2Message call) =>
        device.Settings.Refusals.ContainsKey(call.Method) ? null : Calls[call.Method](device, call);

    private static JsonObject Holding(string name, JsonNode value) => new() { [name] = value };

    private static JsonObject? Ptz(
        DahuaDevice device, Rpc2Message call, string name, Func<DahuaPtz, JsonNode> make) =>
        device.Channel(call.Channel) is { Ptz: { } ptz } ? Holding(name, make(ptz)) : null;

    private static IEnumerable<string> Services() =>
        Calls.Keys.Select(method => method.Split('.')[0]).Append("global").Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Methods(string service) =>
        Calls.Keys.Where(method => method.StartsWith(service + ".", StringComparison.Ordinal));
}
