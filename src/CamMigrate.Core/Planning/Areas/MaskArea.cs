using System.Collections.Immutable;
using System.Globalization;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Diff;

namespace CamMigrate.Core.Planning.Areas;

/// <summary>Compares privacy masks. Whatever cannot be carried whole stays visible in the plan and stops an apply.</summary>
internal static class MaskArea
{
    /// <summary>Corners closer than this are one corner: half a cell of the finest mask grid seen, 1/704 of the width.</summary>
    internal const double CornerTolerance = 0.001;

    /// <param name="want">Wanted masks.</param>
    /// <param name="have">The camera's masks; null = none can be read.</param>
    /// <param name="options">What masks can be; null = none are offered.</param>
    /// <param name="obstacle">Why no mask may be placed at all (another rotation, unreadable masks); null = none.</param>
    /// <param name="c">The comparison, at the video source.</param>
    internal static ImmutableArray<Mask>? Compare(
        ImmutableArray<Mask> want, ImmutableArray<Mask>? have, MaskOptions? options, string? obstacle, Comparison c)
    {
        var named = Named(want);
        if (options is null || obstacle is not null)
        {
            foreach (var mask in named) Refuse(mask, obstacle, c);
            return null;
        }

        var wanted = named.Select(m => Fit(m, options)).ToImmutableArray();
        var current = have ?? [];
        var pairs = ListMatching.Masks([.. wanted.Select(w => w.Planned)], current);
        var room = options.MaxMasks - current.Length;
        var planned = ImmutableArray.CreateBuilder<Mask>();
        for (var i = 0; i < wanted.Length; i++)
        {
            if (pairs[i] is null && room-- <= 0)
            {
                c.NotSupported(Key(wanted[i].Wanted), wanted[i].Wanted, null,
                    $"the camera takes {options.MaxMasks.ToString(CultureInfo.InvariantCulture)} masks and has no room for this one");
                continue;
            }

            if (Settle(wanted[i], pairs[i] is { } at ? current[at] : null, c) is { } mask) planned.Add(mask);
        }

        NoteOthers(current, pairs, c);
        return planned.ToImmutable();
    }

    /// <summary>Whether one mask covers, in the same way, at least what another one does.</summary>
    internal static bool Matches(Mask have, Mask planned) =>
        (have.Enabled ?? true) == (planned.Enabled ?? true)
        && (planned.Type is null || have.Type == planned.Type)
        && (planned.Color is null || have.Color is null || string.Equals(have.Color, planned.Color, StringComparison.OrdinalIgnoreCase))
        && Geometry.SameCorners(have.Polygon, planned.Polygon, CornerTolerance);

    private static ImmutableArray<Mask> Named(ImmutableArray<Mask> masks)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var named = ImmutableArray.CreateBuilder<Mask>(masks.Length);
        for (var i = 0; i < masks.Length; i++)
        {
            var name = string.IsNullOrEmpty(masks[i].Name) ? (i + 1).ToString(CultureInfo.InvariantCulture) : masks[i].Name!;
            named.Add(masks[i] with { Name = ItemNames.Unique(name, names) });
        }

        return named.MoveToImmutable();
    }

    private static void Refuse(Mask mask, string? obstacle, Comparison c)
    {
        if (obstacle is null) c.NotSupported(Key(mask), mask, null, "the camera offers no privacy masks over ONVIF");
        else c.NeedsDecision(Key(mask), mask, null, obstacle);
    }

    private static Mask? Settle(Fitted fitted, Mask? current, Comparison c)
    {
        var same = current is not null && Matches(current, fitted.Planned);
        return c.Settle(Key(fitted.Wanted), fitted.Wanted, fitted.Planned, current, same, fitted.Reason is not null, fitted.Reason);
    }

    /// <summary>The mask as the camera can have it: it may grow, never shrink.</summary>
    private static Fitted Fit(Mask mask, MaskOptions options)
    {
        var reasons = new List<string>();
        var planned = mask with { Enabled = mask.Enabled ?? true };
        if (options.RectangleOnly && !Geometry.IsRectangle(mask.Polygon, CornerTolerance))
        {
            planned = planned with { Polygon = Geometry.BoundingBox(mask.Polygon) };
            reasons.Add("the camera has upright rectangles only: the mask grows to the rectangle round it");
        }
        else if (options.MaxPoints is { } most && mask.Polygon.Length > most)
        {
            planned = planned with { Polygon = Geometry.BoundingBox(mask.Polygon) };
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"the camera takes {most} corners: the mask grows to the rectangle round it"));
        }

        if (mask.Type is { } type && !options.Types.IsEmpty && !options.Types.Contains(type))
        {
            var other = options.Types.Contains(MaskType.Color) ? MaskType.Color : options.Types[0];
            planned = planned with { Type = other };
            reasons.Add($"the camera covers by {string.Join(" or ", options.Types)} only");
        }

        if (planned.Type is not (null or MaskType.Color)) planned = planned with { Color = null };
        else if (mask.Color is { } color && !options.Colors.IsEmpty && !options.Colors.Contains(color, StringComparer.OrdinalIgnoreCase))
        {
            planned = planned with { Color = options.Colors[0] };
            reasons.Add($"the camera's colours are {string.Join(", ", options.Colors)}");
        }

        return new Fitted(mask, planned, reasons.Count == 0 ? null : string.Join("; ", reasons));
    }

    private static void NoteOthers(ImmutableArray<Mask> current, ImmutableArray<int?> pairs, Comparison c)
    {
        var others = current.Length - pairs.Count(p => p is not null);
        if (others > 0)
        {
            c.Note("masks", FindingSeverity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"the camera has {others} more mask(s) that the profile does not name; they stay"));
        }
    }

    private static string Key(Mask mask) => $"masks[{mask.Name}]";

    private sealed record Fitted(Mask Wanted, Mask Planned, string? Reason);
}
