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

/// <summary>Privacy masks (Media2 only).</summary>
internal static class OnvifMasks
{
    private const int MostCorners = 256;
    private const double Edge = 1.05;
    private static readonly string[] Order = ["ConfigurationToken", "Polygon", "Type", "Color", "Enabled"];

    /// <summary>Reads one <c>tr2:Mask</c>. A mask without a place is kept, with an empty polygon: it is not
    /// nothing.</summary>
    internal static Mask ParseCurrent(XElement mask) => Parse(mask.Node()!);

    /// <summary>Takes one <c>tr2:Mask</c>.</summary>
    internal static Mask Parse(AnswerNode mask)
    {
        mask.Ignore(IgnoreRule.Identity, "@token", "ConfigurationToken");
        var type = Kind(mask.At("Type").Peek());
        if (type is not null) mask.At("Type").Taken();
        return new Mask
        {
            Enabled = mask.At("Enabled").Bool(),
            Type = type,
            Color = OnvifColor.Parse(mask.At("Color")),
            Polygon = Corners(mask.At("Polygon")),
        };
    }

    /// <summary>All corners or none: with one left out, or in a frame of the maker's own, it would cover another
    /// place.</summary>
    private static ImmutableArray<Point> Corners(AnswerNode? polygon)
    {
        var points = polygon.Children("Point").ToList();
        return points.Count <= MostCorners && points.All(IsInPicture)
            ? [.. points.Select(p => OnvifPlace.Parse(p)!.Value)] : [];
    }

    /// <summary>A hand's breadth beyond the edge is a mask drawn up to it.</summary>
    private static bool IsInPicture(AnswerNode point) =>
        point.At("@x").PeekNumber() is >= -Edge and <= Edge && point.At("@y").PeekNumber() is >= -Edge and <= Edge;

    /// <summary>Reads <c>tr2:MaskOptions</c>; null when there are none.</summary>
    internal static MaskOptions? ParseOptions(XElement? options)
    {
        if (options is null) return null;
        return new MaskOptions
        {
            MaxMasks = options.At("MaxMasks").Int() ?? 0,
            MaxPoints = options.At("MaxPoints").Int() is >= 3 and var points ? points : null,
            RectangleOnly = OnvifXml.Bool(options.AttributeText("RectangleOnly")) == true,
            Types = [.. options.Children("Types").Select(t => Kind(t.AsText())).OfType<MaskType>().Distinct()],
            Colors = OnvifColor.ParseOptions(options.At("Color")),
        };
    }

    /// <summary>The masks of a source.</summary>
    /// <remarks>A mask covers the streams of its own configuration only. One that stands on some of them, or not at the
    /// same place on all, does not cover and is shown as not enabled.</remarks>
    /// <param name="views">The masks of each configuration in use.</param>
    internal static ImmutableArray<Mask> Combine(IReadOnlyList<ImmutableArray<Mask>> views) => PerView.Combine(
        views, (mask, others) => ListMatching.Masks([mask], others)[0], IsSame, mask => mask with { Enabled = false });

    /// <summary>The element to send for a planned mask.</summary>
    /// <param name="current">The camera's element; null = it is to be created.</param>
    /// <param name="want">The planned mask, negotiated.</param>
    /// <param name="configuration">Token of the video source configuration.</param>
    /// <param name="options"><c>tr2:MaskOptions</c>; null = unknown.</param>
    internal static XElement Edit(XElement? current, Mask want, string configuration, XElement? options)
    {
        var next = current is null
            ? new XElement(Tr2 + "Mask", new XElement(Tr2 + "ConfigurationToken", configuration))
            : new XElement(Tr2 + "Mask", current.Attributes().Where(a => !a.IsNamespaceDeclaration), current.Nodes());
        if (current is null || !Geometry.SameCorners(ParseCurrent(current).Polygon, want.Polygon, 1e-5))
            next.Ensure(Tr2 + "Polygon", Order)
                .ReplaceNodes(want.Polygon.Select(p => OnvifPlace.Format(Tt + "Point", p)));
        var type = want.Type ?? Kind(next.At("Type").AsText())
            ?? ParseOptions(options)?.Types.Cast<MaskType?>().FirstOrDefault() ?? MaskType.Color;
        next.SetChild(Tr2 + "Type", type.ToString(), Order);
        if (type == MaskType.Color
            && OnvifColor.Format(want.Color ?? "#000000", options.At("Color"), next.At("Color")) is { } color
            && (want.Color is not null || next.At("Color") is null))
        {
            next.At("Color")?.Remove();
            next.Ensure(Tr2 + "Color", Order).ReplaceAttributes(color.Attributes());
        }

        next.SetChild(Tr2 + "Enabled", want.Enabled == false ? "false" : "true", Order);
        return next;
    }

    private static bool IsSame(Mask a, Mask b) =>
        a.Enabled == b.Enabled && a.Type == b.Type && a.Color == b.Color
            && Geometry.SameCorners(a.Polygon, b.Polygon, 0.001);

    private static MaskType? Kind(string? type) => type switch
    {
        "Color" => MaskType.Color,
        "Pixelated" => MaskType.Pixelated,
        "Blurred" => MaskType.Blurred,
        _ => null,
    };
}
