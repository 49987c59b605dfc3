namespace CamMigrate.Simulator.Video.Scenes;

/// <summary>A tree on the pavement: a ragged crown on a trunk.</summary>
internal sealed class Tree
{
    private readonly int x;
    private readonly int y;
    private readonly int radius;
    private readonly int foot;
    private readonly Tint leaf;
    private readonly ValueNoise rim;

    /// <summary>A tree somewhere along the house fronts, which end at <paramref name="pavementTop"/>.</summary>
    public Tree(SceneRandom random, int pavementTop, int foot)
    {
        this.foot = foot;
        x = (int)random.Between(0, StreetScene.Width);
        y = pavementTop - (int)random.Between(60, 300);
        radius = (int)random.Between(90, 170);
        leaf = new Tint(
            (float)random.Between(40, 110), (float)random.Between(80, 150), (float)random.Between(30, 80));
        rim = new ValueNoise(random.NextSeed());
    }

    /// <summary>The colour of the tree at a pixel; null beside it.</summary>
    public Tint? At(int column, int row)
    {
        var (across, down) = (column - x, row - y);
        var reach = radius * 1.3f;
        if (Math.Abs(across) > reach || down < -reach || row >= foot)
            return null;
        var crown = radius * (1 + (0.3f * rim.At(column / 26f, row / 26f)));
        if ((across * across) + (down * down) < crown * crown)
            return leaf.Lighter(40 * rim.At(column / 11f, row / 11f));
        return Math.Abs(across) < 13 && down > 0 ? new Tint(70, 52, 40) : null;
    }
}
