using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>What happens on an event: the block <c>EventHandler</c> of every detection.</summary>
internal static class DahuaActions
{
    private const string Ambiguous = "numbers on some firmware, switches on other: which cannot be told";

    private static readonly (string Switch, EventActionKind Kind, string? List)[] Simple =
    [
        ("RecordEnable", EventActionKind.Record, "RecordChannels"),
        ("SnapshotEnable", EventActionKind.Snapshot, "SnapshotChannels"),
        ("MessageEnable", EventActionKind.NotifyCenter, null),
        ("MailEnable", EventActionKind.Email, null),
        ("AlarmOutEnable", EventActionKind.Relay, "AlarmOutChannels"),
        ("BeepEnable", EventActionKind.Sound, null),
        ("VoiceEnable", EventActionKind.Sound, null),
    ];

    /// <summary>The actions; null = the device says nothing of them.</summary>
    /// <param name="handler">The block.</param>
    /// <param name="channel">Channel that the event belongs to, from 0.</param>
    internal static ImmutableArray<EventAction>? Parse(AnswerNode? handler, int channel)
    {
        if (handler is null) return null;
        var actions = new List<EventAction>();
        var isKnown = false;
        foreach (var (name, kind, list) in Simple)
        {
            var on = handler.At(name).Bool();
            isKnown |= on is not null;
            var number = list is null ? null : Number(handler.At(list), kind, channel, on is true);
            if (on is true && actions.All(a => a.Kind != kind))
                actions.Add(new EventAction { Kind = kind, Number = number });
        }

        isKnown |= Ptz(handler, actions);
        return isKnown ? [.. actions] : null;
    }

    /// <summary>
    /// A list that names nothing but this channel means the same in both readings; any other is kept as it came.
    /// </summary>
    private static int? Number(AnswerNode? list, EventActionKind kind, int channel, bool isOn)
    {
        if (!isOn)
        {
            list.IgnoreAll(IgnoreRule.NotInForce);
            return null;
        }

        var items = list.Items().Select(i => i.Node).ToList();
        if (items is [var only] && only.PeekInt() == (kind == EventActionKind.Relay ? 0 : channel))
        {
            only.Taken();
            return kind == EventActionKind.Relay ? 1 : null;
        }

        list.BecauseAll(Ambiguous);
        return null;
    }

    private static bool Ptz(AnswerNode handler, List<EventAction> actions)
    {
        var on = handler.At("PtzLinkEnable").Bool();
        foreach (var (_, link) in handler.At("PtzLink").Items())
        {
            var (word, number) = (link.Row(0), link.Row(1));
            EventActionKind? kind = word.Peek()?.ToUpperInvariant() switch
            {
                "PRESET" => EventActionKind.Preset,
                "TOUR" => EventActionKind.Tour,
                _ => null,
            };
            if (on is true && kind is { } action && number.PeekInt() is >= 1 and <= 65535 and var target)
            {
                word.Taken();
                number.Taken();
                actions.Add(new EventAction { Kind = action, Number = target });
            }
            else if (on is not true || "NONE".Equals(word.Peek(), StringComparison.OrdinalIgnoreCase))
            {
                word.Ignore(IgnoreRule.NotInForce);
                number.Ignore(IgnoreRule.NotInForce);
            }
        }

        return on is not null;
    }
}
