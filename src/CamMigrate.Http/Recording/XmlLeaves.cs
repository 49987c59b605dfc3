using System.Collections.Immutable;

namespace CamMigrate.Http.Recording;

/// <summary>The values of XML: texts, attributes, comments.</summary>
internal static class XmlLeaves
{
    private const int MostDepth = 256;
    private const string Comment = "<!--";
    private const string Data = "<![CDATA[";

    internal static void Scan(string text, ImmutableArray<RecordedLeaf>.Builder leaves)
    {
        var open = new Stack<string>();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] != '<')
            {
                var end = Or(text.IndexOf('<', at), text.Length);
                leaves.Add(text, at..end, Top(open), Above(open), LeafForm.Xml);
                at = end;
                continue;
            }

            at = Markup(text, at, open, leaves);
        }
    }

    private static int Markup(string text, int at, Stack<string> open, ImmutableArray<RecordedLeaf>.Builder leaves)
    {
        if (Is(text, at, Comment)) return Verbatim(text, at + Comment.Length, "-->", "comment", leaves);
        if (Is(text, at, Data)) return Verbatim(text, at + Data.Length, "]]>", Top(open), leaves);
        if (Is(text, at, "<?")) return Past(text, "?>", at + 2);
        if (Is(text, at, "<!")) return Past(text, ">", at + 2);
        if (!Is(text, at, "</")) return Element(text, at + 1, open, leaves);
        if (open.Count > 0) open.Pop();
        return Past(text, ">", at + 2);
    }

    private static int Element(string text, int at, Stack<string> open, ImmutableArray<RecordedLeaf>.Builder leaves)
    {
        var end = at;
        while (end < text.Length && !IsSpace(text[end]) && text[end] is not ('>' or '/')) end++;
        var name = Local(text[at..end]);
        at = end;
        while (at < text.Length && text[at] != '>')
        {
            if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '>') return at + 2;
            at = IsSpace(text[at]) || text[at] == '/' ? at + 1 : Attribute(text, at, name, leaves);
        }

        if (open.Count < MostDepth) open.Push(name);
        return at + 1;
    }

    private static int Attribute(string text, int at, string element, ImmutableArray<RecordedLeaf>.Builder leaves)
    {
        var end = at;
        while (end < text.Length && !IsSpace(text[end]) && text[end] is not ('=' or '>' or '/')) end++;
        var name = text[at..end];
        while (end < text.Length && IsSpace(text[end])) end++;
        if (end >= text.Length || text[end] != '=') return Math.Max(end, at + 1);
        end++;
        while (end < text.Length && IsSpace(text[end])) end++;
        if (end >= text.Length || text[end] is not ('"' or '\'')) return end;
        var close = Or(text.IndexOf(text[end], end + 1), text.Length);
        if (!IsDeclaration(name)) leaves.Add(text, (end + 1)..close, Local(name), element, LeafForm.Xml);
        return Math.Min(close + 1, text.Length);
    }

    private static bool IsDeclaration(string name) =>
        name == "xmlns" || name.StartsWith("xmlns:", StringComparison.Ordinal)
        || Local(name) is "schemaLocation" or "type" or "Dialect";

    private static int Verbatim(
        string text, int from, string end, string name, ImmutableArray<RecordedLeaf>.Builder leaves)
    {
        var close = Or(text.IndexOf(end, from, StringComparison.Ordinal), text.Length);
        leaves.Add(text, from..close, name, "", LeafForm.Plain);
        return Math.Min(close + end.Length, text.Length);
    }

    private static int Past(string text, string mark, int from) =>
        text.IndexOf(mark, Math.Min(from, text.Length), StringComparison.Ordinal) is >= 0 and var found
            ? found + mark.Length : text.Length;

    private static int Or(int found, int otherwise) => found < 0 ? otherwise : found;

    private static bool Is(string text, int at, string mark) =>
        string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;

    private static bool IsSpace(char ch) => ch is ' ' or '\t' or '\r' or '\n';

    private static string Local(string name) => name[(name.LastIndexOf(':') + 1)..];

    private static string Top(Stack<string> open) => open.Count > 0 ? open.Peek() : "";

    private static string Above(Stack<string> open) => open.Skip(1).FirstOrDefault() ?? "";
}
