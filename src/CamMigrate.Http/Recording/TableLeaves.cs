using System.Collections.Immutable;

namespace CamMigrate.Http.Recording;

/// <summary>
/// The values of lines like <c>table.Network.eth0.IPAddress=192.0.2.31</c>; a line without a key is a value.
/// </summary>
internal static class TableLeaves
{
    internal static void Scan(string text, ImmutableArray<RecordedLeaf>.Builder leaves)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            var equals = text.IndexOf('=', at, end - at);
            var key = equals < 0 ? [] : text[at..equals].Split('.');
            leaves.Add(
                text, (equals < 0 ? at : equals + 1)..end, Segment(key, 1), Segment(key, 2), LeafForm.Plain);
            at = end + 1;
        }
    }

    private static string Segment(string[] key, int fromEnd) =>
        key.Length < fromEnd ? "" : key[^fromEnd].Split('[')[0].Trim();
}
