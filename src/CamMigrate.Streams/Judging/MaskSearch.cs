using System.Collections.Immutable;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Streams.Judging;

/// <summary>Where the masks of a camera stand in its own picture.</summary>
internal enum MaskDirection
{
    /// <summary>Every enabled mask stands where it was read.</summary>
    AsRead,

    /// <summary>Every enabled mask stands upside down.</summary>
    Mirrored,

    /// <summary>At least one stands only upside down, none only as read; some cannot be found.</summary>
    MirroredInPart,

    /// <summary>It cannot be told.</summary>
    Unknown,
}

/// <summary>
/// Looks for a camera's masks in its own picture. Which way its y counts is one property of its firmware, so all masks
/// of a source are judged together.
/// </summary>
internal static class MaskSearch
{
    /// <summary>Looks for every enabled mask, as read and upside down.</summary>
    /// <param name="source">The video source as read.</param>
    /// <param name="picture">Its picture.</param>
    public static MaskDirection Look(VideoSource source, Picture picture)
    {
        var overlays = (source.Osds ?? []).Select(Places.Of).Where(o => !o.IsEmpty).ToImmutableArray();
        var looks = (source.Masks ?? []).Where(m => m.Enabled != false).Select(mask => (
            AsRead: MaskPresence.At(picture, mask, mask.Polygon, overlays) is true,
            Mirrored: MaskPresence.At(picture, mask, Mirrored(mask.Polygon), overlays) is true)).ToList();
        var (onlyAsRead, onlyMirrored) = (looks.Any(l => l is (true, false)), looks.Any(l => l is (false, true)));
        return (onlyAsRead, onlyMirrored) switch
        {
            (true, false) when looks.All(l => l.AsRead) => MaskDirection.AsRead,
            (false, true) when looks.All(l => l.Mirrored) => MaskDirection.Mirrored,
            (false, true) => MaskDirection.MirroredInPart,
            _ => MaskDirection.Unknown,
        };
    }

    /// <summary>The same area with top and bottom exchanged, in the same sense of rotation.</summary>
    public static ImmutableArray<Point> Mirrored(ImmutableArray<Point> polygon) =>
        [.. polygon.Select(p => new Point(p.X, 1 - p.Y).Rounded())];
}
