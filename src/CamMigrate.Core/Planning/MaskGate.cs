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
    /// <param name="accepted">Names of masks, or paths, that a person accepts to lose.</param>
    public static ImmutableArray<Change> NotAccepted(Plan plan, IReadOnlyCollection<string> accepted) =>
        [.. Lost(plan).Where(c => !accepted.Contains(c.Path) && !accepted.Contains(NameOf(c)))];

    /// <summary>The name by which a person accepts the loss: the mask's own, or the path of an unread area.</summary>
    /// <param name="change">A lost setting.</param>
    public static string NameOf(Change change)
    {
        var start = change.Path.IndexOf(".masks[", StringComparison.Ordinal);
        return start < 0 ? change.Path : change.Path[(start + ".masks[".Length)..^1];
    }

    private static bool IsLost(Change change)
    {
        if (change.Disposition is not (Disposition.NotSupported or Disposition.NeedsDecision)) return false;
        if (SettingPath.AreaOf(change.Path) is not ("masks" or "audio")) return false;
        var isUnread = change.Disposition == Disposition.NeedsDecision && change.Wanted is null;
        var isEnabledMask = SettingPath.AreaOf(change.Path) == "masks"
            && (change.Wanted is not JsonObject mask || mask["enabled"]?.GetValue<bool>() is not false);
        return isUnread || isEnabledMask;
    }
}
