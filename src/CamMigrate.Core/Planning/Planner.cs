using System.Collections.Immutable;
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
    /// <summary>The reason of settings that no comparison knows.</summary>
    public const string NotYetWritten = "not yet written by this version";

    private const string Unconfirmed = "how the old camera writes it is not confirmed; compare it with the old camera";

    /// <summary>Compares a profile with a camera.</summary>
    /// <param name="profile">What is wanted.</param>
    /// <param name="state">What the camera has and can do.</param>
    /// <param name="kept">What cameras keep instead of what was written; null = nothing is known.</param>
    /// <param name="isAreaWanted">Which areas (<c>masks</c>, <c>time</c>, ...) a person chose; null = all.</param>
    /// <returns>
    /// Every setting of the profile, each with its fate; of areas that were not chosen only the masks.
    /// </returns>
    public static Plan Plan(
        CameraProfile profile, TargetState state, KeptValues? kept = null, Func<string, bool>? isAreaWanted = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(state);
        var c = new Comparison(kept is null ? null : (path, planned) => kept.Find(state.Identity.Key, path, planned), isAreaWanted);
        var planned = new CameraProfile
        {
            Kind = ProfileKind.CameraProfile,
            Time = Time(profile.Time, state, c),
            VideoSources = profile.VideoSources is { } sources
                ? [.. sources.Select(s => VideoSourceArea.Compare(s, state, c.In(SettingPath.Source(s.Number))))]
                : null,
        };
        foreach (var item in profile.Unread ?? []) Unread(item, isAreaWanted, c);
        foreach (var path in profile.Assumed ?? [])
            c.Note(path, FindingSeverity.Warning, Unconfirmed);
        return new Plan
        {
            Target = state.Identity,
            Planned = planned,
            Changes = [.. c.Changes, .. Uncovered(profile, c, isAreaWanted)],
            Findings = [.. c.Findings],
        };
    }

    /// <summary>What could not be read is a human's to decide; of what is never applied it is only said.</summary>
    private static void Unread(UnreadItem item, Func<string, bool>? isAreaWanted, Comparison c)
    {
        var area = SettingPath.AreaOf(item.Path);
        var reason = $"the old camera has or may have it and it could not be read: {item.Reason}";
        if (area is "source" or "camera" or "storage") c.Note(item.Path, FindingSeverity.Warning, reason);
        else if (MaskGate.IsPrivacy(area) || isAreaWanted?.Invoke(area) is not false) c.Undecided(item.Path, reason);
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

    /// <summary>
    /// Settings that no comparison has spoken of: said to be left out, with the reason of their area.
    /// </summary>
    private static IEnumerable<Change> Uncovered(CameraProfile profile, Comparison c, Func<string, bool>? isAreaWanted) =>
        from leaf in ProfileLeaves.Of(profile)
        where isAreaWanted?.Invoke(SettingPath.AreaOf(leaf.Path)) is not false
            && !c.Changes.Any(done => SettingPath.IsWithin(leaf.Path, done.Path))
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
