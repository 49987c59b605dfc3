using System.Globalization;
using System.Text.Json.Nodes;
using CamMigrate.Simulator.Dahua.Tables;

namespace CamMigrate.Simulator.Dahua.Calls;

/// <summary>Who the device is, and what time it has.</summary>
internal static class IdentityCalls
{
    /// <summary>Recorders say less, and their deviceType is no model.</summary>
    public static JsonObject SystemInfo(DahuaDevice device)
    {
        var identity = device.Camera.Identity;
        var info = new JsonObject
        {
            ["processor"] = "SIM",
            ["serialNumber"] = identity.SerialNumber,
            ["updateSerial"] = identity.Model,
        };
        if (device.DeviceType is { } type) info["deviceType"] = type;
        if (device.Settings.Recorder) return info;
        info["appAutoStart"] = true;
        info["hardwareVersion"] = identity.HardwareId;
        if (!device.IsOld) info["updateSerialCloudUpgrade"] = identity.Model + ":00:00:00";
        return info;
    }

    public static JsonObject SoftwareVersion(DahuaDevice device) => new()
    {
        ["version"] = $"{device.Camera.Identity.Firmware},build:{device.Camera.Identity.Build}",
    };

    /// <summary>The same as RPC2 tells it.</summary>
    public static JsonObject SoftwareVersionObject(DahuaDevice device) => new()
    {
        ["version"] = new JsonObject
        {
            ["Build"] = device.Camera.Identity.Build,
            ["BuildDate"] = device.Camera.Identity.Build,
            ["SecurityBaseLineVersion"] = "V2.1",
            ["Version"] = device.Camera.Identity.Firmware,
            ["WebVersion"] = "3.2.1.0",
        },
    };

    /// <summary>One limit by its name, or all.</summary>
    public static JsonObject? ProductDefinition(DahuaDevice device, string? name)
    {
        var limits = new JsonObject
        {
            ["MaxExtraStream"] = EncodeTables.ExtraStreams(device),
            ["MaxSnap"] = 1,
            ["VideoInChannel"] = device.Settings.Channels.Length,
        };
        if (name is null) return new() { ["table"] = limits };
        return limits.TryGetPropertyValue(name, out var value)
            ? new() { ["table"] = new JsonObject { [name] = value!.DeepClone() } }
            : null;
    }

    /// <summary>
    /// Local time without a zone; old firmware leaves out leading zeros and puts blanks around the sign.
    /// </summary>
    public static string CurrentTime(DahuaDevice device) => device.IsOld
        ? DahuaClock.Now(device).ToString("yyyy-M-d H:m:s", CultureInfo.InvariantCulture)
        : DahuaClock.Now(device).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static JsonArray Interfaces(DahuaDevice device) => new(
        new JsonObject
        {
            ["Name"] = device.Settings.Network.Interface,
            ["Speed"] = 100,
            ["Status"] = "up",
            ["Type"] = "normal",
            ["Valid"] = true,
        });

    public static JsonObject? Storage(DahuaDevice device) => device.Settings.Storage.IsEmpty
        ? null
        : new()
        {
            ["info"] = Json.List(device.Settings.Storage, (disk, _) => new JsonObject
            {
                ["Detail"] = new JsonArray(new JsonObject
                {
                    ["IsError"] = false,
                    ["Path"] = "/mnt/sd",
                    ["TotalBytes"] = JsonValue.Create(disk.TotalBytes),
                    ["Type"] = "ReadWrite",
                    ["UsedBytes"] = JsonValue.Create(disk.UsedBytes),
                }),
                ["Name"] = disk.Name,
                ["State"] = disk.State,
            }),
        };
}
