using System.Text.Json.Nodes;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>Recording, and the cameras of a recorder.</summary>
internal static class RecordTables
{
    private const int DaysAndHoliday = 8;

    public static JsonNode Record(DahuaDevice device) => Json.PerChannel(device, channel => new JsonObject
    {
        ["HolidayEnable"] = false,
        ["PreRecord"] = channel.Record.PreRecord,
        ["Redundancy"] = false,
        ["Stream"] = 0,
        ["TimeSection"] = Json.Week(channel.Record.Sections, DaysAndHoliday),
    });

    public static JsonNode Snap(DahuaDevice device) => Json.PerChannel(device, _ => new JsonObject
    {
        ["HolidayEnable"] = false,
        ["TimeSection"] = Json.Week([], DaysAndHoliday),
    });

    /// <summary>A number for each month, bit 0 its first day.</summary>
    public static JsonNode Holiday(DahuaDevice device) => new JsonObject
    {
        ["MonthMask"] = Json.List(Enumerable.Range(1, 12), (month, _) => JsonValue.Create(device.Settings.Holidays
            .Where(day => (int)day.X == month)
            .Sum(day => 1L << ((int)day.Y - 1)))),
    };

    public static JsonNode RecordMode(DahuaDevice device) => Json.PerChannel(device, channel => new JsonObject
    {
        ["Mode"] = channel.Record.Mode,
        ["ModeExtra1"] = 2,
        ["ModeExtra2"] = 2,
    });

    public static JsonNode? RemoteDevice(DahuaDevice device)
    {
        if (!device.Settings.Recorder) return null;
        var table = new JsonObject();
        for (var i = 0; i < device.Settings.Channels.Length; i++)
        {
            if (device.Settings.Channels[i] is not { Remote: { } remote } channel) continue;
            table[FormattableString.Invariant($"uuid:System_CONFIG_NETCAMERA_INFO_{i}")] = new JsonObject
            {
                ["Address"] = remote.Address,
                ["DeviceType"] = remote.DeviceType,
                ["Enable"] = true,
                ["HttpPort"] = remote.HttpPort,
                ["Password"] = "******",
                ["Port"] = remote.Port,
                ["ProtocolType"] = remote.Protocol,
                ["RtspPort"] = remote.RtspPort,
                ["UserName"] = remote.Username,
                ["VideoInputs"] = new JsonArray(new JsonObject { ["Name"] = channel.Name }),
            };
        }

        return table;
    }
}
