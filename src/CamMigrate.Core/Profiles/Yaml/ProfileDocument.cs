using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles.Schema;
using CamMigrate.Core.Profiles.Validation;

namespace CamMigrate.Core.Profiles.Yaml;

/// <summary>A file that was checked: a profile or an overlay.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Settings">Its content.</param>
internal sealed record ProfileDocument(ProfileKind Kind, JsonObject Settings)
{
    private static readonly Lazy<JsonObject> ProfileSchemaNode =
        new(() => ProfileSchemaExporter.Export(ProfileKind.CameraProfile));
    private static readonly Lazy<JsonObject> OverlaySchemaNode =
        new(() => ProfileSchemaExporter.Export(ProfileKind.ProfileOverlay));

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="findings">Where findings go.</param>
    /// <exception cref="ProfileException">It is not valid.</exception>
    public static ProfileDocument Load(string path, ICollection<Finding> findings)
    {
        var problems = new ProblemList();
        var text = ProfileFile.Read(path, problems) ?? throw problems.ToException(path);
        return Parse(text, path, findings);
    }

    /// <summary>Reads and checks a text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="fileName">Name for messages.</param>
    /// <param name="findings">Where findings go.</param>
    /// <exception cref="ProfileException">It is not valid.</exception>
    public static ProfileDocument Parse(string text, string fileName, ICollection<Finding> findings)
    {
        var problems = new ProblemList();
        if (YamlReader.Read(text, problems) is not { } root || !IsReadable(root, problems))
            throw problems.ToException(fileName);
        // A misspelt overlay is still compared with the overlay's schema, which then names the right spelling.
        var isOverlay = root["kind"] is YamlScalar { Text: var word }
            && word.Contains("overlay", StringComparison.OrdinalIgnoreCase);
        var kind = isOverlay ? ProfileKind.ProfileOverlay : ProfileKind.CameraProfile;
        var schema = kind == ProfileKind.ProfileOverlay ? OverlaySchemaNode : ProfileSchemaNode;
        var isNewerMinor = WholeNumber(root["schemaMinor"]) > ProfileSchema.Minor;
        new SchemaCheck(schema.Value, isNewerMinor, problems, findings).Check(root);
        ProfileRules.Check(root, problems);
        return problems.IsEmpty ? new ProfileDocument(kind, root.ToJson()) : throw problems.ToException(fileName);
    }

    /// <summary>A newer version may mean anything by the same words: the one problem is enough.</summary>
    private static bool IsReadable(YamlMapping root, ProblemList problems)
    {
        if (WholeNumber(root["schemaVersion"]) is not { } version || version <= ProfileSchema.Version) return true;
        problems.Add("schemaVersion", root["schemaVersion"]!.Place, string.Create(
            CultureInfo.InvariantCulture,
            $"the file is of version {version}, this program reads version {ProfileSchema.Version}: use a newer "
                + $"CamMigrate."));
        return false;
    }

    private static long? WholeNumber(YamlValue? value) =>
        value is YamlScalar { Value: { } number } && number.GetValueKind() == JsonValueKind.Number
            && number.TryGetValue<long>(out var whole)
            ? whole
            : null;
}
