namespace CamMigrate.Simulator.Video.Scenes;

/// <summary>
/// The roughness that lies over everything in a scene, so that no part of the picture is flat at any stream size.
/// </summary>
/// <remarks>The coarse layers survive scaling down to a small sub stream, the fine ones fill a small mask on a main
/// stream.</remarks>
internal sealed class Grain(SceneRandom random)
{
    private readonly (float Size, float Strength, ValueNoise Field)[] layers =
    [
        (84, 30, new(random.NextSeed())),
        (38, 44, new(random.NextSeed())),
        (17, 40, new(random.NextSeed())),
        (7, 22, new(random.NextSeed())),
    ];

    /// <summary>What to add to each colour of a pixel.</summary>
    public float At(int x, int y)
    {
        var sum = 0f;
        foreach (var (size, strength, field) in layers)
            sum += strength * field.At(x / size, y / size);
        return sum;
    }
}
