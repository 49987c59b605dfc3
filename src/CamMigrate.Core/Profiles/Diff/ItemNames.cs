using System.Collections.Immutable;
using System.Globalization;
using CamMigrate.Core.Planning;

namespace CamMigrate.Core.Profiles.Diff;

/// <summary>What the masks and overlays of a profile are called in paths: they have no key of their own.</summary>
/// <param name="names">Path of a list to the names of its items.</param>
internal sealed class ItemNames(Dictionary<string, ImmutableArray<string>> names)
{
    /// <summary>
    /// The names that plans use: a mask by its name or its place in the list, an overlay by its kind or words.
    /// </summary>
    /// <param name="profile">A profile.</param>
    public static ItemNames Of(CameraProfile profile) => Of(profile, null, null);

    /// <summary>
    /// Names for a profile that is compared with another: what is the same thing in both has the other's name.
    /// </summary>
    /// <param name="profile">The profile to name.</param>
    /// <param name="other">The profile it is compared with.</param>
    /// <param name="namesOfOther">Names in that one.</param>
    public static ItemNames Of(CameraProfile profile, CameraProfile? other, ItemNames? namesOfOther)
    {
        var names = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var source in profile.VideoSources ?? [])
        {
            var twin = other?.VideoSources?.FirstOrDefault(s => s.Number == source.Number);
            var path = SettingPath.Source(source.Number);
            var (masks, osds) = (source.Masks ?? [], source.Osds ?? []);
            var (otherMasks, otherOsds) = (twin?.Masks ?? [], twin?.Osds ?? []);
            names.TryAdd($"{path}.masks", Join(
                [.. masks.Select((m, i) => string.IsNullOrEmpty(m.Name) ? Number(i) : m.Name)],
                ListMatching.Masks(masks, otherMasks), namesOfOther?.In($"{path}.masks") ?? []));
            names.TryAdd($"{path}.osds", Join(
                [.. osds.Select(SettingPath.OsdKey)],
                ListMatching.Osds(osds, otherOsds), namesOfOther?.In($"{path}.osds") ?? []));
        }

        return new ItemNames(names);
    }

    /// <summary>The names of a list's items; null = the list has keys, or is not among those named here.</summary>
    /// <param name="list">Path of the list.</param>
    public ImmutableArray<string>? In(string list) => names.TryGetValue(list, out var found) ? found : null;

    /// <summary>Makes names unique within a list: the second "gate" is "gate#2".</summary>
    /// <param name="name">A name.</param>
    /// <param name="taken">Names that are in use already; takes the new ones.</param>
    public static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++) unique = $"{name}#{i.ToString(CultureInfo.InvariantCulture)}";
        return unique;
    }

    private static ImmutableArray<string> Join(
        string[] own, ImmutableArray<int?> matches, ImmutableArray<string> others)
    {
        var taken = new HashSet<string>(others, StringComparer.Ordinal);
        return [.. own.Select((name, i) => matches[i] is { } match ? others[match] : Unique(name, taken))];
    }

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
