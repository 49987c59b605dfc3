using System.Collections.Frozen;
using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>Microphones as the streams use them: the block <c>Audio</c> of each stream.</summary>
internal static class DahuaAudio
{
    private static readonly FrozenDictionary<string, string> Codecs = new Dictionary<string, string>
    {
        ["G.711A"] = "G711A",
        ["G.711Mu"] = "G711U",
        ["AAC"] = "AAC",
        ["G.726"] = "G726",
        ["G.722.1"] = "G722.1",
        ["G.723"] = "G723",
        ["PCM"] = "PCM",
        ["MP2L2"] = "MP2",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The microphones; null = nothing is said of sound.</summary>
    /// <param name="channels">The streams of each channel that can be viewed.</param>
    internal static AudioSettings? Parse(IEnumerable<(int Channel, IReadOnlyList<AnswerNode> Rows)> channels)
    {
        var inputs = channels.Where(c => c.Rows.Any(HasSound)).Select(c => Input(c.Channel, c.Rows)).ToImmutableArray();
        return inputs.IsEmpty ? null : new AudioSettings { Inputs = inputs };
    }

    private static bool HasSound(AnswerNode row) => row.At("AudioEnable") is not null || row.At("Audio") is not null;

    private static AudioChannel Input(int channel, IReadOnlyList<AnswerNode> rows)
    {
        string? encoding = null;
        foreach (var node in rows.Select(r => r.At("Audio", "Compression")))
        {
            if (node.Peek() is not { } word || !Codecs.TryGetValue(word, out var codec)) continue;
            encoding ??= codec;
            if (codec == encoding) node.Taken();
            else node.Because("the profile has one codec for each microphone");
        }

        return new AudioChannel
        {
            Number = channel + 1,
            // In use when any stream carries it.
            Enabled = rows.Any(r => r.At("AudioEnable").PeekBool() is true),
            Encoding = encoding,
        };
    }
}
