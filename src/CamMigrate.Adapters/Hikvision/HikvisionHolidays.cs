using System.Collections.Immutable;
using System.Globalization;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>The calendar: <c>GET /ISAPI/System/Holidays</c>, a fixed number of places, most of them unused.</summary>
internal static class HikvisionHolidays
{
    private const string FactoryName = "Holiday";
    private const int LeapYear = 2000;
    private static readonly string[] Kinds = ["holidayMonth", "holidayWeek", "holidayDate"];
    private static readonly string[] Parts =
        ["monthOfYear", "dayOfMonth", "weekOfMonth", "dayOfWeek", "startDate", "endDate"];

    internal static ImmutableArray<Holiday>? Parse(AnswerNode? document, ReadingNotes notes)
    {
        if (document is null) return null;
        var holidays = document.Children("holiday").Select(place => Read(place, notes)).OfType<Holiday>();
        return [.. holidays.GroupBy(h => h.Name, StringComparer.Ordinal).SelectMany(same => same.Select(
            (h, i) => i == 0 ? h : h with { Name = FormattableString.Invariant($"{h.Name} ({i + 1})") }))];
    }

    private static Holiday? Read(AnswerNode place, ReadingNotes notes)
    {
        place.At("id").Ignore(IgnoreRule.Identity);
        var (enabled, name, mode) = (place.At("enabled"), place.At("holidayName"), place.At("holidayMode"));
        var (from, to) = (Day(place, "start"), Day(place, "end"));
        if (enabled.PeekBool() is not true && from == to
            && name.Peek()?.StartsWith(FactoryName, StringComparison.OrdinalIgnoreCase) is not false)
        {
            foreach (var leaf in (AnswerNode?[])[enabled, name, mode]) leaf.Ignore(IgnoreRule.Unused);
            foreach (var leaf in Leaves(place)) leaf.Ignore(IgnoreRule.Unused);
            return null;
        }

        if (from is null || to is null)
        {
            foreach (var leaf in Leaves(place)) leaf.Because("a holiday of the profile is a date, or from one to another");
            notes.Warn("holidays", "a holiday is not set by date; its days are left out.");
        }
        else
        {
            mode.Taken();
            foreach (var leaf in Leaves(place)) leaf.Ignore(IgnoreRule.NotInForce);
            foreach (var leaf in Leaves(place, from.Length > "MM-dd".Length ? "holidayDate" : "holidayMonth")) leaf.Taken();
        }

        return new Holiday
        {
            Name = name.Text() ?? FactoryName + (place.At("id").Peek() ?? ""),
            Enabled = enabled.Bool(),
            From = from,
            To = to,
        };
    }

    /// <summary><c>MM-dd</c> of every year, or <c>yyyy-MM-dd</c>; null = set another way.</summary>
    private static string? Day(AnswerNode place, string end)
    {
        var month = IsSet(place, "month") ? place.At("holidayMonth", end + "Month") : null;
        if (month.At("monthOfYear").PeekInt() is >= 1 and <= 12 and var m && month.At("dayOfMonth").PeekInt() is >= 1 and var d
            && d <= DateTime.DaysInMonth(LeapYear, m))
            return string.Create(CultureInfo.InvariantCulture, $"{m:00}-{d:00}");
        return IsSet(place, "date") && DateOnly.TryParseExact(
            place.At("holidayDate", end + "Date").Peek(), "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var date) ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The other kinds keep what was set once.</summary>
    private static bool IsSet(AnswerNode place, string kind) =>
        place.At("holidayMode").Peek() is not { } mode || mode.Equals(kind, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<AnswerNode> Leaves(AnswerNode place, string? kind = null) => Kinds
        .Where(one => kind is null || one == kind).SelectMany(one => place.At(one)?.Leaves() ?? [])
        .Where(leaf => Parts.Contains(leaf.Name, StringComparer.OrdinalIgnoreCase));
}
