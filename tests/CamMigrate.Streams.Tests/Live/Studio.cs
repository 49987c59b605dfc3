using CamMigrate.Simulator.Video;

namespace CamMigrate.Streams.Tests.Live;

/// <summary>One video engine for all live tests, so that equal streams are encoded once.</summary>
[SetUpFixture]
public sealed class Studio
{
    private static readonly string Folder =
        Path.Combine(Path.GetTempPath(), "cammigrate-streams-" + Guid.NewGuid().ToString("N")[..8]);
    private static VideoEngine? engine;

    public static VideoEngine Engine =>
        engine ??= new VideoEngine(new VideoEngineOptions { CacheFolder = Path.Combine(Folder, "clips") });

    public static string NewFile(string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, Guid.NewGuid().ToString("N")[..8])).FullName, name);

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (engine is not null) await engine.DisposeAsync();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
