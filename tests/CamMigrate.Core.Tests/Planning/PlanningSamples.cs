using System.Collections.Immutable;
using System.Globalization;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Tests.Planning;

/// <summary>Small cameras and profiles for planning.</summary>
internal static class PlanningSamples
{
    internal static readonly TargetIdentity Identity = new()
    {
        Manufacturer = "Acme",
        Model = "A1",
        Firmware = "1.0",
        SerialNumber = "A-1",
        Address = "192.0.2.40",
    };

    internal static VideoResolution Size(string text)
    {
        var parts = text.Split('x');
        return new VideoResolution { Width = int.Parse(parts[0], CultureInfo.InvariantCulture), Height = int.Parse(parts[1], CultureInfo.InvariantCulture) };
    }

    internal static CodecOptions Codec(VideoEncoding encoding, params string[] sizes) => new()
    {
        Encoding = encoding,
        Resolutions = [.. sizes.Select(Size)],
        FrameRateRange = new DeviceRange(1, 30),
        Bitrate = new DeviceRange(64, 16384),
        GovLength = new DeviceRange(1, 400),
        Quality = new DeviceRange(0, 100),
    };

    internal static ImmutableArray<Point> Rectangle(double left, double top, double right, double bottom) =>
        [new(left, top), new(right, top), new(right, bottom), new(left, bottom)];

    internal static Mask Cover(string? name, double left, double top, double right, double bottom) => new()
    {
        Name = name,
        Enabled = true,
        Type = MaskType.Color,
        Color = "#000000",
        Polygon = Rectangle(left, top, right, bottom),
    };

    internal static CameraProfile Profile(VideoSource source) => new() { Kind = ProfileKind.CameraProfile, VideoSources = [source] };

    internal static TargetState State(VideoSource have, VideoSourceOptions options) => new()
    {
        Identity = Identity,
        Current = Profile(have),
        Options = new TargetOptions { Time = new TimeOptions { HasNtp = true }, VideoSources = [options] },
    };

    internal static Plan PlanSource(VideoSource want, VideoSource have, VideoSourceOptions options) =>
        Planner.Plan(Profile(want), State(have, options));
}
