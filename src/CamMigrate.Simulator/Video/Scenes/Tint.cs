namespace CamMigrate.Simulator.Video.Scenes;

/// <summary>A colour before grain, each part 0 to 255.</summary>
internal readonly record struct Tint(float Red, float Green, float Blue)
{
    /// <summary>A random colour around a lightness.</summary>
    public static Tint Around(SceneRandom random, double lightness, double spread) => new(
        (float)(lightness + random.Between(-spread, spread)),
        (float)(lightness + random.Between(-spread, spread)),
        (float)(lightness + random.Between(-spread, spread)));

    /// <summary>The colour, lighter by an amount, darker when negative.</summary>
    public Tint Lighter(float amount) => new(Red + amount, Green + amount, Blue + amount);
}
