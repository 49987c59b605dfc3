using System.Collections.Immutable;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// The profile's weekly schedules. A camera repeats the same week for every event; here each week stands once.
/// </summary>
internal sealed class HikvisionSchedules
{
    private const string WholeDay = "00:00-24:00";
    private readonly List<(string Week, Schedule Schedule)> known = [];

    /// <summary>All weeks that were asked for; null = the camera told none.</summary>
    internal ImmutableArray<Schedule>? All => known.Count == 0 ? null : [.. known.Select(entry => entry.Schedule)];

    /// <summary>The name of a week, the same for equal weeks.</summary>
    /// <param name="days">Spans of Monday to Sunday.</param>
    internal string Name(IReadOnlyList<IReadOnlyList<string>> days)
    {
        var week = string.Join('|', days.Select(spans => string.Join(',', spans)));
        var found = known.FirstOrDefault(entry => entry.Week == week);
        if (found.Schedule is not null) return found.Schedule.Name;
        var isSame = days.All(day => day.SequenceEqual(days[0]));
        var name = isSame && days[0] is [WholeDay] ? "always"
            : isSame && days[0].Count == 0 ? "never"
            : FormattableString.Invariant($"weekly {known.Count(entry => entry.Schedule.Name.StartsWith("weekly", StringComparison.Ordinal)) + 1}");
        known.Add((week, new Schedule { Name = name, Weekly = isSame ? EveryDay(days[0]) : Week(days) }));
        return name;
    }

    /// <summary>The name of a day that is the same all week.</summary>
    /// <param name="spans">Its spans.</param>
    internal string Name(IReadOnlyList<string> spans) => Name([.. Enumerable.Repeat(spans, 7)]);

    private static WeeklySchedule EveryDay(IReadOnlyList<string> spans) =>
        new() { EveryDay = spans.Count == 0 ? null : [.. spans] };

    private static WeeklySchedule Week(IReadOnlyList<IReadOnlyList<string>> days) => new()
    {
        Monday = Day(days[0]),
        Tuesday = Day(days[1]),
        Wednesday = Day(days[2]),
        Thursday = Day(days[3]),
        Friday = Day(days[4]),
        Saturday = Day(days[5]),
        Sunday = Day(days[6]),
    };

    private static ImmutableArray<string>? Day(IReadOnlyList<string> spans) => spans.Count == 0 ? null : [.. spans];
}
