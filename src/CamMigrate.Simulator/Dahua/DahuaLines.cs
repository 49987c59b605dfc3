using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CamMigrate.Simulator.Dahua;

/// <summary>
/// <c>key=value</c> lines and the trees behind them. Wire text is one character per byte (Latin-1), whatever the
/// device's charset.
/// </summary>
internal static class DahuaLines
{
    private const int Gb18030 = 54936;

    /// <summary>The lines of a tree, keys sorted; values in the device's charset.</summary>
    /// <param name="device">The device.</param>
    /// <param name="root">The tree; null gives no line.</param>
    /// <param name="prefix">What every key begins with; may be empty.</param>
    public static List<string> Lines(DahuaDevice device, JsonNode? root, string prefix)
    {
        var lines = new List<string>();
        Walk(root, prefix, (key, value) => lines.Add(Wire(device, $"{key}={value}")));
        return lines;
    }

    /// <summary>Lines written in an estate; <c>\xNN</c> stands for a byte.</summary>
    public static List<string> Raw(DahuaDevice device, string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Unescape(Wire(device, line)))];

    /// <summary>A body of lines, each ended as the device ends lines.</summary>
    public static byte[] Body(DahuaDevice device, IEnumerable<string> lines)
    {
        var end = (device.Settings.LineEnd ?? (device.IsOld ? "LF" : "CRLF")) == "LF" ? "\n" : "\r\n";
        return Encoding.Latin1.GetBytes(string.Concat(lines.Select(line => line + end)));
    }

    /// <summary>The tree of wire lines, as RPC2 serves it.</summary>
    public static JsonNode? Tree(DahuaDevice device, IEnumerable<string> lines, string prefix)
    {
        var root = new JsonObject();
        foreach (var line in lines)
        {
            var text = Charset(device).GetString(Encoding.Latin1.GetBytes(line));
            var key = text.Split('=', 2)[0];
            if (key.StartsWith("table.", StringComparison.Ordinal)) key = key[6..];
            if (!key.StartsWith(prefix, StringComparison.Ordinal)) continue;
            DahuaTree.Put(root, key[prefix.Length..], text.Contains('=', StringComparison.Ordinal)
                ? text.Split('=', 2)[1]
                : "");
        }

        return root["root"]?.DeepClone();
    }

    public static Encoding Charset(DahuaDevice device) =>
        (device.Settings.Charset ?? (device.IsOld ? "gbk" : "utf-8")) == "gbk"
            ? CodePagesEncodingProvider.Instance.GetEncoding(Gb18030)!
            : Encoding.UTF8;

    private static string Wire(DahuaDevice device, string text) =>
        Encoding.Latin1.GetString(Charset(device).GetBytes(text));

    private static void Walk(JsonNode? node, string path, Action<string, string> leaf)
    {
        switch (node)
        {
            case JsonObject group:
                foreach (var (name, child) in group.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                    Walk(child, path.Length == 0 ? name : $"{path}.{name}", leaf);
                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                    Walk(list[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), leaf);
                break;
            case JsonValue value:
                leaf(path, Text(value));
                break;
        }
    }

    private static string Text(JsonValue value) =>
        value.TryGetValue<bool>(out var truth) ? truth ? "true" : "false"
        : value.TryGetValue<string>(out var text) ? text
        : value.TryGetValue<double>(out var number) ? number.ToString("F6", CultureInfo.InvariantCulture)
        : value.ToString();

    private static string Unescape(string line)
    {
        var at = line.IndexOf(@"\x", StringComparison.Ordinal);
        return at >= 0 && at + 4 <= line.Length && byte.TryParse(
                line.AsSpan(at + 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            ? line[..at] + (char)code + Unescape(line[(at + 4)..])
            : line;
    }
}
