using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Core.Profiles.Validation;

/// <summary>A value of a file in its surroundings.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Key">Its key; of a list item the key of the list.</param>
/// <param name="Value">The value.</param>
/// <param name="Parent">The mapping or list that holds it; null = it is the whole file.</param>
/// <param name="IsOwn">Whether it stands below an <c>x-</c> key and belongs to the integrator.</param>
internal sealed record ProfileVisit(string Path, string Key, YamlValue Value, ProfileVisit? Parent, bool IsOwn)
{
    /// <summary>Every value of a file, containers before their parts.</summary>
    /// <param name="root">The file.</param>
    public static IEnumerable<ProfileVisit> All(YamlMapping root) =>
        new ProfileVisit("", "", root, null, false).WithParts();

    private IEnumerable<ProfileVisit> WithParts() => Parts().SelectMany(p => p.WithParts()).Prepend(this);

    private IEnumerable<ProfileVisit> Parts() => Value switch
    {
        YamlMapping mapping => mapping.Entries
            .Select(e => new ProfileVisit(
                ProfilePath.Of(Path, e.Key), e.Key, e.Value, this,
                IsOwn || e.Key.StartsWith("x-", StringComparison.Ordinal))),
        YamlSequence list => list.Items
            .Select((item, i) => new ProfileVisit(ProfilePath.OfItem(Path, Key, i, item), Key, item, this, IsOwn)),
        _ => [],
    };
}
