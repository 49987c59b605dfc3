using System.Text.Json.Nodes;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>MotionDetect: a grid of 22 × 18 cells, a number for each row, top row first.</summary>
internal static class MotionTable
{
    private const int Columns = 22;
    private const int Rows = 18;
    private const int WireSize = 8192;

    public static JsonNode Motion(DahuaDevice device) => Json.PerChannel(device, channel =>
    {
        var motion = channel.Motion;
        var table = new JsonObject
        {
            ["Enable"] = motion.Enabled,
            ["EventHandler"] = AlarmTables.Handler(motion.Actions),
            ["Level"] = motion.Level,
        };
        var leftmost = motion.Bits is { } bits ? bits == "leftmost" : device.IsOld;
        if (device.IsOld)
        {
            table["Region"] = Region(motion.Windows[0], leftmost);
            return table;
        }

        if (device.IsNew) table["DetectVersion"] = "V3.0";
        table["MotionDetectWindow"] = Json.List(motion.Windows, (window, i) => Window(device, window, i, leftmost));
        return table;
    });

    private static JsonObject Window(DahuaDevice device, DahuaMotionWindow window, int id, bool leftmost)
    {
        var table = new JsonObject
        {
            ["Id"] = id,
            ["Name"] = window.Name,
            ["Region"] = Region(window, leftmost),
            ["Sensitive"] = window.Sensitive,
            ["Threshold"] = window.Threshold,
        };
        if (device.IsNew) table["Window"] = Bounds(window);
        return table;
    }

    private static JsonArray Region(DahuaMotionWindow window, bool leftmost) =>
        Json.List(Enumerable.Range(0, Rows), (row, _) =>
        {
            var bits = Enumerable.Range(0, Columns)
                .Where(column => IsWatched(window, row, column))
                .Sum(column => 1 << (leftmost ? column : Columns - 1 - column));
            return JsonValue.Create(bits);
        });

    // The rectangle around all watched cells.
    private static JsonArray Bounds(DahuaMotionWindow window)
    {
        var cells = (
            from row in Enumerable.Range(0, Rows)
            from column in Enumerable.Range(0, Columns)
            where IsWatched(window, row, column)
            select (row, column)).ToList();
        return cells.Count == 0
            ? Json.Numbers(0, 0, 0, 0)
            : Json.Numbers(
                cells.Min(cell => cell.column) * WireSize / Columns,
                cells.Min(cell => cell.row) * WireSize / Rows,
                ((cells.Max(cell => cell.column) + 1) * WireSize / Columns) - 1,
                ((cells.Max(cell => cell.row) + 1) * WireSize / Rows) - 1);
    }

    private static bool IsWatched(DahuaMotionWindow window, int row, int column) =>
        window.Cells.IsEmpty || (row < window.Cells.Length && window.Cells[row][column] == '#');
}
