using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>Places in the picture: 0 to 8191 on both axes whatever its size, from the top left.</summary>
internal static class DahuaScreen
{
    private const double Units = 8192;
    private const int Last = 8191;
    private const int MostCorners = 256;

    /// <summary>The last unit is the edge. Null = no number.</summary>
    internal static double? Share(AnswerNode? node) => node.PeekNumber() is not { } value ? null
        : value >= Last ? 1 : Math.Clamp(value / Units, 0, 1);

    /// <summary>The place in an array of x and y, looked at; null = not two numbers.</summary>
    internal static Point? Place(AnswerNode? pair) =>
        Share(pair.Row(0)) is { } x && Share(pair.Row(1)) is { } y ? new Point(x, y).Rounded() : null;

    /// <summary>The corners of an array of places, looked at; null = one of them is no place.</summary>
    internal static ImmutableArray<Point>? Corners(AnswerNode? list)
    {
        var points = ImmutableArray.CreateBuilder<Point>();
        foreach (var (_, pair) in list.Items())
        {
            if (Place(pair) is not { } point || points.Count == MostCorners) return null;
            points.Add(point);
        }

        return points.ToImmutable();
    }

    /// <summary>
    /// The corners of <c>Rect[0..3]</c>, left, top, right, bottom, looked at; null = not four numbers.
    /// </summary>
    internal static ImmutableArray<Point>? Rectangle(AnswerNode? rect)
    {
        if (Share(rect.Row(0)) is not { } left || Share(rect.Row(1)) is not { } top
            || Share(rect.Row(2)) is not { } right
            || Share(rect.Row(3)) is not { } bottom) return null;
        return
        [
            new Point(left, top).Rounded(), new Point(right, top).Rounded(), new Point(right, bottom).Rounded(),
            new Point(left, bottom).Rounded(),
        ];
    }

    /// <summary>Whether corners enclose anything.</summary>
    internal static bool HasArea(ImmutableArray<Point> polygon) =>
        polygon.Length >= 3 && polygon.Distinct().Count() >= 3 && polygon.Select(p => p.X).Distinct().Count() > 1
        && polygon.Select(p => p.Y).Distinct().Count() > 1;

    /// <summary>Takes the numbers of places that are carried.</summary>
    internal static void Take(AnswerNode? list)
    {
        foreach (var leaf in list?.Leaves() ?? []) leaf.Taken();
    }
}
