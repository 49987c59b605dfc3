using System.Collections.Immutable;

namespace CamMigrate.Streams.Judging;

/// <summary>Whether the outline of a covered area stands at a place.</summary>
internal static class MaskOutline
{
    private const double Step = 14;
    private const double InnerSpread = 12;
    private const double LeastSeen = 0.5;

    /// <summary>
    /// Share of the outline with the area's colour just inside and a clearly other one just outside, 0..1; null = too
    /// little of it in the picture.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <param name="area">The planned mask.</param>
    /// <param name="color">The area's colour.</param>
    public static double? Score(Picture picture, MaskArea area, Rgb color) =>
        area.Outline.Length < 8 || area.OutlineSeen < LeastSeen ? null : Score(picture, area.Outline, color, 0, 0);

    /// <summary>The same with the outline moved.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="outline">Pairs across the outline.</param>
    /// <param name="color">The area's colour.</param>
    /// <param name="dx">Pixels to the right.</param>
    /// <param name="dy">Pixels down.</param>
    public static double Score(Picture picture, ImmutableArray<OutlinePair> outline, Rgb color, int dx, int dy)
    {
        var (steps, seen) = (0, 0);
        foreach (var (inner, outer) in outline)
        {
            if (Near(picture, inner, dx, dy) is not { } inside || Near(picture, outer, dx, dy) is not { } outside)
                continue;
            seen++;
            if (inside.Distance(color) <= InnerSpread && outside.Distance(color) >= Step) steps++;
        }

        return seen < outline.Length * LeastSeen ? 0 : (double)steps / seen;
    }

    private static Rgb? Near(Picture picture, Pixel pixel, int dx, int dy)
    {
        var (x, y) = (pixel.X + dx, pixel.Y + dy);
        if (x < 1 || y < 1 || x >= picture.Width - 1 || y >= picture.Height - 1) return null;
        var (r, g, b) = (0.0, 0.0, 0.0);
        for (var v = y - 1; v <= y + 1; v++)
        {
            for (var u = x - 1; u <= x + 1; u++)
            {
                var c = picture.Color(u, v);
                (r, g, b) = (r + c.R, g + c.G, b + c.B);
            }
        }

        return new Rgb(r / 9, g / 9, b / 9);
    }
}
