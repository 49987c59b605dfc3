namespace CamMigrate.Simulator.Video.Clips;

/// <summary>Finds a font to draw overlays with.</summary>
internal static class Font
{
    private static readonly string[] Known =
    [
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
        "/usr/share/fonts/TTF/DejaVuSans.ttf",
        "/System/Library/Fonts/Supplemental/Arial.ttf",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.Fonts), "arial.ttf"),
    ];

    /// <summary>The font file to use.</summary>
    /// <exception cref="VideoException">There is none.</exception>
    public static string Find(string? wanted)
    {
        if (wanted is not null)
            return File.Exists(wanted) ? wanted : throw new VideoException($"The font {wanted} is not there.");
        return Array.Find(Known, File.Exists)
            ?? throw new VideoException("No font for overlays: install fonts-dejavu-core or name a TrueType file.");
    }
}
