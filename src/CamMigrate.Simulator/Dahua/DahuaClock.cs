using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua;

/// <summary>Local time of a device: an index of fixed offsets, and a rule for summer time of its own.</summary>
internal static class DahuaClock
{
    private static readonly int[] Minutes =
    [
        0, 60, 120, 180, 210, 240, 270, 300, 330, 345, 360, 390, 420, 480, 540, 570, 600, 660, 720, 780,
        -60, -120, -180, -210, -240, -300, -360, -420, -480, -540, -600, -660, -720,
    ];

    public static DateTime Now(DahuaDevice device) =>
        TimeZoneInfo.ConvertTime(device.Time.GetUtcNow(), Zone(device.Settings.Time)).DateTime;

    private static TimeZoneInfo Zone(DahuaTime time)
    {
        var index = time.TimeZone;
        var offset = TimeSpan.FromMinutes(index >= 0 && index < Minutes.Length ? Minutes[index] : 0);
        return TimeZoneInfo.CreateCustomTimeZone("device", offset, "device", "device", "device summer",
            time.Dst ? [Summer(time)] : []);
    }

    private static TimeZoneInfo.AdjustmentRule Summer(DahuaTime time) =>
        TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1),
            Change(time.DstStart), Change(time.DstEnd));

    // Week 0 means that the day is one of the month; -1 is the last week.
    private static TimeZoneInfo.TransitionTime Change(IReadOnlyList<int> rule)
    {
        var at = new DateTime(1, 1, 1, Math.Clamp(rule[3], 0, 23), 0, 0, DateTimeKind.Unspecified);
        var month = Math.Clamp(rule[0], 1, 12);
        return rule[1] == 0
            ? TimeZoneInfo.TransitionTime.CreateFixedDateRule(at, month, Math.Clamp(rule[2], 1, 28))
            : TimeZoneInfo.TransitionTime.CreateFloatingDateRule(
                at, month, rule[1] < 0 ? 5 : Math.Clamp(rule[1], 1, 5), (DayOfWeek)Math.Clamp(rule[2], 0, 6));
    }
}
