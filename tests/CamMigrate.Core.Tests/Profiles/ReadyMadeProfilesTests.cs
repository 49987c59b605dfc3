using System.Text.Json.Nodes;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Schema;
using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Core.Tests.Profiles;

/// <summary>The files in <c>profiles/</c> that people copy from.</summary>
public sealed class ReadyMadeProfilesTests
{
    private static string[] Names =>
        [.. Directory.GetFiles(Repository.Path("profiles"), "*.yaml").Select(f => Path.GetFileName(f)!).Order()];

    [TestCaseSource(nameof(Names))]
    public void Validate_File_IsWhatItsNameSays(string name) =>
        Assert.That(
            ProfileYaml.Validate(Repository.Path("profiles", name), []),
            Is.EqualTo(
                name.EndsWith(".overlay.yaml", StringComparison.Ordinal)
                    ? ProfileKind.ProfileOverlay
                    : ProfileKind.CameraProfile));

    [Test]
    public void FullProfile_WrittenAgain_IsTheSameFile()
    {
        var path = Repository.Path("profiles", "gate-full.yaml");
        var withoutComment = string.Join('\n', File.ReadAllLines(path).Skip(1)) + "\n";

        Assert.That(ProfileYaml.Write(ProfileYaml.Load(path)), Is.EqualTo(withoutComment));
    }

    [Test]
    public void FullProfile_EveryArea_IsUsed()
    {
        var schema = ProfileSchemaExporter.Export(ProfileKind.CameraProfile);
        var used = Keys(ProfileJson.ToNode(ProfileYaml.Load(Repository.Path("profiles", "gate-full.yaml"))))
            .ToHashSet(StringComparer.Ordinal);

        Assert.That(Known(schema).Except(used), Is.EqualTo(new[] { "schemaMinor", "everyDay" }.Except(used)));
    }

    [Test]
    public void ReadMe_Table_NamesEveryFile() =>
        Assert.That(
            Names.Where(
                n => !File.ReadAllText(Repository.Path("profiles", "README.md"))
                    .Contains($"`{n}`", StringComparison.Ordinal)),
            Is.Empty);

    private static IEnumerable<string> Known(JsonNode? schema) => schema switch
    {
        JsonObject mapping =>
            (mapping["properties"] as JsonObject ?? []).Select(p => p.Key)
                .Concat(mapping.SelectMany(e => Known(e.Value))),
        _ => [],
    };

    private static IEnumerable<string> Keys(JsonNode? node) => node switch
    {
        JsonObject mapping => mapping.SelectMany(e => Keys(e.Value).Prepend(e.Key)),
        JsonArray list => list.SelectMany(Keys),
        _ => [],
    };
}
