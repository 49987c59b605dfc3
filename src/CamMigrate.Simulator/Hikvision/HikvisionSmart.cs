using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Simulator.Estates;
using static CamMigrate.Simulator.Hikvision.HikvisionDevice;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>Fields to enter and to leave, a scene that changes, and sounds.</summary>
internal static class HikvisionSmart
{
    private const int Slots = 4;

    public static XElement? Entrances(HikvisionDevice device, int number) =>
        Regions("RegionEntrance", number, device.Channel(number)?.Entrances);

    public static XElement? Exits(HikvisionDevice device, int number) =>
        Regions("RegionExiting", number, device.Channel(number)?.Exits);

    public static XElement? SceneChange(HikvisionDevice device, int number) =>
        device.Channel(number)?.SceneChange is not { } change
            ? null
            : new XElement(
                "SceneChangeDetection",
                new XElement("id", number),
                Switch(change.Enabled),
                new XElement("sensitivityLevel", change.Sensitivity));

    public static XElement? Audio(HikvisionDevice device, int number) =>
        device.Channel(number)?.AudioDetection is not { } audio
            ? null
            : new XElement(
                "AudioDetection",
                new XElement("id", number),
                new XElement("audioDetectionEnabled", audio.Enabled),
                new XElement("soundIntensityMutation", Switch(audio.Enabled),
                    new XElement("sensitivityLevel", audio.Sensitivity), new XElement("intensity", 50)),
                new XElement("SteepFall", Switch(false), new XElement("sensitivityLevel", 50)));

    // Regions of these kinds have no switch of their own: the one on top is for all of them.
    private static XElement? Regions(string name, int number, ImmutableArray<HikvisionField>? regions) =>
        regions is not { } fields
            ? null
            : new XElement(
                name,
                new XElement("id", number),
                Switch(fields.Any(field => field.Enabled)),
                Screen(1000, 1000),
                new XElement(
                    name + "RegionList",
                    new XAttribute("size", Slots),
                    Enumerable.Range(0, Math.Max(Slots, fields.Length))
                        .Select(i => Region(name, i + 1, fields.ElementAtOrDefault(i)))));

    private static XElement Region(string name, int id, HikvisionField? field) => new(
        name + "Region",
        new XElement("id", id),
        new XElement("sensitivityLevel", field?.Sensitivity ?? 50),
        field is null ? new XElement("RegionCoordinatesList") : HikvisionDetection.Corners(field.Points),
        new XElement("detectionTarget", field?.Target ?? "human"),
        new XElement("alarmConfidence", new XAttribute("opt", "low,mediumLow,mediumHigh,high"), "low"));
}
