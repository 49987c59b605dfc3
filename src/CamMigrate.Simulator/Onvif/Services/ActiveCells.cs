using System.Collections.Immutable;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>The watched cells of cell motion as the wire has them: bits row by row, PackBits, base64.</summary>
internal static class ActiveCells
{
    public static string Encode(ImmutableArray<string> rows)
    {
        var flags = rows.SelectMany(row => row).Select(cell => cell == '#').ToArray();
        var bytes = new byte[(flags.Length + 7) / 8];
        for (var i = 0; i < flags.Length; i++)
            if (flags[i]) bytes[i / 8] |= (byte)(0x80 >> (i % 8));
        return Convert.ToBase64String(Pack(bytes));
    }

    private static byte[] Pack(byte[] bytes)
    {
        var packed = new List<byte>();
        for (var at = 0; at < bytes.Length;)
        {
            var run = 1;
            while (run < 128 && at + run < bytes.Length && bytes[at + run] == bytes[at]) run++;
            if (run > 1)
            {
                packed.AddRange([(byte)(257 - run), bytes[at]]);
                at += run;
                continue;
            }

            var end = at + 1;
            while (end < bytes.Length && end - at < 128 && (end + 1 >= bytes.Length || bytes[end] != bytes[end + 1])) end++;
            packed.Add((byte)(end - at - 1));
            packed.AddRange(bytes[at..end]);
            at = end;
        }

        return [.. packed];
    }
}
