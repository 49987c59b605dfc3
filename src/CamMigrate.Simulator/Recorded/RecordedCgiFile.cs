using System.Globalization;

namespace CamMigrate.Simulator.Recorded;

/// <summary>One recorded CGI answer: <c>configManager.getConfig.Encode.txt</c>.</summary>
/// <param name="Call">Service and action: <c>configManager.getConfig</c>.</param>
/// <param name="Argument">Table or parameters (<c>channel=1</c>); empty for none.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Path">The file.</param>
internal sealed record RecordedCgiFile(string Call, string Argument, int Status, string Path)
{
    private const string Ending = ".txt";

    /// <summary>What says that a recording is not the whole body; it is served all the same.</summary>
    private static readonly HashSet<string> Notes =
        new(["fragment", "truncated", "reconstructed", "filtered", "excerpt", "error"], StringComparer.Ordinal);

    /// <summary>The recordings of a folder; empty when it holds none.</summary>
    public static List<RecordedCgiFile> In(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*" + Ending).Order(StringComparer.Ordinal)
            .Select(Of).OfType<RecordedCgiFile>()];

    private static RecordedCgiFile? Of(string path)
    {
        var parts = System.IO.Path.GetFileName(path)[..^Ending.Length].Split('.').ToList();
        var status = 200;
        while (parts.Count > 2 && IsNote(parts[^1], ref status)) parts.RemoveAt(parts.Count - 1);
        return parts.Count >= 2 && (parts[1] == "attach" || parts[1].StartsWith("get", StringComparison.Ordinal))
            ? new RecordedCgiFile($"{parts[0]}.{parts[1]}", string.Join('.', parts.Skip(2)), status, path)
            : null;
    }

    private static bool IsNote(string part, ref int status)
    {
        if (Number(part, "http") is { } code) status = code;
        else if (part == "error") status = 400;
        else return Notes.Contains(part) || Number(part, "channel") is not null;
        return true;
    }

    private static int? Number(string part, string prefix) =>
        part.StartsWith(prefix, StringComparison.Ordinal)
            && int.TryParse(part.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
