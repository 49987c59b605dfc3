using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace CamMigrate.Simulator.Video.Scenes;

/// <summary>Paints each scene once and keeps it on disk, shared with other processes.</summary>
internal sealed class SceneStore(string cacheFolder)
{
    /// <summary>Raised when painting changes, so that older pictures are not taken for the new ones.</summary>
    private const string Format = "scene1";

    private readonly ConcurrentDictionary<string, Lazy<Task<SceneFiles>>> scenes = new(StringComparer.Ordinal);

    /// <summary>The files of a scene, painted now when they are not there yet.</summary>
    /// <exception cref="IOException">The cache folder cannot be written.</exception>
    public async Task<SceneFiles> GetAsync(string scene, CancellationToken cancellationToken)
    {
        var entry = scenes.GetOrAdd(scene, name => new(() => Task.Run(() => Open(name), CancellationToken.None)));
        try
        {
            return await entry.Value.WaitAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            scenes.TryRemove(scene, out _);
            throw;
        }
    }

    private SceneFiles Open(string scene)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scene)).AsSpan(0, 8));
        var folder = Path.Combine(cacheFolder, $"{Format}-{name}");
        var street = new StreetScene(scene);
        var random = new SceneRandom(scene + "/movers");
        var paintings = Movers(street, random);
        if (!Directory.Exists(folder))
            Publish(folder, street, paintings);
        return new SceneFiles(folder, [.. paintings.Select(painting => painting.Mover)]);
    }

    private static ImmutableArray<(Mover Mover, Func<Raster> Paint)> Movers(StreetScene street, SceneRandom random) =>
    [
        (new("walker.pam", 74, street.PavementLine - 190, 1, random.Between(0, 1)),
            () => MoverPainter.Walker(random, 74, 190)),
        (new("far.pam", 430, street.Lanes.Far - 180, -1, random.Between(0, 1)),
            () => MoverPainter.Vehicle(random, 430, 180)),
        (new("near.pam", 560, street.Lanes.Near - 250, 1, random.Between(0, 1)),
            () => MoverPainter.Vehicle(random, 560, 250)),
    ];

    private static void Publish(
        string folder, StreetScene street, ImmutableArray<(Mover Mover, Func<Raster> Paint)> paintings)
    {
        var draft = $"{folder}.{Guid.NewGuid():N}.tmp";
        Directory.CreateDirectory(draft);
        street.Paint().WritePam(Path.Combine(draft, "background.pam"));
        foreach (var (mover, paint) in paintings)
            paint().WritePam(Path.Combine(draft, mover.File));
        try
        {
            Directory.Move(draft, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another process painted the same scene first; its pictures are the same.
            Directory.Delete(draft, recursive: true);
        }
    }
}
