using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// What the picture changes to, and when: the day of a scheduled filter (<c>IrcutFilter/Schedule</c>), the scenes of
/// <c>/ISAPI/Image/channels/{n}/displayParamSwitch</c>, and the sets of levels of <c>/ISPMode</c>.
/// </summary>
/// <remarks>Nobody recorded the last two: what is not as described stays where it is.</remarks>
internal sealed class HikvisionImagingProfiles(int source, HikvisionSchedules schedules, ReadingNotes notes)
{
    private readonly string path = SettingPath.Source(source) + ".imagingProfiles";

    /// <summary>Reads them; null = the picture does not change, or the camera does not tell.</summary>
    internal ImmutableArray<ImagingProfile>? Parse(AnswerNode? image, AnswerNode? change, AnswerNode? sets)
    {
        var levels = Sets(sets);
        List<ImagingProfile> profiles = [.. Filter(image.At("IrcutFilter"))];
        foreach (var scene in Scenes(change))
        {
            var whole = scene with { Imaging = levels.GetValueOrDefault(scene.Name) };
            var twin = profiles.FindIndex(p => Same(p.Name, scene.Name) && p.Schedule == scene.Schedule);
            if (twin < 0) profiles.Add(whole);
            else profiles[twin] = profiles[twin] with { Imaging = Joined(profiles[twin].Imaging, whole.Imaging) };
        }

        profiles.AddRange(levels.Where(set => profiles.All(p => !Same(p.Name, set.Key)))
            .Select(set => new ImagingProfile { Name = set.Key, When = When(set.Key), Imaging = set.Value }));
        if (profiles.Count == 0) return null;
        notes.Assume(path);
        return [.. profiles.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase).SelectMany(same => same.Select(
            (p, i) => i == 0 ? p : p with { Name = FormattableString.Invariant($"{p.Name} ({i + 1})") }))];
    }

    /// <summary>By the clock the filter is in the light path from begin to end, and out of it for the rest.</summary>
    private IEnumerable<ImagingProfile> Filter(AnswerNode? filter)
    {
        var (type, schedule) = (filter.At("IrcutFilterType"), filter.At("Schedule"));
        var isScheduled = "schedule".Equals(type.Peek(), StringComparison.OrdinalIgnoreCase);
        if (!isScheduled)
        {
            schedule.Ignore(IgnoreRule.NotInForce, "scheduleType");
            schedule.At("TimeRange").Ignore(IgnoreRule.NotInForce, "beginTime", "endTime");
            yield break;
        }

        // Sunrise to sunset may be set so that the end stands before the begin.
        if (!"day".Equals(schedule.At("scheduleType").Peek() ?? "day", StringComparison.OrdinalIgnoreCase)
            || HikvisionSpan.Look(schedule.At("TimeRange")) is not { } day)
        {
            type.Because("the schedule of the filter is not understood");
            notes.Warn(path, "the day/night filter follows a schedule that is not understood; it is left out.");
            yield break;
        }

        type.Taken();
        schedule.At("scheduleType").Taken();
        HikvisionSpan.Take(schedule.At("TimeRange"));
        yield return Switched("Day", [day], new ImagingSettings { IrCutFilter = IrCutFilterMode.On });
        yield return Switched("Night", HikvisionSpan.Rest([day]), new ImagingSettings { IrCutFilter = IrCutFilterMode.Off });
    }

    private IEnumerable<ImagingProfile> Scenes(AnswerNode? document)
    {
        var (mode, list) = (document.At("mode"), document.At("TimingSwitch", "PeriodList"));
        var periods = list.Children("Period").ToList();
        if (!"timingSwitch".Equals(mode.Peek(), StringComparison.OrdinalIgnoreCase))
        {
            foreach (var period in periods) Leave(period, IgnoreRule.NotInForce);
            if ("disable".Equals(mode.Peek(), StringComparison.OrdinalIgnoreCase)) mode.Taken();
            else if (mode is not null)
            {
                mode.Because("no vendor-neutral setting for this word");
                notes.Warn(path, "the camera changes its picture in a way that has no vendor-neutral counterpart.");
            }

            yield break;
        }

        mode.Taken();
        var spans = new List<(string Scene, (int Begin, int End) Span)>();
        foreach (var period in periods)
        {
            var range = period.At("TimeRange");
            if (period.At("enabled").PeekBool() is false) Leave(period, IgnoreRule.Unused);
            else if (HikvisionSpan.Look(range) is { } span && span.Begin < span.End && period.At("linkScene").Text() is { } scene)
            {
                period.At("id").Ignore(IgnoreRule.Identity);
                period.At("enabled").Taken();
                HikvisionSpan.Take(range);
                spans.Add((scene, span));
            }
        }

        foreach (var scene in spans.GroupBy(s => s.Scene, StringComparer.OrdinalIgnoreCase))
            yield return Switched(scene.Key, scene.Select(s => s.Span), null);
    }

    /// <summary>Every group with levels of a picture is a set, whatever it is called.</summary>
    private Dictionary<string, ImagingSettings> Sets(AnswerNode? document)
    {
        var sets = new Dictionary<string, ImagingSettings>(StringComparer.OrdinalIgnoreCase);
        // "auto": by the light, which the names of the sets say; another word would be lost.
        if ("auto".Equals(document.At("mode").Peek(), StringComparison.OrdinalIgnoreCase)) document.At("mode").Taken();
        foreach (var set in document?.DescendantsAndSelf().Where(node => node.At("Color") is not null) ?? [])
        {
            var name = set.At("name") ?? set.At("sceneName") ?? set.At("linkScene");
            set.At("id").Ignore(IgnoreRule.Identity);
            if (sets.ContainsKey(name.Peek() ?? set.Name)) continue;
            sets.Add(name.Text() ?? set.Name, HikvisionImaging.Parse(set, null, source, notes)!);
        }

        return sets;
    }

    private ImagingProfile Switched(string name, IEnumerable<(int Begin, int End)> spans, ImagingSettings? imaging) => new()
    {
        Name = name,
        When = When(name),
        Schedule = schedules.Name([.. spans.Order().Select(HikvisionSpan.Text)]),
        Imaging = imaging,
    };

    /// <summary>The filter follows the same clock as the levels.</summary>
    private static ImagingSettings? Joined(ImagingSettings? filter, ImagingSettings? levels) =>
        levels is null ? filter : levels with { IrCutFilter = filter?.IrCutFilter };

    private static void Leave(AnswerNode period, string rule)
    {
        period.Ignore(rule, "id", "enabled", "linkScene");
        period.At("TimeRange").Ignore(rule, "beginTime", "endTime");
    }

    private static string? When(string name) =>
        Same(name, "day") ? "Day" : Same(name, "night") || Same(name, "lowIllumination") ? "Night" : null;

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
