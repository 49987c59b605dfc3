using System.Globalization;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// An answer while it is put together from its lines; in the end a tree in which <c>Encode[0].MainFormat[0]</c> is
/// reached by the names <c>0</c>, <c>MainFormat</c>, <c>0</c>.
/// </summary>
internal sealed class DahuaBranch
{
    // Most branches are values: what they do not need is not made.
    private List<(string Name, bool IsIndex, DahuaBranch Branch)>? children;
    private Dictionary<string, DahuaBranch>? byName;
    private List<string>? values;

    /// <summary>The branch below a name or an index, made if need be.</summary>
    internal DahuaBranch Below(string name, bool isIndex)
    {
        byName ??= new Dictionary<string, DahuaBranch>(StringComparer.Ordinal);
        if (byName.TryGetValue(name, out var found)) return found;
        var made = new DahuaBranch();
        byName.Add(name, made);
        (children ??= []).Add((name, isIndex, made));
        return made;
    }

    /// <summary>Adds a value. A name that came twice has two, and the second is seen to be left over.</summary>
    internal void Add(string value) => (values ??= new List<string>(1)).Add(value);

    /// <summary>The branch of a name, whatever its case; null = none.</summary>
    internal DahuaBranch? Find(string name) =>
        byName?.GetValueOrDefault(name)
        ?? children?.Find(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Branch;

    /// <summary>Names directly below.</summary>
    internal IEnumerable<string> Names => children?.Select(c => c.Name) ?? [];

    /// <summary>The tree below a document's root.</summary>
    internal AnswerNode Tree(string name)
    {
        var isSecret = DahuaSecrets.IsSecret(name);
        if (children is null && values is { Count: 1 }) return Leaf(name, values[0], "", isSecret);
        var root = new AnswerNode(name);
        foreach (var value in values ?? []) root.Add(Leaf(name, value, "", isSecret));
        Fill(root, isSecret);
        return root;
    }

    private void Fill(AnswerNode node, bool isSecret)
    {
        foreach (var (name, isIndex, branch) in (children ?? []).OrderBy(c => c.IsIndex ? Number(c.Name) : -1))
        {
            var hidden = isSecret || (!isIndex && DahuaSecrets.IsSecret(name));
            var step = isIndex ? $"[{name}]" : "." + name;
            if (branch.children is not null || branch.values is null)
            {
                var group = new AnswerNode(name, step: step);
                branch.Fill(group, hidden);
                node.Add(group);
            }

            foreach (var value in branch.values ?? []) node.Add(Leaf(name, value, step, hidden));
        }
    }

    private static long Number(string index) =>
        long.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;

    private static AnswerNode Leaf(string name, string value, string step, bool isSecret)
    {
        var leaf = new AnswerNode(name, isSecret && value.Length > 0 ? DahuaSecrets.Hidden : value, step);
        if (isSecret) leaf.Because("a secret: it is never read into a profile");
        return leaf;
    }
}
