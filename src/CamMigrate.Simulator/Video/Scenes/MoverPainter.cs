namespace CamMigrate.Simulator.Video.Scenes;

/// <summary>Paints what moves: cars from the side and a walker.</summary>
internal static class MoverPainter
{
    /// <summary>A car or van, its front to the right or the left.</summary>
    public static Raster Vehicle(SceneRandom random, int width, int height)
    {
        var body = new Tint(
            (float)random.Between(40, 230), (float)random.Between(40, 230), (float)random.Between(40, 230));
        return Paint(random, width, height, (x, y) => Car(body, x, y, (double)width / height));
    }

    /// <summary>Somebody on foot.</summary>
    public static Raster Walker(SceneRandom random, int width, int height)
    {
        var coat = new Tint(
            (float)random.Between(30, 220), (float)random.Between(30, 220), (float)random.Between(30, 220));
        return Paint(random, width, height, (x, y) => Person(coat, x, y));
    }

    private static Raster Paint(SceneRandom random, int width, int height, Func<double, double, Tint?> shape)
    {
        var raster = new Raster(width, height);
        var grain = new Grain(random);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (shape((double)x / width, (double)y / height) is { } tint)
                    raster.Set(x, y, tint, grain.At(x, y), 255);
            }
        }

        return raster;
    }

    private static Tint? Car(Tint body, double x, double y, double aspect)
    {
        foreach (var wheel in (ReadOnlySpan<double>)[0.2, 0.8])
        {
            var distance = Math.Sqrt(Math.Pow((x - wheel) * aspect, 2) + Math.Pow(y - 0.82, 2));
            if (distance < 0.18)
                return distance < 0.08 ? new Tint(170, 170, 170) : new Tint(25, 25, 25);
        }

        if (y is > 0.42 and < 0.85)
            return x is < 0.04 or > 0.96 ? new Tint(240, 230, 170) : body;
        var slope = 0.14 + (0.3 * (0.42 - y));
        if (y >= 0.42 || x < slope || x > 1 - slope)
            return null;
        var pane = y > 0.1 && Math.Abs(x - 0.5) > 0.02 && x > slope + 0.05 && x < 1 - slope - 0.05;
        return pane ? new Tint(60, 80, 95) : body;
    }

    private static Tint? Person(Tint coat, double x, double y)
    {
        if (Math.Pow((x - 0.5) / 0.22, 2) + Math.Pow((y - 0.09) / 0.09, 2) < 1)
            return new Tint(190, 150, 125);
        if (y is > 0.17 and < 0.6 && Math.Abs(x - 0.5) < 0.32)
            return coat;
        return y >= 0.6 && Math.Abs(Math.Abs(x - 0.5) - 0.16) < 0.12 ? coat.Lighter(-50) : null;
    }
}
