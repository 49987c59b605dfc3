using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>A row of the picture tables, and when it is in force.</summary>
/// <param name="Index">Its number in every table that has rows.</param>
/// <param name="Name">Its name.</param>
/// <param name="When"><c>Day</c>, <c>Night</c> or a schedule; null = it is kept for later.</param>
/// <param name="Schedule">Name of the schedule; null = it is not switched by the clock.</param>
internal sealed record DahuaProfile(int Index, string Name, string? When, string? Schedule);

/// <summary>
/// Which row of the picture tables is in force: <c>VideoInMode[ch]</c>, before it
/// <c>VideoInOptions[ch].NightOptions</c>.
/// </summary>
/// <remarks>
/// <c>Config[0]</c> and <c>ConfigEx</c> do not tell the row in force: with mode 2 a camera at night says the same as by
/// day.
/// </remarks>
internal sealed class DahuaProfiles
{
    internal const int Day = 0;
    internal const int Night = 1;
    internal const int Normal = 2;
    private static readonly string[] Names =
        ["Day", "Night", "Normal", "FrontLight", "BackLight", "StrongLight", "LowLight", "Custom", "Custom1"];

    private static readonly string[] Hours =
        ["SunriseHour", "SunriseMinute", "SunriseSecond", "SunsetHour", "SunsetMinute", "SunsetSecond"];

    /// <summary>Values in the rows of the older table that say which row is in force.</summary>
    internal static IReadOnlyCollection<string> Switches { get; } = ["SwitchMode", "Profile", .. Hours];

    private readonly Dictionary<int, (string When, string? Schedule)> switched = [];

    private DahuaProfiles(int inForce) => InForce = inForce;

    /// <summary>The row in force by day, or always.</summary>
    internal int InForce { get; }

    /// <summary>The rows besides the one in force, of which the tables have the names.</summary>
    internal IEnumerable<DahuaProfile> Others(IEnumerable<int> rows, Func<int, string?> name) =>
        rows.Concat(switched.Keys).Where(r => r != InForce).Distinct().Order().Select(row =>
        {
            var (when, schedule) = switched.TryGetValue(row, out var found) ? found : ((string?)null, null);
            return new DahuaProfile(row, name(row) ?? NameOf(row), when, schedule);
        });

    internal static string NameOf(int row) =>
        row < Names.Length ? Names[row] : FormattableString.Invariant($"Profile {row}");

    /// <summary>By the table of newer firmware.</summary>
    internal static DahuaProfiles Of(AnswerNode mode, int source, DahuaSchedules schedules, ReadingNotes notes)
    {
        var path = SettingPath.Source(source) + ".imaging";
        var (word, config, named) = (mode.At("Mode"), mode.At("Config"), mode.At("ConfigEx"));
        switch (word.Int(0, 4))
        {
            case 1:
                config.IgnoreAll(IgnoreRule.Derived);
                named.Ignore(IgnoreRule.Status);
                return ByTime(mode.At("TimeSection"), source, schedules);
            case 2:
                config.IgnoreAll(IgnoreRule.Derived);
                named.Ignore(IgnoreRule.Status);
                mode.At("TimeSection").Unused();
                return new DahuaProfiles(Day) { switched = { [Night] = ("Night", null) } };
            case 4:
                config.IgnoreAll(IgnoreRule.NotInForce);
                mode.At("TimeSection").Unused();
                return new DahuaProfiles(Array.IndexOf(Names, named.Text() ?? "Day") is >= 0 and var row ? row : Day);
            case 0:
                named.Ignore(IgnoreRule.NotInForce);
                mode.At("TimeSection").Unused();
                foreach (var (index, node) in config.Items())
                    if (index > 0) node.Ignore(IgnoreRule.NotInForce);
                return new DahuaProfiles(config.Row(0).Int(0, 63) ?? Day);
            default:
                if (word.Peek() is { } other)
                    notes.Warn(
                        path,
                        $"nobody knows what the switching mode '{Printable.Clip(other)}' does; "
                            + "the row for day is taken as in force.");
                notes.Assume(path);
                return new DahuaProfiles(Day);
        }
    }

    /// <summary>What the older table says of it where the newer one decides.</summary>
    internal static void Mirrored(AnswerNode? options)
    {
        foreach (var row in new[] { options.At("NightOptions"), options.At("NormalOptions") })
            row.Ignore(DahuaRule.Mirror, ["SwitchMode", "Profile", .. Hours]);
    }

    /// <summary>By the older table, in which the top level is the day.</summary>
    internal static DahuaProfiles OfOptions(AnswerNode? options, int source, DahuaSchedules schedules)
    {
        var night = options.At("NightOptions");
        night.At("Profile").Ignore(IgnoreRule.Status); // what is tried for the moment; 3 = nothing
        var mode = night.At("SwitchMode").Int(0, 4);
        if (mode != 2) night.Ignore(IgnoreRule.NotInForce, Hours);
        options.At("NormalOptions").Ignore(IgnoreRule.NotInForce, ["SwitchMode", "Profile", .. Hours]);
        return mode switch
        {
            1 => new DahuaProfiles(Day) { switched = { [Night] = ("Night", null) } },
            2 when Sun(night, "Sunrise") is { } rise && Sun(night, "Sunset") is { } set && rise < set =>
                ByHours(rise, set, source, schedules),
            3 => new DahuaProfiles(Night),
            4 => new DahuaProfiles(Normal),
            _ => new DahuaProfiles(Day),
        };
    }

    private static DahuaProfiles ByTime(AnswerNode? sections, int source, DahuaSchedules schedules)
    {
        // The sections are the day; the night is what they leave.
        var schedule = DahuaSections.Weekly(sections) is { } day
            ? schedules.Name(DahuaSections.Rest(day), FormattableString.Invariant($"night {source}")) : null;
        return new DahuaProfiles(Day) { switched = { [Night] = ("Night", schedule) } };
    }

    private static DahuaProfiles ByHours(int rise, int set, int source, DahuaSchedules schedules)
    {
        var night = DahuaSections.Rest(DahuaSections.Daily(DahuaSections.Span(rise, set)));
        var schedule = schedules.Name(night, FormattableString.Invariant($"night {source}"));
        return new DahuaProfiles(Day) { switched = { [Night] = ("Night", schedule) } };
    }

    private static int? Sun(AnswerNode? night, string name) =>
        night.At(name + "Hour").Int(0, 24) is { } hour && night.At(name + "Minute").Int(0, 59) is { } minute
        && night.At(name + "Second").Int(0, 59) is not null
            ? Math.Min(24 * 60, (hour * 60) + minute) : null;
}
