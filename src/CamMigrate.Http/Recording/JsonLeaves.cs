using System.Collections.Immutable;

namespace CamMigrate.Http.Recording;

/// <summary>The values of JSON. An item of a list is called like the list.</summary>
internal static class JsonLeaves
{
    private const int MostDepth = 256;

    internal static void Scan(string text, ImmutableArray<RecordedLeaf>.Builder leaves)
    {
        var names = new Stack<string>();
        names.Push("");
        var key = "";
        for (var at = 0; at < text.Length;)
        {
            switch (text[at])
            {
                case '{' or '[':
                    if (names.Count < MostDepth) names.Push(key);
                    at++;
                    break;
                case '}' or ']':
                    if (names.Count > 1) key = names.Pop();
                    at++;
                    break;
                case '"':
                    var close = Close(text, at);
                    if (IsKey(text, close + 1)) key = text[(at + 1)..close];
                    else leaves.Add(text, (at + 1)..close, key, names.Peek(), LeafForm.JsonString);
                    at = Math.Min(close + 1, text.Length);
                    break;
                case ',' or ':' or ' ' or '\t' or '\r' or '\n':
                    at++;
                    break;
                default:
                    var end = at + 1;
                    while (end < text.Length && text[end] is not (',' or '}' or ']' or ' ' or '\r' or '\n')) end++;
                    leaves.Add(text, at..end, key, names.Peek(), LeafForm.JsonBare);
                    at = end;
                    break;
            }
        }
    }

    private static int Close(string text, int open)
    {
        var at = open + 1;
        while (at < text.Length && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
        return Math.Min(at, text.Length);
    }

    private static bool IsKey(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n') at++;
        return at < text.Length && text[at] == ':';
    }
}
