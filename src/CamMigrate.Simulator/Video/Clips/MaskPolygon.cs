namespace CamMigrate.Simulator.Video.Clips;

/// <summary>A privacy mask that is not a rectangle, as a one-frame picture that ffmpeg lays over the video.</summary>
internal static class MaskPolygon
{
    /// <summary>Whether the corners are an upright rectangle, which ffmpeg draws by itself.</summary>
    public static bool IsRectangle(WireMask mask)
    {
        var corners = Corners(mask);
        if (corners.Length != 4)
            return false;
        var flatFirst = corners[0].Y == corners[1].Y && corners[1].X == corners[2].X
            && corners[2].Y == corners[3].Y && corners[3].X == corners[0].X;
        var steepFirst = corners[0].X == corners[1].X && corners[1].Y == corners[2].Y
            && corners[2].X == corners[3].X && corners[3].Y == corners[0].Y;
        return flatFirst || steepFirst;
    }

    /// <summary>
    /// Fills a polygon in a picture of <paramref name="width"/> by <paramref name="height"/>, four bytes per pixel.
    /// </summary>
    /// <remarks>A pixel is covered when its centre, taken back to wire numbers, lies inside (even-odd).</remarks>
    public static void Fill(byte[] picture, int width, int height, WireMask mask, WireFrame frame)
    {
        var corners = Corners(mask);
        var colour = Convert.FromHexString(MaskColor.Of(mask) + "ff");
        for (var row = 0; row < height; row++)
        {
            var y = frame.Top - ((row + 0.5) / height * (frame.Top - frame.Bottom));
            for (var column = 0; column < width; column++)
            {
                var x = frame.Left + ((column + 0.5) / width * (frame.Right - frame.Left));
                if (Contains(corners, x, y))
                    colour.CopyTo(picture, ((row * width) + column) * 4);
            }
        }
    }

    /// <summary>The corners without a last one that only repeats the first.</summary>
    public static WirePoint[] Corners(WireMask mask)
    {
        var closed = mask.Points.Length > 1 && mask.Points[0] == mask.Points[^1];
        return [.. closed ? mask.Points.Take(mask.Points.Length - 1) : mask.Points];
    }

    private static bool Contains(WirePoint[] corners, double x, double y)
    {
        var inside = false;
        for (int at = 0, before = corners.Length - 1; at < corners.Length; before = at++)
        {
            var (a, b) = (corners[at], corners[before]);
            if (a.Y > y != b.Y > y && x < ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X)
                inside = !inside;
        }

        return inside;
    }
}
