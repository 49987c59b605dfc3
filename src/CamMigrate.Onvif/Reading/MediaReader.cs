using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Http;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Clients;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Reading;

/// <summary>Reads media profiles into video sources, their views and their encoders.</summary>
internal static class MediaReader
{
    /// <exception cref="CameraException">The camera has no media service, or it cannot be read: without it there is
    /// nothing to migrate to.</exception>
    internal static async Task<ImmutableArray<OnvifSource>> ReadAsync(
        OnvifServices services, AreaReader areas, CancellationToken cancellationToken)
    {
        var profiles = await ProfilesAsync(services, cancellationToken);
        var media = services.Media!;
        var configurations = (await areas.TryAsync(
            "videoSources", () => media.GetVideoEncoderConfigurationsAsync(cancellationToken)))
            .Items("Configurations");
        var sourceElements = services.Media1 is { } media1
            ? (await areas.TryAsync("videoSources", () => media1.GetVideoSourcesAsync(cancellationToken)))
                .Items("VideoSources", 64)
            : [];
        var tokens = sourceElements.Select(s => s.Token())
            .Concat(profiles.Select(p => p.View.At("SourceToken")?.Value).OfType<string>())
                .Distinct(StringComparer.Ordinal).Take(64);
        var sources = ImmutableArray.CreateBuilder<OnvifSource>();
        foreach (var token in tokens)
        {
            var own = profiles.Where(p => p.View.At("SourceToken")?.Value == token).ToList();
            sources.Add(new OnvifSource
            {
                Number = sources.Count + 1,
                Token = token,
                Element = sourceElements.FirstOrDefault(s => s.Token() == token),
                Views = [.. own.Select(p => p.View!).DistinctBy(v => v.Token())
                    .Select(v => new OnvifView { Token = v.Token(), Element = v })],
                Encoders = await EncodersAsync(own, configurations, media, sources.Count + 1, areas, cancellationToken),
            });
        }

        return sources.ToImmutable();
    }

    private static async Task<List<MediaProfile>> ProfilesAsync(
        OnvifServices services, CancellationToken cancellationToken)
    {
        if (services.Media2 is { } media2)
        {
            try
            {
                var profiles = MediaProfile.Parse(await media2.GetProfilesAsync(cancellationToken));
                services.Media = media2;
                if (profiles.Any(p => p.Encoder is not null) || services.Media1 is null) return profiles;
                // Firmware that ignores the wanted type: Media1 tells which configuration belongs where.
                return MediaProfile.Parse(await services.Media1.GetProfilesAsync(cancellationToken));
            }
            catch (CameraException e)
                when (services.Media1 is not null
                && e.Reason is CameraError.NotSupported or CameraError.BadResponse or CameraError.Rejected)
            {
                // A Media2 that announces itself and does not answer.
            }
        }

        services.Media = services.Media1 ?? (IMediaClient?)services.Media2 ?? throw new CameraException(
            CameraError.NotSupported, services.Session.Address.ToString(),
            "the device offers no ONVIF media service, so it has no video to set up.");
        return MediaProfile.Parse(await services.Media.GetProfilesAsync(cancellationToken));
    }

    private static async Task<ImmutableArray<OnvifEncoder>> EncodersAsync(
        List<MediaProfile> profiles, List<XElement> configurations, IMediaClient media, int source,
        AreaReader areas, CancellationToken cancellationToken)
    {
        var found = new List<OnvifEncoder>();
        foreach (var group in profiles.Where(p => p.Encoder is not null)
            .GroupBy(p => p.Encoder!.Token(), StringComparer.Ordinal).Take(16))
        {
            var path = $"{SettingPath.Source(source)}.videoEncoders";
            var answer = await areas.TryAsync(
                path, () => media.GetVideoEncoderConfigurationOptionsAsync(group.Key, cancellationToken));
            found.Add(new OnvifEncoder
            {
                Stream = "",
                Token = group.Key,
                Element = configurations.FirstOrDefault(c => c.Token() == group.Key) ?? group.First().Encoder!,
                Options = OnvifEncoderOptions.Parse(answer, ""),
                ProfileToken = group.First().Token,
                Profiles = group.Count(),
            });
        }

        return StreamNames.Assign(found);
    }
}
