using System.Collections.Immutable;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Streams.Judging;

/// <summary>
/// Whether something that can only be a mask stands at a place of a picture, of which there is no other.
/// </summary>
internal static class MaskPresence
{
    private const int LeastPixels = 64;
    private const double MostHidden = 0.4;
    private const double ColorLimit = 40;
    private const double OutlineInItsColor = 0.7;
    private const double OutlineInAnother = 0.85;

    /// <summary>Looks at one place.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="mask">The mask, for its kind and colour.</param>
    /// <param name="polygon">The place, 0..1.</param>
    /// <param name="overlays">Areas of overlays, which are drawn over masks.</param>
    /// <returns>Whether it is there; null = it cannot be told.</returns>
    public static bool? At(
        Picture picture, Mask mask, ImmutableArray<Point> polygon, ImmutableArray<ImmutableArray<Point>> overlays)
    {
        // A mosaic differs from a coarse scene in degree only.
        if (mask.Type is MaskType.Pixelated or MaskType.Blurred || polygon.Length < 3) return null;
        var area = MaskArea.Of(polygon, picture.Width, picture.Height, overlays);
        if (area.Inside.Length < LeastPixels || area.Hidden >= MostHidden) return null;
        var look = AreaLook.At(picture, area.Inside);
        if (!look.IsUniform) return false;
        var hasColor = Rgb.Parse(mask.Color) is not { } told || look.Color.Distance(told) <= ColorLimit;
        return MaskOutline.Score(picture, area, look.Color) switch
        {
            null => null,
            var outline when outline >= (hasColor ? OutlineInItsColor : OutlineInAnother) => true,

            // An even area without an edge: a wall, the sky, the night; or a mask that melts into them.
            _ => null,
        };
    }
}
