using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Planning;

/// <summary>Which item on a camera a planned item is: ONVIF gives masks and overlays no names.</summary>
public static partial class ListMatching
{
    private const double SameArea = 0.5;

    /// <summary>For each planned mask the index of the camera's mask that covers most of the same place; null = it must be created.</summary>
    /// <param name="planned">Planned masks.</param>
    /// <param name="current">The camera's masks.</param>
    public static ImmutableArray<int?> Masks(ImmutableArray<Mask> planned, ImmutableArray<Mask> current)
    {
        var pairs =
            from p in Enumerable.Range(0, planned.Length)
            from c in Enumerable.Range(0, current.Length)
            let overlap = Geometry.Overlap(planned[p].Polygon, current[c].Polygon)
            where overlap >= SameArea
            orderby overlap descending, p, c
            select (p, c);
        return Assign(planned.Length, pairs);
    }

    /// <summary>For each planned overlay the index of the camera's overlay to change; null = it must be created.</summary>
    /// <remarks>A clock is any clock of its kind. A text is the same text, or else a text from the factory that nobody chose.</remarks>
    /// <param name="planned">Planned overlays.</param>
    /// <param name="current">The camera's overlays.</param>
    public static ImmutableArray<int?> Osds(ImmutableArray<Osd> planned, ImmutableArray<Osd> current)
    {
        var pairs =
            from p in Enumerable.Range(0, planned.Length)
            from c in Enumerable.Range(0, current.Length)
            let rank = OsdRank(planned[p], current[c])
            where rank is not null
            orderby rank, p, c
            select (p, c);
        return Assign(planned.Length, pairs);
    }

    /// <summary>Whether an overlay is one that cameras show before anybody chose a text.</summary>
    /// <param name="osd">The overlay.</param>
    public static bool IsFactoryDefault(Osd osd) =>
        osd.Kind != OsdKind.Text || string.IsNullOrWhiteSpace(osd.Text) || FactoryText().IsMatch(osd.Text);

    [GeneratedRegex(@"^\s*(IP ?-?_?CAM(ERA)?|CAMERA|CAM|IPC|CHANNEL|CH|VIDEO ?SOURCE)[ _#-]*\d{0,3}\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FactoryText();

    private static int? OsdRank(Osd planned, Osd current)
    {
        if (planned.Kind != current.Kind) return null;
        if (planned.Kind != OsdKind.Text || string.Equals(planned.Text, current.Text, StringComparison.Ordinal)) return 0;
        return IsFactoryDefault(current) ? 1 : null;
    }

    private static ImmutableArray<int?> Assign(int count, IEnumerable<(int Planned, int Current)> best)
    {
        var result = new int?[count];
        var taken = new HashSet<int>();
        foreach (var (p, c) in best)
        {
            if (result[p] is null && taken.Add(c)) result[p] = c;
        }

        return [.. result];
    }
}
