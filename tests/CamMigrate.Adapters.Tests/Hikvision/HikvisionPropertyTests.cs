using System.Globalization;
using System.Xml.Linq;
using CamMigrate.Adapters.Tests.Contract;
using CamMigrate.Core.Ports;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>Whatever a camera says, each of its values has exactly one fate, and the profile can be read back.</summary>
[TestFixture]
internal sealed class HikvisionPropertyTests
{
    private static readonly string[] Words =
    [
        "true", "false", "0", "1", "-1", "50", "101", "65536", "99999999999", "NaN", "Infinity", "1e308", "auto", "open",
        "schedule", "timingSwitch", "00:00:00", "24:00", "25:61", "human,vehicle", "center", "0.0.0.0", "::", "192.0.2.7",
        "../../etc/passwd", "con", "a:b", "\u202enetsrever", "tab\there", "\uFFFD", "x", "",
    ];

    private string folder = "";

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("generated").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Read_GeneratedDocuments_AccountsForEveryValue([Range(1, 24)] int seed)
    {
        var random = new Random(seed);
        var leaves = 0;
        foreach (var (path, document) in await DocumentsAsync())
        {
            Scramble(document, random);
            var file = Path.Combine(folder, "ISAPI", path + ".xml");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            document.Save(file);
        }

        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        var report = await camera.ReadAsync();
        foreach (var asked in report.DocumentFates.Where(d => d.Outcome == DocumentOutcome.Answered))
            leaves += new Recording(folder).Leaves(asked.Document);

        using var _ = Assert.EnterMultipleScope();
        ReaderContract.Accounts(report);
        ReaderContract.RoundTrip(report.Profile);
        Assert.That(report.Leaves.Received, Is.EqualTo(leaves));
        Assert.That(report.Fates, Has.Length.EqualTo(report.Leaves.Received));
        Assert.That(camera.Counters.Writes, Is.Zero);
    }

    /// <summary>Every document of a camera that has all of them.</summary>
    private static async Task<List<(string Path, XElement Document)>> DocumentsAsync()
    {
        await using var camera = await EstateGoldenTests.StartAsync(EstateGoldenTests.Modern);
        using var client = new HttpClient(new SocketsHttpHandler
        {
            Credentials = new System.Net.NetworkCredential("admin", camera.Password),
        });
        var documents = new List<(string, XElement)>();
        foreach (var path in (await camera.ReadAsync()).DocumentFates
            .Where(d => d.Outcome == DocumentOutcome.Answered).Select(d => d.Document).ToList())
            documents.Add((path, XElement.Parse(await client.GetStringAsync(new Uri(camera.HttpUri, "ISAPI/" + path)))));
        return documents;
    }

    private static void Scramble(XElement root, Random random)
    {
        foreach (var element in root.Descendants().Reverse().ToList())
        {
            switch (random.Next(12))
            {
                case 0:
                    element.Remove();
                    break;
                case 1:
                    element.AddAfterSelf(new XElement(element));
                    break;
                case 2 when !element.HasElements:
                    element.Value = Words[random.Next(Words.Length)];
                    break;
                case 3 when !element.HasElements:
                    element.Value = random.Next(-5, 2000).ToString(CultureInfo.InvariantCulture);
                    break;
                case 4:
                    element.Name = element.Name.Namespace + (element.Name.LocalName + "Ext");
                    break;
                case 5:
                    element.Name = element.Name.Namespace + element.Name.LocalName.ToUpperInvariant();
                    break;
                case 6:
                    element.Add(new XElement(element.Name.Namespace + "added", "1"));
                    break;
            }
        }
    }
}
