using System.Collections.Frozen;
using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>What surrounds every detection of one channel: when it is armed, what it sets off, what it looks for.</summary>
/// <param name="Channel">Number of the channel.</param>
/// <param name="Arming">The weeks.</param>
/// <param name="Linkage">The triggers.</param>
internal sealed record HikvisionEvents(int Channel, HikvisionArming Arming, HikvisionLinkage Linkage)
{
    private static readonly FrozenDictionary<string, DetectedObject> Targets = new Dictionary<string, DetectedObject>
    {
        ["human"] = DetectedObject.Human,
        ["vehicle"] = DetectedObject.Vehicle,
        ["nonMotor"] = DetectedObject.Bicycle,
        ["animal"] = DetectedObject.Animal,
        ["face"] = DetectedObject.Face,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal string? Schedule(HikvisionEvent kind, string path) => Arming.Name(kind, Channel, path);

    internal ImmutableArray<EventAction>? Actions(HikvisionEvent kind) => Linkage.Actions(kind, Channel);

    /// <summary>Words with commas between them; no word = anything that moves. Null = not told, or not understood.</summary>
    /// <param name="node">The element, since 5.7.</param>
    internal static ImmutableArray<DetectedObject>? Objects(AnswerNode? node)
    {
        if (node is null) return null;
        var words = (node.Peek() ?? "").Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!words.All(Targets.ContainsKey))
        {
            node.Because("no vendor-neutral setting for this word");
            return null;
        }

        if (words.Length > 0) node.Taken();
        return [.. words.Select(word => Targets[word]).Distinct()];
    }
}
