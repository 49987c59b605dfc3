using System.Collections.Frozen;
using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// The smart events of one channel: lines, areas, scene change and sound, below <c>/ISAPI/Smart/</c>. Places are in
/// thousandths of the picture.
/// </summary>
internal sealed class HikvisionRules(HikvisionEvents events, ReadingNotes notes)
{
    private static readonly FrozenDictionary<string, LineDirection> Directions = new Dictionary<string, LineDirection>
    {
        ["any"] = LineDirection.Both,
        ["left-right"] = LineDirection.LeftToRight,
        ["right-left"] = LineDirection.RightToLeft,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly HikvisionAreaKind[] Areas =
    [
        new(HikvisionEvent.Field, "FieldDetector", "field", "FieldDetection"),
        new(HikvisionEvent.Entrance, "RegionEntranceDetector", "entrance", "RegionEntrance"),
        new(HikvisionEvent.Exit, "RegionExitDetector", "exit", "RegionExiting"),
    ];

    private readonly string path = SettingPath.Source(events.Channel) + ".rules";

    /// <summary>Reads all rules; null = the camera answered none of the documents.</summary>
    /// <param name="document">The document of a kind of event; null = there is none.</param>
    internal ImmutableArray<Rule>? Parse(Func<HikvisionEvent, AnswerNode?> document)
    {
        List<Rule> placed =
        [
            .. Lines(document(HikvisionEvent.Line)),
            .. Areas.SelectMany(area => Regions(area, document(area.Event))),
        ];
        // that y counts from the bottom here too, and which side is left, is consistent but not measured
        if (placed.Count > 0) notes.Assume(path);
        List<Rule> rules =
            [.. placed, .. SceneChange(document(HikvisionEvent.SceneChange)), .. Sound(document(HikvisionEvent.Sound))];
        if (rules.Count == 0 && HikvisionEvent.OfChannel(false).Skip(2).All(e => document(e.Event) is null)) return null;
        // Names are the keys of the list; a camera that numbers two slots alike must not lose one.
        return [.. rules.GroupBy(rule => rule.Name, StringComparer.Ordinal)
            .SelectMany(same => same.Select((rule, i) => i == 0 ? rule : Numbered(rule, i + 1)))];
    }

    private IEnumerable<Rule> Lines(AnswerNode? document)
    {
        document.At("id").Ignore(IgnoreRule.Identity);
        var (screen, isOn) = (
            HikvisionScreen.Of(document, HikvisionScreen.Thousand), document.At("enabled").Bool() ?? true);
        foreach (var item in document.At("LineItemList").Children("LineItem"))
        {
            // Unused slots have both ends in one place.
            var points = screen.Polygon(item.At("CoordinatesList"), "Coordinates");
            if (points?.Distinct().Count() <= 1)
            {
                Unused(item, "CoordinatesList", "Coordinates");
                continue;
            }

            if (points is not [var from, var to])
            {
                Odd(item, "a line of the profile has two ends");
                continue;
            }

            HikvisionScreen.Take(item.At("CoordinatesList"), "Coordinates");
            yield return Armed(HikvisionEvent.Line, new Rule
            {
                Kind = "LineDetector",
                Name = "line " + (item.At("id").Text() ?? "1"),
                Enabled = item.At("enabled").Bool() is not false && isOn,
                Sensitivity = item.At("sensitivityLevel").Percent(),
                Direction = item.At("directionSensitivity").Map(Directions, path, notes),
                Objects = HikvisionEvents.Objects(item.At("detectionTarget")),
                Line = [from, to],
            });
        }
    }

    private IEnumerable<Rule> Regions(HikvisionAreaKind kind, AnswerNode? document)
    {
        document.At("id").Ignore(IgnoreRule.Identity);
        document.Ignore(
            IgnoreRule.Capability, "isSupportMultiScene", "isSupportHumanMisinfoFilter", "isSupportVehicleMisinfoFilter",
            "isSupportTargetMultiSelect");
        var (screen, isOn) = (
            HikvisionScreen.Of(document, HikvisionScreen.Thousand), document.At("enabled").Bool() ?? true);
        foreach (var region in document.At(kind.Element + "RegionList").Children(kind.Element + "Region"))
        {
            if (screen.Polygon(region.At("RegionCoordinatesList"), "RegionCoordinates") is not { } polygon)
            {
                Odd(region, "an area of the profile has corners that are numbers");
                continue;
            }

            if (polygon.Distinct().Count() < 3)
            {
                Unused(region, "RegionCoordinatesList", "RegionCoordinates");
                continue;
            }

            HikvisionScreen.Take(region.At("RegionCoordinatesList"), "RegionCoordinates");
            yield return Armed(kind.Event, new Rule
            {
                Kind = kind.Rule,
                Name = $"{kind.Name} " + (region.At("id").Text() ?? "1"),
                Enabled = region.At("enabled").Bool() is not false && isOn,
                Sensitivity = region.At("sensitivityLevel").Percent(),
                StayTime = region.At("timeThreshold").Number(),
                Objects = HikvisionEvents.Objects(region.At("detectionTarget")),
                Polygon = polygon,
            });
        }
    }

    private IEnumerable<Rule> SceneChange(AnswerNode? document)
    {
        document.At("id").Ignore(IgnoreRule.Identity);
        if (document is null) yield break;
        yield return Armed(HikvisionEvent.SceneChange, new Rule
        {
            Kind = "SceneChangeDetector",
            Name = "scene change",
            Enabled = document.At("enabled").Bool(),
            Sensitivity = document.At("sensitivityLevel").Percent(),
        });
    }

    /// <summary>Nobody recorded this one; its names are those of descriptions.</summary>
    private IEnumerable<Rule> Sound(AnswerNode? document)
    {
        if (document is null) yield break;
        var one = document.At("AudioDetection") ?? document;
        one.At("id").Ignore(IgnoreRule.Identity);
        var rise = one.At("soundIntensityMutation");
        notes.Assume(path);
        yield return Armed(HikvisionEvent.Sound, new Rule
        {
            Kind = "AudioDetector",
            Name = "audio",
            Enabled = (one.At("enabled") ?? one.At("audioDetectionEnabled") ?? rise.At("enabled")).Bool(),
            Sensitivity = (rise.At("sensitivityLevel") ?? one.At("sensitivityLevel")).Percent(),
        });
    }

    private Rule Armed(HikvisionEvent kind, Rule rule) =>
        rule with { Schedule = events.Schedule(kind, path), Actions = events.Actions(kind) };

    private static Rule Numbered(Rule rule, int number) =>
        rule with { Name = FormattableString.Invariant($"{rule.Name} ({number})") };

    private void Odd(AnswerNode slot, string reason)
    {
        foreach (var leaf in slot.Leaves()) leaf.Because(reason);
        notes.Warn(path, $"a rule is drawn in a way that is not understood: {reason}; it is left out.");
    }

    private static void Unused(AnswerNode slot, string list, string corner)
    {
        slot.Ignore(
            IgnoreRule.Unused, "id", "enabled", "sensitivityLevel", "directionSensitivity", "timeThreshold",
            "objectOccupation", "detectionTarget", "alarmConfidence");
        foreach (var point in slot.At(list).Children(corner)) point.Ignore(IgnoreRule.Unused, "positionX", "positionY");
    }

    /// <summary>A kind of area.</summary>
    /// <param name="Event">Its event.</param>
    /// <param name="Rule">Kind of the profile's rule.</param>
    /// <param name="Name">Begin of the rule's name.</param>
    /// <param name="Element">Begin of the elements' names.</param>
    private sealed record HikvisionAreaKind(HikvisionEvent Event, string Rule, string Name, string Element);
}
