using System.Globalization;
using System.Text;
using CamMigrate.Core.Runs;

namespace CamMigrate.Core.Profiles.Yaml;

/// <summary>Profile files on disk: bounded when read, whole or not at all when written.</summary>
internal static class ProfileFile
{
    /// <summary>The text of a file; null when it cannot be read, and then there is a problem that says why.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Where problems go.</param>
    public static string? Read(string path, ProblemList problems)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            // Asked first, so that a huge file costs nothing; counted as well, because a pipe or a device has no
            // length.
            var bytes = file.CanSeek && file.Length > YamlLimits.Bytes ? null : ReadBounded(file);
            if (bytes is not null) return Decode(bytes, problems);
            problems.Add(
                "", default,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the file is larger than {YamlLimits.Bytes >> 20} MiB: this is no profile."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add("", default, $"the file cannot be read: {e.Message}");
        }

        return null;
    }

    /// <summary>Writes a file that only its owner may read. It is there whole or not at all.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, string text) => PrivateFiles.WriteAllText(path, text);

    private static byte[]? ReadBounded(FileStream file)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[64 << 10];
        while (file.Read(buffer) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > YamlLimits.Bytes) return null;
        }

        return bytes.ToArray();
    }

    private static string? Decode(byte[] bytes, ProblemList problems)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            problems.Add("", default, "the file is not UTF-8 text: save it as UTF-8.");
            return null;
        }
    }
}
