using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// What an event sets off: <c>GET /ISAPI/Event/triggers</c>, a list, on old firmware inside an
/// <c>EventNotification</c>.
/// </summary>
internal sealed class HikvisionLinkage
{
    private const string Usual = "beginning";

    private static readonly FrozenDictionary<string, EventActionKind> Kinds = new Dictionary<string, EventActionKind>
    {
        ["center"] = EventActionKind.NotifyCenter,
        ["record"] = EventActionKind.Record,
        ["IO"] = EventActionKind.Relay,
        ["email"] = EventActionKind.Email,
        ["FTP"] = EventActionKind.Ftp,
        ["beep"] = EventActionKind.Sound,
        ["cloud"] = EventActionKind.Cloud,
        ["whiteLight"] = EventActionKind.Light,
        ["whiteLightOut"] = EventActionKind.Light,
        ["LightAudioAlarm"] = EventActionKind.Light,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Sources =
        ["videoInputChannelID", "dynVideoInputChannelID", "inputIOPortID", "dynInputIOPortID"];

    private static readonly string[] Numbers =
    [
        "outputIOPortID", "dynOutputIOPortID", "videoInputID", "dynVideoInputID", "lightAudioOutID",
    ];

    private readonly Dictionary<(string Type, int Number), AnswerNode> triggers = new();
    private readonly HashSet<(string Type, int Number)> taken = [];

    /// <summary>Whether the list of triggers came.</summary>
    internal bool IsListed { get; private set; }

    /// <summary>Adds a list of triggers, or one.</summary>
    /// <param name="document">The document; null = there is none.</param>
    internal void Add(AnswerNode? document)
    {
        if (document is null) return;
        var isOne = document.Name.Equals("EventTrigger", StringComparison.OrdinalIgnoreCase);
        IsListed |= !isOne;
        IEnumerable<AnswerNode> all = isOne ? [document]
            : (document.At("EventTriggerList") ?? document).Children("EventTrigger");
        foreach (var trigger in all)
        {
            trigger.Ignore(IgnoreRule.Identity, "id", "eventType", "eventDescription", "WLSensorID");
            trigger.Ignore(IgnoreRule.Identity, Sources);
            foreach (var notification in Notifications(trigger)) Ignore(notification);
            if (Key(trigger) is { } key) triggers.TryAdd(key, trigger);
        }
    }

    /// <summary>Whether the camera told what an event sets off.</summary>
    /// <param name="kind">The kind of event.</param>
    /// <param name="number">Number of the channel, or of the input.</param>
    internal bool Knows(HikvisionEvent kind, int number) => triggers.ContainsKey((kind.Type.ToUpperInvariant(), number));

    /// <summary>What an event sets off; null = the camera does not tell.</summary>
    /// <param name="kind">The kind of event.</param>
    /// <param name="number">Number of the channel, or of the input.</param>
    internal ImmutableArray<EventAction>? Actions(HikvisionEvent kind, int number)
    {
        var key = (kind.Type.ToUpperInvariant(), number);
        if (!triggers.TryGetValue(key, out var trigger)) return null;
        taken.Add(key);
        var actions = ImmutableArray.CreateBuilder<EventAction>();
        foreach (var notification in Notifications(trigger))
            if (Action(notification) is { } action) actions.Add(action);
        return actions.ToImmutable();
    }

    /// <summary>Says of what is left why it is: no setting of the profile is set off by it.</summary>
    internal void Close()
    {
        foreach (var ((type, number), trigger) in triggers)
        {
            if (taken.Contains((type, number))) continue;
            var word = Printable(trigger);
            foreach (var leaf in Notifications(trigger).SelectMany(n => n.Leaves()))
                leaf.Because($"no vendor-neutral setting for what '{word}' sets off");
        }
    }

    private static string Printable(AnswerNode trigger) =>
        Core.Errors.Printable.Clip(trigger.At("eventType").Peek() ?? trigger.At("id").Peek() ?? "this event");

    private static IEnumerable<AnswerNode> Notifications(AnswerNode trigger) =>
        trigger.At("EventTriggerNotificationList").Children("EventTriggerNotification");

    private static void Ignore(AnswerNode notification)
    {
        notification.At("id").Ignore(IgnoreRule.Identity);
        var recurrence = notification.At("notificationRecurrence");
        if (Usual.Equals(recurrence.Peek(), StringComparison.OrdinalIgnoreCase))
            recurrence.Ignore(IgnoreRule.FactoryDefault);
    }

    private static EventAction? Action(AnswerNode notification)
    {
        var method = notification.At("notificationMethod");
        if (method.Peek() is not { } word) return null;
        if (!Kinds.TryGetValue(word, out var kind))
        {
            method.Because("no vendor-neutral setting for this word");
            return null;
        }

        method.Taken();
        var number = Numbers.Select(name => notification.At(name)).FirstOrDefault(node => node is not null);
        return new EventAction { Kind = kind, Number = number.Int(1) };
    }

    /// <summary>Type, and the number that stands in the trigger or at the end of its id.</summary>
    private static (string, int)? Key(AnswerNode trigger)
    {
        var id = trigger.At("id").Peek() ?? "";
        var dash = id.LastIndexOf('-');
        var type = trigger.At("eventType").Peek() ?? (dash > 0 ? id[..dash] : id);
        var isInput = type.Equals(HikvisionEvent.Input.Type, StringComparison.OrdinalIgnoreCase);
        var own = isInput ? trigger.At("inputIOPortID") ?? trigger.At("dynInputIOPortID")
            : trigger.At("videoInputChannelID") ?? trigger.At("dynVideoInputChannelID");
        var number = own.PeekInt()
            ?? (int.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var end) ? end : 0);
        return type.Length == 0 ? null : (type.ToUpperInvariant(), number);
    }
}
