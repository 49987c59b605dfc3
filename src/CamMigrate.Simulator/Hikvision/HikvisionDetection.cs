using System.Globalization;
using System.Xml.Linq;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Video;
using static CamMigrate.Simulator.Hikvision.HikvisionDevice;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>Motion cells, tampering, and the smart rules.</summary>
internal static class HikvisionDetection
{
    private const int RowsOfPal = 18;
    private const int RowsOfNtsc = 15;
    private const int RegionSlots = 4;

    private static readonly HikvisionLine UnusedLine = new() { Enabled = false, From = new(0, 0), To = new(0, 0) };
    private static readonly HikvisionField UnusedField = new() { Enabled = false, TimeThreshold = 0, Points = [] };

    public static XElement? Motion(HikvisionDevice device, int number)
    {
        if (device.Channel(number) is not { } channel) return null;
        var rows = channel.VideoFormat == "NTSC" ? RowsOfNtsc : RowsOfPal;
        return new XElement(
            "MotionDetection",
            Switch(channel.Motion.Enabled),
            new XElement("enableHighlight", true),
            new XElement("samplingInterval", 2),
            new XElement("startTriggerTime", 500),
            new XElement("endTriggerTime", 500),
            new XElement("regionType", "grid"),
            new XElement("Grid", new XElement("rowGranularity", rows), new XElement("columnGranularity", 22)),
            Block(
                "MotionDetectionLayout",
                new XElement("sensitivityLevel", channel.Motion.Sensitivity),
                new XElement(
                    "layout",
                    new XElement("gridMap", GridMap(channel.Motion, rows)),
                    new XElement(
                            "RegionList",
                            new XAttribute("size", RegionSlots),
                            channel.Motion.Regions.Select((region, i) => new XElement(
                                "Region", new XElement("id", i + 1), Corners(region.Points))))),
                new XElement("targetType", channel.Motion.Target)));
    }

    public static XElement? Tamper(HikvisionDevice device, int number) =>
        device.Channel(number) is not { } channel
            ? null
            : new XElement(
                "TamperDetection",
                Switch(channel.Tamper.Enabled),
                Screen(704, 576),
                new XElement("tampersensitivityLevel", channel.Tamper.Sensitivity),
                new XElement(
                    "TamperDetectionRegionList",
                    new XElement(
                        "TamperDetectionRegion",
                        new XElement("id", 1),
                        Switch(channel.Tamper.Enabled),
                        new XElement("sensitivityLevel", channel.Tamper.Sensitivity),
                        Corners([new(0, 0), new(704, 0), new(704, 576), new(0, 576)]))));

    public static XElement? Lines(HikvisionDevice device, int number) =>
        device.Channel(number) is not { } channel
            ? null
            : new XElement(
                "LineDetection",
                new XElement("id", number),
                Switch(channel.Lines.Any(line => line.Enabled)),
                Screen(1000, 1000),
                new XElement(
                    "LineItemList",
                    new XAttribute("size", device.Settings.SmartSlots),
                    // Slots that nobody drew in are listed too, both ends in one place.
                    Enumerable.Range(0, Math.Max(device.Settings.SmartSlots, channel.Lines.Length))
                        .Select(i => Line(i + 1, channel.Lines.ElementAtOrDefault(i) ?? UnusedLine))));

    public static XElement? Fields(HikvisionDevice device, int number) =>
        device.Channel(number) is not { } channel
            ? null
            : new XElement(
                "FieldDetection",
                new XElement("id", number),
                Switch(channel.Fields.Any(field => field.Enabled)),
                Screen(1000, 1000),
                new XElement(
                    "FieldDetectionRegionList",
                    new XAttribute("size", device.Settings.SmartSlots),
                    Enumerable.Range(0, Math.Max(device.Settings.SmartSlots, channel.Fields.Length))
                        .Select(i => Field(i + 1, channel.Fields.ElementAtOrDefault(i) ?? UnusedField))));

    private static XElement Line(int id, HikvisionLine line) => new(
        "LineItem",
        new XElement("id", id),
        Switch(line.Enabled),
        new XElement("sensitivityLevel", line.Sensitivity),
        new XElement("directionSensitivity", line.Direction),
        new XElement(
            "CoordinatesList", new XElement("Coordinates", At(line.From)), new XElement("Coordinates", At(line.To))),
        new XElement("detectionTarget", line.Target),
        new XElement("alarmConfidence", new XAttribute("opt", "low,mediumLow,mediumHigh,high"), "low"));

    private static XElement Field(int id, HikvisionField field) => new(
        "FieldDetectionRegion",
        new XElement("id", id),
        Switch(field.Enabled),
        new XElement("sensitivityLevel", field.Sensitivity),
        new XElement("timeThreshold", field.TimeThreshold),
        field.Points.IsEmpty ? null : Corners(field.Points),
        new XElement("detectionTarget", field.Target));

    internal static XElement Corners(IEnumerable<WirePoint> points) => new(
        "RegionCoordinatesList", points.Select(point => new XElement("RegionCoordinates", At(point))));

    // 22 cells are 6 hex digits, the left-most the highest bit, two bits of padding.
    private static string GridMap(HikvisionMotion motion, int rows) =>
        string.Concat(Enumerable.Range(0, rows).Select(row => Cells(motion.Cells.ElementAtOrDefault(row) ?? "")));

    private static string Cells(string row) =>
        row.Select((cell, column) => cell == '#' ? 1 << (23 - column) : 0).Sum()
            .ToString("x6", CultureInfo.InvariantCulture);
}
