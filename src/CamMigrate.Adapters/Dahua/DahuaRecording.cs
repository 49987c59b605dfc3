using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Hours of recording, <c>Record[ch]</c> with <c>RecordMode[ch]</c>, as a named schedule; and the days of <c>Holiday</c>.
/// </summary>
internal static class DahuaRecording
{
    private const int General = 1;
    private const int MonthsOfYear = 12;

    /// <summary>Carries the hours of a channel as a schedule.</summary>
    internal static void Schedule(DahuaTables tables, int channel, DahuaSchedules schedules, ReadingNotes notes)
    {
        var sections = tables.Of("Record", channel).At("TimeSection");
        var mode = tables.Of("RecordMode", channel).At("Mode");
        if (sections is null) return;
        if (mode.Int(0, 2) is { } word and not 0)
        {
            sections.Unused();
            notes.Info(
                "schedules",
                FormattableString.Invariant($"channel {channel + 1} records ")
                    + (word == 1 ? "always, by hand, whatever its schedule." : "nothing, whatever its schedule."));
            return;
        }

        if (sections.Leaves().Any(l => DahuaSections.Parse(l.Peek()) is { Mask: > General }))
            notes.Info("schedules", "what is recorded on events is not carried; the hours of continuous recording are.");
        schedules.Name(sections, FormattableString.Invariant($"recording {channel + 1}"), General);
    }

    /// <summary>A number for each month, a bit for each day.</summary>
    internal static ImmutableArray<Holiday>? Holidays(AnswerNode? table)
    {
        if (table.At("MonthMask") is not { } months) return null;
        var days = ImmutableArray.CreateBuilder<Holiday>();
        foreach (var (month, node) in months.Items())
        {
            if (month is < 0 or >= MonthsOfYear
                || node.PeekNumber() is not (>= 0 and <= uint.MaxValue and var number)) continue;
            node.Taken();
            var mask = (uint)number;
            for (var day = 0; day < DateTime.DaysInMonth(2024, month + 1); day++)
                if ((mask >> day & 1) != 0) days.Add(Day(month + 1, day + 1));
        }

        return days.ToImmutable();
    }

    private static Holiday Day(int month, int day)
    {
        var text = FormattableString.Invariant($"{month:00}-{day:00}");
        return new Holiday { Name = text, Enabled = true, From = text };
    }
}
