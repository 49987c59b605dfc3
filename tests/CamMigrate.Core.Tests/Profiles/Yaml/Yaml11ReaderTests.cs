using System.Globalization;
using System.Text.Json.Nodes;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Yaml;
using FsCheck;
using FsCheck.Fluent;
using YamlDotNet.RepresentationModel;

namespace CamMigrate.Core.Tests.Profiles.Yaml;

/// <summary>Ansible and PyYAML read YAML 1.1, where <c>on</c> is a truth and <c>12:30</c> a number.</summary>
public sealed class Yaml11ReaderTests
{
    [Test]
    public void Write_AnyProfile_MeansTheSameToAYaml11Reader() =>
        Prop.ForAll(ProfileGenerator.Arbitrary, profile =>
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(ProfileYaml.Write(profile)));

            var read = Value(stream.Documents[0].RootNode);

            Assert.That(JsonNode.DeepEquals(read, Plain(ProfileJson.ToNode(profile))), Is.True, () => read!.ToJsonString());
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Value_TextThatIsNotQuoted_IsNoText() =>
        Assert.That(Value(new YamlScalarNode("on") { Style = YamlDotNet.Core.ScalarStyle.Plain })!.GetValue<bool>(), Is.True);

    /// <summary>Types as PyYAML's resolver gives them (yaml.org/type).</summary>
    private static JsonNode? Value(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Value(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Value)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } plain => Typed(plain.Value ?? ""),
        YamlScalarNode quoted => JsonValue.Create(quoted.Value),
        _ => throw new InvalidOperationException("no such node"),
    };

    private static JsonValue? Typed(string text) => text.ToUpperInvariant() switch
    {
        "Y" or "YES" or "TRUE" or "ON" => JsonValue.Create(true),
        "N" or "NO" or "FALSE" or "OFF" => JsonValue.Create(false),
        "" or "~" or "NULL" => null,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };

    /// <summary>The same value with every number of one type, so that 1 and 1.0 compare equal.</summary>
    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject mapping => new JsonObject(mapping.Select(e => KeyValuePair.Create(e.Key, Plain(e.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Plain)]),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number =>
            JsonValue.Create(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)),
        _ => node?.DeepClone(),
    };
}
