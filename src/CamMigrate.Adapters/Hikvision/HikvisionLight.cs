using System.Collections.Frozen;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// Built-in lamps: <c>SupplementLight</c>, a block of the picture settings or a document of its own; before it,
/// <c>IrLight</c>.
/// </summary>
internal static class HikvisionLight
{
    private static readonly FrozenDictionary<string, (LightKind? Kind, bool IsOff)> Modes =
        new Dictionary<string, (LightKind?, bool)>
        {
            ["colorVuWhiteLight"] = (LightKind.White, false),
            ["whiteLight"] = (LightKind.White, false),
            ["irLight"] = (LightKind.Infrared, false),
            ["eventIntelligence"] = (LightKind.Hybrid, false),
            ["close"] = (null, true),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, OnOffAuto> Regulations = new Dictionary<string, OnOffAuto>
    {
        ["auto"] = OnOffAuto.Auto,
        ["manual"] = OnOffAuto.On,
        ["on"] = OnOffAuto.On,
        ["open"] = OnOffAuto.On,
        ["off"] = OnOffAuto.Off,
        ["close"] = OnOffAuto.Off,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static LightSettings? Parse(AnswerNode? supplement, AnswerNode? infrared, string path, ReadingNotes notes)
    {
        var light = path + ".light";
        if (supplement is not null) return Supplement(supplement, light, notes);
        return infrared.At("mode").Map(Regulations, light + ".mode", notes) is { } mode
            ? new LightSettings
            {
                Kind = LightKind.Infrared,
                Mode = mode,
                Level = infrared.At("brightnessLevel").Percent(),
            }
            : null;
    }

    private static LightSettings? Supplement(AnswerNode block, string path, ReadingNotes notes)
    {
        if (block.At("supplementLightMode").Map(Modes, path + ".kind", notes) is not { } lamp) return null;
        var (regulation, white, infrared) = (
            block.At("mixedLightBrightnessRegulatMode"), block.At("whiteLightBrightness"),
            block.At("irLightBrightness"));
        if (lamp.IsOff)
        {
            foreach (var node in (AnswerNode?[])[regulation, white, infrared]) node.Ignore(IgnoreRule.NotInForce);
            return new LightSettings { Mode = OnOffAuto.Off };
        }

        var (level, other) = lamp.Kind == LightKind.White ? (white, infrared)
            : (infrared ?? white, infrared is null ? null : white);
        if (lamp.Kind == LightKind.Hybrid)
            other.Because("the camera has a level for each of two lamps, the profile one");
        else other.Ignore(IgnoreRule.NotInForce);
        return new LightSettings
        {
            Kind = lamp.Kind,
            Mode = regulation is null ? OnOffAuto.On : regulation.Map(Regulations, path + ".mode", notes),
            Level = level.Percent(),
        };
    }
}
