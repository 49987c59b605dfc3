using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using CamMigrate.Simulator.Estates;
using static System.FormattableString;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>What sets what off, and when it is armed.</summary>
internal static class HikvisionEvents
{
    private static readonly ImmutableArray<string> Always = ["1-7 00:00-24:00"];

    private static readonly EventKind[] Kinds =
    [
        new("motion", "VMD", "VMD", "motionDetections", "VMD_video"),
        new("tamper", "tamper", "tamperdetection", "tamperDetections", "Tamperdetection_video"),
        new("line", "linedetection", "linedetection", "lineDetections", "linedetection_video"),
        new("field", "fielddetection", "fielddetection", "fieldDetections", "fielddetection_video"),
        new("entrance", "regionEntrance", "regionEntrance", "regionEntrances", "regionEntrance_video"),
        new("exit", "regionExiting", "regionExiting", "regionExitings", "regionExiting_video"),
        new("sceneChange", "scenechangedetection", "scenechangedetection", "sceneChangeDetections",
            "scenechangedetection_video"),
        new("audio", "audioexception", "audioexception", "audioDetections", "audioexception_"),
    ];

    public static XElement Triggers(HikvisionDevice device)
    {
        var list = new XElement(
            "EventTriggerList",
            device.Settings.Inputs.Select(input => Trigger(
                Invariant($"IO-{input.Number}"), "IO", new XElement("inputIOPortID", input.Number), input.Linkage, 1)),
            from channel in device.Settings.Channels
            from kind in Kinds
            where IsThere(channel, kind.Name)
            select Trigger(
                Invariant($"{kind.Trigger}-{channel.Number}"), kind.Type, Channel(channel),
                Event(channel, kind.Name)?.Linkage ?? [], channel.Number),
            device.Settings.Events.Select(item => Trigger(item.Kind, item.Kind, null, item.Linkage, 1)));
        return device.Settings.TriggersRoot == "EventNotification" ? new XElement("EventNotification", list) : list;
    }

    /// <summary>A list of all channels, or the schedule of one: <c>motionDetections/VMD_video1</c>.</summary>
    public static XElement? Schedule(HikvisionDevice device, string path)
    {
        var parts = path.Split('/');
        if (path == "inputs" && !device.Settings.Inputs.IsEmpty && device.Settings.ScheduleLists)
            return new XElement("ScheduleList", device.Settings.Inputs.Select(input => Week(
                Invariant($"IO_{input.Number}"), "IO", new XElement("inputIOPortID", input.Number), input.Armed)));
        if (Kinds.FirstOrDefault(kind => kind.Schedules == parts[0]) is not { } kind) return null;
        if (!device.Settings.Channels.Any(channel => IsThere(channel, kind.Name))) return null;
        if (parts.Length == 1)
        {
            return device.Settings.ScheduleLists
                ? new XElement(
                    "ScheduleList",
                    device.Settings.Channels.Where(channel => IsThere(channel, kind.Name))
                        .Select(channel => One(kind, channel)))
                : null;
        }

        return parts.Length == 2 && parts[1].StartsWith(kind.Prefix, StringComparison.Ordinal)
            && int.TryParse(parts[1].AsSpan(kind.Prefix.Length), CultureInfo.InvariantCulture, out var number)
            && device.Channel(number) is { } found && IsThere(found, kind.Name)
            ? One(kind, found)
            : null;
    }

    private static bool IsThere(HikvisionChannel channel, string kind) => kind switch
    {
        "line" => !channel.Lines.IsEmpty,
        "field" => !channel.Fields.IsEmpty,
        "entrance" => channel.Entrances is not null,
        "exit" => channel.Exits is not null,
        "sceneChange" => channel.SceneChange is not null,
        "audio" => channel.AudioDetection is not null,
        _ => true,
    };

    private static HikvisionEvent? Event(HikvisionChannel channel, string kind) =>
        channel.Events.FirstOrDefault(item => item.Kind == kind);

    private static XElement Channel(HikvisionChannel channel) =>
        new(channel.Proxied is null ? "videoInputChannelID" : "dynVideoInputChannelID", channel.Number);

    private static XElement One(EventKind kind, HikvisionChannel channel) => Week(
        Invariant($"{kind.Prefix}{channel.Number}"), kind.Type, Channel(channel), Event(channel, kind.Name)?.Armed);

    private static XElement Week(string id, string type, XElement source, ImmutableArray<string>? armed) => new(
        "Schedule",
        new XElement("id", id),
        new XElement("eventType", type),
        source,
        new XElement("TimeBlockList", (armed ?? Always).SelectMany(Blocks)));

    private static IEnumerable<XElement> Blocks(string span)
    {
        var (days, hours) = span.Split(' ') is [var first, var second] ? (first, second) : ("", span);
        var range = new XElement(
            "TimeRange",
            new XElement("beginTime", hours.Split('-')[0] + ":00"),
            new XElement("endTime", hours.Split('-')[^1] + ":00"));
        if (days.Length == 0) return [new XElement("TimeBlock", range)];
        var ends = days.Split('-').Select(day => int.Parse(day, CultureInfo.InvariantCulture)).ToList();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1)
            .Select(day => new XElement("TimeBlock", new XElement("dayOfWeek", day), new XElement(range)));
    }

    private static XElement Trigger(
        string id, string type, XElement? source, ImmutableArray<string> linkage, int channel) => new(
        "EventTrigger",
        new XElement("id", id),
        new XElement("eventType", type),
        new XElement("eventDescription", $"{type} Event trigger Information"),
        source,
        new XElement("EventTriggerNotificationList", linkage.Select(word => Notification(word, channel))));

    private static XElement Notification(string word, int channel)
    {
        var output = word.StartsWith("IO-", StringComparison.Ordinal) ? word["IO-".Length..] : null;
        return new XElement(
            "EventTriggerNotification",
            new XElement("id", word == "record" ? Invariant($"record-{channel}") : word),
            new XElement("notificationMethod", output is null ? word : "IO"),
            new XElement("notificationRecurrence", "beginning"),
            output is null ? null : new XElement("outputIOPortID", output),
            word == "record" ? new XElement("videoInputID", channel) : null);
    }

    /// <summary>The words of one kind of event.</summary>
    /// <param name="Name">Word of the estate.</param>
    /// <param name="Trigger">Begin of the trigger's id.</param>
    /// <param name="Type">The event's type.</param>
    /// <param name="Schedules">Where the schedules are.</param>
    /// <param name="Prefix">Begin of a schedule's id.</param>
    private sealed record EventKind(string Name, string Trigger, string Type, string Schedules, string Prefix);
}
