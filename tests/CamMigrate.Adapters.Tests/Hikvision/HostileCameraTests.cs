using System.Xml.Linq;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles.Yaml;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>What a camera says is hostile input: whatever it says, the profile written from it is valid.</summary>
[TestFixture]
internal sealed class HostileCameraTests
{
    private string folder = "";

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("hostile").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [TestCase("-1")]
    [TestCase("0")]
    [TestCase("99999999999")]
    [TestCase("1e308")]
    [TestCase("no")]
    [TestCase("10.1")]
    [TestCase("true")]
    [TestCase("rtsp://user:hostile-marker@192.0.2.1/")]
    [TestCase("\u202e\u0085- {x: [")]
    public async Task Read_EveryValueReplaced_WritesAValidProfile(string value)
    {
        Copy(root => Replace(root, value, keepWords: false));
        await ExpectValidAsync();
    }

    [TestCase("-1")]
    [TestCase("0")]
    [TestCase("99999999999")]
    public async Task Read_EveryNumberReplaced_WritesAValidProfile(string value)
    {
        Copy(root => Replace(root, value, keepWords: true));
        await ExpectValidAsync();
    }

    [Test]
    public async Task Read_EveryElementTwice_WritesAValidProfile()
    {
        Copy(root =>
        {
            foreach (var element in root.Descendants().Reverse().ToList()) element.AddAfterSelf(new XElement(element));
        });
        await ExpectValidAsync();
    }

    [Test]
    public async Task Read_TextWithoutEnd_WritesAValidProfile()
    {
        Copy(root => Replace(root, new string('x', 100_000), keepWords: false));
        Assert.That((await ExpectValidAsync()).Length, Is.LessThan(500_000));
    }

    private async Task<string> ExpectValidAsync()
    {
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        var report = await camera.ReadAsync();
        var yaml = ProfileYaml.Write(report.Profile);
        var findings = new List<Finding>();

        Assert.That(() => ProfileYaml.Parse(yaml, "profile.yaml", findings), Throws.Nothing);
        Assert.That(yaml, Does.Not.Contain("hostile-marker"));
        Assert.That(report.Findings.Select(f => f.Message), Has.None.Contain("hostile-marker"));
        Assert.That(
            report.Leaves.Carried + report.Leaves.Ignored + report.Leaves.NotCarried,
            Is.EqualTo(report.Leaves.Received));
        return yaml;
    }

    private void Copy(Action<XElement> edit)
    {
        var from = Path.Combine(Fixtures.Hikvision[0], "ISAPI");
        foreach (var file in Directory.EnumerateFiles(from, "*.xml", SearchOption.AllDirectories))
        {
            var document = XDocument.Load(file);
            edit(document.Root!);
            var target = Path.Combine(folder, "ISAPI", Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            document.Save(target);
        }
    }

    private static void Replace(XElement root, string value, bool keepWords)
    {
        foreach (var leaf in root.Descendants()
            .Where(
                e => !e.HasElements
                    && (!keepWords
                        || double.TryParse(e.Value, System.Globalization.CultureInfo.InvariantCulture, out _))))
            leaf.Value = value;
    }
}
