using System.Text.Json;
using System.Text.Json.Serialization;
using CamMigrate.Core.Runs;

namespace CamMigrate.Core.Swapping;

/// <summary>How far a swap has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SwapStage>))]
public enum SwapStage
{
    /// <summary>Nothing is saved yet.</summary>
    Begun,

    /// <summary>Profile and pictures of the old camera are saved: it is not needed any more.</summary>
    Read,

    /// <summary>Writing to the new camera has begun.</summary>
    Applying,

    /// <summary>Everything is written; the proof may be missing.</summary>
    Applied,

    /// <summary>Settings and video are proven.</summary>
    Proven,
}

/// <summary>What a swap keeps in its folder, so that the same command goes on where it stopped.</summary>
public sealed record SwapState
{
    /// <summary>The old camera, as the person wrote it.</summary>
    public required string Old { get; init; }

    /// <summary>The new camera, as the person wrote it.</summary>
    public required string New { get; init; }

    /// <summary>How far it came.</summary>
    public required SwapStage Stage { get; init; }

    /// <summary>Key of the new camera that is being written; null = none yet.</summary>
    public string? Target { get; init; }

    /// <summary>Key of the new camera whose picture before its masks is kept; null = none yet.</summary>
    public string? PictureOf { get; init; }

    /// <summary>The state kept in a folder; null = none, or one that cannot be read.</summary>
    /// <param name="folder">The run.</param>
    public static SwapState? Load(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!File.Exists(folder.SwapPath)) return null;
        try
        {
            return JsonSerializer.Deserialize<SwapState>(File.ReadAllText(folder.SwapPath));
        }
        catch (JsonException e)
        {
            throw new Errors.UsageException($"{folder.SwapPath} is damaged ({e.Message}). Name another folder with --run, or delete this one.");
        }
    }

    /// <summary>Keeps the state in a folder.</summary>
    /// <param name="folder">The run.</param>
    public void Save(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        PrivateFiles.WriteAllText(folder.SwapPath, JsonSerializer.Serialize(this));
    }

    /// <summary>The latest run of the same swap that has not come to its end; null = none.</summary>
    /// <param name="parent">Where runs are kept.</param>
    /// <param name="old">The old camera, as the person wrote it.</param>
    /// <param name="replacement">The new camera, as the person wrote it.</param>
    public static RunFolder? Unfinished(string parent, string old, string replacement) =>
        !Directory.Exists(parent)
            ? null
            : Directory.EnumerateDirectories(parent, "*-swap-*").OrderDescending(StringComparer.Ordinal)
                .Select(RunFolder.Existing)
                .FirstOrDefault(f => IsUnfinished(f, old, replacement));

    /// <summary>A folder that cannot be understood belongs to no swap that could go on.</summary>
    private static bool IsUnfinished(RunFolder folder, string old, string replacement)
    {
        try
        {
            return Load(folder) is { Stage: SwapStage.Read or SwapStage.Applying or SwapStage.Applied } state
                && state.Old == old && state.New == replacement;
        }
        catch (Errors.UsageException)
        {
            return false;
        }
    }
}
