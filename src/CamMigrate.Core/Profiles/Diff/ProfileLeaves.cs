using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CamMigrate.Core.Profiles.Diff;

/// <summary>
/// A profile as a flat list of settings: what a plan must account for and what a comparison compares.
/// </summary>
public static class ProfileLeaves
{
    /// <summary>What a file says about itself and about the device it came from: no settings.</summary>
    private static readonly FrozenSet<string> About = FrozenSet.Create(
        StringComparer.Ordinal, "schemaVersion", "schemaMinor", "kind", "source", "assumed", "unread", "notCarried");

    /// <summary>Every setting, in the order of the profile.</summary>
    /// <remarks>
    /// Paths are unique. An item of which only the key is known is one leaf, the item itself; an empty list is a leaf,
    /// because it says that there is none; keys beginning <c>x-</c> are no settings.
    /// </remarks>
    /// <param name="profile">A profile.</param>
    public static ImmutableArray<ProfileLeaf> Of(CameraProfile profile) =>
        [.. new LeafFlattening(ItemNames.Of(profile)).Flatten(Settings(profile))];

    /// <summary>The same, with the items of lists that have no key named by the caller.</summary>
    /// <param name="profile">A profile.</param>
    /// <param name="names">Names of masks and overlays.</param>
    /// <param name="withUnread">Whether what could not be read is listed too.</param>
    internal static IEnumerable<ProfileLeaf> Of(CameraProfile profile, ItemNames names, bool withUnread) =>
        new LeafFlattening(names).Flatten(Settings(profile, withUnread));

    private static JsonObject Settings(CameraProfile profile, bool withUnread = false)
    {
        var node = ProfileJson.ToNode(profile);
        foreach (var key in node.Select(e => e.Key).Where(About.Contains).ToArray())
        {
            if (!(withUnread && key == "unread")) node.Remove(key);
        }

        // Which camera stands behind a recorder's channel is no setting of the recorder.
        foreach (var source in node["videoSources"] as JsonArray ?? []) source?.AsObject().Remove("device");

        return node;
    }
}
