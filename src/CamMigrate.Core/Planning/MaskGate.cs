using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CamMigrate.Core.Planning;

/// <summary>What may never pass silently: enabled masks that will not be on the new camera, privacy areas that could not be read.</summary>
public static class MaskGate
{
    /// <summary>The privacy settings of a plan that would be lost.</summary>
    /// <param name="plan">The plan.</param>
    public static ImmutableArray<Change> Lost(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Changes.Where(IsLost)];
    }

    /// <summary>The lost settings that nobody has accepted by name.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="accepted">Names, as <see cref="NameOf"/> gives them, or paths, that a person accepts to lose.</param>
    public static ImmutableArray<Change> NotAccepted(Plan plan, IReadOnlyCollection<string> accepted)
    {
        var lost = Lost(plan);
        return [.. lost.Where(c => !accepted.Contains(c.Path) && !accepted.Contains(NameOf(c, lost)))];
    }

    /// <summary>The name by which a person accepts the loss: the mask's own where no other has it, else the path.</summary>
    /// <param name="change">A lost setting.</param>
    /// <param name="lost">All that would be lost.</param>
    public static string NameOf(Change change, ImmutableArray<Change> lost)
    {
        var name = ShortName(change);
        return lost.Count(c => ShortName(c) == name) == 1 ? name : change.Path;
    }

    /// <summary>Whether an area is one that may never be lost silently.</summary>
    internal static bool IsPrivacy(string area) => area is "masks" or "audio" or "videoSources";

    private static string ShortName(Change change)
    {
        var start = change.Path.IndexOf(".masks[", StringComparison.Ordinal);
        return start < 0 ? change.Path : change.Path[(start + ".masks[".Length)..^1];
    }

    private static bool IsLost(Change change)
    {
        if (change.Disposition is not (Disposition.NotSupported or Disposition.NeedsDecision)) return false;
        var area = SettingPath.AreaOf(change.Path);
        var isUnread = IsPrivacy(area) && change is { Disposition: Disposition.NeedsDecision, Wanted: null };
        var isEnabledMask = area == "masks" && (change.Wanted is not JsonObject mask || mask["enabled"]?.GetValue<bool>() is not false);
        return isUnread || isEnabledMask;
    }
}
