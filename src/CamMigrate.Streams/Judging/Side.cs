using CamMigrate.Core.Profiles;

namespace CamMigrate.Streams.Judging;

/// <summary>One side of a mask, in pixels.</summary>
/// <param name="A">First end.</param>
/// <param name="B">Second end.</param>
/// <param name="OnEdge">Whether it runs along the edge of the picture.</param>
internal readonly record struct Side(Point A, Point B, bool OnEdge)
{
    /// <summary>Pixels.</summary>
    public double Length => Math.Max(1e-9, Math.Sqrt(Square(B.X - A.X) + Square(B.Y - A.Y)));

    /// <summary>Direction across it, of length 1.</summary>
    public Point Normal => new(-(B.Y - A.Y) / Length, (B.X - A.X) / Length);

    /// <summary>A place on it.</summary>
    /// <param name="share">0 = first end, 1 = second.</param>
    public Point At(double share) => new(A.X + ((B.X - A.X) * share), A.Y + ((B.Y - A.Y) * share));

    /// <summary>Distance of a place from it, pixels.</summary>
    /// <param name="p">The place.</param>
    public double Distance(Point p)
    {
        var share = (((p.X - A.X) * (B.X - A.X)) + ((p.Y - A.Y) * (B.Y - A.Y))) / Square(Length);
        var nearest = At(Math.Clamp(share, 0, 1));
        return Math.Sqrt(Square(p.X - nearest.X) + Square(p.Y - nearest.Y));
    }

    private static double Square(double value) => value * value;
}

/// <summary>Steps from a place.</summary>
internal static class PointSteps
{
    /// <summary>The place so far along a direction.</summary>
    /// <param name="p">From.</param>
    /// <param name="direction">Of length 1.</param>
    /// <param name="distance">How far.</param>
    public static Point Along(this Point p, Point direction, double distance) =>
        new(p.X + (direction.X * distance), p.Y + (direction.Y * distance));
}
