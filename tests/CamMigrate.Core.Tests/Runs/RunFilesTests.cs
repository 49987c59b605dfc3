using System.Text.Json.Nodes;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Runs;

namespace CamMigrate.Core.Tests.Runs;

public sealed class RunFilesTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("cammigrate-test-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("../../etc/passwd", ExpectedResult = "etc-passwd")]
    [TestCase("DS-2TD1228-2/QA", ExpectedResult = "DS-2TD1228-2-QA")]
    [TestCase("con<>:\"|?*", ExpectedResult = "con_")]
    [TestCase("\u202egnp.exe", ExpectedResult = "gnp.exe")]
    [TestCase("...", ExpectedResult = "camera")]
    [TestCase("CON", ExpectedResult = "CON_")]
    [TestCase("nul.txt", ExpectedResult = "nul_.txt")]
    public string SafeName_HostileNames_AreHarmless(string name) => PrivateFiles.SafeName(name);

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows keeps the folder's rights")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void RunFolder_Created_IsForItsOwnerAlone()
    {
        var run = RunFolder.Create(folder, "swap", "192.0.2.31", null, TimeProvider.System);
        using (Journal.Open(run.JournalPath, TimeProvider.System))
        {
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.GetUnixFileMode(run.FullPath), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
            Assert.That(File.GetUnixFileMode(run.JournalPath), Is.EqualTo(PrivateFiles.FileMode));
        }
    }

    [Test]
    public void RunFolder_TwoInOneSecond_AreTwo()
    {
        var first = RunFolder.Create(folder, "swap", "gate", null, TimeProvider.System);
        var second = RunFolder.Create(folder, "swap", "gate", null, TimeProvider.System);

        Assert.That(second.FullPath, Is.Not.EqualTo(first.FullPath));
    }

    [Test]
    public void Journal_SecondProcess_IsRefused()
    {
        var path = Path.Combine(folder, "journal.jsonl");
        using var first = Journal.Open(path, TimeProvider.System);

        Assert.That(() => Journal.Open(path, TimeProvider.System), Throws.TypeOf<UsageException>());
    }

    [Test]
    public void Journal_Lines_AreOnDiskBeforeTheWorkGoesOn()
    {
        var path = Path.Combine(folder, "journal.jsonl");
        using var journal = Journal.Open(path, TimeProvider.System);
        journal.Intent("tr2:SetMask 1", ["videoSources[1].masks[1]"]);

        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        Assert.That(JsonNode.Parse(reader.ReadLine()!)!["operation"]!.GetValue<string>(), Is.EqualTo("tr2:SetMask 1"));
    }

    [Test]
    public void Journal_TornByAPowerCut_GoesOnWithALineOfItsOwn()
    {
        var path = Path.Combine(folder, "journal.jsonl");
        File.WriteAllText(path, "{\"event\":\"writ");
        using (var journal = Journal.Open(path, TimeProvider.System)) journal.Stage("apply");

        Assert.That(JsonNode.Parse(File.ReadAllLines(path)[1])!["stage"]!.GetValue<string>(), Is.EqualTo("apply"));
    }

    [Test]
    public void KeptValues_Remembered_AreFoundByAnotherProcessForThatValueOnly()
    {
        var path = Path.Combine(folder, "home", "kept.json");
        new KeptValues(path).Remember("A-1", "x.bitrateLimit", JsonValue.Create(6144), JsonValue.Create(6000));

        var later = new KeptValues(path);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(later.Find("A-1", "x.bitrateLimit", JsonValue.Create(6144))?.GetValue<int>(), Is.EqualTo(6000));
            Assert.That(later.Find("A-1", "x.bitrateLimit", JsonValue.Create(8192)), Is.Null);
            Assert.That(later.Find("B-1", "x.bitrateLimit", JsonValue.Create(6144)), Is.Null);
        }
    }
}
