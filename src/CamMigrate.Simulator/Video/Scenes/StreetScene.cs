namespace CamMigrate.Simulator.Video.Scenes;

/// <summary>A street seen from a pole: house fronts, a pavement of slabs, a road, trees; everything placed by the scene's name.</summary>
internal sealed class StreetScene
{
    /// <summary>Width of the painted scene, pixels: the widest stream a virtual camera has.</summary>
    public const int Width = 2560;

    /// <summary>Height of the painted scene, pixels.</summary>
    public const int Height = 1440;

    private readonly Grain grain;
    private readonly Building[] buildings;
    private readonly (int X, int Y, int Radius, Tint Leaf, ValueNoise Rim)[] trees;
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
        buildings = [.. Row(random)];
        trees = [.. Enumerable.Range(0, 5).Select(_ => Tree(random))];
    }

    /// <summary>Where the lower edge of something standing on the pavement is, rows from the top.</summary>
    public int PavementLine => roadTop - 20;

    /// <summary>Where the wheels of the far and the near lane are, rows from the top.</summary>
    public (int Far, int Near) Lanes => (roadTop + ((Height - roadTop) * 45 / 100), Height - 40);

    /// <summary>Paints the scene without what moves in it.</summary>
    public Raster Paint()
    {
        var raster = new Raster(Width, Height);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
                raster.Set(x, y, At(x, y), grain.At(x, y), 255);
        }

        return raster;
    }

    private static IEnumerable<Building> Row(SceneRandom random)
    {
        for (var left = 0; left < Width;)
        {
            var next = new Building(random, left, left + (int)random.Between(300, 620));
            yield return next;
            left = next.Right;
        }
    }

    private (int X, int Y, int Radius, Tint Leaf, ValueNoise Rim) Tree(SceneRandom random) => (
        (int)random.Between(0, Width), pavementTop - (int)random.Between(60, 300), (int)random.Between(90, 170),
        new Tint((float)random.Between(40, 110), (float)random.Between(80, 150), (float)random.Between(30, 80)),
        new ValueNoise(random.NextSeed()));

    private Tint At(int x, int y)
    {
        foreach (var tree in trees)
        {
            var rim = tree.Radius * (1 + (0.3f * tree.Rim.At(x / 26f, y / 26f)));
            if (((x - tree.X) * (x - tree.X)) + ((y - tree.Y) * (y - tree.Y)) < rim * rim)
                return tree.Leaf.Lighter(40 * tree.Rim.At(x / 11f, y / 11f));
            if (Math.Abs(x - tree.X) < 13 && y > tree.Y && y < PavementLine)
                return new Tint(70, 52, 40);
        }

        if (y < pavementTop)
            return buildings.First(building => x < building.Right).At(x, y);
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
