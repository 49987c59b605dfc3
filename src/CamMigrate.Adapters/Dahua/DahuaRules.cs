using System.Collections.Frozen;
using System.Collections.Immutable;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>Analytics rules: <c>VideoAnalyseRule[ch][n]</c>.</summary>
internal sealed class DahuaRules(DahuaSchedules schedules, ReadingNotes notes)
{
    private const int MostRules = 256;

    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["CrossLineDetection"] = "LineDetector",
        ["CrossRegionDetection"] = "FieldDetector",
        ["WanderDetection"] = "LoiteringDetector",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, LineDirection> Ways = new Dictionary<string, LineDirection>
    {
        ["LeftToRight"] = LineDirection.LeftToRight,
        ["RightToLeft"] = LineDirection.RightToLeft,
        ["Both"] = LineDirection.Both,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, DetectedObject> Things = new Dictionary<string, DetectedObject>
    {
        ["Human"] = DetectedObject.Human,
        ["Vehicle"] = DetectedObject.Vehicle,
        ["NonMotor"] = DetectedObject.Bicycle,
        ["Animal"] = DetectedObject.Animal,
        ["HumanFace"] = DetectedObject.Face,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal ImmutableArray<Rule> Parse(AnswerNode? table, int channel)
    {
        var path = SettingPath.Source(channel + 1) + ".rules";
        var rules = new List<Rule>();
        foreach (var (_, row) in table.Items().Take(MostRules))
        {
            row.Ignore(IgnoreRule.Identity, "Id", "Class");
            if (Read(row, channel, path) is not { } rule) continue;
            rules.AddRange(rule.Select(r => r with { Name = Free(r.Name, rules) }));
        }

        if (rules.Any(r => r.Enabled is true))
            notes.Info(path, "such rules work only while the camera's plan for video analysis is the one for them.");
        return [.. rules];
    }

    private List<Rule>? Read(AnswerNode row, int channel, string path)
    {
        var (type, config, handler) = (row.At("Type"), row.At("Config"), row.At("EventHandler"));
        if (type.Peek() is not { } word) return null;
        if (!Kinds.TryGetValue(word, out var kind))
        {
            row.BecauseAll("no vendor-neutral rule of this kind");
            notes.Warn(path, $"a rule of the kind '{Printable.Clip(word)}' has no vendor-neutral counterpart; it is left out.");
            return null;
        }

        var isLine = kind == "LineDetector";
        var area = config.At(isLine ? "DetectLine" : "DetectRegion");
        if (DahuaScreen.Corners(area) is not { } corners || corners.Length < (isLine ? 2 : 3))
        {
            row.BecauseAll("the rule has no line or area that can be read");
            notes.Warn(path, "a rule has no line or area that can be read; it is left out.");
            return null;
        }

        DahuaScreen.Take(area);
        type.Taken();
        var rule = new Rule
        {
            Kind = isLine ? kind : Field(kind, config, path),
            Name = row.At("Name").Text() is { Length: > 0 } name ? name
                : FormattableString.Invariant($"rule {row.Name}"),
            Enabled = row.At("Enable").Bool(),
            Direction = isLine ? config.At("Direction").Map(Ways, path + ".direction", notes) : null,
            StayTime = config.At("MinDuration").Number(),
            Polygon = isLine ? null : corners,
            Objects = Objects(row.At("ObjectTypes")),
            Schedule = schedules.Name(handler.At("TimeSection"), FormattableString.Invariant($"rule {channel + 1}")),
            Actions = DahuaActions.Parse(handler, channel),
        };
        return isLine ? Segments(rule, corners, path) : [rule];
    }

    /// <summary>A line may bend; the profile's lines do not, so each piece becomes a rule of its own.</summary>
    private List<Rule> Segments(Rule rule, ImmutableArray<Point> points, string path)
    {
        if (points.Length > 2)
            notes.Info(
                path,
                $"the line '{Printable.Clip(rule.Name)}' bends; "
                    + FormattableString.Invariant($"it is carried as {points.Length - 1} lines."));
        return [.. Enumerable.Range(0, points.Length - 1).Select(i => rule with
        {
            Name = i == 0 ? rule.Name : FormattableString.Invariant($"{rule.Name} ({i + 1})"),
                Line = [points[i], points[i + 1]],
        })];
    }

    /// <summary>Entering and leaving have rules of their own; being inside, or both ways, is the common one.</summary>
    private string Field(string kind, AnswerNode? config, string path)
    {
        var (actions, way) = (config.At("ActionType").Words().ToList(), config.At("Direction"));
        var isCrossing = actions.Count == 0 || actions.Contains("Cross", StringComparer.OrdinalIgnoreCase);
        config.At("ActionType").TakenAll();
        way.Taken();
        if (kind != "FieldDetector") return kind;
        if (way.Peek() is not null) notes.Assume(path);
        return way.Peek()?.ToUpperInvariant() switch
        {
            "ENTER" when isCrossing => "RegionEntranceDetector",
            "LEAVE" when isCrossing => "RegionExitDetector",
            _ => kind,
        };
    }

    private static ImmutableArray<DetectedObject>? Objects(AnswerNode? types)
    {
        if (types is null) return null;
        var objects = ImmutableArray.CreateBuilder<DetectedObject>();
        foreach (var (_, node) in types.Items())
        {
            if (node.Peek() is not { } word) continue;
            if (!Things.TryGetValue(word, out var thing)) node.Because("no vendor-neutral kind of object");
            else
            {
                node.Taken();
                if (!objects.Contains(thing)) objects.Add(thing);
            }
        }

        return objects.ToImmutable();
    }

    /// <summary>A name that no rule has.</summary>
    internal static string Free(string name, IReadOnlyCollection<Rule> rules)
    {
        var free = name;
        for (var i = 2; rules.Any(r => r.Name == free); i++) free = FormattableString.Invariant($"{name} ({i})");
        return free;
    }
}
