using System.Collections.Immutable;

namespace CamMigrate.Streams.Judging;

/// <summary>
/// Looks for a mask that stands beside its planned place: origin at the wrong corner, mirrored, another grid.
/// </summary>
internal static class ShiftedMask
{
    private const double SpreadLimit = 12;
    private const double ColorLimit = 40;
    private const double OutlineLimit = 0.7;
    private const int MostInside = 150;
    private const int MostOutline = 120;
    private const int Reach = 60;

    /// <summary>
    /// Where the covered area stands, in per cent of the picture from the planned place; null = nowhere.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <param name="area">The planned mask.</param>
    /// <param name="planned">Its planned colour; null = unknown.</param>
    public static (int Right, int Down)? Find(Picture picture, MaskArea area, Rgb? planned)
    {
        if (area.Outline.Length < 8) return null;
        var (inside, outline) = (Thin(area.Inside, MostInside), Thin(area.Outline, MostOutline));
        var steps = from dy in Enumerable.Range(-Reach, (2 * Reach) + 1)
                    from dx in Enumerable.Range(-Reach, (2 * Reach) + 1)
                    where dx != 0 || dy != 0
                    orderby (dx * dx) + (dy * dy)
                    select (dx, dy);
        foreach (var (right, down) in steps)
        {
            var (dx, dy) = (right * picture.Width / 100, down * picture.Height / 100);
            if (UniformColor(picture, inside, dx, dy) is { } color
                && (planned is null || color.Distance(planned.Value) <= ColorLimit)
                && MaskOutline.Score(picture, outline, color, dx, dy) >= OutlineLimit)
                return (right, down);
        }

        return null;
    }

    private static Rgb? UniformColor(Picture picture, ImmutableArray<Pixel> inside, int dx, int dy)
    {
        Rgb? first = null;
        foreach (var p in inside)
        {
            var (x, y) = (p.X + dx, p.Y + dy);
            if (x < 0 || y < 0 || x >= picture.Width || y >= picture.Height) return null;
            var color = picture.Color(x, y);
            first ??= color;
            if (color.Distance(first.Value) > SpreadLimit) return null;
        }

        return first;
    }

    // In an order that jumps about (151 is prime and above every count), so that an area with detail is left after a
    // few looks.
    private static ImmutableArray<T> Thin<T>(ImmutableArray<T> all, int most)
    {
        var count = Math.Min(most, all.Length);
        return [.. Enumerable.Range(0, count).Select(i => all[(int)((long)(i * 151 % count) * all.Length / count)])];
    }
}
