using System.Text.Json.Nodes;

namespace CamMigrate.Core.Profiles.Yaml;

/// <summary>A place in a file, both from 1.</summary>
internal readonly record struct YamlPlace(int Line, int Column);

/// <summary>A value of a document and where it stands.</summary>
internal abstract class YamlValue(YamlPlace place)
{
    /// <summary>Where it begins.</summary>
    public YamlPlace Place => place;

    /// <summary>The value without its place; null = YAML's null.</summary>
    public abstract JsonNode? ToJson();
}

/// <summary>A text, number, truth value or null.</summary>
/// <param name="place">Where it begins.</param>
/// <param name="text">As it is spelled, without quotes.</param>
/// <param name="value">What YAML 1.2 (core schema) takes it for.</param>
/// <param name="problem">Why it can be taken for nothing; null = it can.</param>
internal sealed class YamlScalar(YamlPlace place, string text, JsonValue? value, string? problem) : YamlValue(place)
{
    public string? Problem => problem;

    public string Text => text;

    public JsonValue? Value => value;

    public override JsonNode? ToJson() => value?.DeepClone();
}

/// <summary>A list.</summary>
internal sealed class YamlSequence(YamlPlace place, IReadOnlyList<YamlValue> items) : YamlValue(place)
{
    public IReadOnlyList<YamlValue> Items => items;

    public override JsonArray ToJson() => new([.. items.Select(i => i.ToJson())]);
}

/// <summary>A mapping; keys are unique.</summary>
internal sealed class YamlMapping(YamlPlace place, IReadOnlyList<YamlEntry> entries) : YamlValue(place)
{
    public IReadOnlyList<YamlEntry> Entries => entries;

    public YamlValue? this[string key] =>
        entries.FirstOrDefault(e => string.Equals(e.Key, key, StringComparison.Ordinal))?.Value;

    public override JsonObject ToJson() => new(entries.Select(e => KeyValuePair.Create(e.Key, e.Value.ToJson())));
}

/// <summary>A key of a mapping and its value.</summary>
internal sealed record YamlEntry(string Key, YamlPlace Place, YamlValue Value);
