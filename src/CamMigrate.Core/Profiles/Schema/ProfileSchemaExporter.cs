using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace CamMigrate.Core.Profiles.Schema;

/// <summary>
/// The JSON Schema of profile files, from the records: what an editor shows and what the reader checks are one thing.
/// </summary>
public static class ProfileSchemaExporter
{
    /// <summary>The schema of one kind of file (JSON Schema 2020-12).</summary>
    /// <remarks>
    /// An overlay is a profile of which any part may be missing, where null removes a setting and <c>number: '*'</c>
    /// stands for every video source.
    /// </remarks>
    /// <param name="kind">A whole profile or an overlay.</param>
    /// <param name="describe">The words an editor shows for a type or property; null = none.</param>
    public static JsonObject Export(ProfileKind kind, Func<MemberInfo, string?>? describe = null)
    {
        var export = new Export(kind == ProfileKind.ProfileOverlay, describe);
        var options = new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = export.Transform,
        };
        var body = ProfileJson.Options.GetJsonSchemaAsNode(typeof(CameraProfile), options).AsObject();
        body["properties"]!["kind"]!["enum"] = new JsonArray(kind.ToString());
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = kind == ProfileKind.ProfileOverlay ? "CamMigrate profile overlay" : "CamMigrate camera profile",
        };
        foreach (var (key, value) in body.ToArray()) schema[key] = value?.DeepClone();
        // Numbers from attributes have C# types; read back they are plain JSON numbers.
        return JsonNode.Parse(schema.ToJsonString())!.AsObject();
    }
}
