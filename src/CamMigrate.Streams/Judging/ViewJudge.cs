using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Verification;

namespace CamMigrate.Streams.Judging;

/// <summary>
/// Whether two pictures show the same view: they must correlate where they are, not beside it, and in every part.
/// </summary>
internal static class ViewJudge
{
    private const int Width = 160;
    private const int Height = 90;
    private const int Reach = 12;
    private const int BlockReach = 6;

    // 2 of 160 columns: a view that moved by 2 % of the width has its best match 3 columns off.
    private const int Still = 2;
    private const double Same = 0.5;
    private const double Other = 0.2;
    private const double MovedBlocks = 0.2;

    /// <summary>Compares two pictures.</summary>
    /// <param name="a">One picture.</param>
    /// <param name="b">The other; another size and shape are stretched to the first.</param>
    /// <param name="ignored">Areas that do not count: masks and overlays.</param>
    public static FieldOfView Compare(Picture a, Picture b, ImmutableArray<ImmutableArray<Point>> ignored)
    {
        var skip = Places.Marked(Width, Height, ignored, 0.015);
        var first = a.Gray(Width, Height).Normalized(6, 3, skip);
        var second = b.Gray(Width, Height).Normalized(6, 3, skip);
        var whole = new Window(0, 0, Width, Height);
        if (whole.Texture(first, skip) < Window.LeastTexture || whole.Texture(second, skip) < Window.LeastTexture)
            return new FieldOfView("unsure", 0);
        var here = whole.Best(first, second, skip, Still);
        var anywhere = whole.Best(first, second, skip, Reach);
        var confidence = Math.Round(here, 3);
        if (anywhere - here > 0.05) return new FieldOfView(anywhere >= Same ? "other" : State(here), confidence);
        return new FieldOfView(here >= Same && !HasMoved(first, second, skip) ? "same" : State(here), confidence);
    }

    private static string State(double correlation) => correlation < Other ? "other" : "unsure";

    // Zoom and rotation leave the middle where it is: the parts tell.
    private static bool HasMoved(GrayImage first, GrayImage second, bool[,] skip)
    {
        var (moved, judged) = (0, 0);
        foreach (var block in Window.Grid(Width, Height, 4, 3))
        {
            if (block.Texture(first, skip) < Window.LeastTexture || block.Texture(second, skip) < Window.LeastTexture)
                continue;
            judged++;
            var best = block.Best(first, second, skip, BlockReach);
            if (best >= Same && best - block.Best(first, second, skip, Still) > 0.05) moved++;
        }

        return judged == 0 || moved > MovedBlocks * judged;
    }
}
