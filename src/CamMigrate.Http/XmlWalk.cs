using System.Globalization;
using System.Xml.Linq;

namespace CamMigrate.Http;

/// <summary>Walks a camera's XML child by child on local names: one device mixes several namespaces.</summary>
public static class XmlWalk
{
    /// <summary>
    /// The first child of a name, then the first child of the next name below it, ...; null = one of them is missing.
    /// </summary>
    /// <param name="element">Where to begin; null is passed on.</param>
    /// <param name="names">Local names.</param>
    public static XElement? At(this XElement? element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names) element = First(element, name, StringComparison.Ordinal);
        return element;
    }

    /// <summary>
    /// As <see cref="At"/>, where firmware disagrees about upper and lower case; the exact spelling wins.
    /// </summary>
    /// <param name="element">Where to begin; null is passed on.</param>
    /// <param name="names">Local names.</param>
    public static XElement? AtAnyCase(this XElement? element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            element = First(element, name, StringComparison.Ordinal) ?? First(
                element, name, StringComparison.OrdinalIgnoreCase);
        return element;
    }

    /// <summary>All children of a local name, in order.</summary>
    /// <param name="element">Their parent; null has none.</param>
    /// <param name="name">Local name.</param>
    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    /// <summary>The text without surrounding white space; null = no element or no text.</summary>
    /// <param name="element">The element.</param>
    public static string? AsText(this XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A whole number; null = no element or no such number.</summary>
    /// <param name="element">The element.</param>
    public static int? AsInt(this XElement? element) =>
        int.TryParse(element.AsText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value : null;

    /// <summary>A finite number; null = no element or no such number.</summary>
    /// <param name="element">The element.</param>
    public static double? AsDouble(this XElement? element) =>
        double.TryParse(element.AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value : null;

    /// <summary>
    /// <c>true</c>, <c>false</c>, <c>1</c> or <c>0</c>, in any case; null = no element or another word.
    /// </summary>
    /// <param name="element">The element.</param>
    public static bool? AsBool(this XElement? element) => element.AsText()?.ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => null,
    };

    private static XElement? First(XElement? element, string name, StringComparison comparison) =>
        element?.Elements().FirstOrDefault(e => e.Name.LocalName.Equals(name, comparison));
}
