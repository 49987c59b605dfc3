using System.Collections.Immutable;
using System.Globalization;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Motion detection: <c>MotionDetect[ch]</c>, a grid of one number for each row from the top; one grid on old firmware,
/// one for each of four windows on newer. The bit of the left-most cell differs.
/// </summary>
internal static class DahuaMotion
{
    private const int Columns = 22;
    private const int MostColumns = 32;
    private const int MostRows = 64;

    internal static MotionDetection Parse(
        AnswerNode? table, AnswerNode? smart, int channel, DahuaSchedules schedules, ReadingNotes notes)
    {
        var path = SettingPath.Source(channel + 1) + ".motionDetection";
        var handler = table.At("EventHandler");
        table.At("DetectVersion").Ignore(IgnoreRule.Identity);
        var windows = table.At("MotionDetectWindow").Items().Select(w => w.Node).ToList();
        // Windows that say nothing leave the word to the older form beside them.
        var cells = (windows.Count > 0 ? Windows(table, windows, path, notes) : null)
            ?? Grid(table.At("Region"), path, false, notes);
        var motion = new MotionDetection
        {
            Enabled = table.At("Enable").Bool(),
            Sensitivity = (windows.Count > 0 ? Sensitivity(windows) : null) ?? Level(table.At("Level")),
            Cells = cells,
            Objects = Objects(smart),
            Schedule = schedules.Name(handler.At("TimeSection"), FormattableString.Invariant($"motion {channel + 1}")),
            Actions = DahuaActions.Parse(handler, channel),
        };
        if (motion.Enabled is true && motion.Cells?.All(row => !row.Contains('#', StringComparison.Ordinal)) is true)
            notes.Info(path, "motion detection is on, but no cell is watched: it never triggers.");
        return motion;
    }

    /// <summary>Six steps, 6 the most.</summary>
    internal static double? Level(AnswerNode? level) => level.Int(1, 6) is { } value ? (value - 1) * 20 : null;

    private static ImmutableArray<string>? Windows(
        AnswerNode? table, List<AnswerNode> windows, string path, ReadingNotes notes)
    {
        table.At("Level").Ignore(DahuaRule.Mirror);
        table.At("Region").IgnoreAll(DahuaRule.Mirror);
        ImmutableArray<string>? all = null;
        foreach (var window in windows)
        {
            window.Ignore(IgnoreRule.Identity, "Id", "Name");
            window.At("Window").IgnoreAll(IgnoreRule.Derived);
            if (Grid(window.At("Region"), path, true, notes) is not { } cells) continue;
            all = all is { } before ? Union(before, cells) : cells;
        }

        return all;
    }

    private static double? Sensitivity(List<AnswerNode> windows)
    {
        double? first = null;
        // A window that watches nothing has no say.
        foreach (var window in windows.OrderBy(w => w.At("Region").Words().All(n => n == "0")))
        {
            var node = window.At("Sensitive");
            if (node.PeekNumber() is null) continue;
            if (first is null) first = node.Percent();
            else if (node.PeekNumber() == first) node.Taken();
            else node.Because("the profile has one sensitivity for all windows");
        }

        return first;
    }

    /// <summary>
    /// The old grid has its left-most cell in the lowest bit, by the description. The grids of windows have it in the
    /// highest, by one program that writes them: assumed, unless either reading gives the same cells.
    /// </summary>
    private static ImmutableArray<string>? Grid(AnswerNode? region, string path, bool isWindow, ReadingNotes notes)
    {
        var rows = region.Items().ToList();
        if (rows.Count == 0) return null;
        var numbers = rows.Select(r => (r.Index, r.Node, Bits: Bits(r.Node))).ToList();
        if (numbers.Any(r => r.Bits is null || r.Index is < 0 or >= MostRows))
        {
            region.BecauseAll("no grid of cells that can be read");
            notes.Warn(path + ".cells", "the watched cells are not understood; they are left out.");
            return null;
        }

        var width = numbers.Any(r => r.Bits >= 1u << Columns) ? MostColumns : Columns;
        var byRow = numbers.GroupBy(r => r.Index).ToDictionary(g => g.Key, g => g.First().Bits!.Value);
        foreach (var (_, node, _) in numbers) node.Taken();
        var height = byRow.Keys.Max() + 1;
        var fromLeft = Enumerable.Range(0, height).Select(r =>
            Row(byRow.GetValueOrDefault(r), width, false)).ToImmutableArray();
        if (!isWindow) return fromLeft;
        var fromRight = Enumerable.Range(0, height).Select(r =>
            Row(byRow.GetValueOrDefault(r), width, true)).ToImmutableArray();
        if (!fromLeft.SequenceEqual(fromRight)) notes.Assume(path + ".cells");
        return fromRight;
    }

    private static uint? Bits(AnswerNode node) =>
        uint.TryParse(node.Peek(), NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? bits : null;

    private static string Row(uint bits, int width, bool highFirst) =>
        string.Create(width, (bits, highFirst), static (cells, row) =>
    {
        for (var column = 0; column < cells.Length; column++)
        {
            var bit = row.highFirst ? cells.Length - 1 - column : column;
            cells[column] = (row.bits >> bit & 1) != 0 ? '#' : '.';
        }
    });

    private static ImmutableArray<string> Union(ImmutableArray<string> a, ImmutableArray<string> b)
    {
        var (height, width) = (Math.Max(a.Length, b.Length), Math.Max(a[0].Length, b[0].Length));
        return [.. Enumerable.Range(0, height).Select(row => string.Concat(
            Enumerable.Range(0, width).Select(column => On(a, row, column) || On(b, row, column) ? '#' : '.')))];
    }

    private static bool On(ImmutableArray<string> cells, int row, int column) =>
        row < cells.Length && column < cells[row].Length && cells[row][column] == '#';

    /// <summary><c>SmartMotionDetect[ch]</c>: motion of people or vehicles alone.</summary>
    private static ImmutableArray<DetectedObject>? Objects(AnswerNode? smart)
    {
        if (smart.At("Enable").Bool() is not { } on) return null;
        var types = smart.At("ObjectTypes");
        if (!on)
        {
            types.Ignore(IgnoreRule.NotInForce, "Human", "Vehicle");
            smart.At("Sensitivity").Ignore(IgnoreRule.NotInForce);
            return [];
        }

        var objects = ImmutableArray.CreateBuilder<DetectedObject>();
        if (types.At("Human").Bool() is true) objects.Add(DetectedObject.Human);
        if (types.At("Vehicle").Bool() is true) objects.Add(DetectedObject.Vehicle);
        return objects.ToImmutable();
    }
}
