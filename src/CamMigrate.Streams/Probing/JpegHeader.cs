namespace CamMigrate.Streams.Probing;

/// <summary>The size that a JPEG file claims, read before a decoder sees it.</summary>
internal static class JpegHeader
{
    /// <summary>Width and height; null = this is no JPEG.</summary>
    /// <param name="file">The file.</param>
    public static (int Width, int Height)? Size(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8])) return null;
        var at = 2;
        while (at + 9 < file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = (file[at + 2] << 8) | file[at + 3];
            if (IsFrameHeader(marker))
            {
                var (height, width) = ((file[at + 5] << 8) | file[at + 6], (file[at + 7] << 8) | file[at + 8]);
                return width > 0 && height > 0 ? (width, height) : null;
            }

            if (length < 2 || marker is 0xDA or 0xD9) return null;
            at += 2 + length;
        }

        return null;
    }

    // SOF0..SOF15, less DHT, JPG and DAC which share the range.
    private static bool IsFrameHeader(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
