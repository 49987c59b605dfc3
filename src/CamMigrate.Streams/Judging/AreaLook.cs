using System.Collections.Immutable;

namespace CamMigrate.Streams.Judging;

/// <summary>How the pixels of an area look.</summary>
/// <param name="Std">Standard deviation of brightness, grey levels.</param>
/// <param name="Color">The colour most of it is near to.</param>
/// <param name="OddShare">Share of the pixels that are clearly of another colour, 0..1.</param>
/// <param name="Detail">Mean difference from one pixel to its neighbour, grey levels.</param>
internal sealed record AreaLook(double Std, Rgb Color, double OddShare, double Detail)
{
    private const double UniformStd = 3;
    private const double OddDistance = 24;
    private const double MostOdd = 0.005;

    /// <summary>Whether it is one colour.</summary>
    public bool IsUniform => Std < UniformStd && OddShare <= MostOdd;

    /// <summary>Looks at an area.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="pixels">Its pixels; at least one.</param>
    public static AreaLook At(Picture picture, ImmutableArray<Pixel> pixels)
    {
        var color = new Rgb(Median(picture, pixels, 0), Median(picture, pixels, 1), Median(picture, pixels, 2));
        var (sum, squares, detail, odd) = (0.0, 0.0, 0.0, 0);
        foreach (var p in pixels)
        {
            var luma = picture.Luma(p.X, p.Y);
            (sum, squares) = (sum + luma, squares + (luma * luma));
            detail += Math.Abs(luma - picture.Luma(Math.Min(p.X + 1, picture.Width - 1), p.Y));
            if (picture.Color(p.X, p.Y).Distance(color) > OddDistance) odd++;
        }

        double n = pixels.Length;
        var mean = sum / n;
        return new AreaLook(Math.Sqrt(Math.Max(0, (squares / n) - (mean * mean))), color, odd / n, detail / n);
    }

    private static double Median(Picture picture, ImmutableArray<Pixel> pixels, int part)
    {
        var counts = new int[256];
        foreach (var p in pixels) counts[picture.Rgb[(((p.Y * picture.Width) + p.X) * 3) + part]]++;
        var (value, seen) = (0, counts[0]);
        while (seen * 2 < pixels.Length) seen += counts[++value];
        return value;
    }
}
