using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;
using CamMigrate.Onvif.Reading;
using CamMigrate.Onvif.Soap;
using static CamMigrate.Onvif.Soap.OnvifNames;

namespace CamMigrate.Onvif.Areas;

/// <summary>Overlays (<c>tt:OSDConfiguration</c>).</summary>
internal static class OnvifOsd
{
    private static readonly string[] Order =
        ["VideoSourceConfigurationToken", "Type", "Position", "TextString", "Image", "Extension"];

    private static readonly string[] TextOrder =
        ["Type", "DateFormat", "TimeFormat", "FontSize", "FontColor", "BackgroundColor", "PlainText", "Extension"];

    // Where a text in a corner begins: its length is unknown, a quarter of the width and a twentieth of the height are
    // assumed.
    private static readonly (string Name, Point Place)[] Corners =
    [
        ("UpperLeft", new(0, 0)),
        ("UpperRight", new(0.75, 0)),
        ("LowerLeft", new(0, 0.95)),
        ("LowerRight", new(0.75, 0.95)),
    ];

    /// <summary>Reads one overlay; null when it is a picture or of a maker's own kind.</summary>
    internal static Osd? ParseCurrent(XElement osd) => Parse(osd.Node()!);

    /// <summary>Takes one overlay; null when it is a picture or of a maker's own kind.</summary>
    internal static Osd? Parse(AnswerNode osd)
    {
        osd.Ignore(IgnoreRule.Identity, "@token", "VideoSourceConfigurationToken");
        var text = osd.At("TextString");
        if (Kind(text.At("Type").Peek()) is not { } kind)
        {
            osd.At("Type").Because("only texts and clocks have a vendor-neutral setting");
            return null;
        }

        osd.At("Type").Ignore(IgnoreRule.Derived);
        text.At("Type").Taken();
        var (isDate, isTime) = (kind is OsdKind.Date or OsdKind.DateAndTime, kind is OsdKind.Time or OsdKind.DateAndTime);
        if (kind != OsdKind.Text) text.Ignore(IgnoreRule.NotInForce, "PlainText");
        if (!isDate) text.Ignore(IgnoreRule.NotInForce, "DateFormat");
        if (!isTime) text.Ignore(IgnoreRule.NotInForce, "TimeFormat");
        return new Osd
        {
            Kind = kind,
            Text = kind == OsdKind.Text ? text.At("PlainText").Text() ?? "" : null,
            DateFormat = isDate ? text.At("DateFormat").Text() : null,
            TimeFormat = isTime ? text.At("TimeFormat").Text() : null,
            Position = Place(osd.At("Position")),
            Enabled = true,
        };
    }

    /// <summary>Reads <c>tt:OSDConfigurationOptions</c>; null when no text can be shown.</summary>
    internal static OsdOptions? ParseOptions(XElement? options)
    {
        var text = options.At("TextOption");
        var kinds = text.Children("Type").Select(t => Kind(t.AsText())).OfType<OsdKind>().Distinct().ToImmutableArray();
        if (kinds.IsEmpty) return null;
        var most = options.At("MaximumNumberOfOSDs");
        var places = options.Children("PositionOption").Select(p => p.AsText()).ToList();
        return new OsdOptions
        {
            MaxTotal = OnvifXml.Int(most.AttributeText("Total")) ?? 0,
            MaxByKind = Enum.GetValues<OsdKind>()
                .Select(k => (Kind: k, Most: OnvifXml.Int(
                    most.AttributeText(k == OsdKind.Text ? "PlainText" : k.ToString()))))
                .Where(p => p.Most is not null).ToImmutableDictionary(p => p.Kind, p => p.Most!.Value),
            Kinds = kinds,
            HasCustomPosition = places.Contains("Custom"),
            Corners = [.. Corners.Where(c => places.Contains(c.Name)).Select(c => c.Place)],
            DateFormats = Formats(text, "DateFormat"),
            TimeFormats = Formats(text, "TimeFormat"),
        };
    }

    /// <summary>The overlays of a source; one that is not shown alike in every view is marked as off, at no certain
    /// place.</summary>
    /// <param name="views">The overlays of each configuration in use.</param>
    internal static ImmutableArray<Osd> Combine(IReadOnlyList<ImmutableArray<Osd>> views) => PerView.Combine(
        views,
        (osd, others) => ListMatching.Osds([osd], others)[0],
        IsSame,
        osd => osd with { Enabled = false, Position = null });

    /// <summary>The element to send for a planned overlay.</summary>
    /// <param name="current">The camera's element; null = it is to be created.</param>
    /// <param name="want">The planned overlay, negotiated.</param>
    /// <param name="configuration">Token of the video source configuration.</param>
    /// <param name="options">What overlays can be; null = unknown.</param>
    internal static XElement Edit(XElement? current, Osd want, string configuration, OsdOptions? options)
    {
        var next = current is null
            ? new XElement("OSD", new XAttribute("token", ""),
                new XElement(Tt + "VideoSourceConfigurationToken", configuration), new XElement(Tt + "Type", "Text"))
            : new XElement("OSD", current.Attributes().Where(a => !a.IsNamespaceDeclaration), current.Nodes());
        if (want.Position is { } place && (current is null || !IsAt(current, place))) SetPosition(next, place, options);
        else if (next.At("Position") is null) SetPosition(next, default, options);
        var text = next.Ensure(Tt + "TextString", Order);
        text.SetChild(Tt + "Type", want.Kind == OsdKind.Text ? "Plain" : want.Kind.ToString(), TextOrder);
        if (want.Kind is OsdKind.Date or OsdKind.DateAndTime)
            SetFormat(text, "DateFormat", OnvifOsdFormat.Nearest(want.DateFormat, options?.DateFormats ?? []));
        if (want.Kind is OsdKind.Time or OsdKind.DateAndTime)
            SetFormat(text, "TimeFormat", OnvifOsdFormat.Nearest(want.TimeFormat, options?.TimeFormats ?? []));
        if (want.Kind == OsdKind.Text) text.SetChild(Tt + "PlainText", want.Text ?? "", TextOrder);
        return next;
    }

    private static bool IsSame(Osd a, Osd b) =>
        a.Text == b.Text && a.DateFormat == b.DateFormat && a.TimeFormat == b.TimeFormat
        && a.Position is { } p && b.Position is { } q && Math.Abs(p.X - q.X) < 0.01 && Math.Abs(p.Y - q.Y) < 0.01;

    private static void SetFormat(XElement text, string name, string? format)
    {
        if (format is not null) text.SetChild(Tt + name, format, TextOrder);
    }

    private static bool IsAt(XElement osd, Point place) =>
        Place(osd.At("Position").Node()) is { } now && Math.Abs(now.X - place.X) < 1e-4 && Math.Abs(now.Y - place.Y) < 1e-4;

    private static void SetPosition(XElement next, Point place, OsdOptions? options)
    {
        var position = next.Ensure(Tt + "Position", Order);
        var corners = Corners.Where(c => options is null || options.Corners.Contains(c.Place)).ToList();
        if (options?.HasCustomPosition != false || corners.Count == 0)
        {
            position.SetChild(Tt + "Type", "Custom", "Type", "Pos");
            var pos = OnvifPlace.Format(Tt + "Pos", place);
            position.Ensure(Tt + "Pos", "Type", "Pos").ReplaceAttributes(pos.Attributes());
            return;
        }

        var nearest = corners.MinBy(c => Math.Pow(c.Place.X - place.X, 2) + Math.Pow(c.Place.Y - place.Y, 2));
        position.SetChild(Tt + "Type", nearest.Name, "Type", "Pos");
        position.At("Pos")?.Remove();
    }

    private static Point? Place(AnswerNode? position)
    {
        var type = position.At("Type").Peek();
        var corner = Corners.Where(c => c.Name == type).Select(c => (Point?)c.Place).FirstOrDefault();
        var place = type == "Custom" ? OnvifPlace.Parse(position.At("Pos")) : corner;
        if (place is not null) position.At("Type").Taken();
        if (corner is not null) position.At("Pos").Ignore(IgnoreRule.NotInForce, "@x", "@y");
        return place;
    }

    private static ImmutableArray<string> Formats(XElement? text, string name) =>
        [.. text.Items(name).Select(f => f.AsText()).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static OsdKind? Kind(string? type) => type switch
    {
        "Plain" => OsdKind.Text,
        "DateAndTime" => OsdKind.DateAndTime,
        "Date" => OsdKind.Date,
        "Time" => OsdKind.Time,
        _ => null,
    };
}
