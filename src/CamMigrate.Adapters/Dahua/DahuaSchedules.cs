using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>The schedules of a profile; two that are the same have one name.</summary>
internal sealed class DahuaSchedules
{
    private const string Always = "always";
    private const string WholeDay = "00:00-24:00";
    private readonly List<Schedule> schedules = [];
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <summary>The schedules so far, in the order of their use.</summary>
    internal ImmutableArray<Schedule> All => [.. schedules];

    /// <summary>The name of the schedule in a table of time sections; null = there is none.</summary>
    /// <param name="table">The array of days.</param>
    /// <param name="wish">Its name, if no other schedule is the same.</param>
    /// <param name="bits">Bits of the mask that count as on.</param>
    internal string? Name(AnswerNode? table, string wish, int bits = int.MaxValue) =>
        DahuaSections.Weekly(table, bits) is { } weekly ? Name(weekly, wish) : null;

    internal string Name(WeeklySchedule weekly, string wish)
    {
        var key = Key(weekly);
        if (names.TryGetValue(key, out var known)) return known;
        var name = weekly.EveryDay is [WholeDay] ? Always : weekly.EveryDay is [] ? "never" : wish;
        for (var i = 2; schedules.Any(s => s.Name == name); i++) name = FormattableString.Invariant($"{wish} ({i})");
        schedules.Add(new Schedule { Name = name, Weekly = weekly });
        names.Add(key, name);
        return name;
    }

    private static string Key(WeeklySchedule weekly) => string.Join('|',
        new[]
        {
            weekly.EveryDay, weekly.Monday, weekly.Tuesday, weekly.Wednesday, weekly.Thursday, weekly.Friday,
            weekly.Saturday, weekly.Sunday,
        }.Select(day => day is { } spans ? "=" + string.Join(',', spans) : ""));
}
