using System.Collections.Immutable;

namespace CamMigrate.Http.Recording;

/// <summary>
/// Finds the values of an answer without changing or judging it: what is broken stays broken, and keeps every byte.
/// </summary>
internal static class LeafScanner
{
    /// <summary>The values of an answer, in its order.</summary>
    /// <param name="text">The answer, one character a byte.</param>
    internal static ImmutableArray<RecordedLeaf> Scan(string text)
    {
        var leaves = ImmutableArray.CreateBuilder<RecordedLeaf>();
        var start = Start(text);
        switch (start < text.Length ? text[start] : ' ')
        {
            case '<':
                XmlLeaves.Scan(text, leaves);
                break;
            case '{' or '[':
                JsonLeaves.Scan(text, leaves);
                break;
            default:
                TableLeaves.Scan(text, leaves);
                break;
        }

        return leaves.ToImmutable();
    }

    /// <summary>Where the text begins, after a byte order mark and white space.</summary>
    internal static int Start(string text)
    {
        var at = text.StartsWith("\u00ef\u00bb\u00bf", StringComparison.Ordinal) ? 3 : 0;
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n') at++;
        return at;
    }

    /// <summary>Adds a value without the white space round it.</summary>
    internal static void Add(
        this ImmutableArray<RecordedLeaf>.Builder leaves, string text, Range range, string name, string parent,
            LeafForm form)
    {
        var (start, end) = (range.Start.Value, range.End.Value);
        while (start < end && text[start] is ' ' or '\t' or '\r' or '\n') start++;
        while (start < end && text[end - 1] is ' ' or '\t' or '\r' or '\n' or '\0') end--;
        if (end > start) leaves.Add(new RecordedLeaf(start, end - start, name, parent, form));
    }
}
