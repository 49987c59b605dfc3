using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>Puts together what belongs to the picture of one video input.</summary>
/// <param name="answers">The documents.</param>
/// <param name="schedules">The profile's weeks.</param>
/// <param name="isRecorder">Whether the device records other cameras.</param>
/// <param name="notes">Takes what is noticed.</param>
internal sealed class HikvisionVideoSource(
    HikvisionAnswers answers, HikvisionSchedules schedules, bool isRecorder, ReadingNotes notes)
{
    /// <summary>Reads one input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="streams">Its streams.</param>
    /// <param name="hasUnreadStreams">Whether it may have more.</param>
    /// <param name="events">What surrounds its detections.</param>
    internal async Task<VideoSource> ReadAsync(
        HikvisionInput input, IReadOnlyList<(HikvisionStreamId Id, AnswerNode Document)> streams, bool hasUnreadStreams,
        HikvisionEvents events)
    {
        var number = input.Number;
        var image = await answers.ReadAsync(HikvisionCatalog.Image, number);
        var lamp = await answers.ReadAsync(HikvisionCatalog.Lamp, number);
        var change = await answers.ReadAsync(HikvisionCatalog.SceneSwitch, number);
        var sets = await answers.ReadAsync(HikvisionCatalog.Scenes, number);
        var name = input.Name ?? streams.Select(s => s.Document.At("channelName").Text()).FirstOrDefault();
        var (rotation, mirror) = HikvisionRotation.Parse(image, number, notes);
        var overlays = await answers.ReadAsync(HikvisionCatalog.Overlays, number);
        var ptz = await PtzAsync(number);
        var masks = await MasksAsync(input, isMoving: ptz is not null);
        var found = await EventsAsync(input);
        return new VideoSource
        {
            Number = number,
            Name = name,
            Rotation = rotation,
            Mirror = mirror,
            Device = input.Device,
            // An empty list would say that the device has none.
            VideoEncoders = streams.Count == 0 && hasUnreadStreams ? null
                : [.. streams.Select(s => HikvisionVideoEncoder.Parse(s.Document, s.Id, isRecorder, notes))],
            Imaging = HikvisionImaging.Parse(image, lamp, number, notes),
            ImagingProfiles = new HikvisionImagingProfiles(number, schedules, notes).Parse(image, change, sets),
            Osds = overlays is null ? null : HikvisionOsd.Parse(overlays, name, number, notes),
            Masks = masks,
            MotionDetection = found(HikvisionEvent.Motion) is { } motion
                ? HikvisionMotion.Parse(motion, events, notes) : null,
            TamperDetection = found(HikvisionEvent.Tamper) is { } tamper ? HikvisionTamper.Parse(tamper, events) : null,
            Rules = new HikvisionRules(events, notes).Parse(found),
            Ptz = ptz,
        };
    }

    private async Task<Func<HikvisionEvent, AnswerNode?>> EventsAsync(HikvisionInput input)
    {
        var documents = new Dictionary<HikvisionEvent, AnswerNode?>();
        foreach (var (kind, document) in HikvisionEvent.OfChannel(input.IsProxied))
            documents[kind] = await answers.ReadAsync(document, input.Number);
        // Nothing in the profile is set by it: its values are listed.
        await answers.ReadAsync(input.IsProxied ? HikvisionCatalog.ProxyVideoLoss : HikvisionCatalog.VideoLoss, input.Number);
        return kind => documents.GetValueOrDefault(kind);
    }

    /// <summary>
    /// Only 403 with <c>notSupport</c> proves that there is no mask; after anything else a human must look.
    /// </summary>
    private async Task<ImmutableArray<Mask>?> MasksAsync(HikvisionInput input, bool isMoving)
    {
        var (document, path) = (
            HikvisionCatalog.Masks.Path(input.Number), SettingPath.Source(input.Number) + ".masks");
        var answer = await answers.AnswerAsync(HikvisionCatalog.Masks, input.Number);
        if (answer?.Root is { } root)
        {
            var masks = HikvisionMasks.Parse(root, input.Number, document, notes);
            if (isMoving && masks?.Any(mask => mask.Enabled is not false) is true)
                notes.Missed(
                    path, document,
                    "this camera moves, and a mask of it may stand in pan and tilt: it need not cover the same place of a "
                        + "picture that stands still.");
            return masks;
        }

        // A recorder speaks for its own inputs. The picture of a camera on the network is masked in that camera.
        if (answer is { IsDenied: true } && !input.IsProxied) return [];
        var where = input.Device?.Address is { } address ? $" The picture comes from {address}: read that camera." : "";
        notes.Missed(path, document, (answer?.Reason ?? "") + where);
        return null;
    }

    private async Task<PtzSettings?> PtzAsync(int number) => new HikvisionPtz(number, notes).Parse(
        await answers.ReadAsync(HikvisionCatalog.Presets, number),
        await answers.ReadAsync(HikvisionCatalog.Patrols, number),
        await answers.ReadAsync(HikvisionCatalog.Park, number),
        await answers.ReadAsync(HikvisionCatalog.Limits, number));
}
