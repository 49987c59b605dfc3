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
    private const string Grid = "grid";
    private const string List = "RegionCoordinatesList";
    private const string Corner = "RegionCoordinates";

    internal static MotionDetection Parse(AnswerNode document, HikvisionEvents events, ReadingNotes notes)
    {
        var path = SettingPath.Source(events.Channel) + ".motionDetection";
        var layout = document.At("MotionDetectionLayout");
        var area = layout.At("layout");
        var (isGrid, isArea) = Active(document.At("regionType"), area);
        var motion = new MotionDetection
        {
            Enabled = document.At("enabled").Bool(),
            Sensitivity = (layout.At("sensitivityLevel") ?? document.At("sensitivityLevel")).Percent(),
            Cells = isGrid ? Cells(document.At("Grid"), area.At("gridMap"), path, notes) : Off(document.At("Grid"), area),
            Regions = area.At("RegionList") is { } list ? Regions(list, isArea) : null,
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
    /// Which of cells and areas are looked at. Where both are drawn, the camera names one; elsewhere it is the one with
    /// content.
    /// </summary>
    private static (bool IsGrid, bool IsArea) Active(AnswerNode? kind, AnswerNode? area)
    {
        kind.Ignore(IgnoreRule.Derived);
        var hasCells = area.At("gridMap").Peek()?.Any(c => c != '0' && char.IsAsciiHexDigit(c)) is true;
        var hasAreas = area.At("RegionList").Children("Region").Any(region => Corners(region) is not null);
        return hasCells && hasAreas && kind.Peek() is { } word
            ? (word.Equals(Grid, StringComparison.OrdinalIgnoreCase), !word.Equals(Grid, StringComparison.OrdinalIgnoreCase))
            : (true, true);
    }

    private static ImmutableArray<string>? Off(AnswerNode? grid, AnswerNode? area)
    {
        grid.Ignore(IgnoreRule.NotInForce, "rowGranularity", "columnGranularity");
        area.At("gridMap").Ignore(IgnoreRule.NotInForce);
        return null;
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
    private static ImmutableArray<ImmutableArray<Point>> Regions(AnswerNode list, bool isActive)
    {
        var regions = ImmutableArray.CreateBuilder<ImmutableArray<Point>>();
        foreach (var region in list.Children("Region"))
        {
            region.At("id").Ignore(IgnoreRule.Identity);
            var polygon = Corners(region);
            if (polygon is not null && isActive)
            {
                HikvisionScreen.Take(region.At(List), Corner);
                regions.Add(polygon.Value);
                continue;
            }

            foreach (var corner in region.At(List).Children(Corner))
                corner.Ignore(polygon is null ? IgnoreRule.Unused : IgnoreRule.NotInForce, "positionX", "positionY");
        }

        return regions.ToImmutable();
    }

    /// <summary>The corners of an area; null = none is drawn.</summary>
    private static ImmutableArray<Point>? Corners(AnswerNode region) =>
        HikvisionScreen.Thousand.Polygon(region.At(List), Corner) is { } polygon && polygon.Distinct().Count() >= 3
            ? polygon : null;
}
