using System.Collections.Immutable;
using CamMigrate.Adapters.Hikvision.Isapi;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>Reads everything that belongs to the picture of one video input.</summary>
internal sealed class HikvisionVideoSource(
    Func<string, string?, bool, CancellationToken, Task<AnswerNode?>> getAsync, IsapiClient client,
    HikvisionCapabilities capabilities, ReadingNotes notes)
{
    internal async Task<VideoSource> ReadAsync(
        HikvisionInput input, IReadOnlyList<(HikvisionStreamId Id, AnswerNode Document)> streams, bool hasUnreadStreams,
        bool isRecorder, CancellationToken cancellationToken)
    {
        var (number, path) = (input.Number, SettingPath.Source(input.Number));
        var video = FormattableString.Invariant($"System/Video/inputs/channels/{number}");
        var image = await getAsync(
            FormattableString.Invariant($"Image/channels/{number}"), path + ".imaging", false, cancellationToken);
        var lamp = image.At("SupplementLight") is null
            ? await getAsync(
                FormattableString.Invariant($"Image/channels/{number}/supplementLight"), path + ".imaging.light", false,
                cancellationToken)
            : null;
        var name = input.Name ?? streams.Select(s => s.Document.At("channelName").Text()).FirstOrDefault();
        var (rotation, mirror) = HikvisionRotation.Parse(image, number, notes);
        var overlays = await getAsync(video + "/overlays", path + ".osds", false, cancellationToken);
        var masks = await MasksAsync(number, video + "/privacyMask", cancellationToken);
        var motion = await getAsync(
            input.Detection("motionDetection"), path + ".motionDetection",
            capabilities.Has("isSupportMotionDetection") is true, cancellationToken);
        var tamper = await getAsync(
            input.Detection("tamperDetection"), path + ".tamperDetection",
            capabilities.Has("isSupportTamperDetection") is true, cancellationToken);
        var lines = await SmartAsync("isSupportLineDetection", "LineDetection", number, path, cancellationToken);
        var fields = await SmartAsync("isSupportFieldDetection", "FieldDetection", number, path, cancellationToken);
        return new VideoSource
        {
            Number = number,
            Name = name,
            Rotation = rotation,
            Mirror = mirror,
            // An empty list would say that the device has none.
            VideoEncoders = streams.Count == 0 && hasUnreadStreams ? null
                : [.. streams.Select(s => HikvisionVideoEncoder.Parse(s.Document, s.Id, isRecorder, notes))],
            Imaging = HikvisionImaging.Parse(image, lamp, number, notes),
            Osds = overlays is null ? null : HikvisionOsd.Parse(overlays, name, number, notes),
            Masks = masks,
            MotionDetection = motion is null ? null : HikvisionMotion.Parse(motion, number, notes),
            TamperDetection = tamper is null ? null : HikvisionTamper.Parse(tamper),
            Rules = HikvisionRules.Parse(lines, fields, number, notes),
        };
    }

    /// <summary>
    /// Only 403 with <c>notSupport</c> proves that there is no mask; after anything else a human must look.
    /// </summary>
    private async Task<ImmutableArray<Mask>?> MasksAsync(
        int number, string document, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync(
            document, capabilities.Has("isSupportPrivacyMask") is true, cancellationToken);
        if (answer.Root is { } root) return HikvisionMasks.Parse(root, number, document, notes);
        if (answer.IsDenied) return [];
        notes.Missed(SettingPath.Source(number) + ".masks", document, answer.Reason ?? "");
        return null;
    }

    private Task<AnswerNode?> SmartAsync(
        string flag, string name, int number, string path, CancellationToken cancellationToken) =>
        capabilities.Has(flag) is false
            ? Task.FromResult<AnswerNode?>(null)
            : getAsync(
                FormattableString.Invariant($"Smart/{name}/{number}"), path + ".rules", capabilities.Has(flag) is true,
                cancellationToken);
}
