using System.Text;

namespace CamMigrate.Streams.Ffmpeg;

/// <summary>The ffmpeg and ffprobe programs of this machine.</summary>
public sealed record FfmpegTools
{
    /// <summary>Environment variable naming the folder that holds both programs; it goes before <c>PATH</c>.</summary>
    public const string FolderVariable = "CAMMIGRATE_FFMPEG";

    /// <summary>What to do when they are missing.</summary>
    public const string HowToInstall =
        "Install it: Debian and Ubuntu 'apt-get install ffmpeg', Windows 'winget install ffmpeg'; or set "
        + FolderVariable + " to the folder that holds ffmpeg and ffprobe.";

    /// <summary>Full path of ffmpeg.</summary>
    public required string Ffmpeg { get; init; }

    /// <summary>Full path of ffprobe.</summary>
    public required string Ffprobe { get; init; }

    /// <summary>Looks in <see cref="FolderVariable"/>, then in <c>PATH</c>; null = one of the two is missing.</summary>
    public static FfmpegTools? Find() =>
        Find(Environment.GetEnvironmentVariable(FolderVariable), Environment.GetEnvironmentVariable("PATH"));

    /// <summary>Looks in the folder when one is given, else in each absolute folder of the search path.</summary>
    /// <param name="folder">The only folder to look in; null or empty = the search path.</param>
    /// <param name="searchPath">Folders as in <c>PATH</c>.</param>
    internal static FfmpegTools? Find(string? folder, string? searchPath)
    {
        // A relative entry would run whatever lies in the folder the user happens to stand in.
        var folders = string.IsNullOrEmpty(folder)
            ? (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Where(Path.IsPathFullyQualified)
            : [Path.GetFullPath(folder)];
        var (ffmpeg, ffprobe) = (FirstIn(folders, "ffmpeg"), FirstIn(folders, "ffprobe"));
        return ffmpeg is null || ffprobe is null ? null : new FfmpegTools { Ffmpeg = ffmpeg, Ffprobe = ffprobe };
    }

    /// <summary>The version as ffmpeg names itself, <c>5.1.9-0+deb12u1</c>; null = it does not run.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string?> ReadVersionAsync(CancellationToken cancellationToken)
    {
        var runner = new ProcessRunner(TimeProvider.System);
        var result = await runner.RunAsync(new ProcessRequest
        {
            Program = Ffmpeg,
            Arguments = ["-version"],
            TimeLimit = TimeSpan.FromSeconds(10),
        }, cancellationToken);
        var words = Encoding.UTF8.GetString(result.Output).Split(' ', 4);
        return result.ExitCode == 0 && words is ["ffmpeg", "version", var version, ..] ? version : null;
    }

    private static string? FirstIn(IEnumerable<string> folders, string name)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return folders.Select(f => Path.Combine(f, file)).FirstOrDefault(File.Exists);
    }
}
