using System.Xml.Linq;
using CamMigrate.Core.Reading;

namespace CamMigrate.Http;

/// <summary>Makes a tree of values of an XML answer, by local names: one device mixes several namespaces.</summary>
public static class AnswerXml
{
    /// <summary>Makes the tree. Repeated siblings are counted from 1 in its paths.</summary>
    /// <param name="root">The root element; its name does not stand in the paths.</param>
    /// <param name="withAttributes">
    /// Whether attributes are values, too: named <c>@token</c>, before the elements.
    /// </param>
    public static AnswerNode Tree(XElement root, bool withAttributes = false)
    {
        ArgumentNullException.ThrowIfNull(root);
        return Node(root, "", withAttributes);
    }

    private static AnswerNode Node(XElement element, string step, bool withAttributes)
    {
        var node = new AnswerNode(element.Name.LocalName, element.HasElements ? null : element.Value, step);
        if (withAttributes)
        {
            foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
                node.Add(new AnswerNode("@" + attribute.Name.LocalName, attribute.Value, "/@" + attribute.Name.LocalName));
        }

        var repeated = element.Elements().GroupBy(e => e.Name.LocalName).Where(g => g.Skip(1).Any())
            .ToDictionary(g => g.Key, _ => 0, StringComparer.Ordinal);
        foreach (var child in element.Elements())
        {
            var name = child.Name.LocalName;
            var number = repeated.TryGetValue(name, out var before) ? FormattableString.Invariant($"[{repeated[name] = before + 1}]") : "";
            node.Add(Node(child, $"/{name}{number}", withAttributes));
        }

        return node;
    }
}
