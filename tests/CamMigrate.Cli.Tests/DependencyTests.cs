using System.Xml.Linq;

namespace CamMigrate.Cli.Tests;

/// <summary>Dependencies point one way; nothing but the command line sees more than one column.</summary>
public sealed class DependencyTests
{
    [TestCase("Core", "")]
    [TestCase("Http", "Core")]
    [TestCase("Adapters", "Core Http")]
    [TestCase("Onvif", "Core Http")]
    [TestCase("Streams", "Core")]
    [TestCase("Simulator", "")]
    [TestCase("Cli", "Adapters Onvif Simulator Streams")]
    public void Project_References_AreThoseOfTheDesign(string project, string expected)
    {
        var file = Path.Combine(Repository.Root, "src", $"CamMigrate.{project}", $"CamMigrate.{project}.csproj");
        var references = XDocument.Load(file).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))["CamMigrate.".Length..])
            .Order(StringComparer.Ordinal);

        Assert.That(string.Join(' ', references), Is.EqualTo(expected));
    }

    [Test]
    public void Core_KnowsNoNetworkNoXmlNoProcess()
    {
        var words = new[] { "HttpClient", "XElement", "System.Diagnostics.Process", "Console." };
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "CamMigrate.Core"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

        Assert.That(sources.Where(f => words.Any(w => File.ReadAllText(f).Contains(w, StringComparison.Ordinal))), Is.Empty);
    }
}
