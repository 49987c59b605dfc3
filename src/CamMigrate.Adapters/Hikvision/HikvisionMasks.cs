using System.Collections.Frozen;
using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>Privacy masks: <c>GET /ISAPI/System/Video/inputs/channels/{n}/privacyMask</c>.</summary>
internal static class HikvisionMasks
{
    private const string Root = "PrivacyMask";
    private const string Regions = "PrivacyMaskRegionList";
    private const string List = "RegionCoordinatesList";
    private const string Corner = "RegionCoordinates";

    private static readonly FrozenDictionary<string, (MaskType Type, string? Color)> Types =
        new Dictionary<string, (MaskType, string?)>
        {
            ["gray"] = (MaskType.Color, "#808080"),
            ["grey"] = (MaskType.Color, "#808080"),
            ["black"] = (MaskType.Color, "#000000"),
            ["white"] = (MaskType.Color, "#FFFFFF"),
            ["red"] = (MaskType.Color, "#FF0000"),
            ["green"] = (MaskType.Color, "#00FF00"),
            ["blue"] = (MaskType.Color, "#0000FF"),
            ["yellow"] = (MaskType.Color, "#FFFF00"),
            ["orange"] = (MaskType.Color, "#FFA500"),
            ["magenta"] = (MaskType.Color, "#FF00FF"),
            ["cyan"] = (MaskType.Color, "#00FFFF"),
            ["mosaic"] = (MaskType.Pixelated, null),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads them; null = the answer does not say whether there are any.</summary>
    internal static ImmutableArray<Mask>? Parse(AnswerNode document, int source, string name, ReadingNotes notes)
    {
        var path = SettingPath.Source(source) + ".masks";
        // Global off with regions present: the masks are stored and cover nothing.
        var isOn = document.At("enabled").Bool() ?? true;
        if (!document.Name.Equals(Root, StringComparison.OrdinalIgnoreCase) || (isOn && document.At(Regions) is null))
        {
            notes.Missed(path, name, "the answer names no masks and does not say that there are none.");
            return null;
        }

        var screen = HikvisionScreen.Of(document, HikvisionScreen.Classic);
        var masks = ImmutableArray.CreateBuilder<Mask>();
        foreach (var region in document.At(Regions)?.Children ?? [])
        {
            region.At("id").Ignore(IgnoreRule.Identity);
            if (Region(region, isOn, screen, path, notes) is { } mask) masks.Add(mask);
            else if (IsUnused(region, isOn, screen)) Unused(region);
            else notes.Missed(path, name, "a mask that may be in use has no area that can be read.");
            if (region.At(List).Children(Corner).Any(corner => !screen.Holds(corner)))
                notes.Missed(path, name, "a mask reaches out of the screen it is measured on; its units may be others.");
        }

        if (masks.Count > 0) notes.Assume(path);
        return masks.ToImmutable();
    }

    private static Mask? Region(AnswerNode region, bool isOn, HikvisionScreen screen, string path, ReadingNotes notes)
    {
        if (screen.Polygon(region.At(List), Corner) is not { Length: >= 3 } polygon
            || polygon.Distinct().Count() < 3)
            return null;
        HikvisionScreen.Take(region.At(List), Corner);
        var type = region.At("maskType").Map(Types, path, notes);
        return new Mask
        {
            Name = (region.At("privacymaskName") ?? region.At("regionName")).Text(),
            Enabled = region.At("enabled").Bool() is not false && isOn,
            Type = type?.Type,
            Color = type?.Color,
            Polygon = polygon,
        };
    }

    /// <summary>Off, and its corners are readable and make no area.</summary>
    private static bool IsUnused(AnswerNode region, bool isOn, HikvisionScreen screen) =>
        !(isOn && region.At("enabled").PeekBool() is not false)
            && screen.Polygon(region.At(List), Corner) is not null;

    private static void Unused(AnswerNode region)
    {
        region.Ignore(IgnoreRule.Unused, "enabled", "maskType", "privacymaskName", "regionName");
        foreach (var corner in region.At(List).Children(Corner))
            corner.Ignore(IgnoreRule.Unused, "positionX", "positionY");
    }
}
