using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CamMigrate.Core.Planning;

/// <summary>The spellings of <see cref="PosixTimeZone"/>.</summary>
internal static partial class PosixTimeZoneParser
{
    private static readonly TimeSpan DefaultChange = TimeSpan.FromHours(2);
    private static readonly TimeSpan DefaultSaving = TimeSpan.FromHours(1);

    internal static PosixTimeZone? Parse(string? text)
    {
        if (text is null || text.Length > 128 || Pattern().Match(text.Trim()) is not { Success: true } match) return null;
        if (Offset(match.Groups["std"].Value) is not { } west) return null;
        var offset = -west;
        var zone = new PosixTimeZone(offset, null) { StandardName = Bare(match.Groups["name"].Value, "UTC") };
        if (!match.Groups["rule"].Success) return zone;
        var saving = match.Groups["dst"].Success ? Saving(match.Groups["dst"].Value, offset) : DefaultSaving;
        if (saving is null || Date(match, "s") is not { } start || Date(match, "e") is not { } end) return null;
        return zone with
        {
            Dst = new DstRule(saving.Value, start, end),
            DstName = Bare(match.Groups["dstname"].Value, "DST"),
        };
    }

    internal static string Format(PosixTimeZone zone)
    {
        var text = new StringBuilder(zone.StandardName).Append(Clock(-zone.Offset));
        if (zone.Dst is not { } dst) return text.ToString();
        text.Append(zone.DstName);
        if (dst.Saving != DefaultSaving) text.Append(Clock(-(zone.Offset + dst.Saving)));
        return text.Append(',').Append(Day(dst.Start)).Append(',').Append(Day(dst.End)).ToString();
    }

    /// <summary>Hikvision writes the saving after the summer name, POSIX the offset: a positive hour that cannot be the offset is the saving.</summary>
    private static TimeSpan? Saving(string text, TimeSpan offset)
    {
        if (Offset(text) is not { } value) return null;
        var asOffset = -value - offset;
        if (asOffset > TimeSpan.Zero && asOffset <= TimeSpan.FromHours(2)) return asOffset;
        return value > TimeSpan.Zero && value <= TimeSpan.FromHours(2) ? value : null;
    }

    private static DstDate? Date(Match match, string prefix)
    {
        var (month, week, day) = (Number(match, prefix + "m"), Number(match, prefix + "w"), Number(match, prefix + "d"));
        var time = match.Groups[prefix + "t"].Success ? Offset(match.Groups[prefix + "t"].Value) : DefaultChange;
        return month is >= 1 and <= 12 && week is >= 1 and <= 5 && day is >= 0 and <= 6 && time is { } t
            ? new DstDate(month, week, day, t)
            : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static TimeSpan? Offset(string text)
    {
        var sign = text.StartsWith('-') ? -1 : 1;
        var parts = text.TrimStart('+', '-').Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        if (parts.Length is 0 or > 3 || parts[0] > 24 || parts.Skip(1).Any(p => p > 59)) return null;
        return sign * new TimeSpan(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
    }

    private static string Clock(TimeSpan value)
    {
        var sign = value < TimeSpan.Zero ? "-" : "";
        var (hours, minutes, seconds) = (Math.Abs((int)value.TotalHours), Math.Abs(value.Minutes), Math.Abs(value.Seconds));
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{hours}")
            + (minutes + seconds == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{minutes:00}"))
            + (seconds == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{seconds:00}"));
    }

    private static string Day(DstDate date) =>
        string.Create(CultureInfo.InvariantCulture, $"M{date.Month}.{date.Week}.{date.Day}")
        + (date.Time == DefaultChange ? "" : "/" + Clock(date.Time));

    private static string Bare(string name, string fallback)
    {
        var letters = name.Trim('<', '>');
        return letters.Length >= 3 && letters.All(char.IsAsciiLetter) ? letters : fallback;
    }

    [GeneratedRegex(
        @"^(?<name><[A-Za-z0-9+-]{1,10}>|[A-Za-z]{1,10})?(?<std>[+-]?[0-9]{1,2}(:[0-9]{1,2}){0,2})"
        + @"((?<dstname><[A-Za-z0-9+-]{1,10}>|[A-Za-z]{1,10})(?<dst>[+-]?[0-9]{1,2}(:[0-9]{1,2}){0,2})?:?"
        + @"(?<rule>,M(?<sm>[0-9]{1,2})\.(?<sw>[0-9])\.(?<sd>[0-9])(/(?<st>[+-]?[0-9]{1,2}(:[0-9]{1,2}){0,2}))?"
        + @",M(?<em>[0-9]{1,2})\.(?<ew>[0-9])\.(?<ed>[0-9])(/(?<et>[+-]?[0-9]{1,2}(:[0-9]{1,2}){0,2}))?)?)?:?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
