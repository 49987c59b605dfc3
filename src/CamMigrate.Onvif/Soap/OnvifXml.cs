using System.Globalization;
using System.Xml.Linq;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Onvif.Soap;

/// <summary>What ONVIF's documents need beyond walking: attributes, ranges, and editing in the schema's
/// order.</summary>
internal static class OnvifXml
{
    /// <summary>The values of an element, attributes among them, to be taken; null is passed on.</summary>
    internal static AnswerNode? Node(this XElement? element) =>
        element is null ? null : AnswerXml.Tree(element, withAttributes: true);

    internal static string? AttributeText(this XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(a => a.Name.LocalName == name && !a.IsNamespaceDeclaration)?.Value;

    /// <summary>A token; tokens are opaque, so not even blanks are trimmed.</summary>
    internal static string Token(this XElement? element) => element.AttributeText("token") ?? "";

    /// <summary>The children of one local name inside an answer that may be missing, at most so many.</summary>
    internal static List<XElement> Items(this XElement? answer, string name, int most = 200) =>
        answer.Children(name).Take(most).ToList();

    internal static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? number
            : null;

    /// <summary>A whole number; a fraction is rounded, because firmware writes <c>25.000000</c>.</summary>
    internal static int? Int(this XElement? element) => ToInt(element.AsDouble());

    internal static int? Int(string? text) => ToInt(Number(text));

    internal static bool? Bool(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => null,
    };

    /// <summary>The range in children <c>Min</c> and <c>Max</c>; null where there is none or it holds one value
    /// only.</summary>
    internal static DeviceRange? Range(this XElement? element) =>
        element.At("Min").AsDouble() is { } min && element.At("Max").AsDouble() is { } max ? Range(min, max) : null;

    /// <summary>A range with the step that its bounds suggest.</summary>
    internal static DeviceRange? Range(double min, double max)
    {
        // Bounds whose distance is next to nothing, or more than a number holds, are no range to map per cent onto.
        if (max - min is not (> 1e-6 and <= 1e12)) return null;
        var isWhole = min == Math.Floor(min) && max == Math.Floor(max) && max - min > 2;
        return new DeviceRange(min, max, isWhole ? 1 : (max - min) / 100);
    }

    /// <summary>A number as XML Schema writes it, without an exponent.</summary>
    internal static string Format(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Sets a child's text, or inserts the child where the schema's sequence has it.</summary>
    /// <param name="parent">The element to change.</param>
    /// <param name="name">The child.</param>
    /// <param name="value">Its text.</param>
    /// <param name="order">Local names of the parent's sequence.</param>
    internal static void SetChild(this XElement parent, XName name, string value, params string[] order) =>
        parent.Ensure(name, order).Value = value;

    /// <summary>The child of this name, inserted where the schema's sequence has it when it is missing.</summary>
    /// <param name="parent">The element to change.</param>
    /// <param name="name">The child.</param>
    /// <param name="order">Local names of the parent's sequence; the child goes behind those that stand before it
    /// there.</param>
    internal static XElement Ensure(this XElement parent, XName name, params string[] order)
    {
        if (parent.At(name.LocalName) is { } present) return present;
        var child = new XElement(name);
        var place = Array.IndexOf(order, name.LocalName);
        var before = parent.Elements()
            .LastOrDefault(e => Array.IndexOf(order, e.Name.LocalName) is >= 0 and var at && at < place);
        if (before is not null) before.AddAfterSelf(child);
        else parent.AddFirst(child);
        return child;
    }

    /// <summary>Attributes and children of an element, to stand in another of its type.</summary>
    internal static object[] Content(XElement element) =>
        [element.Attributes().Where(a => !a.IsNamespaceDeclaration), element.Nodes()];

    private static int? ToInt(double? number) =>
        number is { } n && Math.Abs(n) <= int.MaxValue ? (int)Math.Round(n, MidpointRounding.AwayFromZero) : null;
}
