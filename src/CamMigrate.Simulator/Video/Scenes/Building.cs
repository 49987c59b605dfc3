namespace CamMigrate.Simulator.Video.Scenes;

/// <summary>One house front: brick courses and rows of windows.</summary>
internal sealed class Building
{
    private readonly int left;
    private readonly Tint wall;
    private readonly Tint glass;
    private readonly int windowPitch;
    private readonly int floorPitch;
    private readonly int windowWidth;
    private readonly int windowHeight;
    private readonly int course;
    private readonly int floorShift;

    /// <summary>
    /// A house from <paramref name="left"/> to <paramref name="right"/>, its measures drawn from the scene's numbers.
    /// </summary>
    public Building(SceneRandom random, int left, int right)
    {
        this.left = left;
        Right = right;
        wall = Tint.Around(random, random.Between(75, 185), 32);
        glass = Tint.Around(random, random.Between(35, 215), 18);
        windowPitch = (int)random.Between(110, 190);
        floorPitch = (int)random.Between(150, 240);
        windowWidth = (int)(windowPitch * random.Between(0.45, 0.7));
        windowHeight = (int)(floorPitch * random.Between(0.45, 0.65));
        course = (int)random.Between(14, 24);
        floorShift = (int)random.Between(0, floorPitch);
    }

    /// <summary>Where the next house begins.</summary>
    public int Right { get; }

    /// <summary>The colour of the house at a pixel.</summary>
    public Tint At(int x, int y)
    {
        var across = (x - left) % windowPitch;
        var down = (y + floorShift) % floorPitch;
        if (x - left < 10)
            return wall.Lighter(-60);
        if (across < windowWidth && down < windowHeight)
            return Window(across, down);
        return down == windowHeight || down == windowHeight + 9 ? wall.Lighter(-45) : Brick(x, y);
    }

    private Tint Window(int across, int down)
    {
        var frame = across < 7 || down < 7 || across >= windowWidth - 7 || down >= windowHeight - 7;
        if (frame || Math.Abs(across - (windowWidth / 2)) < 3)
            return wall.Lighter(60);
        return glass.Lighter((across + down) % 90 < 34 ? 35 : 0);
    }

    private Tint Brick(int x, int y)
    {
        var row = y / course;
        var joint = y % course < 3 || (x + (row % 2 * course)) % (course * 2) < 3;
        return joint ? wall.Lighter(-38)
            : wall.Lighter(SceneRandom.Mix((ulong)((row * 8191) + (x / (course * 2)))) % 26);
    }
}
