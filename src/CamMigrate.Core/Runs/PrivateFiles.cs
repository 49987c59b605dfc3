namespace CamMigrate.Core.Runs;

/// <summary>Files that hold pictures and addresses of sensitive sites: for their owner alone.</summary>
public static class PrivateFiles
{
    /// <summary>Mode of files, 0600; Windows keeps the folder's rights.</summary>
    public const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode FolderMode = FileMode | UnixFileMode.UserExecute;

    /// <summary>Makes a folder that only its owner can open.</summary>
    /// <param name="path">The folder.</param>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, FolderMode);
    }

    /// <summary>Replaces a file whole: a reader sees the old text or the new, never half.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its new text.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void WriteAllText(string path, string text) => WriteAllBytes(path, System.Text.Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="WriteAllText"/>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its new content.</param>
    public static void WriteAllBytes(string path, ReadOnlySpan<byte> bytes)
    {
        var fresh = $"{path}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = System.IO.FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = FileMode;
        try
        {
            using (var stream = new FileStream(fresh, options))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    /// <summary>A name that is a file name on Windows and Linux alike, whatever a camera or a person called the thing.</summary>
    /// <param name="text">The name.</param>
    public static string SafeName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var safe = string.Concat(text.Select(ch => char.IsAsciiLetterOrDigit(ch) || ch is '-' or '_' or '.' ? ch : '-'));
        safe = safe.Trim('.', '-');
        if (safe.Length > 60) safe = safe[..60].Trim('.', '-');
        if (safe.Length == 0) return "camera";
        var stem = safe.Split('.')[0];
        return IsWindowsDevice(stem) ? stem + "_" + safe[stem.Length..] : safe;
    }

    private static bool IsWindowsDevice(string stem) =>
        stem.ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL"
        || (stem.Length == 4 && stem[..3].ToUpperInvariant() is ("COM" or "LPT") && char.IsAsciiDigit(stem[^1]));
}
