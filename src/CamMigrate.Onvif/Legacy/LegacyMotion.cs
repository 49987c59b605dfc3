using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Onvif.Areas;

namespace CamMigrate.Onvif.Legacy;

/// <summary>Motion in cells (<c>tt:CellMotionEngine</c>), motion in regions, and tampering.</summary>
internal static class LegacyMotion
{
    internal static MotionDetection? Motion(
        ImmutableArray<AnalyticsItem> modules, ImmutableArray<AnalyticsItem> rules, string path, ReadingNotes notes)
    {
        path += ".motionDetection";
        var engine = modules.FirstOrDefault(m => m.Type == "CellMotionEngine");
        var detector = rules.FirstOrDefault(r => r.Type == "CellMotionDetector");
        var areas = rules.Where(r => r.Type == "MotionRegionDetector").ToList();
        if (engine is null && detector is null && areas.Count == 0) return null;
        engine?.Identified();
        var cells = Cells(engine, detector, path, notes);
        var polygons = areas.Select(a => Region(a, path, notes)).OfType<ImmutableArray<Point>>().ToImmutableArray();
        // ONVIF has no switch for cell motion: a rule that watches nothing is off.
        if (engine is not null || detector is not null) notes.Assume(path + ".enabled");
        var isWatching = cells?.Any(row => row.Contains('#', StringComparison.Ordinal)) == true || !polygons.IsEmpty;
        return new MotionDetection
        {
            Enabled = cells is null && detector is not null && polygons.IsEmpty ? null : isWatching,
            Sensitivity = engine?.Value("Sensitivity").Percent() ?? Sensitivity(areas.FirstOrDefault()),
            Cells = cells,
            Regions = areas.Count == 0 ? null : polygons,
        };
    }

    internal static TamperDetection? Tamper(
        ImmutableArray<AnalyticsItem> modules, ImmutableArray<AnalyticsItem> rules, string path, ReadingNotes notes)
    {
        // Makers have types of their own; all of them say what it is.
        var engine = modules.FirstOrDefault(IsTamper);
        var detector = rules.FirstOrDefault(IsTamper);
        if (engine is null && detector is null) return null;
        engine?.Identified();
        detector?.Identified();
        notes.Assume(path + ".tamperDetection.enabled");
        return new TamperDetection
        {
            Enabled = detector is not null,
            Sensitivity = (engine?.Value("Sensitivity") ?? detector?.Value("Sensitivity")).Percent(),
        };
    }

    private static bool IsTamper(AnalyticsItem item) =>
        item.Type.Contains("Tamper", StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<string>? Cells(
        AnalyticsItem? engine, AnalyticsItem? detector, string path, ReadingNotes notes)
    {
        if (detector is null) return null;
        detector.Identified();
        var layout = engine?.Content("Layout")?.Node;
        var text = detector.Value("ActiveCells");
        if (OnvifCells.Size(layout) is not var (columns, rows))
        {
            notes.Missed(path + ".cells", "tan:GetAnalyticsModules", "the camera does not tell how its cells are laid out.");
            return null;
        }

        if (OnvifCells.Decode(text.Peek(), columns * rows) is not var (cells, isOdd))
        {
            notes.Missed(path + ".cells", "tan:GetRules", "the watched cells cannot be unpacked.");
            return null;
        }

        if (isOdd)
        {
            notes.Warn(path + ".cells", "the watched cells are not packed as the standard says; what is missing is taken as not watched.");
            notes.Assume(path + ".cells");
        }

        text.Taken();
        var lines = OnvifCells.Rows(cells, layout!, out var isWhole);
        foreach (var leaf in layout!.Leaves()) leaf.Taken();
        if (!isWhole) notes.Assume(path + ".cells");
        return lines;
    }

    /// <summary>The sensitivity of a region: the standard counts to 1, some makers to 100.</summary>
    private static double? Sensitivity(AnalyticsItem? region)
    {
        var node = region?.Content("MotionRegion")?.Node.At("@Sensitivity");
        if (node.PeekNumber() is not (>= 0 and <= 100 and var level)) return null;
        node.Taken();
        return Math.Round(level <= 1 ? level * 100 : level, 4);
    }

    private static ImmutableArray<Point>? Region(AnalyticsItem rule, string path, ReadingNotes notes)
    {
        rule.Identified();
        var config = rule.Content("MotionRegion");
        if (config?.Node.At("@Armed").PeekBool() == false)
        {
            notes.Info(path + ".regions", "a region is switched off on the camera; it is left out.");
            return null;
        }

        config?.Node.At("@Armed").Taken();
        if (AnalyticsItem.Corners(config, 3) is not { } polygon)
        {
            notes.Warn(path + ".regions", "a region has no place that can be understood; it is left out.");
            return null;
        }

        return polygon;
    }
}
