using System.Collections.Immutable;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// Presets, patrols, park action and limits of one moving channel: below <c>/ISAPI/PTZCtrl/channels/{n}/</c>. Nobody
/// recorded these; the parser rests on descriptions.
/// </summary>
internal sealed class HikvisionPtz(int channel, ReadingNotes notes)
{
    // Calling a preset of this range makes the camera do something, restart among it.
    private const int FirstReserved = 33;
    private const int LastReserved = 105;
    private static readonly string[] Commands =
    [
        "preset", "flip", "zero", "cut", "patrol", "pattern", "park", "menu", "scan", "limit", "boot", "wiper", "mode",
        "heat", "focus", "light",
    ];

    private readonly string path = SettingPath.Source(channel) + ".ptz";

    /// <summary>Reads it; null = none of the documents came.</summary>
    internal PtzSettings? Parse(AnswerNode? presets, AnswerNode? patrols, AnswerNode? park, AnswerNode? limits)
    {
        if (presets is null && patrols is null && park is null && limits is null) return null;
        if (patrols is not null) notes.Assume(path + ".tours");
        if (park is not null) notes.Assume(path + ".parkAction");
        if (limits is not null) notes.Assume(path + ".limits");
        return new PtzSettings
        {
            Presets = presets is null ? null : Presets(presets),
            Tours = patrols is null ? null : Patrols(patrols),
            ParkAction = Park(park),
            Limits = Limits(limits),
        };
    }

    private ImmutableArray<PtzPreset> Presets(AnswerNode list)
    {
        var presets = ImmutableArray.CreateBuilder<PtzPreset>();
        foreach (var preset in list.Children("PTZPreset"))
        {
            var (id, enabled, name) = (preset.At("id"), preset.At("enabled"), preset.At("presetName"));
            if (id.PeekInt() is not (>= 1 and <= 65535 and var number) || presets.Any(p => p.Number == number)) continue;
            var isOff = enabled.PeekBool() is false;
            var isReserved = number is >= FirstReserved and <= LastReserved;
            if (isOff || isReserved)
            {
                if (isOff || IsCommand(name)) Leave(preset, isOff ? IgnoreRule.Unused : HikvisionIgnoreRule.Reserved);
                else
                {
                    foreach (var leaf in preset.Leaves()) leaf.Because(HikvisionIgnoreRule.Reserved);
                    notes.Warn(
                        path + ".presets",
                        FormattableString.Invariant($"preset {number}, '{Printable.Clip(name.Peek() ?? "")}', has a number ")
                            + "that makes cameras do other things; it is left out.");
                }

                continue;
            }

            id.Taken();
            enabled.Taken();
            foreach (var axis in (string[])["elevation", "azimuth", "absoluteZoom"])
                preset.At("AbsoluteHigh", axis).Because("a position means something on this camera alone");
            presets.Add(new PtzPreset { Number = number, Name = name.Text() });
        }

        return presets.ToImmutable();
    }

    private static ImmutableArray<PresetTour> Patrols(AnswerNode list)
    {
        var tours = ImmutableArray.CreateBuilder<PresetTour>();
        foreach (var patrol in list.Children("PTZPatrol"))
        {
            if (patrol.At("id").PeekInt() is not (>= 1 and <= 65535 and var number) || tours.Any(t => t.Number == number))
                continue;
            var steps = Steps(patrol.At("PatrolSequenceList"));
            if (steps.IsEmpty)
            {
                patrol.Ignore(IgnoreRule.Unused, "id", "enabled", "patrolName");
                continue;
            }

            patrol.At("id").Taken();
            tours.Add(new PresetTour
            {
                Number = number,
                Name = patrol.At("patrolName").Text(),
                Enabled = patrol.At("enabled").Bool(),
                Steps = steps,
            });
        }

        return tours.ToImmutable();
    }

    /// <summary>The list has a fixed length; what is not used goes to preset 0.</summary>
    private static ImmutableArray<TourStep> Steps(AnswerNode? list)
    {
        var steps = ImmutableArray.CreateBuilder<TourStep>();
        foreach (var step in list.Children("PatrolSequence"))
        {
            var preset = step.At("presetID");
            if (preset.PeekInt() is 0)
            {
                step.Ignore(IgnoreRule.Unused, "presetID", "seqSpeed", "delay");
                continue;
            }

            if (preset.Int(1) is { } number)
                steps.Add(new TourStep { Preset = number, StayTime = step.At("delay").Number() });
        }

        return steps.ToImmutable();
    }

    private ParkAction? Park(AnswerNode? document)
    {
        if (document is null) return null;
        var action = document.At("Action") ?? document;
        var (kind, number) = (
            action.At("ActionType") ?? document.At("actionType"),
            action.At("ActionNum") ?? document.At("actionNum") ?? document.At("actionID"));
        var (isPreset, isTour) = (Is(kind, "preset"), Is(kind, "patrol"));
        if (isPreset || isTour) kind.Taken();
        else
        {
            kind.Because("no vendor-neutral setting for this word");
            number.Because("a number of what has no vendor-neutral setting");
            if (document.At("enabled").PeekBool() is true)
                notes.Warn(path + ".parkAction", "the camera parks in a way that has no vendor-neutral counterpart.");
        }

        return new ParkAction
        {
            Enabled = document.At("enabled").Bool(),
            Delay = (document.At("Parktime") ?? document.At("parkTime")).Number(),
            Preset = isPreset ? number.Int(1) : null,
            Tour = isTour ? number.Int(1) : null,
        };
    }

    /// <summary>That there are limits; where they are is in units that no description gives.</summary>
    private static PtzLimits? Limits(AnswerNode? document)
    {
        var states = document.Children("PTZLimited").Concat(document is null ? [] : [document])
            .Select(limit => limit.At("enabled").Bool()).OfType<bool>().ToList();
        foreach (var limit in document.Children("PTZLimited")) limit.At("id").Ignore(IgnoreRule.Identity);
        return states.Count == 0 ? null : new PtzLimits { Enabled = states.Contains(true) };
    }

    private static bool IsCommand(AnswerNode? name) =>
        name.Peek() is not { } text || Commands.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static void Leave(AnswerNode preset, string rule)
    {
        preset.Ignore(rule, "id", "enabled", "presetName");
        preset.At("AbsoluteHigh").Ignore(rule, "elevation", "azimuth", "absoluteZoom");
    }

    private static bool Is(AnswerNode? node, string word) => word.Equals(node.Peek(), StringComparison.OrdinalIgnoreCase);
}
