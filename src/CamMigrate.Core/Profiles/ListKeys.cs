using System.Collections.Frozen;

namespace CamMigrate.Core.Profiles;

/// <summary>
/// Which property tells the items of a list apart. Masks and overlays have none: they match by geometry and kind.
/// </summary>
internal static class ListKeys
{
    private static readonly FrozenDictionary<string, string> ByList = new Dictionary<string, string>
    {
        ["videoSources"] = "number",
        ["videoEncoders"] = "stream",
        ["imagingProfiles"] = "name",
        ["presets"] = "number",
        ["tours"] = "number",
        ["inputs"] = "number",
        ["outputs"] = "number",
        ["digitalInputs"] = "number",
        ["relayOutputs"] = "number",
        ["users"] = "username",
        ["schedules"] = "name",
        ["holidays"] = "name",
        ["rules"] = "name",
        ["unread"] = "path",
    }.ToFrozenDictionary();

    /// <summary>The key of a list's items; null = they have none.</summary>
    /// <param name="list">The list's own key in its mapping.</param>
    public static string? Of(string list) => ByList.GetValueOrDefault(list);

    /// <summary>Whether a property is the key of some list.</summary>
    /// <param name="property">Its name in the file.</param>
    public static bool IsKey(string property) => ByList.Values.Contains(property, StringComparer.Ordinal);
}
