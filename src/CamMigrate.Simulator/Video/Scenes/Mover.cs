namespace CamMigrate.Simulator.Video.Scenes;

/// <summary>Something that crosses the scene: its picture file and its way.</summary>
/// <param name="File">Name of the picture beside the background.</param>
/// <param name="Width">Width in scene pixels.</param>
/// <param name="Top">Row of its upper edge in the scene.</param>
/// <param name="Rounds">Whole crossings in one clip, negative from right to left.</param>
/// <param name="Start">Where it is at the first frame, as a part of its way, 0 to 1.</param>
internal sealed record Mover(string File, int Width, int Top, int Rounds, double Start);
