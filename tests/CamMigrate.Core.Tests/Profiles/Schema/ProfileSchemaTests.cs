using System.Text.Json;
using System.Text.Json.Nodes;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Schema;

namespace CamMigrate.Core.Tests.Profiles.Schema;

public sealed class ProfileSchemaTests
{
    private static readonly JsonSerializerOptions Indented =
        new(ProfileJson.Options) { WriteIndented = true, NewLine = "\n" };

    [TestCase(ProfileKind.CameraProfile)]
    [TestCase(ProfileKind.ProfileOverlay)]
    public void CheckedInFile_Schema_IsWhatTheRecordsSay(ProfileKind kind)
    {
        var path = Repository.Path("profiles", "schema", ProfileSchemaFile.Name(kind));
        var expected = ProfileSchemaExporter.Export(kind, Documentation.Summary).ToJsonString(Indented) + "\n";
        if (Environment.GetEnvironmentVariable("CAMMIGRATE_ACCEPT") == "1") File.WriteAllText(path, expected);

        Assert.That(File.Exists(path) ? File.ReadAllText(path) : "", Is.EqualTo(expected),
            "the schema is stale: run the tests with CAMMIGRATE_ACCEPT=1 and look at the difference");
        if (Environment.GetEnvironmentVariable("CAMMIGRATE_ACCEPT") != "1")
            Assert.That(ProfileSchemaFile.Read(kind), Is.EqualTo(expected));
    }

    [Test]
    public void Export_EveryProperty_HasWordsForTheEditor()
    {
        var schema = ProfileSchemaExporter.Export(ProfileKind.CameraProfile, Documentation.Summary);

        Assert.That(
            Properties(schema).Where(p => p.Schema["description"] is null && p.Schema["$ref"] is null)
                .Select(p => p.Name),
            Is.Empty);
        Assert.That(Properties(schema).Count(), Is.GreaterThan(150));
    }

    [Test]
    public void Export_EveryMapping_RefusesUnknownKeysAndKeepsThoseOfTheIntegrator()
    {
        var mappings = Nodes(ProfileSchemaExporter.Export(ProfileKind.CameraProfile))
            .Where(n => n["properties"] is JsonObject).ToArray();

        Assert.That(mappings, Has.Length.GreaterThan(40));
        Assert.That(mappings, Has.All.Matches<JsonObject>(m => m["additionalProperties"]!.GetValue<bool>() == false));
        Assert.That(mappings, Has.All.Matches<JsonObject>(m => m["patternProperties"]!["^x-"] is JsonObject));
    }

    [Test]
    public void Export_Reference_PointsToASchemaAndStandsAlone()
    {
        var schema = ProfileSchemaExporter.Export(ProfileKind.CameraProfile);
        foreach (var node in Nodes(schema).Where(n => n["$ref"] is not null))
        {
            JsonNode? target = schema;
            foreach (var step in node["$ref"]!.GetValue<string>().Split('/').Skip(1)) target = target?[step];
            Assert.That(target, Is.InstanceOf<JsonObject>(), node["$ref"]!.ToString());
            Assert.That(node.Select(e => e.Key), Is.SubsetOf(new[] { "$ref", "description" }));
        }
    }

    private static IEnumerable<(string Name, JsonObject Schema)> Properties(JsonObject schema) =>
        from node in Nodes(schema)
        where node["properties"] is JsonObject
        from property in node["properties"]!.AsObject()
        select (property.Key, property.Value!.AsObject());

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject mapping => mapping.SelectMany(e => Nodes(e.Value)).Prepend(mapping),
        JsonArray list => list.SelectMany(Nodes),
        _ => [],
    };
}
