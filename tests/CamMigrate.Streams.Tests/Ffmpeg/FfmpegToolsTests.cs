using CamMigrate.Streams.Ffmpeg;

namespace CamMigrate.Streams.Tests.Ffmpeg;

public sealed class FfmpegToolsTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("cammigrate-tools-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Find_FolderWithBoth_GoesBeforeThePath()
    {
        var (ffmpeg, ffprobe) = (Touch("ffmpeg"), Touch("ffprobe"));

        var tools = FfmpegTools.Find(folder, "/usr/bin");

        Assert.That((tools?.Ffmpeg, tools?.Ffprobe), Is.EqualTo((ffmpeg, ffprobe)));
    }

    [Test]
    public void Find_OneMissing_IsNull()
    {
        Touch("ffmpeg");

        Assert.That(FfmpegTools.Find(folder, null), Is.Null);
    }

    [Test]
    public void Find_RelativeFolderInPath_IsNotSearched()
    {
        Touch("ffmpeg");
        Touch("ffprobe");
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, folder);

        Assert.That(FfmpegTools.Find(null, relative), Is.Null);
        Assert.That(FfmpegTools.Find(null, relative + Path.PathSeparator + folder), Is.Not.Null);
    }

    private string Touch(string name)
    {
        var path = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
        File.WriteAllText(path, "");
        return path;
    }
}
