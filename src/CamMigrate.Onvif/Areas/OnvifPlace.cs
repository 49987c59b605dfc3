using System.Xml.Linq;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Areas;

/// <summary>Places in ONVIF's frame: -1..1, x to the right, y upwards, origin in the middle of the picture.</summary>
internal static class OnvifPlace
{
    /// <summary>Takes a <c>tt:Vector</c>; null when it is none.</summary>
    internal static Point? Parse(AnswerNode? vector)
    {
        var (x, y) = (vector.At("@x"), vector.At("@y"));
        if (x.PeekNumber() is not { } right || y.PeekNumber() is not { } up) return null;
        x.Taken();
        y.Taken();
        return new Point(Math.Clamp((right + 1) / 2, 0, 1), Math.Clamp((1 - up) / 2, 0, 1)).Rounded();
    }

    /// <summary>A <c>tt:Vector</c> of the given element name.</summary>
    internal static XElement Format(XName name, Point place) => new(name,
        new XAttribute("x", OnvifXml.Format((2 * place.X) - 1)),
        new XAttribute("y", OnvifXml.Format(1 - (2 * place.Y))));
}
