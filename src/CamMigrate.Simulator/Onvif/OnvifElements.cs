using System.Xml.Linq;

namespace CamMigrate.Simulator.Onvif;

/// <summary>Elements that several services write alike.</summary>
internal static class OnvifElements
{
    /// <summary>A range (<c>tt:IntRange</c>, <c>tt:FloatRange</c>); a whole number has no point.</summary>
    public static XElement Range(string name, double min, double max) =>
        new(Ns.Tt + name, new XElement(Ns.Tt + "Min", min), new XElement(Ns.Tt + "Max", max));

    /// <summary>A picture size in pixels (<c>tt:VideoResolution2</c>).</summary>
    public static XElement Size(string name, int width, int height) =>
        new(Ns.Tt + name, new XElement(Ns.Tt + "Width", width), new XElement(Ns.Tt + "Height", height));
}
