namespace CamMigrate.Simulator.Video.Scenes;

/// <summary>
/// A street seen from a pole: house fronts, a pavement of slabs, a road, trees; everything placed by the scene's name.
/// </summary>
internal sealed class StreetScene
{
    /// <summary>Width of the painted scene, pixels: the widest stream a virtual camera has.</summary>
    public const int Width = 2560;

    /// <summary>Height of the painted scene, pixels.</summary>
    public const int Height = 1440;

    private readonly Grain grain;
    private readonly Building[] fronts;
    private readonly Tree[] trees;
    private readonly Tint slab;
    private readonly Tint asphalt;
    private readonly int slabSize;
    private readonly int pavementTop;
    private readonly int roadTop;

    public StreetScene(string name)
    {
        var random = new SceneRandom(name);
        grain = new Grain(random);
        pavementTop = (int)random.Between(620, 860);
        roadTop = pavementTop + (int)random.Between(150, 260);
        slab = Tint.Around(random, random.Between(95, 180), 14);
        asphalt = Tint.Around(random, random.Between(70, 150), 8);
        slabSize = (int)random.Between(60, 110);
        fronts = Fronts(random);
        trees = [.. Enumerable.Range(0, 5).Select(_ => new Tree(random, pavementTop, PavementLine))];
    }

    /// <summary>Where the lower edge of something standing on the pavement is, rows from the top.</summary>
    public int PavementLine => roadTop - 20;

    /// <summary>Where the wheels of the far and the near lane are, rows from the top.</summary>
    public (int Far, int Near) Lanes => (roadTop + ((Height - roadTop) * 45 / 100), Height - 40);

    /// <summary>Paints the scene without what moves in it.</summary>
    public Raster Paint()
    {
        var raster = new Raster(Width, Height);
        Parallel.For(0, Height, y =>
        {
            for (var x = 0; x < Width; x++)
                raster.Set(x, y, At(x, y), grain.At(x, y), 255);
        });
        return raster;
    }

    /// <summary>The house that stands at each column.</summary>
    private static Building[] Fronts(SceneRandom random)
    {
        var columns = new Building[Width];
        for (var left = 0; left < Width;)
        {
            var next = new Building(random, left, left + (int)random.Between(300, 620));
            Array.Fill(columns, next, left, Math.Min(next.Right, Width) - left);
            left = next.Right;
        }

        return columns;
    }

    private Tint At(int x, int y)
    {
        foreach (var tree in trees)
        {
            if (tree.At(x, y) is { } tint)
                return tint;
        }

        if (y < pavementTop)
            return fronts[x].At(x, y);
        return y < roadTop ? Pavement(x, y) : Road(x, y);
    }

    private Tint Pavement(int x, int y)
    {
        if (y > roadTop - 14)
            return slab.Lighter(50);
        var joint = (y - pavementTop) % slabSize < 4 || (x + y) % slabSize < 4;
        return joint ? slab.Lighter(-55) : slab;
    }

    private Tint Road(int x, int y)
    {
        var middle = (Lanes.Far + Lanes.Near) / 2;
        return Math.Abs(y - middle) < 9 && x % 240 < 130 ? new Tint(225, 225, 215) : asphalt;
    }
}
