using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Streams.Ffmpeg;
using CamMigrate.Streams.Judging;
using CamMigrate.Streams.Probing;

namespace CamMigrate.Streams;

/// <summary>
/// Settles where the masks of an old camera are by looking for them in its own picture, into which it burns them: what
/// its protocol says of the direction of y is written nowhere for certain.
/// </summary>
/// <param name="findFfmpeg">Finds ffmpeg; null = it is missing.</param>
/// <param name="time">Clock of the time limit.</param>
public sealed class LegacyMasks(Func<FfmpegTools?> findFfmpeg, TimeProvider time) : ILegacyMasks
{
    private static readonly Dictionary<MaskDirection, (FindingSeverity Severity, string Words)> Words = new()
    {
        [MaskDirection.AsRead] = (
            FindingSeverity.Info, "each mask was found in the camera's picture where it was read."),
        [MaskDirection.Mirrored] = (
            FindingSeverity.Warning,
            "in the camera's picture the masks stand upside down: its numbers count from the other edge. "
                + "They were taken as the picture shows them."),
        [MaskDirection.MirroredInPart] = (
            FindingSeverity.Warning,
            "in the camera's picture a mask stands upside down, so all were taken so; not every one could be found. "
                + "Compare with the picture."),
        [MaskDirection.Unknown] = (
            FindingSeverity.Warning,
            "not every mask could be found in the camera's picture (too dark or even a scene, too small, a mosaic, "
                + "or alike in both directions). Compare with the picture."),
    };

    /// <inheritdoc/>
    public async Task<CameraProfile> SettleAsync(
        CameraProfile profile, int number, byte[] jpeg, ICollection<Finding> findings,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(findings);
        var source = profile.VideoSources?.FirstOrDefault(s => s.Number == number);
        if (source?.Masks?.Any(m => m.Enabled != false) is not true) return profile;
        var path = SettingPath.Source(number) + ".masks";
        var picture = findFfmpeg() is { } tools
            ? await new PictureDecoder(tools, time).DecodeJpegAsync(jpeg, cancellationToken) : null;
        if (picture is null)
        {
            findings.Add(new Finding(
                path, FindingSeverity.Warning, "the masks were not looked for: the picture cannot be decoded here."));
            return profile with { Assumed = With(profile.Assumed, path) };
        }

        return Settled(profile, source, path, MaskSearch.Look(source, picture), findings);
    }

    private static CameraProfile Settled(
        CameraProfile profile, VideoSource source, string path, MaskDirection direction, ICollection<Finding> findings)
    {
        var (severity, words) = Words[direction];
        findings.Add(new Finding(path, severity, words));
        if (direction is MaskDirection.Mirrored or MaskDirection.MirroredInPart) profile = Mirrored(profile, source);
        return profile with
        {
            Assumed = direction is MaskDirection.AsRead or MaskDirection.Mirrored
                ? Without(profile.Assumed, path) : With(profile.Assumed, path),
        };
    }

    private static CameraProfile Mirrored(CameraProfile profile, VideoSource source) => profile with
    {
        VideoSources =
        [
            .. profile.VideoSources!.Value.Select(s => s.Number != source.Number ? s : s with
            {
                Masks = [.. s.Masks!.Value.Select(m => m with { Polygon = MaskSearch.Mirrored(m.Polygon) })],
            }),
        ],
    };

    private static ImmutableArray<string>? Without(ImmutableArray<string>? assumed, string path) =>
        assumed is { } paths ? [.. paths.Where(p => p != path)] : null;

    private static ImmutableArray<string> With(ImmutableArray<string>? assumed, string path) =>
        assumed is { } paths && paths.Contains(path) ? paths : [.. assumed ?? [], path];
}
