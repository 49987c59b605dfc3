namespace CamMigrate.Simulator.Video.Scenes;

/// <summary>Smooth random field with one bump per unit square, values from -1 to 1.</summary>
internal readonly struct ValueNoise(ulong seed)
{
    /// <summary>The field at a place.</summary>
    public float At(float x, float y)
    {
        var left = MathF.Floor(x);
        var top = MathF.Floor(y);
        var across = Smooth(x - left);
        var down = Smooth(y - top);
        var upper = Mix(Corner((int)left, (int)top), Corner((int)left + 1, (int)top), across);
        var lower = Mix(Corner((int)left, (int)top + 1), Corner((int)left + 1, (int)top + 1), across);
        return Mix(upper, lower, down);
    }

    private static float Smooth(float part) => part * part * (3 - (2 * part));

    private static float Mix(float from, float to, float part) => from + ((to - from) * part);

    private float Corner(int x, int y)
    {
        var hash = SceneRandom.Mix(seed ^ ((ulong)(uint)x << 32) ^ (uint)y);
        return ((hash >> 40) / (float)(1 << 23)) - 1;
    }
}
