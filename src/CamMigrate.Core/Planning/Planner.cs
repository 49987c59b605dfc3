using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CamMigrate.Core.Planning.Areas;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Diff;
using CamMigrate.Core.Runs;

namespace CamMigrate.Core.Planning;

/// <summary>Makes plans. The same call after a write is the proof: a plan with nothing left to write.</summary>
public static class Planner
{
    private const string NotYetWritten = "not yet written by this version";

    /// <summary>Information about the file and the old device: never applied.</summary>
    private static readonly string[] Information =
        ["schemaVersion", "schemaMinor", "kind", "source", "exclusive", "assumed", "unread", "notCarried"];

    /// <summary>Compares a profile with a camera.</summary>
    /// <param name="profile">What is wanted.</param>
    /// <param name="state">What the camera has and can do.</param>
    /// <param name="kept">What cameras keep instead of what was written; null = nothing is known.</param>
    /// <returns>Every setting of the profile, each with its fate.</returns>
    public static Plan Plan(CameraProfile profile, TargetState state, KeptValues? kept = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(state);
        var c = new Comparison(kept is null ? null : (path, planned) => kept.Find(state.Identity.Key, path, planned));
        var planned = new CameraProfile
        {
            Kind = ProfileKind.CameraProfile,
            Time = Time(profile.Time, state, c),
            VideoSources = profile.VideoSources is { } sources
                ? [.. sources.Select(s => VideoSourceArea.Compare(s, state, c.In(SettingPath.Source(s.Number))))]
                : null,
        };
        foreach (var item in profile.Unread ?? [])
            c.NeedsDecision(item.Path, null, null, $"the old camera has or may have it and it could not be read: {item.Reason}");
        foreach (var path in profile.Assumed ?? [])
            c.Note(path, FindingSeverity.Warning, "how the old camera writes it is not confirmed; compare it with the old picture");
        return new Plan
        {
            Target = state.Identity,
            Planned = planned,
            Changes = [.. c.Changes, .. Uncovered(profile, c)],
            Findings = [.. c.Findings],
        };
    }

    /// <summary>The profile with only some of its areas.</summary>
    /// <param name="profile">The whole.</param>
    /// <param name="isWanted">Whether an area (<c>masks</c>, <c>time</c>, ...) stays.</param>
    public static CameraProfile Select(CameraProfile profile, Func<string, bool> isWanted)
    {
        var root = JsonSerializer.SerializeToNode(profile, ProfileJson.Options)!.AsObject();
        foreach (var key in root.Select(p => p.Key).Where(k => !Information.Contains(k) && k != "videoSources" && !isWanted(k)).ToList())
            root.Remove(key);
        foreach (var source in root["videoSources"]?.AsArray() ?? [])
        {
            foreach (var key in source!.AsObject().Select(p => p.Key).Where(k => k != "number" && !isWanted(k)).ToList())
                source.AsObject().Remove(key);
        }

        var unread = profile.Unread?.RemoveAll(u => !isWanted(SettingPath.AreaOf(u.Path)));
        return root.Deserialize<CameraProfile>(ProfileJson.Options)! with { Unread = unread };
    }

    private static TimeSettings? Time(TimeSettings? want, TargetState state, Comparison c)
    {
        if (want is null) return null;
        var at = c.In("time");
        if (state.Options.Time is { } options && state.Unread.GetValueOrDefault("time") is null)
            return TimeArea.Compare(want, state.Current.Time, options, state.ClockOffset, at);
        at.Blanket(state.Unread.GetValueOrDefault("time") is { } why
            ? $"the new camera's clock settings could not be read: {why}"
            : "the camera has no clock settings over ONVIF");
        return null;
    }

    /// <summary>Settings that no comparison has spoken of: said to be left out, with the reason of their area.</summary>
    private static IEnumerable<Change> Uncovered(CameraProfile profile, Comparison c) =>
        from leaf in ProfileLeaves.Of(profile)
        where !c.Changes.Any(done => SettingPath.IsWithin(leaf.Path, done.Path))
        select leaf.Value is JsonArray { Count: 0 }
            ? new Change { Path = leaf.Path, Wanted = new JsonArray(), Disposition = Disposition.Same, IsThere = true, Reason = "the old camera had none" }
            : new Change
            {
                Path = leaf.Path,
                Wanted = leaf.Value.DeepClone(),
                Disposition = Disposition.NotSupported,
                Reason = c.Blankets.Where(b => SettingPath.IsWithin(leaf.Path, b.Key))
                    .OrderByDescending(b => b.Key.Length).Select(b => b.Value).FirstOrDefault(NotYetWritten),
            };
}
