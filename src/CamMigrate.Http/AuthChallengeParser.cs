using System.Collections.Immutable;
using System.Text;

namespace CamMigrate.Http;

/// <summary>Reads <c>WWW-Authenticate</c>: several schemes in one header, or one in each of several.</summary>
internal static class AuthChallengeParser
{
    private const int MaxChallenges = 16;

    internal static ImmutableArray<AuthChallenge> Parse(IEnumerable<string> headers)
    {
        var found = ImmutableArray.CreateBuilder<AuthChallenge>();
        foreach (var header in headers) ParseOne(header, found);
        return found.Count > MaxChallenges ? [.. found.Take(MaxChallenges)] : found.ToImmutable();
    }

    private static void ParseOne(string text, ImmutableArray<AuthChallenge>.Builder found)
    {
        var at = 0;
        string? scheme = null;
        var parameters = Empty();
        while (true)
        {
            while (at < text.Length && (text[at] == ',' || char.IsWhiteSpace(text[at]))) at++;
            if (at >= text.Length) break;
            var word = Token(text, ref at);
            if (word.Length == 0)
            {
                at++; // not a token here: hostile or broken, pass over it
                continue;
            }

            var afterWord = at;
            while (at < text.Length && text[at] == ' ') at++;
            if (at < text.Length && text[at] == '=' && scheme is not null)
            {
                at++;
                parameters[word] = Value(text, ref at);
                continue;
            }

            at = afterWord;
            if (scheme is not null) found.Add(new AuthChallenge(scheme, parameters.ToImmutable()));
            (scheme, parameters) = (word, Empty());
        }

        if (scheme is not null) found.Add(new AuthChallenge(scheme, parameters.ToImmutable()));
    }

    private static ImmutableDictionary<string, string>.Builder Empty() =>
        ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);

    private static string Token(string text, ref int at)
    {
        var start = at;
        while (at < text.Length
            && (char.IsAsciiLetterOrDigit(text[at])
                || "!#$%&'*+-.^_`|~/:".Contains(text[at], StringComparison.Ordinal)))
            at++;
        return text[start..at];
    }

    private static string Value(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length || text[at] != '"')
        {
            var start = at;
            while (at < text.Length && text[at] != ',' && !char.IsWhiteSpace(text[at])) at++;
            return text[start..at];
        }

        var value = new StringBuilder();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length) at++;
            value.Append(text[at]);
        }

        at++;
        return value.ToString();
    }
}
