using System.Collections.Immutable;
using CamMigrate.Core.Reading;

namespace CamMigrate.Onvif.Areas;

/// <summary>The watched cells of cell motion: bits row by row from the top left, PackBits, base64.</summary>
internal static class OnvifCells
{
    private const int MostInARow = 256;

    /// <summary>Unpacks the cells, leniently: makers leave out padding and cut the end off.</summary>
    /// <param name="text">As the rule has them.</param>
    /// <param name="count">How many cells the layout has.</param>
    /// <returns>One flag per cell, and whether the text was not as it should be; null = it cannot be unpacked.</returns>
    internal static (bool[] Cells, bool IsOdd)? Decode(string? text, int count)
    {
        if (Bytes(text) is not var (packed, isPadded) || packed.Length == 0) return null;
        var bytes = new byte[(count + 7) / 8];
        var length = Unpack(packed, bytes);
        if (length == 0) return null;
        var cells = new bool[count];
        for (var i = 0; i < count; i++) cells[i] = (bytes[i / 8] & (0x80 >> (i % 8))) != 0;
        return (cells, !isPadded || length != bytes.Length);
    }

    /// <summary>Rows of text for the whole picture; null = the layout makes no sense.</summary>
    /// <param name="cells">One flag per cell of the layout.</param>
    /// <param name="layout"><c>tt:CellLayout</c>.</param>
    /// <param name="isWhole">Whether the layout covers the whole picture.</param>
    internal static ImmutableArray<string>? Rows(bool[] cells, AnswerNode layout, out bool isWhole)
    {
        isWhole = true;
        if (Size(layout) is not var (columns, rows) || cells.Length != columns * rows) return null;
        var across = Span(layout, "@x", columns, isDown: false);
        var down = Span(layout, "@y", rows, isDown: true);
        isWhole = across == (0, columns) && down == (0, rows);
        var lines = Enumerable.Range(0, down.Total).Select(y => string.Concat(Enumerable.Range(0, across.Total)
            .Select(x => IsWatched(x - across.Before, y - down.Before) ? '#' : '.')));
        return [.. lines];

        bool IsWatched(int x, int y) => x >= 0 && y >= 0 && x < columns && y < rows && cells[(y * columns) + x];
    }

    /// <summary>Columns and rows; null = a layout that no camera has.</summary>
    internal static (int Columns, int Rows)? Size(AnswerNode? layout) =>
        layout.At("@Columns").PeekInt() is > 0 and <= MostInARow and var columns
        && layout.At("@Rows").PeekInt() is > 0 and <= MostInARow and var rows
            ? (columns, rows) : null;

    /// <summary>
    /// How many cells stand before the layout and how many the whole picture has: -1..1 is the picture, one cell is the
    /// scale. Rows count from the top, whichever way the y axis is written.
    /// </summary>
    private static (int Before, int Total) Span(AnswerNode layout, string axis, int cells, bool isDown)
    {
        var move = layout.At("Transformation", "Translate", axis).PeekNumber();
        var scale = layout.At("Transformation", "Scale", axis).PeekNumber();
        if (move is not (>= -1.01 and <= 1.01) || scale is not { } size || Math.Abs(size) is not (> 0.001 and <= 2))
            return (0, cells);
        // A negative scale begins at the top, which is +1 where y counts up.
        var start = isDown && size < 0 ? 1 - move.Value : move.Value + 1;
        var before = (int)Math.Round(start / Math.Abs(size));
        var total = (int)Math.Round(2 / Math.Abs(size));
        return before >= 0 && before + cells <= total && total <= MostInARow ? (before, total) : (0, cells);
    }

    private static (byte[] Bytes, bool IsPadded)? Bytes(string? text)
    {
        if (text is null || text.Length > 100_000) return null;
        var bare = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).TrimEnd('=');
        var padded = bare.PadRight((bare.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length)
            ? (bytes[..length], padded == text.Trim()) : null;
    }

    private static int Unpack(byte[] packed, byte[] bytes)
    {
        var length = 0;
        for (var at = 0; at < packed.Length && length < bytes.Length;)
        {
            var control = packed[at++];
            if (control == 128) continue;
            var isRun = control > 128;
            var count = isRun ? 257 - control : control + 1;
            for (var i = 0; i < count && length < bytes.Length; i++)
            {
                if (at >= packed.Length) return length;
                bytes[length++] = isRun ? packed[at] : packed[at++];
            }

            if (isRun) at++;
        }

        return length;
    }
}
