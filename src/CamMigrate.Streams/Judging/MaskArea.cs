using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Streams.Judging;

/// <summary>
/// The pixels of a planned mask at a picture's own size: those well inside, and pairs just inside and just outside of
/// its outline.
/// </summary>
internal sealed record MaskArea
{
    /// <summary>How far the covered area may lie off the planned place, share of the picture.</summary>
    public const double Tolerance = 0.01;

    private const int MostSamples = 200_000;

    /// <summary>Pixels inside, off the outline by the tolerance, overlays left out.</summary>
    public required ImmutableArray<Pixel> Inside { get; init; }

    /// <summary>Share of the inside that lies under overlays.</summary>
    public required double Hidden { get; init; }

    /// <summary>Pairs across the outline.</summary>
    public required ImmutableArray<OutlinePair> Outline { get; init; }

    /// <summary>Share of the outline that has an outside in the picture, 0..1.</summary>
    public required double OutlineSeen { get; init; }

    /// <summary>Lays a mask over a picture of this size.</summary>
    /// <param name="polygon">Corners, 0..1 of the picture.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="overlays">Areas of overlays.</param>
    public static MaskArea Of(
        ImmutableArray<Point> polygon, int width, int height, ImmutableArray<ImmutableArray<Point>> overlays)
    {
        var corners = polygon.Select(p => new Point(p.X * width, p.Y * height)).ToImmutableArray();
        var sides = Sides(corners, width, height);
        var (all, inside) = (0, ImmutableArray.CreateBuilder<Pixel>());
        foreach (var pixel in Within(corners, sides, width, height))
        {
            all++;
            var place = new Point((pixel.X + 0.5) / width, (pixel.Y + 0.5) / height);
            if (!overlays.Any(o => o.Length >= 3 && Geometry.Contains(o, place))) inside.Add(pixel);
        }

        var (pairs, samples) = Pairs(corners, sides, width, height);
        return new MaskArea
        {
            Inside = inside.ToImmutable(),
            Hidden = all == 0 ? 0 : 1 - ((double)inside.Count / all),
            Outline = pairs,
            OutlineSeen = samples == 0 ? 0 : (double)pairs.Length / samples,
        };
    }

    // A side along the edge of the picture has no outside, and the mask goes up to the edge.
    private static ImmutableArray<Side> Sides(ImmutableArray<Point> corners, int width, int height)
    {
        var sides = ImmutableArray.CreateBuilder<Side>();
        for (var i = 0; i < corners.Length; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Length]);
            bool Along(double u, double v, double edge, double size) =>
                Math.Abs(u - edge) <= Tolerance * size && Math.Abs(v - edge) <= Tolerance * size;
            var onEdge = Along(a.X, b.X, 0, width) || Along(a.X, b.X, width, width) || Along(a.Y, b.Y, 0, height)
                || Along(a.Y, b.Y, height, height);
            sides.Add(new Side(a, b, onEdge));
        }

        return sides.ToImmutable();
    }

    private static IEnumerable<Pixel> Within(
        ImmutableArray<Point> corners, ImmutableArray<Side> sides, int width, int height)
    {
        var (left, right) = (Math.Max(0, corners.Min(p => p.X)), Math.Min(width, corners.Max(p => p.X)));
        var (top, bottom) = (Math.Max(0, corners.Min(p => p.Y)), Math.Min(height, corners.Max(p => p.Y)));
        var inset = Math.Max(1, Math.Min(Math.Max(2, Tolerance * width), 0.2 * Math.Min(right - left, bottom - top)));
        var step = Math.Max(1, (int)Math.Ceiling(Math.Sqrt((right - left) * (bottom - top) / MostSamples)));
        for (var y = (int)top; y < bottom; y += step)
        {
            for (var x = (int)left; x < right; x += step)
            {
                var p = new Point(x + 0.5, y + 0.5);
                if (Geometry.Contains(corners, p) && sides.All(s => s.OnEdge || s.Distance(p) >= inset))
                    yield return new Pixel(x, y);
            }
        }
    }

    private static (ImmutableArray<OutlinePair> Pairs, int Samples) Pairs(
        ImmutableArray<Point> corners, ImmutableArray<Side> sides, int width, int height)
    {
        var reach = Math.Max(3, Tolerance * width);
        var (pairs, samples) = (ImmutableArray.CreateBuilder<OutlinePair>(), 0);
        foreach (var side in sides)
        {
            // Nearer to a corner than the reach, "outside" may lie beside the other side.
            var count = (int)Math.Clamp((side.Length - (2 * reach)) / 2, 1, 200);
            for (var i = 0; i < count; i++)
            {
                samples++;
                var p = side.At((reach + ((side.Length - (2 * reach)) * (i + 0.5) / count)) / side.Length);
                var (u, v) = (p.Along(side.Normal, reach), p.Along(side.Normal, -reach));
                var (inner, outer) = Geometry.Contains(corners, u) ? (u, v) : (v, u);
                if (side.OnEdge || !Geometry.Contains(corners, inner) || Geometry.Contains(corners, outer)) continue;
                if (Pixel.At(inner, width, height) is { } inPixel && Pixel.At(outer, width, height) is { } outPixel)
                    pairs.Add(new OutlinePair(inPixel, outPixel));
            }
        }

        return (pairs.ToImmutable(), samples);
    }
}
