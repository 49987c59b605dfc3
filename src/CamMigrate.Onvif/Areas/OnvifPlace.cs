using System.Xml.Linq;
using CamMigrate.Core.Profiles;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Areas;

/// <summary>Places in ONVIF's frame: -1..1, x to the right, y upwards, origin in the middle of the picture.</summary>
internal static class OnvifPlace
{
    /// <summary>Reads a <c>tt:Vector</c>; null when it is none.</summary>
    internal static Point? Parse(XElement? vector) =>
        OnvifXml.Number(vector.AttributeText("x")) is { } x && OnvifXml.Number(vector.AttributeText("y")) is { } y
            ? new Point(Math.Clamp((x + 1) / 2, 0, 1), Math.Clamp((1 - y) / 2, 0, 1)).Rounded()
            : null;

    /// <summary>A <c>tt:Vector</c> of the given element name.</summary>
    internal static XElement Format(XName name, Point place) => new(name,
        new XAttribute("x", OnvifXml.Format((2 * place.X) - 1)),
        new XAttribute("y", OnvifXml.Format(1 - (2 * place.Y))));
}
