using System.Globalization;
using System.Xml.Linq;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>Overlays, the same calls in Media1 and Media2.</summary>
internal static class OsdOverlays
{
    public static Dictionary<XName, OnvifOperation> Operations { get; } =
        new[] { Ns.Media1, Ns.Media2 }.SelectMany(ns =>
        new Dictionary<XName, OnvifOperation>
        {
            [ns + "GetOSDs"] = Get,
            [ns + "GetOSDOptions"] = Options,
            [ns + "CreateOSD"] = Create,
            [ns + "SetOSD"] = Set,
            [ns + "DeleteOSD"] = Delete,
        }).ToDictionary();

    private static object?[] Get(OnvifDevice device, XElement call)
    {
        var configuration = OnvifDevice.OptionalText(call, "ConfigurationToken");
        var token = OnvifDevice.OptionalText(call, "OSDToken");
        if (configuration is not null) device.Configuration(configuration);
        return
        [
            .. device.State.Osds
                .Where(osd => (configuration ?? osd.Configuration) == osd.Configuration)
                .Where(osd => (token ?? osd.Token) == osd.Token)
                .Select(osd => Element(call.Name.Namespace + "OSDs", osd)),
        ];
    }

    private static XElement Element(XName name, OnvifOsd osd) => new(
        name,
        new XAttribute("token", osd.Token),
        new XElement(Ns.Tt + "VideoSourceConfigurationToken", osd.Configuration),
        new XElement(Ns.Tt + "Type", "Text"),
        new XElement(
            Ns.Tt + "Position",
            new XElement(Ns.Tt + "Type", osd.Position),
            osd.Position == "Custom"
                ? new XElement(Ns.Tt + "Pos", new XAttribute("x", osd.At.X), new XAttribute("y", osd.At.Y))
                : null),
        new XElement(
            Ns.Tt + "TextString",
            new XElement(Ns.Tt + "Type", osd.Kind),
            osd.DateFormat.Length > 0 ? new XElement(Ns.Tt + "DateFormat", osd.DateFormat) : null,
            osd.TimeFormat.Length > 0 ? new XElement(Ns.Tt + "TimeFormat", osd.TimeFormat) : null,
            new XElement(Ns.Tt + "FontSize", 32),
            osd.Kind == "Plain" ? new XElement(Ns.Tt + "PlainText", osd.Text) : null));

    private static object?[] Options(OnvifDevice device, XElement call)
    {
        device.Configuration(OnvifDevice.Text(call, "ConfigurationToken"));
        var limits = device.Limits;
        return
        [
            new XElement(
                call.Name.Namespace + "OSDOptions",
                new XElement(
                    Ns.Tt + "MaximumNumberOfOSDs",
                    new XAttribute("Total", limits.MaxOsds),
                    new XAttribute("PlainText", limits.MaxPlainTexts),
                    new XAttribute("Date", limits.MaxDateTimes),
                    new XAttribute("Time", limits.MaxDateTimes),
                    new XAttribute("DateAndTime", limits.MaxDateTimes)),
                new XElement(Ns.Tt + "Type", "Text"),
                limits.OsdPositions.Select(position => new XElement(Ns.Tt + "PositionOption", position)),
                new XElement(
                    Ns.Tt + "TextOption",
                    new[] { "Plain", "Date", "Time", "DateAndTime" }.Select(kind => new XElement(Ns.Tt + "Type", kind)),
                    new XElement(
                        Ns.Tt + "FontSizeRange", new XElement(Ns.Tt + "Min", 16), new XElement(Ns.Tt + "Max", 64)),
                    limits.DateFormats.Select(format => new XElement(Ns.Tt + "DateFormat", format)),
                    limits.TimeFormats.Select(format => new XElement(Ns.Tt + "TimeFormat", format)))),
        ];
    }

    private static object?[] Create(OnvifDevice device, XElement call)
    {
        var osd = Parse(device, call.Element(call.Name.Namespace + "OSD")!) with { Token = device.NewToken("OSD") };
        CheckRoom(device, osd);
        device.State = device.State with { Osds = device.State.Osds.Add(osd) };
        return [new XElement(call.Name.Namespace + "OSDToken", osd.Token)];
    }

    private static object?[] Set(OnvifDevice device, XElement call)
    {
        var element = call.Element(call.Name.Namespace + "OSD")!;
        var current = Find(device, element.Attribute("token")?.Value ?? "");
        var next = Parse(device, element) with { Token = current.Token, Fixed = current.Fixed };
        if (next.Kind != current.Kind) CheckRoom(device, next);
        device.State = device.State with { Osds = device.State.Osds.Replace(current, next) };
        return [];
    }

    private static object?[] Delete(OnvifDevice device, XElement call)
    {
        var osd = Find(device, OnvifDevice.Text(call, "OSDToken"));
        if (osd.Fixed) throw new OnvifFault(false, "this overlay stays", "Action", "OperationProhibited");
        device.State = device.State with { Osds = device.State.Osds.Remove(osd) };
        return [];
    }

    private static OnvifOsd Find(OnvifDevice device, string token) =>
        device.State.Osds.FirstOrDefault(osd => osd.Token == token) ?? throw OnvifFault.NoConfig(token);

    private static void CheckRoom(OnvifDevice device, OnvifOsd osd)
    {
        var others = device.State.Osds
            .Where(other => other.Token != osd.Token && other.Configuration == osd.Configuration).ToList();
        var room = osd.Kind == "Plain" ? device.Limits.MaxPlainTexts : device.Limits.MaxDateTimes;
        if (others.Count >= device.Limits.MaxOsds || others.Count(other => other.Kind == osd.Kind) >= room)
            throw new OnvifFault(false, $"no more overlays of kind {osd.Kind}", "Action", "MaxOSDs");
    }

    private static OnvifOsd Parse(OnvifDevice device, XElement element)
    {
        var configuration = device.Configuration(OnvifDevice.Text(element, "VideoSourceConfigurationToken")).Token;
        if (OnvifDevice.Text(element, "Type") != "Text") throw OnvifFault.Modify("only text overlays");
        var position = element.Element(Ns.Tt + "Position")!;
        var text = element.Element(Ns.Tt + "TextString")
            ?? throw OnvifFault.Invalid("a text overlay needs a TextString");
        var osd = new OnvifOsd
        {
            Token = "",
            Configuration = configuration,
            Kind = OnvifDevice.Text(text, "Type"),
            Position = OnvifDevice.Text(position, "Type"),
        };
        if (!device.Limits.OsdPositions.Contains(osd.Position))
            throw OnvifFault.Modify($"position '{osd.Position}' is not offered");
        if (osd.Position == "Custom") osd = osd with { At = Point(position.Element(Ns.Tt + "Pos")) };
        return osd.Kind switch
        {
            "Plain" => osd with { Text = Plain(device, text) },
            "Date" => osd with { DateFormat = Date(device, text) },
            "Time" => osd with { TimeFormat = Time(device, text) },
            "DateAndTime" => osd with { DateFormat = Date(device, text), TimeFormat = Time(device, text) },
            _ => throw OnvifFault.Modify($"text of type '{osd.Kind}' is not offered"),
        };
    }

    private static WirePoint Point(XElement? element)
    {
        static double? Coordinate(XAttribute? attribute) =>
            double.TryParse(attribute?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number is >= -1 and <= 1
                ? number
                : null;
        return Coordinate(element?.Attribute("x")) is { } x && Coordinate(element?.Attribute("y")) is { } y
            ? new WirePoint(x, y)
            : throw OnvifFault.Modify("a custom position has x and y from -1 to 1");
    }

    private static string Plain(OnvifDevice device, XElement text)
    {
        var plain = text.Element(Ns.Tt + "PlainText")?.Value
            ?? throw OnvifFault.Invalid("plain text without PlainText");
        return plain.Length <= device.Limits.MaxOsdText ? plain : throw OnvifFault.Modify("the text is too long");
    }

    private static string Date(OnvifDevice device, XElement text) =>
        Format(device.Limits.DateFormats, text, "DateFormat");

    private static string Time(OnvifDevice device, XElement text) =>
        Format(device.Limits.TimeFormats, text, "TimeFormat");

    private static string Format(IReadOnlyList<string> offered, XElement text, string name)
    {
        var format = OnvifDevice.OptionalText(text, name) ?? offered[0];
        return offered.Contains(format) ? format : throw OnvifFault.Modify($"{name} '{format}' is not offered");
    }
}
