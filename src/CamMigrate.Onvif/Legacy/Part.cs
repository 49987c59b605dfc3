using System.Xml.Linq;
using CamMigrate.Core.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Legacy;

/// <summary>A part of an answer, twice: as the camera wrote it, for tokens, and as values to be taken.</summary>
/// <param name="Element">As the camera wrote it.</param>
/// <param name="Node">The same as values.</param>
internal sealed record Part(XElement Element, AnswerNode Node)
{
    /// <summary>Its token, unchanged; empty = none.</summary>
    internal string Token => Element.Token();

    internal static Part Of(XElement element) => new(element, element.Node()!);
}

/// <summary>Walking a <see cref="Part"/>; a missing one is passed on as null.</summary>
internal static class PartReading
{
    internal static Part? At(this Part? part, params ReadOnlySpan<string> names)
    {
        foreach (var name in names) part = part.Children(name).FirstOrDefault();
        return part;
    }

    internal static IEnumerable<Part> Children(this Part? part, string name) =>
        part.Children().Where(c => c.Node.Name.Equals(name, StringComparison.Ordinal));

    /// <summary>Its child elements; the tree has the attributes before them.</summary>
    internal static IEnumerable<Part> Children(this Part? part) => part is null
        ? []
        : part.Element.Elements()
            .Zip(part.Node.Children.Where(c => !c.Name.StartsWith('@')), (element, node) => new Part(element, node));

    /// <summary>The text of a child exactly as the camera wrote it: tokens are opaque.</summary>
    internal static string? Raw(this Part? part, string name) => part.At(name)?.Element.Value;
}
