using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CamMigrate.Core.Planning;

namespace CamMigrate.Core.Profiles.Diff;

/// <summary>Compares two profiles setting by setting.</summary>
public static class ProfileDiff
{
    /// <summary>The last decimal that profiles are written with.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>What is not the same, in the order of the first profile, then what only the second has.</summary>
    /// <remarks>
    /// List items match by their key, masks by the place they cover, overlays by kind and words: their order means
    /// nothing. What could not be read counts; where the settings came from, what rests on assumptions and what was not
    /// carried does not.
    /// </remarks>
    /// <param name="left">The first profile.</param>
    /// <param name="right">The second profile.</param>
    public static ImmutableArray<ProfileDifference> Compare(CameraProfile left, CameraProfile right)
    {
        var names = ItemNames.Of(left);
        var before = ByPath(ProfileLeaves.Of(left, names, withUnread: true));
        var after = ByPath(ProfileLeaves.Of(right, ItemNames.Of(right, left, names), withUnread: true));
        var differences =
            from path in before.Keys.Concat(after.Keys.Where(p => !before.ContainsKey(p)))
            select new ProfileDifference(path, before.GetValueOrDefault(path), after.GetValueOrDefault(path));
        return [.. differences.Where(d => !IsSame(d) && !IsSpelledOut(d.Path, d.Left is null ? before : after))];
    }

    private static OrderedDictionary<string, JsonNode> ByPath(IEnumerable<ProfileLeaf> leaves) =>
        new(leaves.Select(l => KeyValuePair.Create(l.Path, l.Value)), StringComparer.Ordinal);

    /// <summary>
    /// An item of which one side knows only the key is there on both sides when the other knows more: that more is the
    /// difference.
    /// </summary>
    private static bool IsSpelledOut(string path, OrderedDictionary<string, JsonNode> other) =>
        path.EndsWith(']') && !other.ContainsKey(path) && other.Keys.Any(p => SettingPath.IsWithin(p, path));

    /// <summary>An area is the same whatever corner it begins at and way it goes.</summary>
    private static bool IsSame(ProfileDifference d) =>
        JsonNode.DeepEquals(d.Left, d.Right)
        || (d.Path.EndsWith(".polygon", StringComparison.Ordinal) && d is { Left: { } left, Right: { } right }
            && Geometry.SameCorners(Corners(left), Corners(right), Tolerance));

    private static ImmutableArray<Point> Corners(JsonNode polygon) =>
        polygon.Deserialize<ImmutableArray<Point>>(ProfileJson.Options);
}
