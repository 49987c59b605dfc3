using System.Collections.Concurrent;

namespace CamMigrate.Core.Reading;

/// <summary>
/// Keeps one copy of the words that cameras of one make all send: two hundred cameras read at once have the same
/// thousand names. Bounded, so that a camera that makes names up fills nothing.
/// </summary>
internal static class SharedWords
{
    private const int Most = 8192;
    private const int Longest = 48;
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);
    private static int count;

    /// <summary>An equal text, shared where it is known.</summary>
    /// <param name="word">The text.</param>
    public static string Of(string word)
    {
        if (word.Length > Longest) return word;
        if (Known.TryGetValue(word, out var known)) return known;
        if (Volatile.Read(ref count) >= Most) return word;
        if (Known.TryAdd(word, word)) Interlocked.Increment(ref count);
        return word;
    }
}
