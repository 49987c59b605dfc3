using System.Collections.Immutable;
using System.Globalization;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Onvif.Services;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Onvif;

/// <summary>What a stream of a virtual ONVIF camera looks like, from the wire numbers it holds.</summary>
internal static class OnvifVideo
{
    // Longest first: a pattern letter belongs to the longest run.
    private static readonly (string Onvif, string Strftime)[] Clock =
    [
        ("yyyy", "%Y"), ("dddd", "%A"), ("ddd", "%a"), ("MMMM", "%B"), ("MMM", "%b"), ("MM", "%m"), ("dd", "%d"),
        ("yy", "%y"), ("HH", "%H"), ("hh", "%I"), ("mm", "%M"), ("ss", "%S"), ("tt", "%p"), ("M", "%m"), ("d", "%d"),
        ("H", "%H"), ("h", "%I"),
    ];

    /// <summary>The stream at an RTSP path with the profile's token at its end; null when there is none.</summary>
    public static VideoSettings? AtPath(OnvifDevice device, string pathAndQuery)
    {
        var path = pathAndQuery.Split('?')[0].TrimEnd('/');
        if (!path.StartsWith(MediaProfiles.StreamPath, StringComparison.OrdinalIgnoreCase)) return null;
        return OfProfile(device, path[MediaProfiles.StreamPath.Length..]);
    }

    public static IEnumerable<(string Name, VideoSettings Settings)> All(OnvifDevice device) =>
        device.State.Encoders.Select(encoder => (encoder.Token, Settings(device, encoder)));

    /// <summary>The stream of a profile; null when there is none.</summary>
    public static VideoSettings? OfProfile(OnvifDevice device, string profile)
    {
        var encoders = device.State.Encoders;
        for (var i = 0; i < encoders.Length; i++)
        {
            if (OnvifDevice.ProfileToken(i).Equals(profile, StringComparison.OrdinalIgnoreCase))
                return Settings(device, encoders[i]);
        }

        return null;
    }

    public static VideoSettings Settings(OnvifDevice device, OnvifEncoder encoder)
    {
        var state = device.State;
        var configuration = state.Configurations.First(candidate => candidate.Token == encoder.Configuration);
        var source = device.SourceOf(configuration);
        return new VideoSettings
        {
            Scene = device.Camera.Scene,
            Width = encoder.Width,
            Height = encoder.Height,
            Encoding = encoder.Encoding,
            FrameRate = encoder.FrameRate,
            Bitrate = encoder.Bitrate,
            GovLength = encoder.GovLength,
            Rotation = configuration.Rotation,
            Mirror = configuration.Mirror,
            Brightness = Percent(state, source, "Brightness", source.Imaging.Brightness),
            Saturation = Percent(state, source, "ColorSaturation", source.Imaging.ColorSaturation),
            Frame = new WireFrame(-1, 1, -1, 1),
            Masks = Masks(device, configuration),
            Texts = [.. state.Osds.Where(osd => osd.Configuration == configuration.Token).Select(Text)],
            Fault = device.Camera.Faults.Picture,
        };
    }

    private static ImmutableArray<WireMask> Masks(OnvifDevice device, OnvifSourceConfiguration configuration)
    {
        if (device.Camera.Faults.Masks == MaskFault.NotBurned) return [];
        var covered = device.Limits.SourceMask
            ? device.State.Configurations
                .Where(other => other.Source == configuration.Source).Select(other => other.Token)
            : [configuration.Token];
        var tokens = covered.ToHashSet(StringComparer.Ordinal);
        // The frame of a mask knows nothing of the mirror, which comes after it.
        return
        [
            .. device.State.Masks
                .Where(mask => mask.Enabled && tokens.Contains(mask.Configuration))
                .Select(mask => new WireMask(
                configuration.Mirror
                    ? [.. mask.Points.Select(point => point with { X = -point.X })]
                    : mask.Points, mask.Color)),
        ];
    }

    private static WireText Text(OnvifOsd osd)
    {
        var at = osd.Position switch
        {
            "Custom" => osd.At,
            "UpperRight" => new WirePoint(0.5, 0.97),
            "LowerLeft" => new WirePoint(-0.98, -0.9),
            "LowerRight" => new WirePoint(0.5, -0.9),
            _ => new WirePoint(-0.98, 0.97),
        };
        return osd.Kind == "Plain"
            ? new WireText(at, osd.Text)
            : new WireText(at, "", Strftime($"{osd.DateFormat} {osd.TimeFormat}".Trim()));
    }

    private static string Strftime(string format)
    {
        var text = "";
        for (var at = 0; at < format.Length;)
        {
            var run = Clock.FirstOrDefault(
                entry => string.CompareOrdinal(format, at, entry.Onvif, 0, entry.Onvif.Length) == 0);
            text += run.Onvif is null ? format[at] : run.Strftime;
            at += run.Onvif?.Length ?? 1;
        }

        return text;
    }

    private static double Percent(OnvifState state, OnvifSourceSpec source, string path, LevelSpec? level) =>
        level is not null && state.Imaging[source.Token].TryGetValue(path, out var text)
            ? (double.Parse(text, CultureInfo.InvariantCulture) - level.Min) / (level.Max - level.Min) * 100
            : 50;
}
