using System.Collections.Frozen;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Built-in lamps: <c>Lighting_V2[ch][p][i]</c>, before it <c>Lighting[ch][p]</c>. On cameras with two kinds of lamp
/// <c>LightingScheme[ch][p]</c> decides which may light.
/// </summary>
internal static class DahuaLight
{
    private const int MostLamps = 16;

    private static readonly FrozenDictionary<string, OnOffAuto> Modes = new Dictionary<string, OnOffAuto>
    {
        ["Auto"] = OnOffAuto.Auto,
        ["ZoomPrio"] = OnOffAuto.Auto,
        ["SmartLight"] = OnOffAuto.Auto,
        ["Manual"] = OnOffAuto.On,
        ["ForceOn"] = OnOffAuto.On,
        ["Off"] = OnOffAuto.Off,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, LightKind> Schemes = new Dictionary<string, LightKind>
    {
        ["InfraredMode"] = LightKind.Infrared,
        ["WhiteMode"] = LightKind.White,
        ["AIMode"] = LightKind.Hybrid,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static LightSettings? Parse(
        AnswerNode? lamps, AnswerNode? older, AnswerNode? scheme, string path, ReadingNotes notes)
    {
        var light = path + ".light";
        if (lamps is null || !lamps.Items().Any()) return One(older, LightKind.Infrared, light, notes);
        Mirror(older);
        var rows = lamps.Items().Take(MostLamps).Select(i => i.Node).ToList();
        var kind = scheme.At("LightingMode").Map(Schemes, light + ".kind", notes);
        var used = kind is { } chosen ? rows.Find(r => Kind(r) == chosen) : Lit(rows);
        if (kind is null && rows.Count > 1) notes.Assume(light);
        foreach (var row in rows.Where(r => r != used)) NotLit(row);
        if (used is null)
            return new LightSettings { Kind = kind, Mode = kind is null ? OnOffAuto.Off : OnOffAuto.Auto };
        return One(used, kind ?? Kind(used), light, notes);
    }

    private static LightKind? Kind(AnswerNode row) => row.At("LightType").Peek()?.ToUpperInvariant() switch
    {
        "INFRAREDLIGHT" => LightKind.Infrared,
        "WHITELIGHT" => LightKind.White,
        "AIMIXLIGHT" => LightKind.Hybrid,
        _ => null,
    };

    /// <summary>Without a scheme: the first that is not off.</summary>
    private static AnswerNode? Lit(List<AnswerNode> rows) =>
        rows.Find(r => r.At("Mode").Peek() is { } word && !word.Equals("Off", StringComparison.OrdinalIgnoreCase));

    private static LightSettings? One(AnswerNode? row, LightKind? kind, string path, ReadingNotes notes)
    {
        if (row.At("Mode").Map(Modes, path + ".mode", notes) is not { } mode) return null;
        row.At("LightType").Taken();
        var bank = row.At("MiddleLight") ?? row.At("NearLight") ?? row.At("FarLight");
        var level = bank.Row(0).At("Light");
        return new LightSettings { Kind = kind, Mode = mode, Level = level.Percent() };
    }

    private static void NotLit(AnswerNode row)
    {
        row.At("LightType").Ignore(IgnoreRule.Identity);
        row.Ignore(
            IgnoreRule.NotInForce, "Mode", "Correction", "Sensitive", "LightSwitchDelay", "PercentOfMaxBrightness");
        foreach (var bank in new[] { "MiddleLight", "NearLight", "FarLight" })
            foreach (var (_, lamp) in row.At(bank).Items()) lamp.Ignore(IgnoreRule.NotInForce, "Light", "Angle");
    }

    private static void Mirror(AnswerNode? older)
    {
        older.Ignore(DahuaRule.Mirror, "Mode", "Correction", "Sensitive", "Name");
        foreach (var bank in new[] { "MiddleLight", "NearLight", "FarLight" })
            foreach (var (_, lamp) in older.At(bank).Items()) lamp.Ignore(DahuaRule.Mirror, "Light", "Angle");
    }
}
