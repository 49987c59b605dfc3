using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Reading;

namespace CamMigrate.Onvif.Writing;

/// <summary>Writes encoders: what gets smaller first, then sub streams, then main, so that the device's power is never exceeded on the way.</summary>
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
        OnvifServices services, Func<OnvifSnapshot> snapshot, int source, OnvifEncoder encoder, VideoEncoder want, ImmutableArray<string> paths)
    {
        var shared = encoder.Profiles > 1 ? FormattableString.Invariant($" (shared by {encoder.Profiles} media profiles)") : "";
        return new WriteStep(
            SettingPath.Encoder(source, encoder.Stream),
            $"{OnvifServices.Prefix(services.Media!)}:SetVideoEncoderConfiguration {encoder.Token}{shared}",
            paths,
            token =>
            {
                var now = snapshot().Source(source).Encoders.First(e => e.Token == encoder.Token);
                return services.Media!.SetVideoEncoderConfigurationAsync(OnvifVideoEncoder.Edit(now.Element, want, now.Options), token);
            });
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
        return Load(want.Resolution ?? now.Resolution, want.FrameRateLimit ?? now.FrameRateLimit) > Load(now.Resolution, now.FrameRateLimit);
    }

    private static double Load(VideoResolution? size, double? rate) => size is null ? 0 : (double)size.Width * size.Height * (rate ?? 25);
}
