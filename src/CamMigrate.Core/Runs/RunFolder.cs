using System.Globalization;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Verification;

namespace CamMigrate.Core.Runs;

/// <summary>The folder of one run: profile, pictures, journal. Open to its owner alone.</summary>
public sealed class RunFolder
{
    private RunFolder(string path) => FullPath = path;

    /// <summary>The folder.</summary>
    public string FullPath { get; }

    /// <summary>Its name, the run's id.</summary>
    public string Id => Path.GetFileName(FullPath);

    /// <summary>The profile read from the old camera.</summary>
    public string ProfilePath => Path.Combine(FullPath, "profile.yaml");

    /// <summary>The journal.</summary>
    public string JournalPath => Path.Combine(FullPath, "journal.jsonl");

    /// <summary>The swap's own notes.</summary>
    public string SwapPath => Path.Combine(FullPath, "swap.json");

    /// <summary>Makes a new folder, <c>UTC-verb-name</c>, below another; or uses the one a person named.</summary>
    /// <param name="parent">Where runs are kept.</param>
    /// <param name="verb">The command.</param>
    /// <param name="name">The camera's address or name.</param>
    /// <param name="explicitPath">A folder that a person named; null = make one.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="UsageException">The folder cannot be made.</exception>
    public static RunFolder Create(string parent, string verb, string name, string? explicitPath, TimeProvider time)
    {
        var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var path = explicitPath ?? Path.Combine(parent, $"{stamp}-{verb}-{PrivateFiles.SafeName(name)}");
        for (var n = 2; explicitPath is null && Directory.Exists(path); n++)
            path = Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $"{stamp}-{verb}-{PrivateFiles.SafeName(name)}-{n}"));
        return Open(path);
    }

    /// <summary>Opens a run's folder, making it when it is not there.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="UsageException">The folder cannot be made.</exception>
    public static RunFolder Open(string path)
    {
        try
        {
            PrivateFiles.CreateFolder(Path.GetFullPath(path));
            PrivateFiles.CreateFolder(Path.Combine(Path.GetFullPath(path), "pictures"));
            return new RunFolder(Path.GetFullPath(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The run folder {path} cannot be made: {e.Message}. Choose another with --run DIR.");
        }
    }

    /// <summary>Opens the folder of a run that was made before.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="UsageException">It is not there.</exception>
    public static RunFolder Existing(string path) => Directory.Exists(path)
        ? new RunFolder(Path.GetFullPath(path))
        : throw new UsageException($"There is no run folder {path}.");

    /// <summary>The run's pictures, to compare with and to keep.</summary>
    public PictureFiles Pictures() => new()
    {
        Old = source => IfThere(Picture("old", source, "main")),
        Before = source => IfThere(Picture("before", source, "main")),
        After = (source, stream) => Picture("after", source, stream),
    };

    /// <summary>The file of a picture.</summary>
    /// <param name="when"><c>old</c>, <c>before</c> or <c>after</c>.</param>
    /// <param name="source">Video source number.</param>
    /// <param name="stream">Stream name.</param>
    public string Picture(string when, int source, string stream) => Path.Combine(
        FullPath, "pictures", string.Create(CultureInfo.InvariantCulture, $"{when}-{source}-{PrivateFiles.SafeName(stream)}.jpg"));

    private static string? IfThere(string path) => File.Exists(path) ? path : null;
}
