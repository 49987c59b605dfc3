using CamMigrate.Core.Profiles;

namespace CamMigrate.Streams.Judging;

/// <summary>A pixel.</summary>
/// <param name="X">Column.</param>
/// <param name="Y">Row.</param>
internal readonly record struct Pixel(int X, int Y)
{
    /// <summary>
    /// The pixel at a place given in pixels; null = beyond the picture, or so near its edge that it has no neighbours.
    /// </summary>
    /// <param name="p">The place.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    public static Pixel? At(Point p, int width, int height)
    {
        var (x, y) = ((int)Math.Floor(p.X), (int)Math.Floor(p.Y));
        return x >= 1 && y >= 1 && x < width - 1 && y < height - 1 ? new Pixel(x, y) : null;
    }
}

/// <summary>Two pixels on either side of a mask's outline.</summary>
/// <param name="Inner">Just inside.</param>
/// <param name="Outer">Just outside.</param>
internal readonly record struct OutlinePair(Pixel Inner, Pixel Outer);
