namespace CamMigrate.Streams.Judging;

/// <summary>A decoded picture, 3 bytes a pixel (red, green, blue, 0..255), rows from the top.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Rgb">Width x height x 3 bytes.</param>
internal sealed record Picture(int Width, int Height, byte[] Rgb)
{
    /// <summary>Brightness of one pixel, 0..255.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    public double Luma(int x, int y)
    {
        var at = ((y * Width) + x) * 3;
        return (0.299 * Rgb[at]) + (0.587 * Rgb[at + 1]) + (0.114 * Rgb[at + 2]);
    }

    /// <summary>Colour of one pixel.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    public Rgb Color(int x, int y)
    {
        var at = ((y * Width) + x) * 3;
        return new Rgb(Rgb[at], Rgb[at + 1], Rgb[at + 2]);
    }

    /// <summary>Brightness at another size, each pixel the mean of the area it stands for.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    public GrayImage Gray(int width, int height)
    {
        var gray = new GrayImage(width, height);
        for (var y = 0; y < height; y++)
        {
            var (top, bottom) = Span(y, height, Height);
            for (var x = 0; x < width; x++)
            {
                var (left, right) = Span(x, width, Width);
                gray[x, y] = Mean(left, right, top, bottom);
            }
        }

        return gray;
    }

    private static (int From, int To) Span(int index, int count, int size)
    {
        var from = (int)((long)index * size / count);
        return (from, Math.Max(from + 1, (int)((long)(index + 1) * size / count)));
    }

    private double Mean(int left, int right, int top, int bottom)
    {
        var sum = 0.0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++) sum += Luma(x, y);
        }

        return sum / ((right - left) * (bottom - top));
    }
}
