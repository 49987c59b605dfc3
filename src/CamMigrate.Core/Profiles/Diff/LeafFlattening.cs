using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace CamMigrate.Core.Profiles.Diff;

/// <summary>Takes the tree of a profile apart into settings.</summary>
/// <param name="names">Names of masks and overlays.</param>
internal sealed class LeafFlattening(ItemNames names)
{
    /// <summary>Lists whose items matter in their order alone: one setting each.</summary>
    private static readonly FrozenSet<string> Whole = FrozenSet.Create(StringComparer.Ordinal, "steps");

    /// <summary>All settings in order.</summary>
    /// <param name="root">The tree of a profile.</param>
    public IEnumerable<ProfileLeaf> Flatten(JsonObject root) => OfMapping("", root, key: null);

    private IEnumerable<ProfileLeaf> OfMapping(string path, JsonObject mapping, string? key) => mapping
        .Where(e => e.Key != key && e.Value is not null && !e.Key.StartsWith("x-", StringComparison.Ordinal))
        .SelectMany(e => OfValue(path.Length == 0 ? e.Key : $"{path}.{e.Key}", e.Key, e.Value!));

    private IEnumerable<ProfileLeaf> OfValue(string path, string key, JsonNode value) => value switch
    {
        JsonObject mapping => OfMapping(path, mapping, key: null),
        JsonArray { Count: > 0 } list when list.All(i => i is JsonObject) && !Whole.Contains(key) =>
            OfItems(path, key, list),
        _ => [new ProfileLeaf(path, value.DeepClone())],
    };

    private IEnumerable<ProfileLeaf> OfItems(string path, string list, JsonArray items)
    {
        var known = names.In(path);
        var key = ListKeys.Of(list);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return items.Select(i => i!.AsObject()).SelectMany((item, i) =>
        {
            var name = known is { } given
                ? given[i]
                : ItemNames.Unique((key is null ? item["kind"] : item[key])?.ToString() ?? "", taken);
            return OfItem($"{path}[{name}]", item, key);
        });
    }

    /// <summary>
    /// The key of an item is in its path. Where nothing else is known of it, it would be lost with its leaves.
    /// </summary>
    private ProfileLeaf[] OfItem(string path, JsonObject item, string? key)
    {
        var leaves = OfMapping(path, item, key).ToArray();
        return leaves.Length > 0 ? leaves : [new ProfileLeaf(path, item.DeepClone())];
    }
}
