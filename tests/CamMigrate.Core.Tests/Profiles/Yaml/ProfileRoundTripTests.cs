using System.Text.Json.Nodes;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Yaml;
using FsCheck;
using FsCheck.Fluent;

namespace CamMigrate.Core.Tests.Profiles.Yaml;

public sealed class ProfileRoundTripTests
{
    [Test]
    public void Parse_WrittenProfile_LosesNothing() =>
        Prop.ForAll(ProfileGenerator.Arbitrary, profile =>
        {
            var text = ProfileYaml.Write(profile);
            var again = ProfileYaml.Parse(text, "p.yaml");

            Assert.That(JsonNode.DeepEquals(ProfileJson.ToNode(again), ProfileJson.ToNode(profile)), Is.True, text);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Write_ParsedProfile_IsTheSameText() =>
        Prop.ForAll(ProfileGenerator.Arbitrary, profile =>
        {
            var text = ProfileYaml.Write(profile);

            Assert.That(ProfileYaml.Write(ProfileYaml.Parse(text, "p.yaml")), Is.EqualTo(text));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Load_SavedProfile_LosesNothing()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.yaml");
        var profile = new ProfileGenerator(new Random(1)).Next();

        ProfileYaml.Save(profile, path);
        ProfileYaml.Save(profile, path);

        Assert.That(ProfileYaml.Write(ProfileYaml.Load(path)), Is.EqualTo(ProfileYaml.Write(profile)));
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.That(
            Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"), Has.Length.EqualTo(1));
    }
}
