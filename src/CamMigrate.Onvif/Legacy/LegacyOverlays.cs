using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Legacy;

/// <summary>Overlays and privacy masks. Masks fail closed: what was not read for certain is unread.</summary>
internal sealed class LegacyOverlays(Questions questions, OnvifServices services, ReadingNotes notes)
{
    private const string MasksDocument = "tr2:GetMasks";
    private Answer? osds, masks, capabilities;
    private ILookup<LegacySource, (string View, Part Item)> osdsBySource = null!, masksBySource = null!;
    private bool hasStray;

    internal async Task AskAsync()
    {
        var (media1, media2) = (services.Media1, services.Media2);
        var texts = media2 is not null ? questions.TryAsync("tr2:GetOSDs", media1 is null ? "videoSources" : null, media2.GetOSDsAsync)
            : media1 is not null ? questions.TryAsync("trt:GetOSDs", "videoSources", media1.GetOSDsAsync)
            : null;
        var covers = media2 is null ? null : questions.TryAsync(MasksDocument, null, media2.GetMasksAsync);
        osds = texts is null ? null : await texts;
        masks = covers is null ? null : await covers;
    }

    /// <summary>Asks again where the first answer does not do.</summary>
    internal async Task AskMoreAsync(ImmutableArray<LegacySource> sources)
    {
        var (media1, media2) = (services.Media1, services.Media2);
        var texts = osds?.Part is null && media1 is not null && media2 is not null
            ? questions.TryAsync("trt:GetOSDs", "videoSources", media1.GetOSDsAsync)
            : null;
        // An empty list is worth something only of a camera that says it has masks; and whether a mask of one view
        // covers the others is said nowhere else.
        var isDoubtful = masks is not null
            && (!masks.Part.Children("Masks").Any() || sources.Any(s => s.Views.Length > 1));
        var can = isDoubtful
            ? questions.TryAsync("tr2:GetServiceCapabilities", null, media2!.GetServiceCapabilitiesAsync)
            : null;
        if (texts is not null) osds = await texts;
        if (can is not null) capabilities = await can;
        capabilities?.Node.IgnoreDocument(IgnoreRule.Capability);
    }

    /// <summary>Finds out which item belongs to which source.</summary>
    internal void Sort(ImmutableArray<LegacySource> sources)
    {
        osdsBySource = Sort(osds?.Part, "OSDs", "VideoSourceConfigurationToken", sources);
        masksBySource = Sort(masks?.Part, "Masks", "ConfigurationToken", sources);
        hasStray = masks?.Part.Children("Masks").Count() > masksBySource.Sum(m => m.Count());
    }

    /// <summary>The overlays of a source; null = the camera has none of ONVIF's.</summary>
    internal ImmutableArray<Osd>? Osds(LegacySource source) => osds?.Part is null
        ? null
        : OnvifOsd.Combine([.. PerView(source, osdsBySource, isShared: false, OnvifOsd.Parse)]);

    /// <summary>The masks of a source; null = unknown, and then noted as unread.</summary>
    internal ImmutableArray<Mask>? Masks(LegacySource source, bool isMirrored)
    {
        var path = SettingPath.Source(source.Number) + ".masks";
        if (Obstacle(source) is { } obstacle)
        {
            notes.Missed(path, MasksDocument, obstacle);
            return null;
        }

        var read = OnvifMasks.Combine([.. PerView(source, masksBySource, Claims("SourceMask") == true, OnvifMasks.Parse)]);
        var placed = read.Where(m => m.Polygon.Length >= 3).ToImmutableArray();
        if (placed.Length < read.Length)
            notes.Missed(path, MasksDocument, "a mask of the camera has no place that can be understood.");
        if (hasStray)
            notes.Missed(path, MasksDocument, "a mask of the camera belongs to no picture that it lists, so perhaps to this one.");
        if (isMirrored && placed.Length > 0)
        {
            notes.Assume(path);
            notes.Warn(path, "the camera mirrors its picture, and ONVIF does not say whether masks are mirrored with it.");
        }

        return placed;
    }

    /// <summary>Why the masks of a source are not known; null = they are.</summary>
    private string? Obstacle(LegacySource source)
    {
        if (masks is null)
            return "this camera shows no privacy masks over ONVIF and may have some. Look at its picture, and set them by hand.";
        if (masks.Part is null)
            return masks.Document.Reason
                ?? "the camera does not list privacy masks over ONVIF and may have some. Look at its picture.";
        if (!masks.Part.Children("Masks").Any() && Claims("Mask") != true)
            return "the camera lists no masks over ONVIF and does not say that it would. Look at its picture.";
        var view = source.Views.FirstOrDefault()?.Element;
        return Claims("SourceMask") != true && masksBySource[source].Any()
            && source.Views.Any(v => !OnvifVideoSource.ShowsSamePicture(v.Element, view!))
            ? "the camera's streams show different parts of the picture, so that one place is not the same in all of them."
            : null;
    }

    private bool? Claims(string flag) =>
        OnvifXml.Bool(capabilities?.Part.At("Capabilities")?.Element.AttributeText(flag));

    private static ILookup<LegacySource, (string View, Part Item)> Sort(
        Part? answer, string list, string token, ImmutableArray<LegacySource> sources) =>
        answer.Children(list).Take(500)
            .Select(item => (Item: item, View: item.Raw(token) ?? ""))
            .Select(p => (p.View, p.Item, Source: sources.FirstOrDefault(s => s.Views.Any(v => v.Token == p.View))
                // With one source there is no doubt, whatever the token names.
                ?? (sources.Length == 1 ? sources[0] : null)))
            .Where(p => p.Source is not null)
            .ToLookup(p => p.Source!, p => (p.View, p.Item));

    private static IEnumerable<ImmutableArray<T>> PerView<T>(
        LegacySource source, ILookup<LegacySource, (string View, Part Item)> items, bool isShared,
        Func<AnswerNode, T?> parse)
        where T : class
    {
        var own = items[source].Select(i => (i.View, Item: parse(i.Item.Node))).Where(i => i.Item is not null).ToList();
        var tokens = source.Views.Select(v => v.Token).ToList();
        if (isShared || tokens.Count < 2) return [[.. own.Select(i => i.Item!)]];
        return tokens.Select((token, index) => own
            .Where(i => i.View == token || (index == 0 && !tokens.Contains(i.View))).Select(i => i.Item!).ToImmutableArray());
    }
}
