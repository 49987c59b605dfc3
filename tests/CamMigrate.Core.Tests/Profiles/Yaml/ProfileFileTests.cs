using System.Text;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Core.Tests.Profiles.Yaml;

public sealed class ProfileFileTests
{
    private const string Valid = "schemaVersion: 1\nkind: CameraProfile\n";
    private string folder = "";

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("cammigrate-profile-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Load_HugeFile_IsRefusedWithoutReadingIt()
    {
        using (var file = File.Create(In("huge.yaml"))) file.SetLength(100 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var problem = Refuse("huge.yaml");

        Assert.That(problem.Message, Is.EqualTo("the file is larger than 8 MiB: this is no profile."));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(4 << 20));
    }

    [Test]
    public void Load_EndlessDevice_IsRefused()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("/dev/zero is a device of Linux.");

        Assert.That(
            Assert.Throws<ProfileException>(() => ProfileYaml.Load("/dev/zero"))!.Problems.Single().Message,
            Is.EqualTo("the file is larger than 8 MiB: this is no profile."));
    }

    [Test]
    public void Load_NoFile_SaysSo() =>
        Assert.That(Refuse("none.yaml").Message, Does.StartWith("the file cannot be read: "));

    [Test]
    public void Load_Folder_SaysSo() =>
        Assert.That(
            Assert.Throws<ProfileException>(() => ProfileYaml.Load(folder))!.Problems.Single().Message,
            Does.StartWith("the file cannot be read: "));

    [Test]
    public void Load_Utf16_SaysWhatToDo()
    {
        File.WriteAllText(In("p.yaml"), Valid, Encoding.Unicode);

        Assert.That(Refuse("p.yaml").Message, Is.EqualTo("the file is not UTF-8 text: save it as UTF-8."));
    }

    [Test]
    public void Load_ByteOrderMarkAndWindowsLines_AreRead()
    {
        File.WriteAllText(
            In("p.yaml"), Valid.ReplaceLineEndings("\r\n") + "camera: {name: Süd}\r\n", new UTF8Encoding(true));

        Assert.That(ProfileYaml.Load(In("p.yaml")).Camera!.Name, Is.EqualTo("Süd"));
    }

    [Test]
    public void Load_WrongFile_NamesItInEveryLine()
    {
        File.WriteAllText(In("p.yaml"), Valid + "a: 1\nb: 2\n");

        Assert.That(
            Assert.Throws<ProfileException>(() => ProfileYaml.Load(In("p.yaml")))!.Message.Split('\n'),
            Has.Length.EqualTo(2).And.All.StartsWith(In("p.yaml") + ":"));
    }

    [Test]
    public void Save_FolderIsMissing_LeavesNothing()
    {
        Assert.Throws<DirectoryNotFoundException>(
            () => ProfileYaml.Save(new CameraProfile(), Path.Combine(folder, "none", "p.yaml")));

        Assert.That(Directory.GetFileSystemEntries(folder), Is.Empty);
    }

    [Test]
    public void Save_TargetIsAFolder_KeepsItAndLeavesNothing()
    {
        Directory.CreateDirectory(In("p.yaml"));

        Assert.That(
            () => ProfileYaml.Save(new CameraProfile(), In("p.yaml")),
            Throws.InstanceOf<IOException>().Or.InstanceOf<UnauthorizedAccessException>());
        Assert.That(Directory.GetFileSystemEntries(folder), Is.EqualTo(new[] { In("p.yaml") }));
    }

    [Test]
    public void Validate_Overlay_IsOne()
    {
        File.WriteAllText(
            In("o.yaml"), "schemaVersion: 1\nkind: ProfileOverlay\nvideoSources: [{number: '*', mirror: null}]\n");

        Assert.That(ProfileYaml.Validate(In("o.yaml"), []), Is.EqualTo(ProfileKind.ProfileOverlay));
        Assert.That(
            Refuse("o.yaml").Message, Is.EqualTo("this is an overlay: it is laid over a profile and is none itself."));
    }

    private string In(string name) => Path.Combine(folder, name);

    private ProfileProblem Refuse(string name) =>
        Assert.Throws<ProfileException>(() => ProfileYaml.Load(In(name)))!.Problems.Single();
}
