using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Onvif.Reading;

namespace CamMigrate.Onvif.Legacy;

/// <summary>Motion, tampering and rules of a source, from the analytics service or from the media profiles.</summary>
internal static class LegacyAnalytics
{
    internal static IEnumerable<Task> Ask(LegacySource source, OnvifServices services, Questions questions)
    {
        if (services.Analytics is not { } client || source.Analytics is not { Token: { Length: > 0 } configuration })
            yield break;
        yield return questions.KeepAsync(
            questions.AskAsync(
                $"tan:GetAnalyticsModules {configuration}", null, isAdvertised: true,
                token => client.GetAnalyticsModulesAsync(configuration, token)),
            answer => source.Modules = answer);
        yield return questions.KeepAsync(
            questions.AskAsync(
                $"tan:GetRules {configuration}", null, isAdvertised: true,
                token => client.GetRulesAsync(configuration, token)),
            answer => source.Rules = answer);
    }

    internal static (MotionDetection? Motion, TamperDetection? Tamper, ImmutableArray<Rule>? Rules) Parse(
        LegacySource source, OnvifServices services, ReadingNotes notes)
    {
        if (source.Analytics is not { } configuration) return (null, null, null);
        var path = SettingPath.Source(source.Number);
        var (engine, table) = (
            configuration.At("AnalyticsEngineConfiguration"), configuration.At("RuleEngineConfiguration"));
        Copies.Ignore(engine?.Node, source.Modules?.Node);
        Copies.Ignore(table?.Node, source.Rules?.Node);
        foreach (var failed in new[] { source.Modules, source.Rules })
        {
            if (failed is not { Document: { Outcome: DocumentOutcome.Unread } document } || HasContent(engine, table))
                continue;
            notes.Missed(path + ".motionDetection", document.Name, document.Reason ?? "it did not come.");
            if (failed == source.Rules)
                notes.Missed(path + ".rules", document.Name, document.Reason ?? "it did not come.");
        }

        var modules = AnalyticsItem.All(source.Modules?.Part ?? engine, "AnalyticsModule");
        var rules = AnalyticsItem.All(source.Rules?.Part ?? table, "Rule");
        if (modules.IsEmpty && rules.IsEmpty)
            return (null, null, services.Analytics is not null && source.Rules?.Part is not null ? [] : null);
        return (LegacyMotion.Motion(modules, rules, path, notes), LegacyMotion.Tamper(modules, rules, path, notes),
            LegacyRules.Parse(rules, path, notes));
    }

    private static bool HasContent(Part? engine, Part? rules) => engine.Children().Any() || rules.Children().Any();
}
