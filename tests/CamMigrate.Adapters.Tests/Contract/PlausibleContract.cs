using CamMigrate.Core.Profiles;

namespace CamMigrate.Adapters.Tests.Contract;

/// <summary>What a profile of a well-meaning camera may hold: a unit mistaken shows as a number out of reach.</summary>
internal static class PlausibleContract
{
    /// <summary>Asserts that places are in the picture and numbers within what cameras have.</summary>
    /// <param name="profile">The profile.</param>
    public static void Holds(CameraProfile profile)
    {
        foreach (var source in profile.VideoSources ?? [])
        {
            foreach (var encoder in source.VideoEncoders ?? []) Encoder(encoder);
            Assert.That(Places(source), Is.All.Matches<Point>(p => p is { X: >= 0 and <= 1, Y: >= 0 and <= 1 }));
            Assert.That(Percentages(source), Is.All.InRange(0, 100));
            Exposure(source.Imaging?.Exposure);
            var rows = (source.MotionDetection?.Cells ?? []).Select(row => row.Length).Distinct();
            Assert.That(rows.Count(), Is.LessThanOrEqualTo(1), "rows of cells are of one length");
            Assert.That(source.ImagingProfiles?.Select(p => p.Name) ?? [], Is.Unique);
            Assert.That(source.Rules?.Select(rule => rule.Name) ?? [], Is.Unique);
        }

        Assert.That((profile.VideoSources ?? []).Select(source => source.Number), Is.Unique);
        Schedules(profile);
    }

    private static void Encoder(VideoEncoder encoder)
    {
        Assert.That(encoder.Resolution?.Width ?? 640, Is.InRange(64, 16384), encoder.Stream);
        Assert.That(encoder.Resolution?.Height ?? 480, Is.InRange(64, 16384), encoder.Stream);
        Assert.That(encoder.FrameRateLimit ?? 25, Is.InRange(0.05, 240), encoder.Stream);
        Assert.That(encoder.GovLength ?? 50, Is.InRange(1, 2000), encoder.Stream);
        Assert.That(encoder.RateControl?.BitrateLimit ?? 1000, Is.InRange(8, 200_000), encoder.Stream);
    }

    private static void Exposure(ExposureSettings? exposure)
    {
        double?[] times = [exposure?.MinExposureTime, exposure?.MaxExposureTime, exposure?.ExposureTime];
        Assert.That(times.OfType<double>(), Is.All.InRange(1, 60_000_000), "exposure in microseconds");
    }

    private static IEnumerable<Point> Places(VideoSource source) =>
    [
        .. (source.Masks ?? []).SelectMany(mask => mask.Polygon),
        .. (source.Osds ?? []).Select(osd => osd.Position).OfType<Point>(),
        .. (source.MotionDetection?.Regions ?? []).SelectMany(region => region),
        .. (source.Rules ?? []).SelectMany(rule => (rule.Polygon ?? []).Concat(rule.Line ?? [])),
    ];

    private static IEnumerable<double> Percentages(VideoSource source) => new[]
    {
        source.Imaging?.Brightness, source.Imaging?.Contrast, source.Imaging?.ColorSaturation,
        source.Imaging?.Sharpness, source.Imaging?.DayNight?.Sensitivity, source.Imaging?.Light?.Level,
        source.Imaging?.WideDynamicRange?.Level, source.Imaging?.NoiseReduction?.Level,
        source.MotionDetection?.Sensitivity, source.TamperDetection?.Sensitivity,
    }
    .Concat((source.Rules ?? []).Select(rule => rule.Sensitivity))
    .Concat((source.VideoEncoders ?? []).Select(encoder => encoder.RateControl?.Quality))
    .OfType<double>();

    private static void Schedules(CameraProfile profile)
    {
        var names = (profile.Schedules ?? []).Select(schedule => schedule.Name).ToList();
        var used = (profile.VideoSources ?? []).Select(source => source.MotionDetection?.Schedule).OfType<string>().Distinct();
        Assert.That(names, Is.Unique);
        Assert.That(used, Is.SubsetOf(names), "a schedule that is named is there");
    }
}
