using System.Globalization;
using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Core.Profiles.Validation;

/// <summary>
/// The names of places in a file: as settings are named in plans, list items by their key, others by their number from
/// 1.
/// </summary>
internal static class ProfilePath
{
    /// <summary>The path of a key.</summary>
    /// <param name="parent">Path of its mapping; empty = the file.</param>
    /// <param name="key">The key as written; it may be anything.</param>
    public static string Of(string parent, string key) =>
        parent.Length == 0 ? Printable(key) : $"{parent}.{Printable(key)}";

    /// <summary>The path of a list item.</summary>
    /// <param name="parent">Path of its list.</param>
    /// <param name="list">The list's own key.</param>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="item">The item.</param>
    public static string OfItem(string parent, string list, int index, YamlValue item)
    {
        var key = ListKeys.Of(list) ?? (list == "masks" ? "name" : null);
        return key is not null && item is YamlMapping mapping && mapping[key] is YamlScalar { Text.Length: > 0 } scalar
            ? $"{parent}[{Printable(scalar.Text)}]"
            : string.Create(CultureInfo.InvariantCulture, $"{parent}[{index + 1}]");
    }

    private static string Printable(string text) => YamlText.Show(text)[1..^1];
}
