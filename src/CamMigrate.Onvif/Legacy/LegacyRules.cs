using System.Collections.Frozen;
using System.Collections.Immutable;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Onvif.Areas;

namespace CamMigrate.Onvif.Legacy;

/// <summary>Rules with a line or an area (<c>tt:LineDetector</c>, <c>tt:FieldDetector</c>,
/// <c>tt:LoiteringDetector</c>).</summary>
internal static class LegacyRules
{
    // To the right is across from the left; the standard's words name the side that is gone to.
    private static readonly FrozenDictionary<string, LineDirection> Directions = new Dictionary<string, LineDirection>
    {
        ["Any"] = LineDirection.Both,
        ["Right"] = LineDirection.LeftToRight,
        ["Left"] = LineDirection.RightToLeft,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, DetectedObject> Classes = new Dictionary<string, DetectedObject>
    {
        ["Human"] = DetectedObject.Human,
        ["Vehicle"] = DetectedObject.Vehicle,
        ["Animal"] = DetectedObject.Animal,
        ["Face"] = DetectedObject.Face,
        ["Bike"] = DetectedObject.Bicycle,
        ["Bicycle"] = DetectedObject.Bicycle,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Elsewhere = ["CellMotionDetector", "MotionRegionDetector"];

    internal static ImmutableArray<Rule> Parse(ImmutableArray<AnalyticsItem> rules, string path, ReadingNotes notes)
    {
        var done = ImmutableArray.CreateBuilder<Rule>();
        foreach (var item in rules.Where(r => !Elsewhere.Contains(r.Type) && !IsTamper(r)))
        {
            var name = item.Name is { Length: > 0 and <= 128 } own ? own : item.Type;
            var read = item.Type switch
            {
                "LineDetector" => Line(item, name, path, notes),
                "FieldDetector" or "LoiteringDetector" => Area(item, name),
                _ => [],
            };
            if (read.IsEmpty)
                notes.Warn(
                    path + ".rules",
                    $"the rule '{Printable.Clip(name)}' ({Printable.Clip(item.Type)}) has no vendor-neutral counterpart; it is left out.");
            foreach (var rule in read) done.Add(rule with { Name = Unique(rule.Name, done) });
        }

        return done.ToImmutable();
    }

    private static bool IsTamper(AnalyticsItem item) => item.Type.Contains("Tamper", StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<Rule> Line(AnalyticsItem item, string name, string path, ReadingNotes notes)
    {
        if (AnalyticsItem.Corners(item.Content("Segments"), 2) is not { } points) return [];
        Identified(item);
        var direction = item.Value("Direction").Map(Directions, path + ".rules", notes);
        if (direction is LineDirection.LeftToRight or LineDirection.RightToLeft) notes.Assume(path + ".rules");
        var objects = Objects(item);
        // A line with corners is one rule for each of its pieces.
        return
        [
            .. points.Zip(points.Skip(1)).Select(piece => new Rule
            {
                Kind = "LineDetector",
                Name = name,
                Enabled = true,
                Direction = direction,
                Sensitivity = item.Value("Sensitivity").Percent(),
                Line = [piece.First, piece.Second],
                Objects = objects,
            }),
        ];
    }

    private static ImmutableArray<Rule> Area(AnalyticsItem item, string name)
    {
        if (AnalyticsItem.Corners(item.Content("Field"), 3) is not { } points) return [];
        Identified(item);
        return
        [
            new Rule
            {
                Kind = item.Type,
                Name = name,
                Enabled = true,
                Sensitivity = item.Value("Sensitivity").Percent(),
                StayTime = OnvifDuration.Take(item.Value("TimeThreshold"), 86_400),
                Polygon = points,
                Objects = Objects(item),
            },
        ];
    }

    /// <summary>A rule that is carried keeps its name.</summary>
    private static void Identified(AnalyticsItem item)
    {
        item.Identified();
        item.Node.At("@Name").Taken();
    }

    private static ImmutableArray<DetectedObject>? Objects(AnalyticsItem item)
    {
        var node = item.Value("ClassFilter");
        var words = (node.Peek() ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !words.All(Classes.ContainsKey)) return null;
        node.Taken();
        return [.. words.Select(w => Classes[w]).Distinct().Order()];
    }

    private static string Unique(string name, ImmutableArray<Rule>.Builder others)
    {
        var own = name;
        for (var number = 2; others.Any(o => o.Name == own); number++)
            own = FormattableString.Invariant($"{name} ({number})");
        return own;
    }
}
