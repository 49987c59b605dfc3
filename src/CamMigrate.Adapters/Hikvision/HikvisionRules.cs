using System.Collections.Frozen;
using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// Lines and areas: <c>GET /ISAPI/Smart/LineDetection/{n}</c> and <c>/Smart/FieldDetection/{n}</c>, in thousandths of
/// the picture.
/// </summary>
internal static class HikvisionRules
{
    private static readonly FrozenDictionary<string, LineDirection> Directions = new Dictionary<string, LineDirection>
    {
        ["any"] = LineDirection.Both,
        ["left-right"] = LineDirection.LeftToRight,
        ["right-left"] = LineDirection.RightToLeft,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static ImmutableArray<Rule>? Parse(AnswerNode? lines, AnswerNode? fields, int source, ReadingNotes notes)
    {
        if (lines is null && fields is null) return null;
        var path = SettingPath.Source(source) + ".rules";
        ImmutableArray<Rule> rules = [.. Lines(lines, path, notes), .. Fields(fields)];
        // that y counts from the bottom here too, and which side is left, is consistent but not measured
        if (!rules.IsEmpty) notes.Assume(path);
        // Names are the keys of the list; a camera that numbers two slots alike must not lose one.
        return [.. rules.GroupBy(rule => rule.Name, StringComparer.Ordinal)
            .SelectMany(same => same.Select((rule, i) => i == 0 ? rule : Numbered(rule, i + 1)))];
    }

    private static IEnumerable<Rule> Lines(AnswerNode? document, string path, ReadingNotes notes)
    {
        document.At("id").Ignore(IgnoreRule.Identity);
        var (screen, isOn) = (
            HikvisionScreen.Of(document, HikvisionScreen.Thousand), document.At("enabled").Bool() ?? true);
        foreach (var item in document.At("LineItemList").Children("LineItem"))
        {
            // Unused slots have both ends in one place.
            if (screen.Polygon(item.At("CoordinatesList"), "Coordinates") is not [var from, var to] || from == to)
            {
                Unused(item, "CoordinatesList", "Coordinates");
                continue;
            }

            HikvisionScreen.Take(item.At("CoordinatesList"), "Coordinates");
            yield return new Rule
            {
                Kind = "LineDetector",
                Name = "line " + (item.At("id").Text() ?? "1"),
                Enabled = isOn && item.At("enabled").Bool() is not false,
                Sensitivity = item.At("sensitivityLevel").Percent(),
                Direction = item.At("directionSensitivity").Map(Directions, path, notes),
                Line = [from, to],
            };
        }
    }

    private static IEnumerable<Rule> Fields(AnswerNode? document)
    {
        document.At("id").Ignore(IgnoreRule.Identity);
        var (screen, isOn) = (
            HikvisionScreen.Of(document, HikvisionScreen.Thousand), document.At("enabled").Bool() ?? true);
        foreach (var region in document.At("FieldDetectionRegionList").Children("FieldDetectionRegion"))
        {
            if (screen.Polygon(region.At("RegionCoordinatesList"), "RegionCoordinates") is not { Length: >= 3 } polygon
                || polygon.Distinct().Count() < 3)
            {
                Unused(region, "RegionCoordinatesList", "RegionCoordinates");
                continue;
            }

            HikvisionScreen.Take(region.At("RegionCoordinatesList"), "RegionCoordinates");
            yield return new Rule
            {
                Kind = "FieldDetector",
                Name = "field " + (region.At("id").Text() ?? "1"),
                Enabled = isOn && region.At("enabled").Bool() is not false,
                Sensitivity = region.At("sensitivityLevel").Percent(),
                StayTime = region.At("timeThreshold").Number(),
                Polygon = polygon,
            };
        }
    }

    private static Rule Numbered(Rule rule, int number) =>
        rule with { Name = FormattableString.Invariant($"{rule.Name} ({number})") };

    private static void Unused(AnswerNode slot, string list, string corner)
    {
        slot.Ignore(
            IgnoreRule.Unused, "id", "enabled", "sensitivityLevel", "directionSensitivity", "timeThreshold",
            "objectOccupation", "detectionTarget", "alarmConfidence");
        foreach (var point in slot.At(list).Children(corner)) point.Ignore(IgnoreRule.Unused, "positionX", "positionY");
    }
}
