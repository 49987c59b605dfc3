using System.Xml.Linq;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision.Isapi;

/// <summary>An element of a camera's document whose values are accounted for when they are taken.</summary>
/// <param name="element">The element.</param>
/// <param name="ledger">Where its leaves are registered.</param>
internal sealed class IsapiNode(XElement element, LeafLedger ledger)
{
    internal XElement Element => element;

    internal LeafLedger Ledger => ledger;

    internal string Name => element.Name.LocalName;

    internal IsapiNode Wrap(XElement other) => new(other, ledger);
}

/// <summary>
/// Taking values. Every method passes a missing element on as null. Names match without regard to case: firmware
/// disagrees.
/// </summary>
internal static class IsapiNodeReading
{
    private const int LongestText = 256;

    internal static IsapiNode? At(this IsapiNode? node, params ReadOnlySpan<string> names) =>
        node is not null && node.Element.AtAnyCase(names) is { } found ? node.Wrap(found) : null;

    internal static IEnumerable<IsapiNode> Children(this IsapiNode? node, string name) =>
        node is null
            ? []
            : node.Element.Elements().Where(e => e.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Select(node.Wrap);

    /// <summary>Looks without taking.</summary>
    internal static string? Peek(this IsapiNode? node) =>
        node is { Element.HasElements: false } ? node.Element.AsText() : null;

    /// <summary>
    /// A text. One that is longer than any setting, or an address with a password in it, stays where it is.
    /// </summary>
    internal static string? Text(this IsapiNode? node)
    {
        var text = node.Peek();
        if (text?.Length > LongestText) node.Because("longer than any such setting");
        return text?.Length > LongestText || SecretLeaves.HoldsLogin(text) ? null : node.Take(text);
    }

    /// <summary>A whole number; one outside the range stays where it is.</summary>
    internal static int? Int(this IsapiNode? node, int least = 0, int most = 65535) =>
        (int?)node.Number(least, most, node?.Element.AsInt());

    /// <summary>A number; one outside the range stays where it is.</summary>
    internal static double? Number(this IsapiNode? node, double least = 0, double most = 86_400) =>
        node.Number(least, most, node?.Element.AsDouble());

    internal static bool? Bool(this IsapiNode? node) => node.Take(node?.Element.AsBool());

    /// <summary>A number of 0..100, cut to that range; a camera may exceed its own limits.</summary>
    internal static double? Percent(this IsapiNode? node) =>
        node.Number(double.MinValue, double.MaxValue) is { } value ? Math.Clamp(value, 0, 100) : null;

    /// <summary>A word of a table; a word that is not in it stays where it is, and a finding says so.</summary>
    internal static T? Map<T>(
        this IsapiNode? node, IReadOnlyDictionary<string, T> words, string path, ReadingNotes notes)
        where T : struct
    {
        if (node.Peek() is not { } word) return null;
        if (words.TryGetValue(word, out var value)) return node.Take<T>(value);
        node.Because("no vendor-neutral setting for this word");
        notes.Warn(path, $"'{Printable.Clip(word)}' has no vendor-neutral counterpart; the setting is left out.");
        return null;
    }

    /// <summary>Counts the value as carried, though a parser did not need it as text.</summary>
    internal static void Taken(this IsapiNode? node)
    {
        if (node is not null) node.Ledger.Carry(node.Element);
    }

    /// <summary>Leaves the value out by a rule.</summary>
    internal static void Ignore(this IsapiNode? node, string rule)
    {
        if (node is not null) node.Ledger.Ignore(node.Element, rule);
    }

    /// <summary>Leaves values out by a rule, each by its name.</summary>
    internal static void Ignore(this IsapiNode? node, string rule, params ReadOnlySpan<string> names)
    {
        foreach (var name in names) node.At(name).Ignore(rule);
    }

    /// <summary>Leaves every value of a document out that is no settings document: a capability list, a copy.</summary>
    internal static void IgnoreDocument(this IsapiNode node, string rule)
    {
        foreach (var leaf in node.Element.DescendantsAndSelf().Where(e => !e.HasElements))
            node.Ledger.Ignore(leaf, rule);
    }

    /// <summary>Says why the value will not be carried.</summary>
    internal static void Because(this IsapiNode? node, string reason)
    {
        if (node is not null) node.Ledger.Explain(node.Element, reason);
    }

    private static double? Number(this IsapiNode? node, double least, double most, double? value)
    {
        if (value is null || (value >= least && value <= most)) return node.Take(value);
        node.Because("out of range");
        return null;
    }

    private static T? Take<T>(this IsapiNode? node, T? value)
    {
        if (value is not null) node.Taken();
        return value;
    }
}
