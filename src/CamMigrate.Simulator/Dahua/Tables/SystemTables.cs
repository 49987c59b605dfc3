using System.Text.Json.Nodes;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>Name, time and logins.</summary>
internal static class SystemTables
{
    private const int NtpServers = 3;

    public static JsonNode General(DahuaDevice device) => new JsonObject
    {
        ["LocalNo"] = 8,
        ["LockLoginEnable"] = true,
        ["LockLoginTimes"] = device.Camera.Login.LockAfter,
        ["LoginFailLockTime"] = Json.Number(device.Camera.Login.LockSeconds),
        ["MachineName"] = device.Camera.Identity.SerialNumber,
    };

    /// <summary>The zone is here; Locales has summer time only.</summary>
    public static JsonNode Ntp(DahuaDevice device)
    {
        var time = device.Settings.Time;
        var table = new JsonObject
        {
            ["Address"] = time.NtpServers.FirstOrDefault() ?? "",
            ["Enable"] = time.Ntp,
            ["Port"] = 123,
            ["TimeZone"] = time.TimeZone,
            ["TimeZoneDesc"] = time.TimeZoneText,
            ["UpdatePeriod"] = time.UpdateMinutes,
        };
        if (device.IsOld) return table;
        table["ServerList"] = Json.List(Enumerable.Range(0, NtpServers), (i, _) => new JsonObject
        {
            ["Address"] = i < time.NtpServers.Length ? time.NtpServers[i] : "",
            ["Enable"] = i < time.NtpServers.Length,
            ["Port"] = 123,
        });
        return table;
    }

    public static JsonNode Locales(DahuaDevice device)
    {
        var year = DahuaClock.Now(device).Year;
        return new JsonObject
        {
            ["DSTEnable"] = device.Settings.Time.Dst,
            ["DSTEnd"] = Change(device.Settings.Time.DstEnd, year),
            ["DSTStart"] = Change(device.Settings.Time.DstStart, year),
            ["TimeFormat"] = device.Settings.Time.Format,
        };
    }

    public static JsonNode? UserGlobal(DahuaDevice device) => device.Settings.Services.OnvifVersion is null
        ? null
        : new JsonObject { ["OnvifLoginCheck"] = device.Settings.Services.OnvifLoginCheck };

    private static JsonObject Change(IReadOnlyList<int> rule, int year) => new()
    {
        ["Day"] = rule[2],
        ["Hour"] = rule[3],
        ["Minute"] = 0,
        ["Month"] = rule[0],
        ["Week"] = rule[1],
        ["Year"] = year,
    };
}
