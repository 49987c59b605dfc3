using System.Xml.Linq;
using CamMigrate.Core.Planning;

using CamMigrate.Http;
namespace CamMigrate.Onvif.Soap;

/// <summary>How far a camera's clock is from ours, read without a login.</summary>
internal static class ClockReading
{
    // A reading this near our clock is the true one; where none is, the clock is wrong and UTCDateTime means what it
    // says.
    private static readonly TimeSpan Plausible = TimeSpan.FromMinutes(5);

    /// <summary>The offset to sign tokens with.</summary>
    /// <remarks>Some devices put local time into <c>UTCDateTime</c>, some give <c>LocalDateTime</c> alone, some as if
    /// it were UTC.</remarks>
    /// <param name="answer"><c>GetSystemDateAndTimeResponse</c>.</param>
    /// <param name="now">Our clock.</param>
    /// <returns>Camera's clock minus ours; null when it does not tell.</returns>
    internal static TimeSpan? Offset(XElement? answer, DateTimeOffset now)
    {
        var clock = answer.At("SystemDateAndTime");
        var local = Parse(clock.At("LocalDateTime"));
        var utc = Parse(clock.At("UTCDateTime"));
        var zone = PosixTimeZone.Parse(clock.At("TimeZone", "TZ").AsText());
        DateTimeOffset?[] readings =
        [
            utc,
            zone is null ? null : local - zone.Offset,
            zone?.Dst is null ? null : local - zone.Offset - zone.Dst.Saving,
            local,
        ];
        var offsets = readings.Where(r => r is not null).Select(r => (TimeSpan?)(r!.Value - now)).ToList();
        return offsets.OrderBy(o => o!.Value.Duration()).FirstOrDefault(o => o!.Value.Duration() <= Plausible)
            ?? offsets.FirstOrDefault();
    }

    /// <summary>Whether <c>UTCDateTime</c> is not UTC: another reading of the same answer was nearer to our
    /// clock.</summary>
    /// <param name="answer"><c>GetSystemDateAndTimeResponse</c>.</param>
    /// <param name="offset">The offset that was chosen.</param>
    /// <param name="now">Our clock.</param>
    internal static bool IsLocalAsUtc(XElement? answer, TimeSpan offset, DateTimeOffset now) =>
        Parse(answer.At("SystemDateAndTime", "UTCDateTime")) is { } utc && (utc - now - offset).Duration() > Plausible;

    // A year at either end of the calendar would leave it once an offset is added.
    private static DateTimeOffset? Parse(XElement? value)
    {
        var (date, time) = (value.At("Date"), value.At("Time"));
        if (date.At("Year").Int() is not (>= 1900 and <= 9000 and var year)
            || date.At("Month").Int() is not (>= 1 and <= 12 and var month)
            || date.At("Day").Int() is not (>= 1 and var day) || day > DateTime.DaysInMonth(year, month)
            || time.At("Hour").Int() is not (>= 0 and <= 23 and var hour)
                || time.At("Minute").Int() is not (>= 0 and <= 59 and var minute)
            || time.At("Second").Int() is not (>= 0 and <= 60 and var second))
            return null;
        return new DateTimeOffset(year, month, day, hour, minute, Math.Min(second, 59), TimeSpan.Zero);
    }
}
