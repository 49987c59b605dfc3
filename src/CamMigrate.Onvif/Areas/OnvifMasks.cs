using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;
using static CamMigrate.Onvif.Soap.OnvifNames;

namespace CamMigrate.Onvif.Areas;

/// <summary>Privacy masks (Media2 only).</summary>
internal static class OnvifMasks
{
    private static readonly string[] Order = ["ConfigurationToken", "Polygon", "Type", "Color", "Enabled"];

    /// <summary>Reads one <c>tr2:Mask</c>. A mask without a place is kept, with an empty polygon: it is not nothing.</summary>
    internal static Mask ParseCurrent(XElement mask) => new()
    {
        Enabled = mask.At("Enabled").AsBool(),
        Type = Kind(mask.At("Type").AsText()),
        Color = OnvifColor.Parse(mask.At("Color")),
        Polygon = [.. mask.At("Polygon").Children("Point").Take(256).Select(p => OnvifPlace.Parse(p)).OfType<Point>()],
    };

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

    /// <summary>What a source has of one kind of mask over all its configurations in use.</summary>
    /// <remarks>A mask covers the streams of its own configuration only. One that stands on some of them, or not at the same place
    /// on all, covers not everything and is shown as not enabled.</remarks>
    /// <param name="perConfiguration">The masks of each configuration in use.</param>
    internal static ImmutableArray<Mask> Combine(IReadOnlyList<ImmutableArray<Mask>> perConfiguration)
    {
        var all = new List<Mask>();
        var seen = perConfiguration.Select(_ => new HashSet<int>()).ToList();
        for (var first = 0; first < perConfiguration.Count; first++)
        {
            foreach (var index in Enumerable.Range(0, perConfiguration[first].Length).Where(i => !seen[first].Contains(i)))
            {
                var mask = perConfiguration[first][index];
                var isWhole = true;
                for (var other = 0; other < perConfiguration.Count; other++)
                {
                    if (other == first) continue;
                    var twin = other < first ? null : Twin(mask, perConfiguration[other], seen[other]);
                    isWhole = isWhole && twin is not null && Same(mask, twin);
                }

                all.Add(isWhole ? mask : mask with { Enabled = false });
            }
        }

        return [.. all];
    }

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
            next.Ensure(Tr2 + "Polygon", Order).ReplaceNodes(want.Polygon.Select(p => OnvifPlace.Format(Tt + "Point", p)));
        var type = want.Type ?? Kind(next.At("Type").AsText()) ?? ParseOptions(options)?.Types.Cast<MaskType?>().FirstOrDefault() ?? MaskType.Color;
        next.SetChild(Tr2 + "Type", type.ToString(), Order);
        if (type == MaskType.Color && OnvifColor.Format(want.Color ?? "#000000", options.At("Color"), next.At("Color")) is { } color
            && (want.Color is not null || next.At("Color") is null))
        {
            next.At("Color")?.Remove();
            next.Ensure(Tr2 + "Color", Order).ReplaceAttributes(color.Attributes());
        }

        next.SetChild(Tr2 + "Enabled", want.Enabled == false ? "false" : "true", Order);
        return next;
    }

    private static Mask? Twin(Mask mask, ImmutableArray<Mask> others, HashSet<int> seen)
    {
        if (ListMatching.Masks([mask], others) is not [{ } index] || !seen.Add(index)) return null;
        return others[index];
    }

    private static bool Same(Mask a, Mask b) =>
        a.Enabled == b.Enabled && a.Type == b.Type && a.Color == b.Color && Geometry.SameCorners(a.Polygon, b.Polygon, 0.005);

    private static MaskType? Kind(string? type) => type switch
    {
        "Color" => MaskType.Color,
        "Pixelated" => MaskType.Pixelated,
        "Blurred" => MaskType.Blurred,
        _ => null,
    };
}
