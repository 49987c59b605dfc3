using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Planning;

namespace CamMigrate.Onvif.Reading;

/// <summary>Reads a camera, all of it or one area again.</summary>
internal sealed class OnvifReader(OnvifServices services, XElement device, OnvifTargetOptions options)
{
    private XElement? mediaCapabilities;

    /// <summary>Reads everything.</summary>
    internal async Task<OnvifSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var areas = new AreaReader(() => services.Session.PingAsync(cancellationToken));
        var snapshot = await DeviceReader.ReadAsync(services.Device, device, areas, cancellationToken);
        mediaCapabilities = services.Media2 is { } media
            ? await areas.TryAsync("videoSources", () => media.GetServiceCapabilitiesAsync(cancellationToken))
            : null;
        var reader = new SourceReader(services, areas, cancellationToken);
        var sources = ImmutableArray.CreateBuilder<OnvifSource>();
        foreach (var bare in await MediaReader.ReadAsync(services, areas, cancellationToken))
        {
            var source = await reader.ViewsAsync(bare, isFresh: true);
            source = await reader.MasksAsync(source, mediaCapabilities);
            source = await reader.OsdsAsync(source);
            sources.Add(await reader.ImagingAsync(source));
        }

        return snapshot with { Sources = sources.ToImmutable(), Unread = areas.Unread };
    }

    /// <summary>Reads one area again, and leaves the others as they were read.</summary>
    /// <param name="before">What was read before.</param>
    /// <param name="area">The area's path, of a step.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async Task<OnvifSnapshot> ReadAreaAsync(
        OnvifSnapshot before, string area, CancellationToken cancellationToken)
    {
        var areas = new AreaReader(() => services.Session.PingAsync(cancellationToken), isStrict: true);
        var after = await FreshAsync(before, area, areas, cancellationToken);
        if (SettingPath.AreaOf(area) == "videoEncoders" && IsUnchanged(before, after))
        {
            // Some firmware answers first and applies afterwards.
            await Task.Delay(options.SecondLook, options.Clock, cancellationToken);
            after = await FreshAsync(before, area, areas, cancellationToken);
        }

        var others = before.Unread.Where(u => !SettingPath.IsWithin(u.Key, area) && !SettingPath.IsWithin(area, u.Key));
        return after with { Unread = areas.Unread.AddRange(others.Where(u => !areas.Unread.ContainsKey(u.Key))) };
    }

    private async Task<OnvifSnapshot> FreshAsync(
        OnvifSnapshot before, string area, AreaReader areas, CancellationToken cancellationToken)
    {
        var reader = new SourceReader(services, areas, cancellationToken);
        var name = SettingPath.AreaOf(area);
        if (name == "time") return await DeviceReader.ReadTimeAsync(services.Device, before, areas, cancellationToken);
        var source = services.Listed(
            before.Sources.FirstOrDefault(s => SettingPath.IsWithin(area, SettingPath.Source(s.Number))),
            "reading back", area);
        return before.With(name switch
        {
            "rotation" or "mirror" => await reader.ViewsAsync(source, isFresh: false),
            "masks" => await reader.MasksAsync(source, mediaCapabilities),
            "osds" => await reader.OsdsAsync(source),
            "imaging" => await reader.ImagingAsync(source),
            _ => await reader.EncoderAsync(source, area),
        });
    }

    private static bool IsUnchanged(OnvifSnapshot before, OnvifSnapshot after) =>
        before.Sources.SelectMany(s => s.Encoders).Zip(after.Sources.SelectMany(s => s.Encoders))
            .All(p => XNode.DeepEquals(p.First.Element, p.Second.Element));
}
