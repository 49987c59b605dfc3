using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Http;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Clients;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Reading;

/// <summary>Reads what hangs on a video source: views, masks, overlays, picture settings.</summary>
internal sealed class SourceReader(OnvifServices services, AreaReader areas, CancellationToken cancellationToken)
{
    /// <summary>Reads views and what can be done with them.</summary>
    /// <param name="source">The source.</param>
    /// <param name="isFresh">Whether its view elements were just read with the profiles.</param>
    internal async Task<OnvifSource> ViewsAsync(OnvifSource source, bool isFresh)
    {
        var path = $"{SettingPath.Source(source.Number)}.rotation";
        var present = isFresh ? null
            : await areas.TryAsync(path, () => services.Media!.GetVideoSourceConfigurationsAsync(cancellationToken));
        var views = ImmutableArray.CreateBuilder<OnvifView>();
        foreach (var view in source.Views)
        {
            var options = view.Options
                ?? (await areas.TryAsync(
                    path, () => services.Media!.GetVideoSourceConfigurationOptionsAsync(view.Token, cancellationToken)))
                    .At("Options");
            var element = present.Items("Configurations").FirstOrDefault(c => c.Token() == view.Token) ?? view.Element;
            views.Add(view with { Element = element, Options = options });
        }

        return source with { Views = views.ToImmutable() };
    }

    /// <summary>Reads masks. What cannot be read, or not be placed, is noted: it must never look like "none".</summary>
    /// <param name="source">The source.</param>
    /// <param name="capabilities"><c>tr2:GetServiceCapabilitiesResponse</c>; null = the camera did not say.</param>
    internal async Task<OnvifSource> MasksAsync(OnvifSource source, XElement? capabilities)
    {
        var claims = capabilities.At("Capabilities");
        var has = claims is null ? (bool?)null : OnvifXml.Bool(claims.AttributeText("Mask")) ?? false;
        if (services.Media2 is not { } media || has == false || source.Views.IsEmpty)
            return source with { HasMasks = false };
        var path = $"{SettingPath.Source(source.Number)}.masks";
        var isSourceMask = OnvifXml.Bool(claims.AttributeText("SourceMask")) == true;
        var views = isSourceMask ? [.. source.Views.Take(1)] : source.Views;
        if (views.Any(v => !OnvifVideoSource.ShowsSamePicture(v.Element, views[0].Element)))
        {
            areas.Note(path, "the camera's streams show different parts of the picture, so that one place is not the same in all of them.");
            return source with { HasMasks = false };
        }

        var answer = await areas.TryAsync(path, isAnnounced: has == true, () => media.GetMasksAsync(cancellationToken));
        if (answer is null) return source with { HasMasks = false };
        var masks = answer.Items("Masks");
        var next = ImmutableArray.CreateBuilder<OnvifView>();
        foreach (var view in source.Views)
        {
            var options = view.MaskOptions
                ?? (await areas.TryAsync(
                    path, isAnnounced: has == true, () => media.GetMaskOptionsAsync(view.Token, cancellationToken)))
                    .At("Options");
            next.Add(view with { Masks = Own(masks, view, isSourceMask, source), MaskOptions = options });
        }

        var isRead = next.All(v => v.MaskOptions is not null || !views.Any(w => w.Token == v.Token));
        return source with { Views = next.ToImmutable(), HasMasks = isRead, IsSourceMask = isSourceMask };
    }

    /// <summary>Reads overlays, from Media2 where it has them, else from Media1.</summary>
    internal async Task<OnvifSource> OsdsAsync(OnvifSource source)
    {
        var path = $"{SettingPath.Source(source.Number)}.osds";
        var answer = await OsdListAsync(path);
        if (answer is null || services.Osds is not { } client || source.Views.IsEmpty)
            return source with { HasOsds = false };
        var next = ImmutableArray.CreateBuilder<OnvifView>();
        foreach (var view in source.Views)
        {
            var options = view.OsdOptions
                ?? (await areas.TryAsync(path, () => client.GetOSDOptionsAsync(view.Token, cancellationToken)))
                    .At("OSDOptions");
            var own = answer.Items("OSDs")
                .Where(o => o.At("VideoSourceConfigurationToken")?.Value == view.Token
                && OnvifOsd.ParseCurrent(o) is not null);
            next.Add(view with { Osds = [.. own], OsdOptions = options });
        }

        return source with { Views = next.ToImmutable(), HasOsds = true };
    }

    /// <summary>Reads picture settings and their ranges.</summary>
    internal async Task<OnvifSource> ImagingAsync(OnvifSource source)
    {
        if (services.Imaging is not { } client) return source;
        var path = $"{SettingPath.Source(source.Number)}.imaging";
        var settings = await areas.TryAsync(
            path, () => client.GetImagingSettingsAsync(source.Token, cancellationToken));
        var options = settings is null || source.ImagingOptions is not null
            ? null
            : await areas.TryAsync(path, () => client.GetOptionsAsync(source.Token, cancellationToken));
        return source with
        {
            Imaging = settings.At("ImagingSettings"),
            ImagingOptions = source.ImagingOptions ?? options.At("ImagingOptions"),
        };
    }

    /// <summary>Reads one encoder again.</summary>
    internal async Task<OnvifSource> EncoderAsync(OnvifSource source, string path)
    {
        var answer = await areas.TryAsync(
            path, () => services.Media!.GetVideoEncoderConfigurationsAsync(cancellationToken));
        var all = answer.Items("Configurations");
        return source with
        {
            Encoders = [.. source.Encoders.Select(
                e => all.FirstOrDefault(c => c.Token() == e.Token) is { } now ? e with { Element = now } : e)],
        };
    }

    private static ImmutableArray<XElement> Own(
        List<XElement> masks, OnvifView view, bool isSourceMask, OnvifSource source)
    {
        // With source masks the camera may list them under any of the source's configurations.
        var tokens = isSourceMask ? source.Views.Select(v => v.Token).ToArray() : [view.Token];
        return [.. masks.Where(m => tokens.Contains(m.At("ConfigurationToken")?.Value, StringComparer.Ordinal))];
    }

    private async Task<XElement?> OsdListAsync(string path)
    {
        if (services.Osds is { } known) return await areas.TryAsync(path, () => known.GetOSDsAsync(cancellationToken));
        IMediaClient?[] clients = [services.Media2, services.Media1];
        CameraException? failure = null;
        foreach (var client in clients.OfType<IMediaClient>())
        {
            try
            {
                var answer = await client.GetOSDsAsync(cancellationToken);
                services.Osds = client;
                return answer;
            }
            catch (CameraException e) when (e.Reason != CameraError.Unauthorized)
            {
                if (e.Reason != CameraError.NotSupported) failure = e;
            }
        }

        if (failure is not null) areas.Note(path, failure.Message);
        return null;
    }
}
