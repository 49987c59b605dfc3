using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>Puts together what belongs to the picture of one channel.</summary>
internal sealed class DahuaVideoSource(
    DahuaTables tables, DahuaStreams streams, DahuaIdentity identity, DahuaSchedules schedules, ReadingNotes notes)
{
    // Tables of cameras that move.
    private static readonly string[] Moves = ["PtzAutoMovement", "PtzPowerUp", "PtzTour"];

    internal VideoSource Parse(int channel, DahuaChannelAnswers own)
    {
        var source = channel + 1;
        var name = tables.Of("ChannelTitle", channel).At("Name").Text();
        var encoders = streams.Parse(channel);
        var (imaging, others, row) = new DahuaImaging(tables, identity, schedules, notes).Parse(channel, own.Caps);
        own.Caps.IgnoreDocument(IgnoreRule.Capability);
        var (rotation, mirror) = DahuaRotation.Parse(tables, channel, row, notes);
        var ptz = DahuaPtz.Parse(own.Presets, own.Tours, tables.Of("Ptz", channel), source, notes);
        if (!own.TellsPresets && Moves.Any(table => tables.Of(table, channel) is not null))
            notes.Missed(
                SettingPath.Source(source) + ".ptz", "ptz.getPresets",
                "the device does not tell its presets in this protocol. Write them down from its web page.");
        var widget = tables.Of("VideoWidget", channel);
        var (motion, smart) = (tables.Of("MotionDetect", channel), tables.Of("SmartMotionDetect", channel));
        if (widget is null)
            tables["Locales"].At("TimeFormat").Because("the overlays, which show the time so, were not read");
        DahuaRecording.Schedule(tables, channel, schedules, notes);
        return new VideoSource
        {
            Number = source,
            Name = name,
            Device = DahuaRemote.Parse(tables["RemoteDevice"], channel),
            Rotation = rotation,
            Mirror = mirror,
            VideoEncoders = encoders,
            Imaging = imaging,
            ImagingProfiles = others,
            Osds = widget is null ? null : DahuaOsd.Parse(widget, name, tables["Locales"].At("TimeFormat"), source,
                notes),
            Masks = new DahuaMasks(tables, notes).Parse(
                channel, own.Caps.At("CoverCount").PeekInt(), own.TellsPresets || ptz is not null ? ptz is not null : null),
            MotionDetection = motion is null && smart is null ? null
                : DahuaMotion.Parse(motion, smart, channel, schedules, notes),
            TamperDetection = new DahuaDetections(tables, schedules).Tamper(channel),
            Rules = Rules(channel),
            Ptz = ptz,
        };
    }

    private ImmutableArray<Rule>? Rules(int channel)
    {
        var others = new DahuaDetections(tables, schedules).Rules(channel).ToList();
        if (tables["VideoAnalyseRule"] is null && others.Count == 0) return null;
        var rules = new DahuaRules(schedules, notes).Parse(tables.Of("VideoAnalyseRule", channel), channel);
        return [.. rules, .. others.Select(o => o with { Name = DahuaRules.Free(o.Name, rules) })];
    }
}

/// <summary>Documents that are asked for by channel.</summary>
/// <param name="Caps"><c>devVideoInput.cgi?action=getCaps</c>.</param>
/// <param name="Presets"><c>ptz.cgi?action=getPresets</c>.</param>
/// <param name="Tours"><c>ptz.cgi?action=getTours</c>.</param>
/// <param name="TellsPresets">Whether the device said which presets it has, if only that it has none.</param>
internal sealed record DahuaChannelAnswers(
    AnswerNode? Caps, AnswerNode? Presets, AnswerNode? Tours, bool TellsPresets);
