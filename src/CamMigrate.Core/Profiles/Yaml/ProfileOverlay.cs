using System.Text.Json.Nodes;
using CamMigrate.Core.Ports;

namespace CamMigrate.Core.Profiles.Yaml;

/// <summary>Settings that are laid over a profile: a site's standard, written once.</summary>
/// <remarks>
/// Mappings are laid key by key. Items of lists with a key are laid over the item of that key, or added; <c>number:
/// '*'</c> is laid over every item there is and adds none. Any other list takes the place of the profile's. Null
/// removes.
/// </remarks>
public sealed class ProfileOverlay
{
    private readonly string file;
    private readonly JsonObject settings;

    private ProfileOverlay(string file, ProfileDocument document)
    {
        if (document.Kind != ProfileKind.ProfileOverlay)
        {
            const string Why = "this is a whole profile: an overlay begins with 'kind: ProfileOverlay'.";
            throw new ProfileException(file, [new ProfileProblem("kind", 0, 0, Why)]);
        }

        this.file = file;
        settings = document.Settings;
    }

    /// <summary>Reads and checks an overlay file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="findings">Takes what is odd but not wrong; null = not wanted.</param>
    /// <exception cref="ProfileException">It is not a valid overlay; all problems are named.</exception>
    public static ProfileOverlay Load(string path, ICollection<Finding>? findings = null) =>
        new(path, ProfileDocument.Load(path, findings ?? []));

    /// <summary>Reads and checks an overlay from its text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="fileName">Name for messages.</param>
    /// <param name="findings">Takes what is odd but not wrong; null = not wanted.</param>
    /// <exception cref="ProfileException">It is not a valid overlay; all problems are named.</exception>
    public static ProfileOverlay Parse(string text, string fileName, ICollection<Finding>? findings = null) =>
        new(fileName, ProfileDocument.Parse(text, fileName, findings ?? []));

    /// <summary>The profile with the overlay laid over it.</summary>
    /// <param name="profile">The profile; it is not changed.</param>
    /// <exception cref="ProfileException">Together they are not valid, for instance a new rule without a
    /// kind.</exception>
    public CameraProfile Apply(CameraProfile profile)
    {
        var result = ProfileJson.ToNode(profile);
        foreach (var (key, value) in settings)
        {
            if (key is not ("schemaVersion" or "schemaMinor" or "kind")) Lay(result, key, value);
        }

        return ProfileYaml.Parse(YamlWriter.Write(result), $"{file} laid over the profile");
    }

    private static void Lay(JsonObject target, string key, JsonNode? value)
    {
        if (value is null) target.Remove(key);
        else if (value is JsonObject mapping) LayMapping(Child(target, key, new JsonObject()), mapping);
        else if (value is JsonArray { Count: > 0 } list && ListKeys.Of(key) is { } itemKey)
            LayItems(Child(target, key, new JsonArray()), itemKey, list);
        else target[key] = value.DeepClone();
    }

    private static void LayMapping(JsonObject target, JsonObject mapping)
    {
        foreach (var (key, value) in mapping) Lay(target, key, value);
    }

    private static void LayItems(JsonArray target, string itemKey, JsonArray items)
    {
        foreach (var item in items.Select(i => i!.AsObject()))
        {
            var isEvery = item[itemKey]?.ToString() == "*";
            var twins = target.Select(t => t!.AsObject())
                .Where(t => isEvery || JsonNode.DeepEquals(t[itemKey], item[itemKey])).ToList();
            if (twins.Count == 0 && !isEvery)
            {
                twins.Add([]);
                target.Add(twins[0]);
            }

            var withoutEvery = isEvery
                ? new JsonObject(
                    item.Where(e => e.Key != itemKey).Select(e => KeyValuePair.Create(e.Key, e.Value?.DeepClone())))
                : item;
            foreach (var twin in twins) LayMapping(twin, withoutEvery);
        }
    }

    private static T Child<T>(JsonObject target, string key, T empty)
        where T : JsonNode
    {
        if (target[key] is T child) return child;
        target[key] = empty;
        return empty;
    }
}
