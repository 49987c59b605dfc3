using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Streams.Judging;

/// <summary>Places of the picture that say nothing about what the camera looks at.</summary>
internal static class Places
{
    /// <summary>
    /// Room that an overlay takes. ONVIF names its corner, not its size: cameras draw 3 to 7 % of the height, so this
    /// is more than most take, and never less.
    /// </summary>
    /// <param name="osd">The overlay.</param>
    /// <returns>Corners; empty = it takes none.</returns>
    public static ImmutableArray<Point> Of(Osd osd)
    {
        if (osd.Enabled == false || osd.Position is not { } p) return [];
        const double Height = 0.09;
        const double CharacterWidth = 0.03;
        var characters = osd.Kind switch
        {
            OsdKind.Text => osd.Text?.Length ?? 0,
            OsdKind.Date => 16,
            OsdKind.Time => 12,
            _ => 26,
        };
        var (right, bottom) = (Math.Min(1, p.X + (CharacterWidth * characters) + 0.01), Math.Min(1, p.Y + Height));
        var (left, top) = (Math.Max(0, p.X - 0.01), Math.Max(0, p.Y - 0.01));
        return [new(left, top), new(right, top), new(right, bottom), new(left, bottom)];
    }

    /// <summary>Marks the pixels of a picture that lie in one of the areas or touch it.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="areas">Areas.</param>
    /// <param name="margin">How far beyond its edge an area still counts, share of the picture.</param>
    public static bool[,] Marked(int width, int height, IEnumerable<ImmutableArray<Point>> areas, double margin)
    {
        var marked = new bool[width, height];
        foreach (var area in areas.Where(a => a.Length >= 3))
        {
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                    marked[x, y] |= Touches(area, (x + 0.5) / width, (y + 0.5) / height, margin);
            }
        }

        return marked;
    }

    private static bool Touches(ImmutableArray<Point> area, double x, double y, double margin) =>
        Geometry.Contains(area, new Point(x, y))
        || Geometry.Contains(area, new Point(x - margin, y)) || Geometry.Contains(area, new Point(x + margin, y))
        || Geometry.Contains(area, new Point(x, y - margin)) || Geometry.Contains(area, new Point(x, y + margin));
}
