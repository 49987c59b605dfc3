using System.Buffers;

namespace CamMigrate.Http.Recording;

/// <summary>
/// Everything of a camera that would tell whose it is, and what stands in for each: the same everywhere.
/// </summary>
internal sealed class Originals
{
    private const int Shortest = 3;
    private const int LongestStart = 6;
    private const int MostSpellings = 200_000;
    private readonly Dictionary<string, (OriginalKind Kind, string Text)> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> standIns = new(StringComparer.Ordinal);
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    // How long what begins so is, and what is spelled so: names of one site often begin alike, by the thousand.
    private readonly Dictionary<string, SortedSet<int>> byStart = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Spelling>> spellings = new(StringComparer.OrdinalIgnoreCase);
    private SearchValues<string> starts = SearchValues.Create([], StringComparison.OrdinalIgnoreCase);

    /// <summary>Originals and their stand-ins; secrets have none.</summary>
    internal IEnumerable<KeyValuePair<string, string>> StandIns =>
        known.Where(k => k.Value.Kind != OriginalKind.Secret).Select(
            k => KeyValuePair.Create(k.Value.Text, standIns[k.Key]));

    /// <summary>Whether there are more than can be looked for: then nothing may be kept.</summary>
    internal bool IsFull { get; private set; }

    /// <summary>Notes a value; the kind it was noted with first stays.</summary>
    /// <param name="text">The value.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="isWord">Whether it is a word of the protocol, too: then only a whole value is it.</param>
    internal void Add(string text, OriginalKind kind, bool isWord = false)
    {
        if (known.TryAdd(Key(text, kind), (kind, text)) && isWord) words.Add(Key(text, kind));
    }

    /// <summary>Finds a stand-in for each, none of which is an original itself or holds one.</summary>
    internal void Close()
    {
        var counts = new Dictionary<OriginalKind, int>();
        foreach (var (key, (kind, text)) in known.Where(k => !words.Contains(k.Key)))
        {
            foreach (var spelling in LeafText.Spellings(text).Distinct(StringComparer.Ordinal))
                Learn(spelling, key, kind);
        }

        starts = SearchValues.Create([.. byStart.Keys], StringComparison.OrdinalIgnoreCase);
        foreach (var (key, (kind, text)) in known)
        {
            string made;
            do
            {
                counts[kind] = counts.GetValueOrDefault(kind) + 1;
                made = StandInMaker.Make(kind, text, counts[kind]);
            }
            while (kind != OriginalKind.Secret
                && (known.ContainsKey(Key(made, kind)) || (counts[kind] % 1000 != 0 && Occurs(made))));
            standIns[key] = made;
        }
    }

    /// <summary>What stands in for a whole value.</summary>
    internal string? StandInOf(string text, OriginalKind kind) =>
        standIns.TryGetValue(Key(text, kind), out var made) ? Styled(made, text, kind) : null;

    /// <summary>Whether one of them occurs.</summary>
    internal bool Occurs(string wire) => Find(wire, 0) is not null;

    /// <summary>A value with each of them replaced, wherever it stands.</summary>
    internal string Replaced(string wire)
    {
        if (Find(wire, 0) is not { } found) return wire;
        var result = new System.Text.StringBuilder(wire.Length);
        var at = 0;
        for (var next = (Place?)found; next is { } hit; next = Find(wire, at))
        {
            var original = wire.Substring(hit.At, hit.Spelling.Text.Length);
            result.Append(wire, at, hit.At - at).Append(
                Styled(standIns[hit.Spelling.Key], original, hit.Spelling.Kind));
            at = hit.At + original.Length;
        }

        return result.Append(wire, at, wire.Length - at).ToString();
    }

    private static string Styled(string made, string original, OriginalKind kind) =>
        kind == OriginalKind.Mac ? Restyled(made, original) : made;

    private static string Restyled(string mac, string like)
    {
        var digits = string.Concat(mac.Where(char.IsAsciiHexDigit));
        digits = like.Any(char.IsAsciiLetterLower) ? digits.ToLowerInvariant() : digits.ToUpperInvariant();
        var at = 0;
        return string.Concat(like.Select(ch => char.IsAsciiHexDigit(ch) && at < digits.Length ? digits[at++] : ch));
    }

    /// <summary>One key for one thing, however it is spelled.</summary>
    private static string Key(string text, OriginalKind kind) => kind switch
    {
        OriginalKind.Mac => "mac " + string.Concat(text.Where(char.IsAsciiHexDigit)).ToLowerInvariant(),
        OriginalKind.Ipv6 => "ip6 " + (System.Net.IPAddress.TryParse(text, out var ip) ? ip.ToString() : text),
        OriginalKind.Host or OriginalKind.Email or OriginalKind.Ipv4 => text.ToLowerInvariant(),
        _ => text,
    };

    private void Learn(string spelling, string key, OriginalKind kind)
    {
        if (spelling.Length < Shortest) return;
        IsFull |= spellings.Count >= MostSpellings;
        if (IsFull) return;
        IEnumerable<string> all = kind == OriginalKind.Mac ? MacSpellings(spelling) : [spelling];
        foreach (var one in all)
        {
            var start = one.Length > LongestStart ? one[..LongestStart] : one;
            if (!byStart.TryGetValue(start, out var lengths)) byStart[start] = lengths = [];
            lengths.Add(one.Length);
            if (!spellings.TryGetValue(one, out var list)) spellings[one] = list = [];
            list.Add(new Spelling(one, key, kind));
        }
    }

    private static IEnumerable<string> MacSpellings(string mac)
    {
        var digits = string.Concat(mac.Where(char.IsAsciiHexDigit));
        if (digits.Length != 12) return [mac];
        var pairs = digits.Chunk(2).Select(p => new string(p)).ToArray();
        return [digits, string.Join(':', pairs), string.Join('-', pairs), string.Join("%3A", pairs),
            string.Join('.', digits.Chunk(4).Select(p => new string(p)))];
    }

    private Place? Find(string wire, int from)
    {
        while (from < wire.Length && wire.AsSpan(from).IndexOfAny(starts) is >= 0 and var found)
        {
            from += found;
            if (At(wire, from) is { } spelling) return new Place(from, spelling);
            from++;
        }

        return null;
    }

    private Spelling? At(string wire, int at)
    {
        var (starts, texts) = (byStart.GetAlternateLookup<ReadOnlySpan<char>>(), spellings.GetAlternateLookup<ReadOnlySpan<char>>());
        Spelling? longest = null;
        for (var length = Shortest; length <= LongestStart && at + length <= wire.Length; length++)
        {
            if (!starts.TryGetValue(wire.AsSpan(at, length), out var lengths)) continue;
            foreach (var whole in lengths.Reverse().SkipWhile(l => at + l > wire.Length))
            {
                if (whole <= (longest?.Text.Length ?? 0)) break;
                if (!texts.TryGetValue(wire.AsSpan(at, whole), out var candidates)) continue;
                longest = candidates.Find(c => c.StandsAt(wire, at)) ?? longest;
            }
        }

        return longest;
    }

    private readonly record struct Place(int At, Spelling Spelling);

    private sealed record Spelling(string Text, string Key, OriginalKind Kind)
    {
        private const int Unmistakable = 8;

        private bool IgnoresCase =>
            Kind is OriginalKind.Mac or OriginalKind.Ipv6 or OriginalKind.Host or OriginalKind.Email;

        /// <summary>Whether it is there; what is short or made of words only as a word of its own.</summary>
        internal bool StandsAt(string wire, int at) =>
            string.Compare(
                wire, at, Text, 0, Text.Length, IgnoresCase ? StringComparison.OrdinalIgnoreCase
                    : StringComparison.Ordinal) == 0
            && at + Text.Length <= wire.Length
            && (IsUnmistakable
                || (!Continues(wire, at - 1, at) && !Continues(wire, at + Text.Length, at + Text.Length - 1)));

        private bool IsUnmistakable => Kind switch
        {
            OriginalKind.Mac => true,
            OriginalKind.Serial or OriginalKind.Secret => Text.Length >= Unmistakable,
            _ => false,
        };

        private bool Continues(string wire, int beyond, int edge) =>
            beyond >= 0 && beyond < wire.Length && char.IsAsciiLetterOrDigit(wire[edge])
            && (Kind == OriginalKind.Ipv4 ? char.IsAsciiDigit(wire[beyond]) || IsMoreAddress(wire, beyond, edge)
                : char.IsAsciiLetterOrDigit(wire[beyond]));

        private static bool IsMoreAddress(string wire, int beyond, int edge) =>
            wire[beyond] == '.' && (beyond + beyond - edge) is >= 0 and var next && next < wire.Length
                && char.IsAsciiDigit(wire[next]);
    }
}
