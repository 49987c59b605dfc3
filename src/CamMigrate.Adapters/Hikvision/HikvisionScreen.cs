using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>A screen of the camera's own units, origin bottom left, y up.</summary>
/// <param name="Width">Units across.</param>
/// <param name="Height">Units up.</param>
internal readonly record struct HikvisionScreen(int Width, int Height)
{
    private const int MostCorners = 256;

    internal static readonly HikvisionScreen Classic = new(704, 576);
    internal static readonly HikvisionScreen Thousand = new(1000, 1000);

    /// <summary>As the document says (576 lines or 480 of NTSC), else as its kind always is.</summary>
    /// <param name="document">The document.</param>
    /// <param name="usual">The size where it does not say.</param>
    /// <param name="take">Whether the size is thereby carried.</param>
    internal static HikvisionScreen Of(AnswerNode? document, HikvisionScreen usual, bool take = true)
    {
        var size = document.At("normalizedScreenSize");
        var (width, height) = (size.At("normalizedScreenWidth"), size.At("normalizedScreenHeight"));
        if (!take)
            return width.PeekInt() is > 0 and var wide && height.PeekInt() is > 0 and var high
                ? new HikvisionScreen(wide, high) : usual;
        return width.Int(1) is { } across && height.Int(1) is { } up ? new HikvisionScreen(across, up) : usual;
    }

    /// <summary>
    /// A place in 0..1 from the top left; what lies outside the screen is moved to its edge. Null = not two numbers.
    /// </summary>
    internal Point? Place(AnswerNode? at)
    {
        var place = Look(at);
        if (place is null) return null;
        at.At("positionX").Taken();
        at.At("positionY").Taken();
        return place;
    }

    /// <summary>The corners of an area, looked at but not taken. Null = one of them is not two numbers.</summary>
    internal ImmutableArray<Point>? Polygon(AnswerNode? list, string item)
    {
        var points = ImmutableArray.CreateBuilder<Point>();
        foreach (var node in list.Children(item))
        {
            if (Look(node) is not { } point || points.Count == MostCorners) return null;
            points.Add(point);
        }

        return points.ToImmutable();
    }

    /// <summary>Takes the corners of an area that is carried.</summary>
    internal static void Take(AnswerNode? list, string item)
    {
        foreach (var node in list.Children(item))
        {
            node.At("positionX").Taken();
            node.At("positionY").Taken();
        }
    }

    /// <summary>Whether a place lies on the screen; what is no place lies nowhere else.</summary>
    internal bool Holds(AnswerNode? at) =>
        (at.At("positionX").PeekNumber() ?? 0) is var x && (at.At("positionY").PeekNumber() ?? 0) is var y
        && x >= 0 && x <= Width && y >= 0 && y <= Height;

    private Point? Look(AnswerNode? at) =>
        at.At("positionX").PeekNumber() is { } x && at.At("positionY").PeekNumber() is { } y
            ? new Point(Math.Clamp(x / Width, 0, 1), Math.Clamp(1 - (y / Height), 0, 1)).Rounded()
            : null;
}
