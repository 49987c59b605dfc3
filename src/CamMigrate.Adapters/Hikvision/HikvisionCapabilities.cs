using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// What the camera says it has: <c>GET /ISAPI/System/capabilities</c>. Its word saves requests; it is no proof.
/// </summary>
internal sealed class HikvisionCapabilities
{
    private static readonly (string Flag, string Area)[] NotRead =
    [
        ("isSupportFaceDetect", "face detection"), ("isSupportLoitering", "loitering"),
        ("isSupportGroup", "group detection"), ("isSupportRapidMove", "fast moving"), ("isSupportParking", "parking"),
        ("isSupportUnattendedBaggage", "unattended baggage"), ("isSupportAttendedBaggage", "object removal"),
        ("isSupportDefocusDetection", "defocus"), ("isSupportROI", "region of interest"),
        ("isSupportFireDetection", "fire detection"), ("isSupportThermometry", "thermometry"),
    ];

    // More than any recorder has: a number beyond it is no count.
    private const int MostInputs = 64;

    private readonly Dictionary<string, bool> flags = new(StringComparer.OrdinalIgnoreCase);

    internal HikvisionCapabilities(AnswerNode? document)
    {
        if (document is null) return;
        document.IgnoreDocument(IgnoreRule.Capability);
        var leaves = document.Leaves().ToList();
        VideoInputs = leaves.FirstOrDefault(l => l.Name == "videoInputPortNums").PeekInt() is > 0 and <= MostInputs and var n ? n : 0;
        foreach (var leaf in leaves)
            if (Says(leaf) is { } value) flags[Name(leaf)] = value || flags.GetValueOrDefault(Name(leaf));
        foreach (var group in document.DescendantsAndSelf().Where(node => !node.IsLeaf)) flags.TryAdd(group.Name, true);
    }

    /// <summary>How many video inputs it has; 0 = it does not say. Network cameras say 0 of themselves.</summary>
    internal int VideoInputs { get; }

    /// <summary>Whether the camera has it; null = it does not say, as old firmware does of many things.</summary>
    internal bool? Has(string flag) => flags.TryGetValue(flag, out var value) ? value : null;

    /// <summary>Tells what the camera may be set to do that no document read here speaks of.</summary>
    internal void Report(ReadingNotes notes)
    {
        var areas = NotRead.Where(n => Has(n.Flag) is true).Select(n => n.Area).ToList();
        if (areas.Count > 0)
            notes.Info("notCarried", "The camera also offers what is not read: " + string.Join(", ", areas) + ".");
    }

    // A number of ports says whether there are any.
    private static bool? Says(AnswerNode leaf) =>
        leaf.PeekBool() ?? (leaf.Name.EndsWith("Nums", StringComparison.OrdinalIgnoreCase) ? leaf.PeekInt() > 0 : null);

    // SNMP's flag is called isSupport like others; its parent tells which one it is.
    private static string Name(AnswerNode leaf) => leaf.Name == "isSupport" ? leaf.Parent!.Name + "/isSupport" : leaf.Name;
}
