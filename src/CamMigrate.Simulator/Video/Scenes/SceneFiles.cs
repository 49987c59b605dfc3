using System.Collections.Immutable;

namespace CamMigrate.Simulator.Video.Scenes;

/// <summary>A painted scene on disk.</summary>
/// <param name="Folder">Where the pictures are.</param>
/// <param name="Movers">What moves, drawn in this order.</param>
internal sealed record SceneFiles(string Folder, ImmutableArray<Mover> Movers)
{
    /// <summary>The picture of everything that stands still.</summary>
    public string Background => Path.Combine(Folder, "background.pam");

    /// <summary>The picture of a mover.</summary>
    public string PathOf(Mover mover) => Path.Combine(Folder, mover.File);
}
