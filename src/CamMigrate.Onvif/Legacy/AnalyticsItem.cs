using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Legacy;

/// <summary>An analytics module or rule (<c>tt:Config</c>): a name, a type, and parameters by name.</summary>
internal sealed class AnalyticsItem(Part part)
{
    private const int MostPoints = 256;

    internal AnswerNode Node => part.Node;

    /// <summary>Its name; may be empty.</summary>
    internal string Name => part.Element.AttributeText("Name")?.Trim() ?? "";

    /// <summary>Its type without prefix: makers bind their own.</summary>
    internal string Type => (part.Element.AttributeText("Type") ?? "").Split(':')[^1].Trim();

    internal static ImmutableArray<AnalyticsItem> All(Part? parent, string name) =>
        [.. parent.Children(name).Take(200).Select(p => new AnalyticsItem(p))];

    /// <summary>The value of a simple parameter, not yet taken; null = there is none of this name.</summary>
    internal AnswerNode? Value(string name) => Of("SimpleItem", name)?.Node.At("@Value");

    /// <summary>The content of a parameter with structure; null = there is none of this name.</summary>
    internal Part? Content(string name) => Of("ElementItem", name).Children().FirstOrDefault();

    /// <summary>Its identity is said: the type decides what it is, the name only tells it from others.</summary>
    internal void Identified()
    {
        Node.At("@Type").Taken();
        Node.Ignore(IgnoreRule.Identity, "@Name");
    }

    /// <summary>
    /// Takes the corners in a parameter, in the profile's frame; null = there are too few, or they lie in a frame of the
    /// maker's own.
    /// </summary>
    internal static ImmutableArray<Point>? Corners(Part? content, int least)
    {
        var points = Points(content?.Node).Take(MostPoints).ToList();
        var isOurs = points.All(p => p.At("@x").PeekNumber() is >= -1.001 and <= 1.001
            && p.At("@y").PeekNumber() is >= -1.001 and <= 1.001);
        if (points.Count < least || !isOurs) return null;
        return [.. points.Select(p => OnvifPlace.Parse(p)!.Value)];
    }

    private static IEnumerable<AnswerNode> Points(AnswerNode? content) =>
        content?.DescendantsAndSelf().Where(n => n.Name == "Point") ?? [];

    /// <summary>A parameter; its name is said with its value.</summary>
    private Part? Of(string kind, string name)
    {
        var item = part.At("Parameters").Children(kind)
            .FirstOrDefault(i => name.Equals(i.Element.AttributeText("Name"), StringComparison.OrdinalIgnoreCase));
        item?.Node.Ignore(IgnoreRule.Identity, "@Name");
        return item;
    }
}
