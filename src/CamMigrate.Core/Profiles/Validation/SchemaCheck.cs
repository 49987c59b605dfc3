using System.Text.Json.Nodes;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Core.Profiles.Validation;

/// <summary>Compares a file with the JSON Schema: the keywords that the exporter writes, and no others.</summary>
/// <param name="root">The schema.</param>
/// <param name="isNewerMinor">Whether the file was written by a newer program: keys unknown here are findings
/// then.</param>
/// <param name="problems">Where problems go.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class SchemaCheck(
    JsonObject root, bool isNewerMinor, ProblemList problems, ICollection<Finding> findings)
{
    /// <summary>Checks a whole file.</summary>
    /// <param name="file">The file.</param>
    public void Check(YamlMapping file) => Check("", "", file, root);

    private void Check(string path, string key, YamlValue value, JsonObject schema)
    {
        schema = Resolve(schema);
        if (ValueCheck.TypeProblem(value, schema) is { } wrongType)
        {
            problems.Add(path, value.Place, wrongType);
            return;
        }

        switch (value)
        {
            case YamlMapping mapping:
                CheckMapping(path, mapping, schema);
                break;
            case YamlSequence list:
                CheckList(path, key, list, schema);
                break;
            case YamlScalar scalar when ValueCheck.Problem(scalar, schema) is { } problem:
                problems.Add(path, value.Place, problem);
                break;
        }
    }

    private void CheckMapping(string path, YamlMapping mapping, JsonObject schema)
    {
        if (schema["properties"] is not JsonObject known) return;
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key.StartsWith("x-", StringComparison.Ordinal)) continue;
            if (known[entry.Key] is JsonObject property)
                Check(ProfilePath.Of(path, entry.Key), entry.Key, entry.Value, property);
            else ReportUnknown(path, entry, known);
        }

        foreach (var name in schema["required"]?.AsArray().Select(r => r!.GetValue<string>()) ?? [])
        {
            if (mapping[name] is null) problems.Add(path, mapping.Place, $"'{name}' is missing.");
        }
    }

    private void ReportUnknown(string path, YamlEntry entry, JsonObject known)
    {
        var name = YamlText.Show(entry.Key);
        var keys = known.Select(k => k.Key).ToArray();
        if (isNewerMinor)
        {
            findings.Add(new Finding(
                ProfilePath.Of(path, entry.Key), FindingSeverity.Warning,
                $"{name} is not known to this version: it is kept in the file and never applied."));
            return;
        }

        var hint = Suggestion.For(entry.Key, keys);
        problems.Add(ProfilePath.Of(path, entry.Key), entry.Place, hint.Length > 0
            ? $"unknown key {name}.{hint}"
            : $"unknown key {name}. Known here: {string.Join(", ", keys)}; keys of your own begin with 'x-'.");
    }

    private void CheckList(string path, string key, YamlSequence list, JsonObject schema)
    {
        if (ValueCheck.LengthProblem(list, schema) is { } problem) problems.Add(path, list.Place, problem);
        if (schema["items"] is not JsonObject items) return;
        for (var i = 0; i < list.Items.Count; i++)
            Check(ProfilePath.OfItem(path, key, i, list.Items[i]), key, list.Items[i], items);
    }

    private JsonObject Resolve(JsonObject schema)
    {
        if (schema["$ref"] is not JsonValue reference) return schema;
        JsonNode target = root;
        foreach (var step in reference.GetValue<string>().Split('/').Skip(1)) target = target[step]!;
        return target.AsObject();
    }
}
