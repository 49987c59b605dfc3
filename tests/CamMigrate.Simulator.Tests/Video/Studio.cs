using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Tests.Video;

/// <summary>The engine that the tests of this folder share, so that equal settings are encoded once.</summary>
[SetUpFixture]
internal sealed class Studio
{
    /// <summary>16:9, small, sharp enough to measure pixels.</summary>
    public static readonly VideoSettings Small = new()
    {
        Width = 640,
        Height = 360,
        Encoding = "H264",
        FrameRate = 25,
        Bitrate = 3000,
        GovLength = 50,
    };

    /// <summary>The ISAPI way to count: 704 x 576 from the bottom left.</summary>
    public static readonly WireFrame Isapi = new(0, 704, 0, 576);

    private static VideoEngine? engine;
    private static DirectoryInfo? folder;

    public static VideoEngine Engine => engine!;

    public static string NewFolder() => folder!.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;

    [OneTimeSetUp]
    public void Open()
    {
        folder = Directory.CreateTempSubdirectory("simulator-tests-");
        engine = new VideoEngine(new VideoEngineOptions { CacheFolder = Path.Combine(folder.FullName, "cache") });
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        await engine!.DisposeAsync();
        folder!.Delete(recursive: true);
    }
}
