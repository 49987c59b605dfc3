using System.Collections.Immutable;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Planning;

/// <summary>Areas of the picture, 0..1, origin top left.</summary>
public static class Geometry
{
    private const int Samples = 64;

    /// <summary>The smallest upright rectangle round a polygon, clockwise from its top left corner.</summary>
    /// <param name="polygon">Corners.</param>
    public static ImmutableArray<Point> BoundingBox(ImmutableArray<Point> polygon)
    {
        var (left, top, right, bottom) = Bounds(polygon);
        return [new(left, top), new(right, top), new(right, bottom), new(left, bottom)];
    }

    /// <summary>Whether a polygon is an upright rectangle, whatever corner it begins at and way it goes.</summary>
    /// <param name="polygon">Corners.</param>
    /// <param name="tolerance">How far a corner may lie off.</param>
    public static bool IsRectangle(ImmutableArray<Point> polygon, double tolerance = 1e-6)
    {
        if (polygon.Length != 4) return false;
        var box = BoundingBox(polygon);
        return box.All(corner => polygon.Any(p => Near(p, corner, tolerance))) && polygon.All(p => box.Any(c => Near(p, c, tolerance)));
    }

    /// <summary>How much two areas are one: intersection over union, 0..1, sampled on a grid over both.</summary>
    /// <param name="a">Corners of the first.</param>
    /// <param name="b">Corners of the second.</param>
    public static double Overlap(ImmutableArray<Point> a, ImmutableArray<Point> b)
    {
        if (a.Length < 3 || b.Length < 3) return 0;
        var (left, top, right, bottom) = Bounds(a.AddRange(b));
        var (both, either) = (0, 0);
        for (var row = 0; row < Samples; row++)
        {
            for (var column = 0; column < Samples; column++)
            {
                var p = new Point(left + ((right - left) * (column + 0.5) / Samples), top + ((bottom - top) * (row + 0.5) / Samples));
                var (inA, inB) = (Contains(a, p), Contains(b, p));
                if (inA && inB) both++;
                if (inA || inB) either++;
            }
        }

        return either == 0 ? 0 : (double)both / either;
    }

    /// <summary>Whether the same corners stand in both polygons, in the same or the opposite order from any first corner.</summary>
    /// <param name="a">Corners of the first.</param>
    /// <param name="b">Corners of the second.</param>
    /// <param name="tolerance">How far a corner may lie off.</param>
    public static bool SameCorners(ImmutableArray<Point> a, ImmutableArray<Point> b, double tolerance)
    {
        if (a.Length != b.Length || a.IsEmpty) return false;
        var n = a.Length;
        return Enumerable.Range(0, n).Any(start =>
            Enumerable.Range(0, n).All(i => Near(a[i], b[(start + i) % n], tolerance))
            || Enumerable.Range(0, n).All(i => Near(a[i], b[((start - i) % n + n) % n], tolerance)));
    }

    /// <summary>Whether a place lies inside a polygon (even-odd rule).</summary>
    /// <param name="polygon">Corners.</param>
    /// <param name="p">The place.</param>
    public static bool Contains(ImmutableArray<Point> polygon, Point p)
    {
        var inside = false;
        for (int i = 0, j = polygon.Length - 1; i < polygon.Length; j = i++)
        {
            var (a, b) = (polygon[i], polygon[j]);
            if (a.Y > p.Y != b.Y > p.Y && p.X < ((b.X - a.X) * (p.Y - a.Y) / (b.Y - a.Y)) + a.X) inside = !inside;
        }

        return inside;
    }

    private static bool Near(Point a, Point b, double tolerance) =>
        Math.Abs(a.X - b.X) <= tolerance && Math.Abs(a.Y - b.Y) <= tolerance;

    private static (double Left, double Top, double Right, double Bottom) Bounds(ImmutableArray<Point> points) =>
        (points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y));
}
