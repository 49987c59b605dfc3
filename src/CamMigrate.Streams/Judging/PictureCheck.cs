using CamMigrate.Core.Verification;

namespace CamMigrate.Streams.Judging;

/// <summary>Whether a picture shows anything. Overlays and masks do not count as picture.</summary>
/// <remarks>
/// The limits come from synthetic scenes: black spans 0 grey levels, a night picture 100; grey has 100 % flat tiles, a
/// healthy picture 4 to 21 %.
/// </remarks>
internal static class PictureCheck
{
    private const int Width = 640;
    private const int Height = 360;
    private const int Tile = 40;
    private const double BlackSpan = 14;
    private const double BlackMean = 20;
    private const double FlatTile = 2;
    private const double MostFlat = 0.9;

    /// <summary>Judges one picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="expected">Whose overlays and masks to leave out.</param>
    public static Check Judge(Picture picture, ExpectedStream expected)
    {
        var areas = expected.Osds.Select(Places.Of).Concat(expected.Masks.Select(m => m.Polygon));
        var skip = Places.Marked(Width, Height, areas, 0.01);
        var gray = picture.Gray(Width, Height);
        var values = Pixels(gray, skip, 0, 0, Width, Height).Order().ToArray();
        if (values.Length < Width * Height / 50)
            return new Check("picture", CheckResult.NotChecked)
            {
                Code = "pictureCovered",
                Message = "overlays and masks cover nearly all of the picture. Look at it by eye.",
            };
        var (mean, span) = (
            values.Average(), values[(int)(values.Length * 0.99)] - values[(int)(values.Length * 0.01)]);
        var flat = FlatShare(gray, skip);
        var check = new Check("picture", CheckResult.Pass)
        {
            Measured = FormattableString.Invariant(
                $"brightness {mean:F0} of 255, span {span:F0}, {100 * flat:F0} % without detail"),
        };
        if (span < BlackSpan && mean < BlackMean)
            return check with
            {
                Result = CheckResult.Fail,
                Code = "black",
                Message = "the picture is black. Check the lens cap, the iris and the light.",
            };
        return flat <= MostFlat ? check : check with
        {
            Result = CheckResult.Fail,
            Code = "uniform",
            Message =
                "the picture is one even area without detail. Check the lens, its cover and the focus, then look at "
                    + "the picture kept.",
        };
    }

    private static double FlatShare(GrayImage gray, bool[,] skip)
    {
        var (flat, all) = (0, 0);
        for (var y = 0; y < Height; y += Tile)
        {
            for (var x = 0; x < Width; x += Tile)
            {
                var tile = Pixels(gray, skip, x, y, x + Tile, y + Tile).ToArray();
                if (tile.Length < Tile * Tile / 4) continue;
                all++;
                var mean = tile.Average();
                if (Math.Sqrt(tile.Average(v => (v - mean) * (v - mean))) < FlatTile) flat++;
            }
        }

        return all == 0 ? 1 : (double)flat / all;
    }

    private static IEnumerable<double> Pixels(GrayImage gray, bool[,] skip, int left, int top, int right, int bottom)
    {
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                if (!skip[x, y]) yield return gray[x, y];
            }
        }
    }
}
