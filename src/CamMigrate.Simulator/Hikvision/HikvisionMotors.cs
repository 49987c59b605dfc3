using System.Xml.Linq;
using CamMigrate.Simulator.Estates;
using static CamMigrate.Simulator.Hikvision.HikvisionDevice;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>Presets, patrols, and where a dome goes when nobody steers it.</summary>
internal static class HikvisionMotors
{
    private const int PatrolSteps = 4;

    public static XElement? List(HikvisionDevice device) =>
        device.Settings.Channels.Where(channel => channel.Ptz is not null).ToList() is { Count: > 0 } moving
            ? new XElement(
                "PTZChannelList",
                moving.Select(channel => new XElement(
                    "PTZChannel",
                    new XElement("id", channel.Number),
                    Switch(true),
                    new XElement("videoInputID", channel.Number))))
            : null;

    public static XElement? Presets(HikvisionDevice device, int number) => Ptz(device, number) is not { } ptz
        ? null
        : new XElement(
            "PTZPresetList",
            Enumerable.Range(1, ptz.Places)
                .Union(ptz.Presets.Select(preset => preset.Number)).Order()
                .Select(id => Preset(id, ptz.Presets.FirstOrDefault(preset => preset.Number == id))));

    public static XElement? Patrols(HikvisionDevice device, int number) => Ptz(device, number) is not { } ptz
        ? null
        : new XElement("PTZPatrolList", ptz.Patrols.Select(Patrol));

    public static XElement? Park(HikvisionDevice device, int number) => Ptz(device, number)?.Park is not { } park
        ? null
        : new XElement(
            "ParkAction",
            Switch(park.Enabled),
            new XElement("Parktime", park.After),
            new XElement("Action", new XElement("ActionType", park.Action), new XElement("ActionNum", park.Number)));

    public static XElement? Limits(HikvisionDevice device, int number) => Ptz(device, number)?.Limits is not { } limits
        ? null
        : new XElement(
            "PTZLimitedList",
            new XElement(
                "PTZLimited", new XElement("id", 1), Switch(limits), new XElement("limitedType", "manual")));

    private static HikvisionPtz? Ptz(HikvisionDevice device, int number) => device.Channel(number)?.Ptz;

    // Empty places are listed, off, under the name they left the works with.
    private static XElement Preset(int id, HikvisionPreset? preset) => new(
        "PTZPreset",
        Switch(preset is not null),
        new XElement("id", id),
        new XElement("presetName", preset?.Name ?? FormattableString.Invariant($"Preset {id}")),
        preset is null
            ? null
            : new XElement(
                "AbsoluteHigh",
                new XElement("elevation", 0),
                new XElement("azimuth", id * 100),
                new XElement("absoluteZoom", 10)));

    private static XElement Patrol(HikvisionPatrol patrol) => new(
        "PTZPatrol",
        Switch(patrol.Enabled),
        new XElement("id", patrol.Number),
        new XElement("patrolName", patrol.Name),
        new XElement(
            "PatrolSequenceList",
            // The list always has its full length; what is not used goes to preset 0.
            Enumerable.Range(0, Math.Max(PatrolSteps, patrol.Steps.Length))
                .Select(i => (patrol.Steps.ElementAtOrDefault(i) ?? "0/30/0").Split('/'))
                .Select(step => new XElement(
                    "PatrolSequence",
                    new XElement("presetID", step[0]),
                    new XElement("seqSpeed", step[1]),
                    new XElement("delay", step[^1])))));
}
