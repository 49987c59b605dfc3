using System.Text.RegularExpressions;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Yaml;
using FsCheck;
using FsCheck.Fluent;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CamMigrate.Core.Tests.Profiles.Yaml;

public sealed class YamlSpellingTests
{
    /// <summary>
    /// What a YAML 1.1 reader takes a plain scalar for (yaml.org/type: bool, float, int, merge, null, timestamp,
    /// value), as PyYAML has it.
    /// </summary>
    private static readonly Regex[] ImplicitTypes11 = Array.ConvertAll(
        new[]
        {
            "y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF",
            @"[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*(?:[eE][-+]?[0-9]+)|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?",
            @"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
            "[-+]?0b[0-1_]+|[-+]?0o?[0-7_]+|[-+]?[0-9][0-9_]*|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+",
            "<<|=|~|null|Null|NULL|",
            @"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?",
        },
        pattern => new Regex($"^(?:{pattern})\\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    [TestCase("On", "'On'")]
    [TestCase("yes", "'yes'")]
    [TestCase("~", "'~'")]
    [TestCase("", "''")]
    [TestCase("null", "'null'")]
    [TestCase("5.20", "'5.20'")]
    [TestCase("0012345", "'0012345'")]
    [TestCase("1_000", "'1_000'")]
    [TestCase("0x1f", "'0x1f'")]
    [TestCase("1e3", "'1e3'")]
    [TestCase(".inf", "'.inf'")]
    [TestCase("2026-01-31", "'2026-01-31'")]
    [TestCase("12:30:45", "'12:30:45'")]
    [TestCase("=", "'='")]
    [TestCase("<<", "'<<'")]
    [TestCase(" x", "' x'")]
    [TestCase("x ", "'x '")]
    [TestCase("it's", "'it''s'")]
    [TestCase("a: b", "'a: b'")]
    [TestCase("a\nb", "\"a\\nb\"")]
    [TestCase("\u202egate", "\"\\u202Egate\"")]
    [TestCase("\u2028", "\"\\u2028\"")]
    [TestCase("\u001b[2J\u0085", "\"\\x1B[2J\\x85\"")]
    [TestCase("\ud83d\udcf7", "'\ud83d\udcf7'")]
    [TestCase("North gate", "North gate")]
    [TestCase("Nordtor Süd", "Nordtor Süd")]
    [TestCase("192.0.2.31", "192.0.2.31")]
    [TestCase("DS-2CD2T86G2-ISU", "DS-2CD2T86G2-ISU")]
    [TestCase("a, b", "'a, b'")]
    public void Write_Text_IsSpelledSoThatItStaysAText(string text, string expected) =>
        Assert.That(Named(text), Is.EqualTo($"schemaVersion: 1\nkind: CameraProfile\ncamera: {{name: {expected}}}\n"));

    [Test]
    public void Write_HalfASurrogatePair_BecomesTheReplacementCharacter() =>
        Assert.That(Read(Named("a\ud800b\udc00")).Camera!.Name, Is.EqualTo("a\ufffdb\ufffd"));

    [TestCase(100_000, 'x')]
    [TestCase(100_000, '\u0001')]
    [TestCase(100_000, '\'')]
    public void Write_HugeText_RoundTrips(int length, char c)
    {
        var text = new string(c, length);

        Assert.That(Read(Named(text)).Camera!.Name, Is.EqualTo(text));
    }

    [Test]
    public void Write_AnyProfile_HasNoPlainTextThatAnotherReaderTakesForSomethingElse() =>
        Prop.ForAll(ProfileGenerator.Arbitrary, profile =>
        {
            var text = ProfileYaml.Write(profile);
            var parser = new Parser(new StringReader(text));
            while (parser.MoveNext())
            {
                if (parser.Current is Scalar { Style: ScalarStyle.Plain } plain
                    && ImplicitTypes11.Any(t => t.IsMatch(plain.Value)))
                    Assert.That(IsNumberOrTruth(plain.Value), Is.True, plain.Value);
            }

            Assert.That(
                text, Does.Not.Match("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}-[\\n]]"),
                "control and formatting characters are escaped");
        }).QuickCheckThrowOnFailure();

    [TestCase("On")]
    [TestCase("0012345")]
    [TestCase("12:30")]
    [TestCase("1_000")]
    [TestCase("2026-01-31")]
    [TestCase("=")]
    [TestCase("n")]
    public void ImplicitTypes11_OtherType_IsRecognised(string text) =>
        Assert.That(ImplicitTypes11.Any(t => t.IsMatch(text)), Is.True, "the table of this test finds what it is for");

    /// <summary>
    /// The only implicit types that a profile has on purpose, in the one spelling in which they are written. That no
    /// text is among them the round trip shows.
    /// </summary>
    private static bool IsNumberOrTruth(string plain) =>
        plain is "true" or "false" or "null" || Regex.IsMatch(
            plain, @"^-?(0|[1-9][0-9]*)(\.[0-9]+)?(e[-+][0-9]+)?\z",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static string Named(string name) =>
        ProfileYaml.Write(new CameraProfile { Camera = new CameraName { Name = name } });

    private static CameraProfile Read(string text) => ProfileYaml.Parse(text, "p.yaml");
}
