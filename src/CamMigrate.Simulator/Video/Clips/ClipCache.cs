namespace CamMigrate.Simulator.Video.Clips;

/// <summary>
/// Encoded clips on disk, one file each in the encoder's own byte stream format, so that any player opens them.
/// </summary>
internal sealed class ClipCache(string folder)
{
    private const long MaxBytes = 1L << 30;

    /// <summary>The clip of a key; null when it was never encoded or its file is damaged.</summary>
    public async Task<EncodedClip?> ReadAsync(string key, VideoSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            return EncodedClip.FromAnnexB(
                await File.ReadAllBytesAsync(PathOf(key, settings), cancellationToken), settings);
        }
        catch (IOException)
        {
            return null; // Not there, or another process is trimming the cache: encoding again is always right.
        }
    }

    /// <summary>Keeps what the encoder wrote; other processes see the whole file or none.</summary>
    public async Task WriteAsync(string key, VideoSettings settings, byte[] stream, CancellationToken cancellationToken)
    {
        var path = PathOf(key, settings);
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        await File.WriteAllBytesAsync(draft, stream, cancellationToken);
        try
        {
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && File.Exists(path))
        {
            File.Delete(draft); // Windows replaces no file that somebody reads; theirs is as good as ours.
        }
    }

    /// <summary>Makes the folder and removes the oldest clips while they hold more than a gigabyte.</summary>
    public void Open()
    {
        Directory.CreateDirectory(folder);
        var clips = new DirectoryInfo(folder).EnumerateFiles("clip*")
            .OrderByDescending(file => file.LastWriteTimeUtc).ToList();
        var total = 0L;
        foreach (var file in clips)
        {
            total += file.Length;
            if (total > MaxBytes)
                file.Delete();
        }
    }

    private string PathOf(string key, VideoSettings settings) =>
        Path.Combine(folder, key + (settings.Encoding == "H265" ? ".h265" : ".h264"));
}
