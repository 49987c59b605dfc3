using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Time sections <c>TimeSection[day][n]=mask HH:MM:SS-HH:MM:SS</c>, days from Sunday; row 7 is that of holidays.
/// </summary>
internal static partial class DahuaSections
{
    private const int Days = 7;
    private const int Midnight = 24 * 60;

    /// <summary>The week of a table; null = it has none.</summary>
    /// <param name="table">The array of days.</param>
    /// <param name="bits">Bits of the mask that count as on.</param>
    internal static WeeklySchedule? Weekly(AnswerNode? table, int bits = int.MaxValue)
    {
        if (table is null || !table.Items().Any()) return null;
        var days = new ImmutableArray<string>?[Days];
        foreach (var (day, sections) in table.Items())
        {
            if (day is >= 0 and < Days) days[day] = Day(sections, bits);
            else Holiday(sections);
        }

        return Week(days);
    }

    /// <summary>The same span on every day.</summary>
    internal static WeeklySchedule Daily(string span) => new() { EveryDay = [span] };

    /// <summary>The hours that a schedule leaves out.</summary>
    internal static WeeklySchedule Rest(WeeklySchedule week)
    {
        if (week.EveryDay is { } daily) return new WeeklySchedule { EveryDay = Rest(daily) ?? [] };
        return new WeeklySchedule
        {
            Sunday = Rest(week.Sunday),
            Monday = Rest(week.Monday),
            Tuesday = Rest(week.Tuesday),
            Wednesday = Rest(week.Wednesday),
            Thursday = Rest(week.Thursday),
            Friday = Rest(week.Friday),
            Saturday = Rest(week.Saturday),
        };
    }

    /// <summary>Leaves the sections of a switch that is not in force out by a rule.</summary>
    internal static void Unused(this AnswerNode? table)
    {
        foreach (var (_, sections) in table.Items()) sections.IgnoreAll(IgnoreRule.NotInForce);
    }

    /// <summary>Leaves sections that are not in use out by a rule.</summary>
    internal static void LeaveUnused(AnswerNode? table)
    {
        foreach (var (_, sections) in table.Items())
            foreach (var (_, leaf) in sections.Items())
                if (Parse(leaf.Peek()) is { Mask: 0 }) leaf.Ignore(IgnoreRule.Unused);
    }

    /// <summary>Minutes of one section; null = it is none, or an empty one.</summary>
    internal static (int Mask, int From, int To)? Parse(string? text)
    {
        if (text is null || Section().Match(text) is not { Success: true } match) return null;
        var (from, to) = (Minutes(match, "a", isEnd: false), Minutes(match, "b", isEnd: true));
        return from is { } start && to is { } end
            && int.TryParse(match.Groups["mask"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture,
                out var mask)
                ? (mask, start, end) : null;
    }

    /// <summary>A span as profiles write it.</summary>
    internal static string Span(int from, int to) => FormattableString.Invariant(
        $"{from / 60:00}:{from % 60:00}-{to / 60:00}:{to % 60:00}");

    private static ImmutableArray<string>? Rest(ImmutableArray<string>? spans)
    {
        var rest = new List<string>();
        var at = "00:00";
        foreach (var span in spans ?? [])
        {
            if (string.CompareOrdinal(at, span[..5]) < 0) rest.Add($"{at}-{span[..5]}");
            if (string.CompareOrdinal(at, span[6..]) < 0) at = span[6..];
        }

        if (at != "24:00") rest.Add(at + "-24:00");
        return rest.Count == 0 ? null : [.. rest];
    }

    private static ImmutableArray<string>? Day(AnswerNode sections, int bits)
    {
        var spans = ImmutableArray.CreateBuilder<string>();
        foreach (var (_, leaf) in sections.Items())
        {
            if (Parse(leaf.Peek()) is not { } section)
            {
                leaf.Because("no time section that can be read");
                continue;
            }

            if ((section.Mask & bits) == 0)
            {
                if (section.Mask == 0) leaf.Ignore(IgnoreRule.Unused);
                else leaf.Because("recorded on events only, which the profile has no place for");
                continue;
            }

            if (section.From >= section.To)
            {
                leaf.Because("a time section that ends before it begins");
                continue;
            }

            leaf.Taken();
            var span = Span(section.From, section.To);
            if (!spans.Contains(span)) spans.Add(span);
        }

        return spans.Count == 0 ? null : [.. spans.Order(StringComparer.Ordinal)];
    }

    private static void Holiday(AnswerNode sections)
    {
        foreach (var (_, leaf) in sections.Items())
            if (Parse(leaf.Peek()) is { Mask: 0 }) leaf.Ignore(IgnoreRule.Unused);
            else leaf.Because("the profile has no schedule of its own for holidays");
    }

    private static WeeklySchedule Week(ImmutableArray<string>?[] days)
    {
        var words = days.Select(d => d is { } spans ? string.Join(',', spans) : null).Distinct().ToList();
        if (words is [null]) return new WeeklySchedule { EveryDay = [] };
        if (words.Count == 1) return new WeeklySchedule { EveryDay = days[0] };
        return new WeeklySchedule
        {
            Sunday = days[0],
            Monday = days[1],
            Tuesday = days[2],
            Wednesday = days[3],
            Thursday = days[4],
            Friday = days[5],
            Saturday = days[6],
        };
    }

    /// <summary>A minute that ends with its 59th second ends with the next minute: 23:59:59 is 24:00.</summary>
    private static int? Minutes(Match match, string group, bool isEnd)
    {
        var parts = match.Groups[group].Value.Split(':')
            .Select(p => int.Parse(p, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        if (parts[1] > 59 || parts[2] > 59) return null;
        var minutes = (parts[0] * 60) + parts[1] + (isEnd && parts[2] == 59 ? 1 : 0);
        return minutes > Midnight || (!isEnd && minutes == Midnight) ? null : minutes;
    }

    [GeneratedRegex(@"^(?<mask>\d{1,9})\s+(?<a>\d{1,2}:\d{1,2}:\d{1,2})\s*-\s*(?<b>\d{1,2}:\d{1,2}:\d{1,2})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Section();
}
