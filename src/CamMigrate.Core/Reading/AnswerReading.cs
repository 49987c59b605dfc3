using System.Globalization;
using CamMigrate.Core.Errors;

namespace CamMigrate.Core.Reading;

/// <summary>
/// Taking values out of an answer. Every method passes a missing node on as null. Names match without regard to case:
/// firmware disagrees; the exact spelling wins.
/// </summary>
public static class AnswerReading
{
    private const int LongestText = 256;

    /// <summary>
    /// The first child of a name, then the first of the next name below it, ...; null = one of them is missing.
    /// </summary>
    /// <param name="node">Where to begin.</param>
    /// <param name="names">Names, from the outside in.</param>
    public static AnswerNode? At(this AnswerNode? node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            node = First(node, name, StringComparison.Ordinal) ?? First(node, name, StringComparison.OrdinalIgnoreCase);
        return node;
    }

    /// <summary>All children of a name, in order.</summary>
    /// <param name="node">Their parent; null has none.</param>
    /// <param name="name">Their name.</param>
    public static IEnumerable<AnswerNode> Children(this AnswerNode? node, string name) =>
        node?.Children.Where(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? [];

    /// <summary>The numbered children of a table or array, with their numbers, in the order of these.</summary>
    /// <param name="node">The table; null has none.</param>
    public static IEnumerable<(int Index, AnswerNode Node)> Items(this AnswerNode? node) =>
        (node?.Children ?? []).Select(c => (Index: Whole(c.Name), Node: c)).Where(c => c.Index is not null)
            .Select(c => (c.Index!.Value, c.Node)).OrderBy(c => c.Value);

    /// <summary>Looks at a value without taking it.</summary>
    /// <param name="node">The value.</param>
    public static string? Peek(this AnswerNode? node) => node?.Value;

    /// <summary>Looks at a whole number without taking it; null = no such number.</summary>
    /// <param name="node">The value.</param>
    public static int? PeekInt(this AnswerNode? node) => Whole(node?.Value);

    /// <summary>Looks at a finite number without taking it; null = no such number.</summary>
    /// <param name="node">The value.</param>
    public static double? PeekNumber(this AnswerNode? node) =>
        double.TryParse(node?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>
    /// Looks at <c>true</c>, <c>false</c>, <c>1</c> or <c>0</c>, in any case, without taking it; null = another word.
    /// </summary>
    /// <param name="node">The value.</param>
    public static bool? PeekBool(this AnswerNode? node) => node?.Value?.ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => null,
    };

    /// <summary>
    /// A text. One that is longer than any setting, or an address with a password in it, stays where it is.
    /// </summary>
    /// <param name="node">The value.</param>
    public static string? Text(this AnswerNode? node)
    {
        var text = node.Peek();
        if (text?.Length > LongestText) node.Because("longer than any such setting");
        return text?.Length > LongestText || SecretLeaves.HoldsLogin(text) ? null : node.Take(text);
    }

    /// <summary>A whole number; one outside the range stays where it is.</summary>
    /// <param name="node">The value.</param>
    /// <param name="least">Smallest number taken.</param>
    /// <param name="most">Largest number taken.</param>
    public static int? Int(this AnswerNode? node, int least = 0, int most = 65535) => (int?)node.Within(least, most, node.PeekInt());

    /// <summary>A number; one outside the range stays where it is.</summary>
    /// <param name="node">The value.</param>
    /// <param name="least">Smallest number taken.</param>
    /// <param name="most">Largest number taken.</param>
    public static double? Number(this AnswerNode? node, double least = 0, double most = 86_400) =>
        node.Within(least, most, node.PeekNumber());

    /// <summary>A switch.</summary>
    /// <param name="node">The value.</param>
    public static bool? Bool(this AnswerNode? node) => node.Take(node.PeekBool());

    /// <summary>A number of 0..100, cut to that range; a camera may exceed its own limits.</summary>
    /// <param name="node">The value.</param>
    public static double? Percent(this AnswerNode? node) =>
        node.Number(double.MinValue, double.MaxValue) is { } value ? Math.Clamp(value, 0, 100) : null;

    /// <summary>A word of a table; a word that is not in it stays where it is, and a finding says so.</summary>
    /// <param name="node">The value.</param>
    /// <param name="words">The camera's words and what they mean.</param>
    /// <param name="path">The setting, for the finding.</param>
    /// <param name="notes">Takes the finding.</param>
    /// <typeparam name="T">What a word means.</typeparam>
    public static T? Map<T>(this AnswerNode? node, IReadOnlyDictionary<string, T> words, string path, ReadingNotes notes)
        where T : struct
    {
        if (node.Peek() is not { } word) return null;
        if (words.TryGetValue(word, out var value)) return node.Take<T>(value);
        node.Because("no vendor-neutral setting for this word");
        notes.Warn(path, $"'{Printable.Clip(word)}' has no vendor-neutral counterpart; the setting is left out.");
        return null;
    }

    /// <summary>Counts a value as carried, though it was only looked at.</summary>
    /// <param name="node">The value.</param>
    public static void Taken(this AnswerNode? node)
    {
        if (node is { IsLeaf: true }) (node.IsCarried, node.Rule) = (true, null);
    }

    /// <summary>Leaves a value out by a rule, unless it is carried.</summary>
    /// <param name="node">The value.</param>
    /// <param name="rule">One of <see cref="IgnoreRule"/>.</param>
    public static void Ignore(this AnswerNode? node, string rule)
    {
        if (node is { IsLeaf: true, IsCarried: false }) node.Rule = rule;
    }

    /// <summary>Leaves a value out by a rule after all, though it was taken: what it was taken for has no entry.</summary>
    /// <param name="node">The value; one that was not taken keeps its fate.</param>
    /// <param name="rule">One of <see cref="IgnoreRule"/>.</param>
    public static void LeaveOut(this AnswerNode? node, string rule)
    {
        if (node is { IsCarried: true }) (node.IsCarried, node.Rule) = (false, rule);
    }

    /// <summary>Leaves values out by a rule, each by its name.</summary>
    /// <param name="node">Their parent.</param>
    /// <param name="rule">One of <see cref="IgnoreRule"/>.</param>
    /// <param name="names">The values.</param>
    public static void Ignore(this AnswerNode? node, string rule, params ReadOnlySpan<string> names)
    {
        foreach (var name in names) node.At(name).Ignore(rule);
    }

    /// <summary>Leaves every value of a document out that is no settings document: a capability list, a copy.</summary>
    /// <param name="node">The root of the document.</param>
    /// <param name="rule">One of <see cref="IgnoreRule"/>.</param>
    public static void IgnoreDocument(this AnswerNode? node, string rule)
    {
        foreach (var leaf in node?.Leaves() ?? []) leaf.Ignore(rule);
    }

    /// <summary>Keeps a value out of every list: it may hold a secret, whatever it is called.</summary>
    /// <param name="node">The value.</param>
    public static void Hide(this AnswerNode? node)
    {
        if (node is not null) node.IsHidden = true;
    }

    /// <summary>Says why a value will not be carried.</summary>
    /// <param name="node">The value.</param>
    /// <param name="reason">The reason, without a full stop.</param>
    public static void Because(this AnswerNode? node, string reason)
    {
        if (node is not null) node.Reason = reason;
    }

    private static AnswerNode? First(AnswerNode? node, string name, StringComparison comparison)
    {
        if (node is null) return null;
        foreach (var child in node.Children)
            if (child.Name.Equals(name, comparison)) return child;
        return null;
    }

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static double? Within(this AnswerNode? node, double least, double most, double? value)
    {
        if (value is null || (value >= least && value <= most)) return node.Take(value);
        node.Because("out of range");
        return null;
    }

    private static T? Take<T>(this AnswerNode? node, T? value)
    {
        if (value is not null) node.Taken();
        return value;
    }
}
