using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Reading;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;
using static CamMigrate.Onvif.Soap.OnvifNames;

namespace CamMigrate.Onvif.Areas;

/// <summary>Colours as ONVIF writes them, in the two colour spaces that are not deprecated.</summary>
internal static class OnvifColor
{
    private const string Space = "http://www.onvif.org/ver10/colorspace/";

    /// <summary>Reads a <c>tt:Color</c> as <c>#RRGGBB</c>; null where it cannot be told.</summary>
    /// <param name="color">The element; YCbCr where it names no colour space.</param>
    internal static string? Parse(XElement? color) => Parse(color.Node());

    /// <summary>Takes a <c>tt:Color</c> as <c>#RRGGBB</c>; null where it cannot be told.</summary>
    internal static string? Parse(AnswerNode? color)
    {
        if (color.At("@X").PeekNumber() is not { } x || color.At("@Y").PeekNumber() is not { } y
            || color.At("@Z").PeekNumber() is not { } z)
            return null;
        var space = color.At("@Colorspace").Peek() ?? Space + "YCbCr";
        if (!IsRgb(space) && !space.EndsWith("/YCbCr", StringComparison.OrdinalIgnoreCase)) return null;
        foreach (var part in color!.Children) part.Taken();
        if (IsRgb(space)) return Hex(x, y, z);
        // BT.601, luma 16..235: recorded cameras write black as 16, 128, 128.
        var (luma, cb, cr) = (1.164383 * (x - 16), y - 128, z - 128);
        return Hex(luma + (1.596027 * cr), luma - (0.391762 * cb) - (0.812968 * cr), luma + (2.017232 * cb));
    }

    /// <summary>The colours of <c>tt:ColorOptions</c> when they are a list; empty = any.</summary>
    internal static ImmutableArray<string> ParseOptions(XElement? options) =>
        [.. options.Children("ColorList").Select(Parse).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>A <c>tt:Color</c> for a colour, in the device's own spelling where it lists colours, else in its colour
    /// space.</summary>
    /// <param name="hex"><c>#RRGGBB</c>.</param>
    /// <param name="options"><c>tt:ColorOptions</c>; null = unknown.</param>
    /// <param name="current">The device's present <c>tt:Color</c>; null = none.</param>
    internal static XElement? Format(string hex, XElement? options, XElement? current)
    {
        if (Same(Parse(current), hex)) return new XElement(Tt + "Color", current!.Attributes());
        if (options.Children("ColorList").FirstOrDefault(c => Same(Parse(c), hex)) is { } listed)
            return new XElement(Tt + "Color", listed.Attributes());
        var digits = hex.TrimStart('#');
        if (!int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)) return null;
        var (r, g, b) = ((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255);
        var range = options.Children("ColorspaceRange")
            .OrderByDescending(s => IsRgb(s.At("Colorspace").AsText())).FirstOrDefault();
        var space = range.At("Colorspace").AsText() ?? current.AttributeText("Colorspace") ?? Space + "YCbCr";
        double[] xyz = IsRgb(space) ? [r, g, b] : Ycbcr(r, g, b);
        var names = new[] { "X", "Y", "Z" };
        return new XElement(Tt + "Color",
            names.Select((n, i) => new XAttribute(n, OnvifXml.Format(Within(range.At(n).Range(), Math.Round(xyz[i]))))),
            new XAttribute("Colorspace", space));
    }

    private static double[] Ycbcr(double r, double g, double b) =>
    [
        16 + ((65.738 * r) + (129.057 * g) + (25.064 * b)) / 256,
        128 + ((-37.945 * r) - (74.494 * g) + (112.439 * b)) / 256,
        128 + ((112.439 * r) - (94.154 * g) - (18.285 * b)) / 256,
    ];

    private static double Within(DeviceRange? range, double value) => range?.Clamp(value) ?? value;

    private static bool IsRgb(string? space) => space?.EndsWith("/RGB", StringComparison.OrdinalIgnoreCase) == true;

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Hex(double r, double g, double b) =>
        string.Create(CultureInfo.InvariantCulture, $"#{Byte(r):X2}{Byte(g):X2}{Byte(b):X2}");

    private static int Byte(double value) => (int)Math.Clamp(Math.Round(value), 0, 255);
}
