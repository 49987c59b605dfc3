using CamMigrate.Core.Errors;

namespace CamMigrate.Adapters.Dahua.Cgi;

/// <summary>The lines <c>table.Encode[0].MainFormat[0].Video.FPS=25</c> as a tree.</summary>
internal static class CgiTable
{
    private const int MaxLines = 50_000;
    private const int MaxDepth = 24;
    private const int LongestKey = 512;

    /// <summary>Reads an answer.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="prefix">What each key begins with and no other does: <c>table</c>, <c>caps</c>, <c>list</c>.</param>
    /// <param name="request">For messages.</param>
    /// <exception cref="CameraException">It is no such answer.</exception>
    internal static DahuaBranch Parse(IReadOnlyList<string> lines, string? prefix, string request)
    {
        if (lines.Count > MaxLines)
            throw Bad(request, FormattableString.Invariant($"the answer has {lines.Count} lines, more than any camera's."));
        var root = new DahuaBranch();
        foreach (var line in lines)
        {
            // Some firmware writes version and build on two lines, the second with a colon.
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at < 0) at = line.IndexOf(':', StringComparison.Ordinal);
            if (at <= 0) throw Bad(request, "the answer is no list of names and values.");
            Place(root, line[..at].Trim(), prefix, request).Add(line[(at + 1)..].Trim());
        }

        return root;
    }

    private static DahuaBranch Place(DahuaBranch root, string key, string? prefix, string request)
    {
        if (key.Length > LongestKey) throw Bad(request, "a name in the answer is longer than any camera's.");
        var rest = key.AsSpan();
        if (prefix is not null && rest.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            && rest.Length > prefix.Length && rest[prefix.Length] is '.' or '[')
            rest = rest[prefix.Length] == '.' ? rest[(prefix.Length + 1)..] : rest[prefix.Length..];
        var branch = root;
        for (var depth = 0; !rest.IsEmpty; depth++)
        {
            if (depth == MaxDepth) throw Bad(request, "the answer is nested deeper than any camera's.");
            branch = Step(branch, ref rest);
        }

        return branch;
    }

    private static DahuaBranch Step(DahuaBranch branch, ref ReadOnlySpan<char> rest)
    {
        if (rest[0] == '[' && rest.IndexOf(']') is > 1 and var close && IsIndex(rest[1..close]))
        {
            var index = rest[1..close].ToString();
            rest = rest[(close + 1)..];
            if (rest.StartsWith(".")) rest = rest[1..];
            return branch.Below(index, isIndex: true);
        }

        var end = End(rest);
        var name = rest[..end].ToString();
        rest = rest[end..];
        if (rest.StartsWith(".")) rest = rest[1..];
        return branch.Below(name, isIndex: false);
    }

    /// <summary>Where a name ends: at a dot, or at an index behind it.</summary>
    private static int End(ReadOnlySpan<char> rest)
    {
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '.') return i;
            if (rest[i] == '[' && rest[i..].IndexOf(']') is > 1 and var close && IsIndex(rest[(i + 1)..(i + close)]))
                return i;
        }

        return rest.Length;
    }

    private static bool IsIndex(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 9 && text.ContainsAnyExceptInRange('0', '9') is false;

    private static CameraException Bad(string request, string detail) =>
        new(CameraError.BadResponse, request, detail);
}
