using System.Collections.Immutable;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Planning.Areas;

/// <summary>Compares one video source with all that belongs to its picture.</summary>
internal static class VideoSourceArea
{
    internal static VideoSource Compare(VideoSource want, TargetState state, Comparison c)
    {
        var have = state.Current.VideoSources?.FirstOrDefault(s => s.Number == want.Number);
        var options = state.Options.VideoSources.FirstOrDefault(o => o.Number == want.Number);
        if (options is null)
        {
            const string Missing = "the camera has no such video source";
            c.Blanket(Missing);
            if (want.Masks is { } lost) MaskArea.Compare(lost, null, null, Missing, c);
            return new VideoSource { Number = want.Number };
        }

        var rotation = Rotation(want, have, options, c);
        var mirror = Mirror(want, have, options, c);
        Bounds(want, have, c);
        return new VideoSource
        {
            Number = want.Number,
            Rotation = rotation,
            Mirror = mirror,
            Masks = Masks(want, have, options, TurnObstacle(want, rotation, mirror, have), state, c),
            VideoEncoders = Encoders(want, have, options, c),
            Imaging = Imaging(want, have, options, state, c),
            Osds = Osds(want, have, options, state, c),
        };
    }

    private static int? Rotation(VideoSource want, VideoSource? have, VideoSourceOptions options, Comparison c)
    {
        if (want.Rotation is not { } wanted) return null;
        var current = have?.Rotation ?? 0;
        if (wanted == current) return c.Settle<int>("rotation", wanted, wanted, current, true, false, null, null);
        return c.Value("rotation", want.Rotation, current, options.Rotations);
    }

    private static bool? Mirror(VideoSource want, VideoSource? have, VideoSourceOptions options, Comparison c)
    {
        if (want.Mirror is not { } wanted) return null;
        var current = have?.Mirror ?? false;
        if (wanted == current) return c.Settle<bool>("mirror", wanted, wanted, current, true, false, null, null);
        return c.Value("mirror", want.Mirror, current, options.CanMirror ? [true, false] : []);
    }

    /// <summary>A mask's place is in the picture as it is seen: turned another way, it would cover something else.</summary>
    private static string? TurnObstacle(VideoSource want, int? rotation, bool? mirror, VideoSource? have)
    {
        var turned = want.Rotation is { } r && (rotation ?? have?.Rotation ?? 0) != r;
        var mirrored = want.Mirror is { } m && (mirror ?? have?.Mirror ?? false) != m;
        return turned || mirrored
            ? "the new camera's picture is turned or mirrored another way, so this mask would cover another place"
            : null;
    }

    private static void Bounds(VideoSource want, VideoSource? have, Comparison c)
    {
        if (want.Bounds is not { } wanted) return;
        var current = have?.Bounds ?? [0, 0, 1, 1];
        if (wanted.Zip(current).All(p => Math.Abs(p.First - p.Second) < 0.001))
            c.Settle<ImmutableArray<double>>("bounds", wanted, wanted, current, true, false, null, null);
    }

    private static ImmutableArray<Mask>? Masks(
        VideoSource want, VideoSource? have, VideoSourceOptions options, string? obstacle, TargetState state, Comparison c)
    {
        if (want.Masks is not { } masks) return null;
        var unread = Unread(state, want.Number, "masks");
        return MaskArea.Compare(masks, have?.Masks, options.Masks,
            unread is null ? obstacle : $"the new camera's masks could not be read: {unread}", c);
    }

    private static ImmutableArray<VideoEncoder>? Encoders(
        VideoSource want, VideoSource? have, VideoSourceOptions options, Comparison c)
    {
        if (want.VideoEncoders is not { } encoders) return null;
        var planned = ImmutableArray.CreateBuilder<VideoEncoder>();
        foreach (var encoder in encoders)
        {
            var at = c.In($"videoEncoders[{encoder.Stream}]");
            if (options.VideoEncoders.FirstOrDefault(o => o.Stream == encoder.Stream) is not { } can)
            {
                at.Blanket("the camera has no such stream");
                continue;
            }

            planned.Add(VideoEncoderArea.Compare(encoder, have?.VideoEncoders?.FirstOrDefault(e => e.Stream == encoder.Stream), can, at));
        }

        return planned.ToImmutable();
    }

    private static ImagingSettings? Imaging(
        VideoSource want, VideoSource? have, VideoSourceOptions options, TargetState state, Comparison c)
    {
        if (want.Imaging is not { } imaging) return null;
        var at = c.In("imaging");
        if (options.Imaging is { } can && Unread(state, want.Number, "imaging") is null)
            return ImagingArea.Compare(imaging, have?.Imaging, can, at);
        at.Blanket(Unread(state, want.Number, "imaging") is { } why
            ? $"the new camera's picture settings could not be read: {why}"
            : "the camera has no picture settings over ONVIF");
        return null;
    }

    private static ImmutableArray<Osd>? Osds(
        VideoSource want, VideoSource? have, VideoSourceOptions options, TargetState state, Comparison c)
    {
        if (want.Osds is not { } osds) return null;
        if (Unread(state, want.Number, "osds") is not { } why) return OsdArea.Compare(osds, have?.Osds, options.Osds, c);
        c.In("osds").Blanket($"the new camera's overlays could not be read: {why}");
        return null;
    }

    private static string? Unread(TargetState state, int number, string area) =>
        state.Unread.GetValueOrDefault($"{SettingPath.Source(number)}.{area}");
}
