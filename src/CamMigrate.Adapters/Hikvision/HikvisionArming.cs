using System.Globalization;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// When events are armed: <c>GET /ISAPI/Event/schedules/motionDetections</c> and its like, a list of all channels or the
/// week of one.
/// </summary>
internal sealed class HikvisionArming(HikvisionSchedules schedules, ReadingNotes notes)
{
    private const int Days = 7;
    private readonly Dictionary<(string Schedules, int Number), AnswerNode> weeks = [];
    private readonly HashSet<(string Schedules, int Number)> taken = [];

    /// <summary>Adds a list of schedules, or one.</summary>
    /// <param name="kind">The kind of event that they arm.</param>
    /// <param name="document">The document; null = there is none.</param>
    internal void Add(HikvisionEvent kind, AnswerNode? document)
    {
        if (document is null) return;
        IEnumerable<AnswerNode> all = document.At("TimeBlockList") is not null ? [document]
            : document.Children.Where(child => child.At("TimeBlockList") is not null);
        foreach (var schedule in all)
        {
            schedule.Ignore(
                IgnoreRule.Identity, "id", "eventType", "videoInputChannelID", "dynVideoInputChannelID", "inputIOPortID",
                "dynInputIOPortID");
            if (Number(schedule) is { } number) weeks.TryAdd((kind.Schedules, number), schedule);
        }
    }

    /// <summary>The name of the week in which an event is armed; null = the camera does not tell.</summary>
    /// <param name="kind">The kind of event.</param>
    /// <param name="number">Number of the channel, or of the input.</param>
    /// <param name="path">The setting, for findings.</param>
    internal string? Name(HikvisionEvent kind, int number, string path)
    {
        if (!weeks.TryGetValue((kind.Schedules, number), out var schedule)) return null;
        taken.Add((kind.Schedules, number));
        // Half a week would arm, or leave unarmed, what nobody wanted.
        var blocks = schedule.At("TimeBlockList").Children("TimeBlock").ToList();
        if (blocks.FirstOrDefault(block => !IsUnderstood(block)) is { } odd)
        {
            notes.Warn(path + ".schedule", $"'{Words(odd)}' is no span of a day; the week is left out.");
            foreach (var leaf in blocks.SelectMany(block => block.Leaves())) leaf.Because("the week is not understood");
            return null;
        }

        var days = Enumerable.Range(0, Days).Select(_ => new List<(int Begin, int End)>()).ToArray();
        foreach (var block in blocks)
            if (Block(block) is var (day, span)) days[day - 1].Add(span);
        // that day 1 is Monday is written nowhere
        if (days.Any(day => !day.SequenceEqual(days[0]))) notes.Assume("schedules");
        return schedules.Name([.. days.Select(day => (IReadOnlyList<string>)[.. day.Order().Select(HikvisionSpan.Text)])]);
    }

    /// <summary>Says of what is left why it is: the profile has nothing that it would arm.</summary>
    internal void Close()
    {
        foreach (var (_, schedule) in weeks.Where(week => !taken.Contains(week.Key)))
            foreach (var leaf in schedule.At("TimeBlockList")?.Leaves() ?? [])
                leaf.Because("the camera has no such detection here");
    }

    private static bool IsUnderstood(AnswerNode block) => HikvisionSpan.Look(block.At("TimeRange")) is not null
        && (block.At("dayOfWeek").Peek() is null || Day(block.At("dayOfWeek")) is not null);

    /// <summary>Day, 1 is Monday, and span; null = the block is for holidays, or empty.</summary>
    private static (int Day, (int Begin, int End) Span)? Block(AnswerNode block)
    {
        block.At("id").Ignore(IgnoreRule.Identity);
        var (name, range) = (block.At("dayOfWeek"), block.At("TimeRange"));
        var span = HikvisionSpan.Look(range)!.Value;
        if (span.Begin == span.End)
        {
            name.Ignore(IgnoreRule.Unused);
            range.Ignore(IgnoreRule.Unused, "beginTime", "endTime");
            return null;
        }

        if (Day(name) is not { } day)
        {
            range.At("beginTime").Because("a schedule of the profile says nothing of holidays");
            range.At("endTime").Because("a schedule of the profile says nothing of holidays");
            return null;
        }

        name.Taken();
        HikvisionSpan.Take(range);
        return (day, span);
    }

    private static string Words(AnswerNode block) => Printable.Clip(
        string.Join(' ', block.Leaves().Select(leaf => leaf.Value).OfType<string>()));

    private static int? Day(AnswerNode? name) => name.PeekInt() is >= 1 and <= Days and var day ? day : null;

    private static int? Number(AnswerNode schedule)
    {
        foreach (var name in (string[])["videoInputChannelID", "dynVideoInputChannelID", "inputIOPortID", "dynInputIOPortID"])
            if (schedule.At(name).PeekInt() is { } number) return number;
        var id = schedule.At("id").Peek() ?? "";
        var digits = id.Length - id.AsSpan().TrimEnd("0123456789").Length;
        return int.TryParse(id.AsSpan(id.Length - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            ? end : null;
    }
}
