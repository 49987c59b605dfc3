using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision.Isapi;

/// <summary>
/// Knows the fate of every value the camera sent: carried, ignored by a named rule, or else listed as not carried.
/// </summary>
/// <remarks>A value is carried because a parser took it; nobody has to remember to list what was left.</remarks>
internal sealed class LeafLedger
{
    internal const string NoPlace = "no vendor-neutral setting";
    private const int MaxLeaves = 60_000;
    private const int LongestValue = 256;
    private readonly List<Leaf> leaves = [];
    private readonly Dictionary<XElement, Leaf> byElement = [];

    /// <summary>Registers every leaf of a document.</summary>
    /// <param name="path">Path of the document below <c>/ISAPI/</c>.</param>
    /// <param name="root">Its root element.</param>
    /// <exception cref="CameraException">There are more than any camera has.</exception>
    internal IsapiNode Register(string path, XElement root)
    {
        foreach (var element in root.DescendantsAndSelf().Where(e => !e.HasElements))
        {
            if (leaves.Count >= MaxLeaves)
                throw new CameraException(
                    CameraError.BadResponse, path,
                    "the documents hold more values than any camera has. Is this a camera?");
            var leaf = new Leaf(path, element) { Rule = element.AsText() is null ? IgnoreRule.Empty : null };
            leaves.Add(leaf);
            byElement.Add(element, leaf);
        }

        return new IsapiNode(root, this);
    }

    internal void Carry(XElement element)
    {
        if (byElement.TryGetValue(element, out var leaf)) (leaf.IsCarried, leaf.Rule) = (true, null);
    }

    internal void Ignore(XElement element, string rule)
    {
        if (byElement.TryGetValue(element, out var leaf) && !leaf.IsCarried) leaf.Rule = rule;
    }

    /// <summary>
    /// Gives the reason why a value is not carried, where there is a better one than having no place.
    /// </summary>
    internal void Explain(XElement element, string reason)
    {
        if (byElement.TryGetValue(element, out var leaf)) leaf.Reason = reason;
    }

    internal LeafCounts Count()
    {
        var carried = leaves.Count(l => l.IsCarried);
        var ignored = leaves.Count(l => l.Rule is not null);
        return new LeafCounts(leaves.Count, carried, ignored, leaves.Count - carried - ignored);
    }

    internal ImmutableArray<NotCarriedItem> NotCarried() =>
        [.. leaves.Where(l => !l.IsCarried && l.Rule is null).Select(Item)];

    private static NotCarriedItem Item(Leaf leaf)
    {
        var value = leaf.Element.Value.Trim();
        var secret = SecretLeaves.IsSecret(leaf.Element.Name.LocalName) || SecretLeaves.HoldsLogin(value);
        return new NotCarriedItem
        {
            Path = $"{leaf.Document}/{Path(leaf.Element)}".TrimEnd('/'),
            Value = secret ? null : value.Length > LongestValue ? value[..LongestValue] + "..." : value,
            Reason = secret ? "a secret: it is never read into a profile" : leaf.Reason ?? NoPlace,
        };
    }

    /// <summary>Names from below the root down; repeated siblings are counted from 1.</summary>
    private static string Path(XElement element) =>
        string.Join('/', element.AncestorsAndSelf().Reverse().Skip(1).Select(Step));

    private static string Step(XElement element)
    {
        var name = element.Name.LocalName;
        if (element.Parent is not { } parent || parent.Children(name).Skip(1).FirstOrDefault() is null) return name;
        var number = element.ElementsBeforeSelf().Count(e => e.Name.LocalName == name) + 1;
        return FormattableString.Invariant($"{name}[{number}]");
    }

    private sealed class Leaf(string document, XElement element)
    {
        internal string Document => document;

        internal XElement Element => element;

        internal bool IsCarried { get; set; }

        internal string? Rule { get; set; }

        internal string? Reason { get; set; }
    }
}
