using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>Small detections: <c>BlindDetect[ch]</c>, <c>MovedDetect[ch]</c>, <c>AudioDetect[n]</c>.</summary>
internal sealed class DahuaDetections(DahuaTables tables, DahuaSchedules schedules)
{
    /// <summary>A covered lens.</summary>
    internal TamperDetection? Tamper(int channel)
    {
        if (tables.Of("BlindDetect", channel) is not { } table) return null;
        var handler = table.At("EventHandler");
        return new TamperDetection
        {
            Enabled = table.At("Enable").Bool(),
            Sensitivity = Sensitivity(table),
            Schedule = schedules.Name(handler.At("TimeSection"), FormattableString.Invariant($"tamper {channel + 1}")),
            Actions = DahuaActions.Parse(handler, channel),
        };
    }

    /// <summary>A turned camera, and sounds: rules of a kind of their own.</summary>
    internal IEnumerable<Rule> Rules(int channel)
    {
        if (tables.Of("MovedDetect", channel) is { } moved)
            yield return One(moved, "SceneChangeDetector", "scene change", moved.At("Enable").Bool(),
                Sensitivity(moved), channel);
        if (tables.Of("AudioDetect", channel) is not { } audio) yield break;
        var on = audio.At("MutationDetect") ?? audio.At("Enable");
        if (audio.At("MutationDetect") is not null) audio.At("Enable").Taken();
        yield return One(audio, "AudioDetector", "audio", on.Bool(), Level(audio), channel);
    }

    /// <summary>In per cent where it says so, else one of six levels.</summary>
    private static double? Sensitivity(AnswerNode table)
    {
        if (table.At("Sensitivity").PeekNumber() is null) return DahuaMotion.Level(table.At("Level"));
        table.At("Level").Ignore(DahuaRule.Mirror);
        return table.At("Sensitivity").Percent();
    }

    /// <summary>The threshold of a sudden sound; its name is misspelt.</summary>
    private static double? Level(AnswerNode audio)
    {
        var threshold = audio.At("MutationThreold") ?? audio.At("MutationThreshold");
        return threshold is null ? Sensitivity(audio) : threshold.Number(0, 100) is { } value ? 100 - value : null;
    }

    private Rule One(AnswerNode table, string kind, string name, bool? enabled, double? sensitivity, int channel)
    {
        var handler = table.At("EventHandler");
        return new Rule
        {
            Kind = kind,
            Name = name,
            Enabled = enabled,
            Sensitivity = sensitivity,
            Schedule = schedules.Name(handler.At("TimeSection"), FormattableString.Invariant($"{name} {channel + 1}")),
            Actions = DahuaActions.Parse(handler, channel),
        };
    }
}
