namespace CamMigrate.Streams.Judging;

/// <summary>Brightness of a small picture, 0..255.</summary>
/// <param name="width">Pixels.</param>
/// <param name="height">Pixels.</param>
internal sealed class GrayImage(int width, int height)
{
    private readonly double[] values = new double[width * height];

    /// <summary>Pixels.</summary>
    public int Width => width;

    /// <summary>Pixels.</summary>
    public int Height => height;

    /// <summary>One pixel.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    public double this[int x, int y]
    {
        get => values[(y * width) + x];
        set => values[(y * width) + x] = value;
    }

    /// <summary>One row.</summary>
    /// <param name="y">Row.</param>
    public ReadOnlySpan<double> Row(int y) => values.AsSpan(y * width, width);

    /// <summary>
    /// The picture less its mean round each pixel, over the spread round it: light and contrast fall out.
    /// </summary>
    /// <param name="radius">How far "round" reaches, pixels.</param>
    /// <param name="noise">Spread below which there is nothing to see, grey levels.</param>
    /// <param name="skip">Pixels that do not count.</param>
    public GrayImage Normalized(int radius, double noise, bool[,] skip)
    {
        var result = new GrayImage(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (skip[x, y]) continue;
                var (mean, deviation) = Around(x, y, radius, skip);
                result[x, y] = (this[x, y] - mean) / Math.Max(deviation, noise);
            }
        }

        return result;
    }

    private (double Mean, double Deviation) Around(int x, int y, int radius, bool[,] skip)
    {
        var (n, sum, squares) = (0, 0.0, 0.0);
        for (var v = Math.Max(0, y - radius); v <= Math.Min(height - 1, y + radius); v++)
        {
            for (var u = Math.Max(0, x - radius); u <= Math.Min(width - 1, x + radius); u++)
            {
                if (skip[u, v]) continue;
                var value = this[u, v];
                (n, sum, squares) = (n + 1, sum + value, squares + (value * value));
            }
        }

        var mean = sum / n;
        return (mean, Math.Sqrt(Math.Max(0, (squares / n) - (mean * mean))));
    }
}
