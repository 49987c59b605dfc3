namespace CamMigrate.Streams.Judging;

/// <summary>A part of a small picture, in pixels.</summary>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Right">Column behind the last.</param>
/// <param name="Bottom">Row behind the last.</param>
internal readonly record struct Window(int Left, int Top, int Right, int Bottom)
{
    /// <summary>
    /// Mean square of a normalised picture (1 = detail everywhere) below which there is nothing to compare.
    /// </summary>
    public const double LeastTexture = 0.15;

    /// <summary>Parts of equal size.</summary>
    /// <param name="width">Pixels of the whole.</param>
    /// <param name="height">Pixels of the whole.</param>
    /// <param name="columns">Parts side by side.</param>
    /// <param name="rows">Parts one above the other.</param>
    public static IEnumerable<Window> Grid(int width, int height, int columns, int rows) =>
        from row in Enumerable.Range(0, rows)
        from column in Enumerable.Range(0, columns)
        select new Window(
            column * width / columns, row * height / rows, (column + 1) * width / columns, (row + 1) * height / rows);

    /// <summary>How much there is to compare, 0..1; 0 also where hardly any pixel counts.</summary>
    /// <param name="image">A normalised picture.</param>
    /// <param name="skip">Pixels that do not count.</param>
    public double Texture(GrayImage image, bool[,] skip)
    {
        var (n, squares) = (0, 0.0);
        for (var y = Top; y < Bottom; y++)
        {
            for (var x = Left; x < Right; x++)
            {
                if (skip[x, y]) continue;
                (n, squares) = (n + 1, squares + (image[x, y] * image[x, y]));
            }
        }

        return n < (Right - Left) * (Bottom - Top) / 5 ? 0 : squares / n;
    }

    /// <summary>
    /// Best correlation of this part of one picture with the other, moved by up to so many pixels either way.
    /// </summary>
    /// <param name="a">A normalised picture.</param>
    /// <param name="b">Another.</param>
    /// <param name="skip">Pixels that do not count, in both.</param>
    /// <param name="reach">Pixels.</param>
    public double Best(GrayImage a, GrayImage b, bool[,] skip, int reach)
    {
        var best = -1.0;
        for (var dy = -reach; dy <= reach; dy++)
        {
            for (var dx = -reach; dx <= reach; dx++) best = Math.Max(best, Correlation(a, b, skip, dx, dy));
        }

        return best;
    }

    private double Correlation(GrayImage a, GrayImage b, bool[,] skip, int dx, int dy)
    {
        var (both, first, second) = (0.0, 0.0, 0.0);
        var (left, right) = (Math.Max(Left, -dx), Math.Min(Right, a.Width - dx));
        for (var y = Math.Max(Top, -dy); y < Math.Min(Bottom, a.Height - dy); y++)
        {
            var here = a.Row(y);
            var there = b.Row(y + dy);
            for (var x = left; x < right; x++)
            {
                if (skip[x, y] || skip[x + dx, y + dy]) continue;
                var (u, v) = (here[x], there[x + dx]);
                both += u * v;
                first += u * u;
                second += v * v;
            }
        }

        return first <= 0 || second <= 0 ? 0 : both / Math.Sqrt(first * second);
    }
}
