using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Onvif.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Legacy;

/// <summary>Presets, tours and limits of a movable camera.</summary>
internal static class LegacyPtz
{
    /// <summary>Asks for presets, and for tours where the node has some or does not say.</summary>
    internal static IEnumerable<Task> Ask(
        LegacySource source, OnvifServices services, Questions questions, Part? nodes)
    {
        if (services.Ptz is not { } client || source.Moving is not { } profile) yield break;
        var path = SettingPath.Source(source.Number) + ".ptz";
        yield return questions.KeepAsync(
            questions.AskAsync(
                $"tptz:GetPresets {profile.Token}", path + ".presets", isAdvertised: true,
                token => client.GetPresetsAsync(profile.Token, token)),
            answer => source.Presets = answer);
        var node = nodes.Children("PTZNode").FirstOrDefault(n => n.Token == profile.Ptz.Raw("NodeToken"));
        var most = node.At("Extension", "SupportedPresetTour", "MaximumNumberOfPresetTours")?.Element;
        if (most.Int() is not > 0) yield break;
        yield return questions.KeepAsync(
            questions.AskAsync(
                $"tptz:GetPresetTours {profile.Token}", path + ".tours", isAdvertised: true,
                token => client.GetPresetToursAsync(profile.Token, token)),
            answer => source.Tours = answer);
    }

    /// <summary>Takes what came; null = the source does not move.</summary>
    internal static PtzSettings? Parse(LegacySource source, ReadingNotes notes)
    {
        if (source.Moving?.Ptz is not { } configuration) return null;
        var node = configuration.Node;
        node.Ignore(IgnoreRule.Identity, "NodeToken");
        node.Ignore(
            IgnoreRule.Capability, "DefaultAbsolutePantTiltPositionSpace", "DefaultAbsoluteZoomPositionSpace",
            "DefaultRelativePanTiltTranslationSpace", "DefaultRelativeZoomTranslationSpace",
            "DefaultContinuousPanTiltVelocitySpace", "DefaultContinuousZoomVelocitySpace");
        return LegacyPresets.Parse(
            source.Presets?.Part, source.Tours?.Part, node, SettingPath.Source(source.Number) + ".ptz", notes);
    }
}
