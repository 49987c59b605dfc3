using System.Text.Json.Nodes;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>Which tables a device has: its own lines first, then those made from its settings.</summary>
internal static class DahuaTables
{
    private static readonly Dictionary<string, Entry> Entries = new(StringComparer.Ordinal)
    {
        ["Alarm"] = new(AlarmTables.Inputs),
        ["AlarmOut"] = new(AlarmTables.Outputs),
        ["AudioDetect"] = new(DetectionTables.Audio),
        ["BlindDetect"] = new(DetectionTables.Blind),
        ["Bonjour"] = new(ServiceTables.Bonjour),
        ["ChannelTitle"] = new(OverlayTables.ChannelTitle),
        ["DDNS"] = new(ServiceTables.Ddns),
        ["DVRIP"] = new(NetworkTables.Dvrip),
        ["Email"] = new(ServiceTables.Email),
        ["Encode"] = new(EncodeTables.Encode),
        ["General"] = new(SystemTables.General),
        ["Holiday"] = new(RecordTables.Holiday),
        ["Https"] = new(NetworkTables.Https),
        ["IPConflict"] = new(SystemEventTables.Event),
        ["Lighting"] = new(LightTables.Lighting, DahuaGeneration.Split, OfCamera: true),
        ["LightingScheme"] = new(LightTables.Scheme, DahuaGeneration.New, OfCamera: true),
        ["Lighting_V2"] = new(LightTables.LightingV2, DahuaGeneration.New, OfCamera: true),
        ["Locales"] = new(SystemTables.Locales),
        ["LoginFailureAlarm"] = new(SystemEventTables.Event),
        ["LossDetect"] = new(SystemEventTables.Loss),
        ["MediaGlobal"] = new(EncodeTables.MediaGlobal),
        ["MotionDetect"] = new(MotionTable.Motion),
        ["MovedDetect"] = new(DetectionTables.Moved),
        ["Multicast"] = new(EncodeTables.Multicast),
        ["NAS"] = new(ServiceTables.Nas),
        ["NTP"] = new(SystemTables.Ntp),
        ["NetAbort"] = new(SystemEventTables.Event),
        ["Network"] = new(NetworkTables.Network),
        ["PrivacyMasking"] = new(OverlayTables.PrivacyMasking, DahuaGeneration.New, OfCamera: true),
        ["Ptz"] = new(PtzTables.Ptz),
        ["RTSP"] = new(NetworkTables.Rtsp),
        ["Record"] = new(RecordTables.Record),
        ["RecordMode"] = new(RecordTables.RecordMode),
        ["RemoteDevice"] = new(RecordTables.RemoteDevice),
        ["SNMP"] = new(ServiceTables.Snmp),
        ["SSHD"] = new(ServiceTables.Ssh),
        ["SmartEncode"] = new(EncodeTables.SmartEncode, DahuaGeneration.Split),
        ["SmartMotionDetect"] = new(DetectionTables.SmartMotion, DahuaGeneration.New),
        ["Snap"] = new(RecordTables.Snap),
        ["StorageFailure"] = new(SystemEventTables.Event),
        ["StorageLowSpace"] = new(SystemEventTables.LowSpace),
        ["StorageNotExist"] = new(SystemEventTables.Event),
        ["T2UServer"] = new(ServiceTables.P2p, DahuaGeneration.Split),
        ["Telnet"] = new(ServiceTables.Telnet),
        ["UPnP"] = new(NetworkTables.Upnp),
        ["UserGlobal"] = new(SystemTables.UserGlobal),
        ["VideoAnalyseGlobal"] = new(DetectionTables.AnalyseGlobal, DahuaGeneration.Split),
        ["VideoAnalyseRule"] = new(DetectionTables.Rules),
        ["VideoColor"] = new(PictureTables.Color),
        ["VideoImageControl"] = new(PictureTables.ImageControl, DahuaGeneration.New, OfCamera: true),
        ["VideoInBacklight"] = new(PictureTables.Backlight, DahuaGeneration.Split, OfCamera: true),
        ["VideoInColor"] = new(PictureTables.ZoomColor, DahuaGeneration.Split, OfCamera: true),
        ["VideoInDayNight"] = new(PictureTables.DayNight, DahuaGeneration.Split, OfCamera: true),
        ["VideoInDenoise"] = new(PictureTables.Denoise, DahuaGeneration.Split, OfCamera: true),
        ["VideoInExposure"] = new(PictureTables.Exposure, DahuaGeneration.Split, OfCamera: true),
        ["VideoInMode"] = new(PictureTables.Mode, DahuaGeneration.Split, OfCamera: true),
        ["VideoInOptions"] = new(OptionsTable.Options),
        ["VideoInSharpness"] = new(PictureTables.Sharpness, DahuaGeneration.Split, OfCamera: true),
        ["VideoInWhiteBalance"] = new(PictureTables.WhiteBalance, DahuaGeneration.Split, OfCamera: true),
        ["VideoInZoom"] = new(PictureTables.Zoom, DahuaGeneration.Split, OfCamera: true),
        ["VideoStandard"] = new(EncodeTables.VideoStandard),
        ["VideoWaterMark"] = new(EncodeTables.WaterMark, DahuaGeneration.Split),
        ["VideoWidget"] = new(OverlayTables.Widget),
        ["Web"] = new(NetworkTables.Web),
    };

    /// <summary>Names of all tables served over RPC2, sorted.</summary>
    public static IEnumerable<string> Names(DahuaDevice device) => Entries.Keys
        .Where(name => Made(device, name) is not null)
        .Union(device.Settings.Tables.Keys)
        .Where(name => !device.Settings.Refusals.ContainsKey(name))
        .Order(StringComparer.Ordinal);

    /// <summary>A table as a tree; null when there is none.</summary>
    public static JsonNode? Tree(DahuaDevice device, string name) =>
        device.Settings.Refusals.ContainsKey(name) ? null
        : device.Settings.Tables.TryGetValue(name, out var raw)
            ? DahuaLines.Tree(device, DahuaLines.Raw(device, raw), name)
        : Made(device, name);

    /// <summary>A table as wire lines; null when there is none over CGI.</summary>
    public static List<string>? Lines(DahuaDevice device, string name) =>
        device.Settings.Refusals.ContainsKey(name) || device.Settings.Rpc2Only.Contains(name) ? null
        : device.Settings.Tables.TryGetValue(name, out var raw) ? DahuaLines.Raw(device, raw)
        : Made(device, name) is { } tree ? DahuaLines.Lines(device, tree, "table." + name)
        : null;

    private static JsonNode? Made(DahuaDevice device, string name) =>
        Entries.TryGetValue(name, out var entry) && device.Settings.Generation >= entry.Since
            && !(entry.OfCamera && device.Settings.Recorder)
            ? entry.Make(device)
            : null;

    /// <param name="Make">Makes the table; null: the device has none.</param>
    /// <param name="Since">First generation that has it.</param>
    /// <param name="OfCamera">Recorders do not have it.</param>
    private sealed record Entry(
        Func<DahuaDevice, JsonNode?> Make, DahuaGeneration Since = DahuaGeneration.Old, bool OfCamera = false);
}
