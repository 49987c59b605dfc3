using System.Collections.Immutable;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Writing;

/// <summary>Writes encoders: what gets smaller first, then sub streams, then main, so that the device's power is never
/// exceeded on the way.</summary>
internal static class EncoderSteps
{
    internal static IEnumerable<WriteStep> Build(
        OnvifServices services, Func<OnvifSnapshot> snapshot, ImmutableArray<VideoSource> sources, ChangedPaths changed)
    {
        var writes =
            from source in sources
            let now = snapshot().Source(source.Number)
            from want in source.VideoEncoders ?? []
            let path = SettingPath.Encoder(source.Number, want.Stream)
            let encoder = now.Encoders.FirstOrDefault(e => e.Stream == want.Stream)
            where encoder is not null && changed.Has(path)
            orderby IsRaised(encoder, want), want.Stream == "main"
            select Step(services, snapshot, source.Number, encoder, Only(want, path, changed), changed.Within(path));
        return writes.ToList();
    }

    private static WriteStep Step(
        OnvifServices services, Func<OnvifSnapshot> snapshot, int source, OnvifEncoder encoder, VideoEncoder want,
            ImmutableArray<string> paths)
    {
        var shared = encoder.Profiles > 1
            ? FormattableString.Invariant($" (shared by {encoder.Profiles} media profiles)") : "";
        return new WriteStep(
            SettingPath.Encoder(source, encoder.Stream),
            $"{OnvifServices.Prefix(services.Media!)}:SetVideoEncoderConfiguration {encoder.Token}{shared}",
            paths,
            token => WriteAsync(services, Now(services, snapshot(), source, encoder.Token), want, token));
    }

    private static OnvifEncoder Now(OnvifServices services, OnvifSnapshot snapshot, int source, string token) =>
        services.Listed(
            snapshot.Find(source)?.Encoders.FirstOrDefault(e => e.Token == token),
            $"{OnvifServices.Prefix(services.Media!)}:SetVideoEncoderConfiguration", token);

    private static async Task WriteAsync(
        OnvifServices services, OnvifEncoder now, VideoEncoder want, CancellationToken cancellationToken)
    {
        var media = services.Media!;
        try
        {
            await media.SetVideoEncoderConfigurationAsync(
                OnvifVideoEncoder.Edit(now.Element, want, now.Options), cancellationToken);
        }
        catch (CameraException e)
            when (e.IsAboutValue() && want is { Encoding: not null, Resolution: not null })
        {
            // Some firmware refuses a new codec and a new size together. The refusal changed nothing: codec first, then
            // the rest.
            var codec = new VideoEncoder
            {
                Stream = want.Stream,
                Encoding = want.Encoding,
                CodecProfile = want.CodecProfile
            };
            await media.SetVideoEncoderConfigurationAsync(
                OnvifVideoEncoder.Edit(now.Element, codec, now.Options), cancellationToken);
            var all = await media.GetVideoEncoderConfigurationsAsync(cancellationToken);
            var fresh = services.Listed(
                all.Items("Configurations").FirstOrDefault(c => c.Token() == now.Token),
                $"{OnvifServices.Prefix(media)}:GetVideoEncoderConfigurations", now.Token);
            await media.SetVideoEncoderConfigurationAsync(
                OnvifVideoEncoder.Edit(fresh, want, now.Options), cancellationToken);
        }
    }

    private static VideoEncoder Only(VideoEncoder want, string path, ChangedPaths changed) => new()
    {
        Stream = want.Stream,
        Encoding = changed.Only($"{path}.encoding", want.Encoding),
        CodecProfile = changed.Only($"{path}.codecProfile", want.CodecProfile),
        Resolution = changed.Only($"{path}.resolution", want.Resolution),
        FrameRateLimit = changed.Only($"{path}.frameRateLimit", want.FrameRateLimit),
        GovLength = changed.Only($"{path}.govLength", want.GovLength),
        RateControl = new RateControl
        {
            Mode = changed.Only($"{path}.rateControl.mode", want.RateControl?.Mode),
            BitrateLimit = changed.Only($"{path}.rateControl.bitrateLimit", want.RateControl?.BitrateLimit),
            Quality = changed.Only($"{path}.rateControl.quality", want.RateControl?.Quality),
        },
    };

    private static bool IsRaised(OnvifEncoder encoder, VideoEncoder want)
    {
        var now = OnvifVideoEncoder.ParseCurrent(encoder.Element, encoder.Stream, encoder.Options);
        return Load(want.Resolution ?? now.Resolution, want.FrameRateLimit ?? now.FrameRateLimit) > Load(
            now.Resolution, now.FrameRateLimit);
    }

    private static double Load(VideoResolution? size, double? rate) =>
        size is null ? 0 : (double)size.Width * size.Height * (rate ?? 25);
}
