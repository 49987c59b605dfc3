using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>Privacy masks of Media2.</summary>
internal static class PrivacyMasks
{
    private const string Rgb = "http://www.onvif.org/ver10/colorspace/RGB";
    private const string YCbCr = "http://www.onvif.org/ver10/colorspace/YCbCr";

    public static Dictionary<XName, OnvifOperation> Operations { get; } = new()
    {
        [Ns.Media2 + "GetMasks"] = Get,
        [Ns.Media2 + "GetMaskOptions"] = Options,
        [Ns.Media2 + "CreateMask"] = Create,
        [Ns.Media2 + "SetMask"] = Set,
        [Ns.Media2 + "DeleteMask"] = Delete,
    };

    private static object?[] Get(OnvifDevice device, XElement call)
    {
        var configuration = OnvifDevice.OptionalText(call, "ConfigurationToken");
        var token = OnvifDevice.OptionalText(call, "Token");
        if (configuration is not null) device.Configuration(configuration);
        return
        [
            .. device.State.Masks
                .Where(mask => (configuration ?? mask.Configuration) == mask.Configuration)
                .Where(mask => (token ?? mask.Token) == mask.Token)
                .Select(Element),
        ];
    }

    private static XElement Element(OnvifMask mask) => new(
        Ns.Media2 + "Masks",
        new XAttribute("token", mask.Token),
        new XElement(Ns.Media2 + "ConfigurationToken", mask.Configuration),
        new XElement(
            Ns.Media2 + "Polygon",
            mask.Points.Select(
                point => new XElement(Ns.Tt + "Point", new XAttribute("x", point.X), new XAttribute("y", point.Y)))),
        new XElement(Ns.Media2 + "Type", mask.Type),
        Color(Ns.Media2 + "Color", mask.Color),
        new XElement(Ns.Media2 + "Enabled", mask.Enabled));

    private static XElement Color(XName name, string color) => new(
        name,
        new XAttribute("X", Channel(color, 0)),
        new XAttribute("Y", Channel(color, 1)),
        new XAttribute("Z", Channel(color, 2)),
        new XAttribute("Colorspace", Rgb));

    private static int Channel(string color, int index) =>
        int.Parse(color.AsSpan(1 + (2 * index), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static object?[] Options(OnvifDevice device, XElement call)
    {
        device.Configuration(OnvifDevice.Text(call, "ConfigurationToken"));
        var limits = device.Limits;
        return
        [
            new XElement(
                Ns.Media2 + "Options",
                new XAttribute("RectangleOnly", limits.RectanglesOnly),
                new XAttribute("SingleColorOnly", limits.MaskColors.Length == 1),
                new XElement(Ns.Media2 + "MaxMasks", limits.MaxMasks),
                new XElement(Ns.Media2 + "MaxPoints", limits.MaxMaskPoints),
                limits.MaskTypes.Select(type => new XElement(Ns.Media2 + "Types", type)),
                new XElement(
                    Ns.Media2 + "Color", limits.MaskColors.Select(color => Color(Ns.Tt + "ColorList", color)))),
        ];
    }

    private static object?[] Create(OnvifDevice device, XElement call)
    {
        var mask = Parse(device, call.Element(Ns.Media2 + "Mask")!) with { Token = device.NewToken("Mask") };
        CheckRoom(device, mask);
        device.State = device.State with { Masks = device.State.Masks.Add(mask) };
        return [new XElement(Ns.Media2 + "Token", mask.Token)];
    }

    private static object?[] Set(OnvifDevice device, XElement call)
    {
        var element = call.Element(Ns.Media2 + "Mask")!;
        var current = Find(device, element.Attribute("token")?.Value ?? "");
        var next = Parse(device, element) with { Token = current.Token };
        if (next.Configuration != current.Configuration) CheckRoom(device, next);
        device.State = device.State with { Masks = device.State.Masks.Replace(current, next) };
        return [];
    }

    private static object?[] Delete(OnvifDevice device, XElement call)
    {
        device.State = device.State with
        {
            Masks = device.State.Masks.Remove(Find(device, OnvifDevice.Text(call, "Token")))
        };
        return [];
    }

    private static OnvifMask Find(OnvifDevice device, string token) =>
        device.State.Masks.FirstOrDefault(mask => mask.Token == token) ?? throw OnvifFault.NoConfig(token);

    private static void CheckRoom(OnvifDevice device, OnvifMask mask)
    {
        var others = device.State.Masks
            .Count(other => other.Token != mask.Token && other.Configuration == mask.Configuration);
        if (others >= device.Limits.MaxMasks)
            throw new OnvifFault(false, "no more masks", "Action", "MaxMasks");
    }

    private static OnvifMask Parse(OnvifDevice device, XElement element)
    {
        var points = element.Element(Ns.Media2 + "Polygon")!.Elements(Ns.Tt + "Point").Select(Point).ToImmutableArray();
        if (points.Length < 3 || points.Length > device.Limits.MaxMaskPoints)
            throw OnvifFault.Modify(
                string.Create(CultureInfo.InvariantCulture, $"a mask has 3 to {device.Limits.MaxMaskPoints} points"));
        if (device.Limits.RectanglesOnly && !IsRectangle(points)) throw OnvifFault.Modify("masks are rectangles");
        var type = OnvifDevice.Text(element, "Type");
        if (!device.Limits.MaskTypes.Contains(type)) throw OnvifFault.Modify($"masks of type '{type}' are not offered");
        var color = element.Element(Ns.Media2 + "Color") is { } given ? Hex(given) : device.Limits.MaskColors[0];
        return new OnvifMask(
            "", device.Configuration(OnvifDevice.Text(element, "ConfigurationToken")).Token, points, type,
            device.Limits.MaskColors.Contains(color, StringComparer.OrdinalIgnoreCase)
                ? color
                : device.Limits.MaskColors[0],
            OnvifDevice.Truth(element, "Enabled"));
    }

    private static WirePoint Point(XElement element)
    {
        var point = new WirePoint(Number(element, "x"), Number(element, "y"));
        return Math.Abs(point.X) <= 1 && Math.Abs(point.Y) <= 1
            ? point
            : throw OnvifFault.Modify("points are from -1 to 1");
    }

    // Four corners, each of two abscissae with each of two ordinates, and no diagonal in between.
    private static bool IsRectangle(ImmutableArray<WirePoint> points) =>
        points.Length == 4 && points.Distinct().Count() == 4
        && points.Select(point => point.X).Distinct().Count() == 2
            && points.Select(point => point.Y).Distinct().Count() == 2
        && Enumerable.Range(0, 4).All(i =>
            points[i].X.Equals(points[(i + 1) % 4].X) || points[i].Y.Equals(points[(i + 1) % 4].Y));

    private static string Hex(XElement color)
    {
        var (x, y, z) = (Number(color, "X"), Number(color, "Y"), Number(color, "Z"));
        var space = color.Attribute("Colorspace")?.Value ?? YCbCr;
        var (red, green, blue) = space switch
        {
            Rgb => (x, y, z),
            YCbCr => (x + (1.402 * (z - 128)), x - (0.344 * (y - 128)) - (0.714 * (z - 128)), x + (1.772 * (y - 128))),
            _ => throw OnvifFault.Modify($"colour space '{space}'"),
        };
        static int Byte(double value) => (int)Math.Clamp(Math.Round(value), 0, 255);
        return string.Create(CultureInfo.InvariantCulture, $"#{Byte(red):x2}{Byte(green):x2}{Byte(blue):x2}");
    }

    private static double Number(XElement element, string name) =>
        double.TryParse(
            element.Attribute(name)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw OnvifFault.Invalid($"{element.Name.LocalName} lacks {name}");
}
