using System.Collections.Immutable;
using System.Globalization;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>Motion detection: <c>GET /ISAPI/System/Video/inputs/channels/{n}/motionDetection</c>.</summary>
internal static class HikvisionMotion
{
    private const int MaxGranularity = 256;

    internal static MotionDetection Parse(AnswerNode document, HikvisionEvents events, ReadingNotes notes)
    {
        var path = SettingPath.Source(events.Channel) + ".motionDetection";
        var layout = document.At("MotionDetectionLayout");
        var area = layout.At("layout");
        document.At("regionType").Ignore(IgnoreRule.Derived); // the active kind is the one with content
        var motion = new MotionDetection
        {
            Enabled = document.At("enabled").Bool(),
            Sensitivity = (layout.At("sensitivityLevel") ?? document.At("sensitivityLevel")).Percent(),
            Cells = Cells(document.At("Grid"), area.At("gridMap"), path, notes),
            Regions = area.At("RegionList") is { } list ? Regions(list) : null,
            // of the layout since 5.7
            Objects = HikvisionEvents.Objects(layout.At("targetType") ?? document.At("targetType")),
            Schedule = events.Schedule(HikvisionEvent.Motion, path),
            Actions = events.Actions(HikvisionEvent.Motion),
        };
        if (motion.Enabled is true && motion.Cells?.All(row => !row.Contains('#', StringComparison.Ordinal)) is true
            && motion.Regions is null or [])
            notes.Info(path, "motion detection is on, but no cell is watched: it never triggers.");
        return motion;
    }

    /// <summary>
    /// Rows from the top, each padded to whole bytes, the highest bit the left-most cell. Padding bits are sometimes
    /// set.
    /// </summary>
    private static ImmutableArray<string>? Cells(AnswerNode? grid, AnswerNode? map, string path, ReadingNotes notes)
    {
        var (rows, columns) = (grid.At("rowGranularity"), grid.At("columnGranularity"));
        if (map.Peek() is not { } text || rows.PeekInt() is not (> 0 and <= MaxGranularity and var height)
            || columns.PeekInt() is not (> 0 and <= MaxGranularity and var width)) return null;
        var hex = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        if (!hex.All(char.IsAsciiHexDigit))
        {
            map.Because("the cells are no hexadecimal digits");
            notes.Warn(path + ".cells", "the watched cells are not understood; they are left out.");
            return null;
        }

        var digits = (width + 7) / 8 * 2;
        if (hex.Length != digits * height)
            notes.Warn(
                path + ".cells",
                FormattableString.Invariant(
                    $"{hex.Length} digits for {height} rows of {digits}; missing rows are not watched."));
        map.Taken();
        rows.Taken();
        columns.Taken();
        return [.. Enumerable.Range(0, height).Select(row => Row(hex, row * digits, width))];
    }

    private static string Row(string hex, int start, int width) =>
        string.Create(width, (hex, start), static (cells, from) =>
    {
        for (var column = 0; column < cells.Length; column++)
        {
            var at = from.start + (column / 4);
            var digit = at < from.hex.Length
                ? int.Parse(from.hex.AsSpan(at, 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : 0;
            cells[column] = (digit & (8 >> (column % 4))) != 0 ? '#' : '.';
        }
    });

    /// <summary>
    /// Measured on recordings: polygons count from the bottom, cells from the top, in the same document.
    /// </summary>
    private static ImmutableArray<ImmutableArray<Point>> Regions(AnswerNode list)
    {
        var regions = ImmutableArray.CreateBuilder<ImmutableArray<Point>>();
        foreach (var region in list.Children("Region"))
        {
            region.At("id").Ignore(IgnoreRule.Identity);
            if (HikvisionScreen.Thousand.Polygon(
                region.At("RegionCoordinatesList"), "RegionCoordinates") is not { Length: >= 3 } polygon)
                continue;
            HikvisionScreen.Take(region.At("RegionCoordinatesList"), "RegionCoordinates");
            regions.Add(polygon);
        }

        return regions.ToImmutable();
    }
}
