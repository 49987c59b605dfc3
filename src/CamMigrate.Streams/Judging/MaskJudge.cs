using System.Collections.Immutable;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Streams.Judging;

/// <summary>
/// Whether a planned privacy mask is burned into a picture. An even area alone proves nothing, it may be a wall: either
/// the same area had detail before, or the mask's outline and colour stand at the planned place.
/// </summary>
internal static class MaskJudge
{
    private const int LeastPixels = 16;
    private const double MostHidden = 0.4;
    private const double DetailBefore = 8;
    private const double TimesMoreDetail = 3;
    private const double ColorLimit = 40;
    private const double OutlineProof = 0.7;
    private const double OutlineHint = 0.5;
    private const double SharpnessKept = 0.7;

    /// <summary>Judges one mask.</summary>
    /// <param name="mask">The planned mask.</param>
    /// <param name="name">Its name for people.</param>
    /// <param name="now">The picture now.</param>
    /// <param name="before">A picture of the same view before the mask was written; null = there is none.</param>
    /// <param name="osds">Overlays, which may be drawn over the mask.</param>
    public static MaskFinding Judge(Mask mask, string name, Picture now, Picture? before, ImmutableArray<Osd> osds)
    {
        if (mask.Polygon.Length < 3)
            return MaskFinding.Unsure(
                mask, name, "maskUnproven", "the plan names no area for it. Look at the picture by eye.");
        var overlays = osds.Select(Places.Of).Where(o => !o.IsEmpty).ToImmutableArray();
        var area = MaskArea.Of(mask.Polygon, now.Width, now.Height, overlays);
        if (area.Inside.Length < LeastPixels && area.Hidden < MostHidden)
            return MaskFinding.Unsure(
                mask, name, "maskTooSmall",
                "it is too small to be judged in this stream. Look at the main stream's picture.");
        if (area.Hidden >= MostHidden)
            return MaskFinding.Unsure(mask, name, "maskUnproven", "an overlay lies on it. Look at the picture by eye.");
        var look = AreaLook.At(now, area.Inside);
        var lookBefore = Before(mask, before, overlays);
        var outline = look.IsUniform ? MaskOutline.Score(now, area, look.Color) : null;
        var finding = new MaskFinding(mask, name, look, lookBefore, outline);
        if (look.IsUniform) return IsProven(mask, look, lookBefore, outline) ? finding.BurnedIn() : finding.Unproven();
        if (mask.Type is MaskType.Pixelated or MaskType.Blurred)
        {
            return lookBefore is { Detail: > 0 } was && was.Std >= DetailBefore
                && look.Detail >= SharpnessKept * was.Detail
                ? finding.Missing()
                : finding.Veiled();
        }

        return ShiftedMask.Find(now, area, Rgb.Parse(mask.Color)) is { } place
            ? finding.Shifted(place)
            : finding.Missing();
    }

    private static AreaLook? Before(Mask mask, Picture? before, ImmutableArray<ImmutableArray<Point>> overlays)
    {
        if (before is null) return null;
        var pixels = MaskArea.Of(mask.Polygon, before.Width, before.Height, overlays).Inside;
        return pixels.IsEmpty ? null : AreaLook.At(before, pixels);
    }

    private static bool IsProven(Mask mask, AreaLook look, AreaLook? before, double? outline)
    {
        var hasColor = Rgb.Parse(mask.Color) is { } planned && look.Color.Distance(planned) <= ColorLimit;
        var hadDetail = before is not null && before.Std >= DetailBefore && before.Std >= TimesMoreDetail * look.Std;

        // Detail can also drown in light or darkness: then neither the colour nor an outline is the mask's.
        return (hadDetail && (hasColor || outline >= OutlineHint)) || (hasColor && outline >= OutlineProof);
    }
}
