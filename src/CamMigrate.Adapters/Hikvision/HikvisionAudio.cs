using System.Collections.Frozen;
using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>Microphones as the streams use them, volumes from <c>GET /ISAPI/System/TwoWayAudio/channels</c>.</summary>
internal static class HikvisionAudio
{
    private static readonly FrozenDictionary<string, string> Codecs = new Dictionary<string, string>
    {
        ["G.711ulaw"] = "G711U",
        ["G.711alaw"] = "G711A",
        ["AAC"] = "AAC",
        ["G.726"] = "G726",
        ["G.722.1"] = "G722.1",
        ["MP2L2"] = "MP2",
        ["PCM"] = "PCM",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static AudioSettings? Parse(
        IEnumerable<AnswerNode> streams, bool hasUnreadStreams, AnswerNode? twoWay)
    {
        var voices = Voices(twoWay).ToDictionary(v => v.Number);
        var inputs = streams.Select(s => s.At("Audio")).OfType<AnswerNode>().GroupBy(Channel).OrderBy(g => g.Key)
            .Select(group => Input(group, voices.GetValueOrDefault(group.Key))).ToImmutableArray();
        if (inputs.IsEmpty && voices.Count == 0) return null;
        return new AudioSettings
        {
            Inputs = inputs.IsEmpty && hasUnreadStreams ? null : inputs,
            Outputs = twoWay is null ? null : [.. voices.Values.Where(v => v.Speaker is not null).Select(v => v.Output())],
        };
    }

    private static int Channel(AnswerNode audio) => audio.At("audioInputChannelID").Int(1) ?? 1;

    /// <summary>The microphone is in use when any stream carries it.</summary>
    private static AudioChannel Input(IGrouping<int, AnswerNode> streams, Voice? voice)
    {
        string? encoding = null;
        foreach (var node in streams.Select(s => s.At("audioCompressionType")))
        {
            if (node.Peek() is not { } word || !Codecs.TryGetValue(word, out var codec)) continue;
            encoding ??= codec;
            if (codec == encoding) node.Taken();
            else node.Because("the profile has one codec for each microphone");
        }

        return new AudioChannel
        {
            Number = streams.Key,
            Enabled = streams.Any(s => s.At("enabled").Bool() is true),
            Encoding = encoding,
            Volume = voice?.Channel.At("microphoneVolume").Percent(),
        };
    }

    private static IEnumerable<Voice> Voices(AnswerNode? list)
    {
        var seen = new HashSet<int>();
        foreach (var channel in list.Children("TwoWayAudioChannel"))
        {
            if (channel.At("id").Int(1) is not { } number || !seen.Add(number)) continue;
            yield return new Voice(number, channel.At("speakerVolume").Percent(), channel);
        }
    }

    /// <summary>A channel of two-way audio: codec and switch belong to what is heard at the camera.</summary>
    private sealed record Voice(int Number, double? Speaker, AnswerNode Channel)
    {
        internal AudioChannel Output()
        {
            var codec = Channel.At("audioCompressionType");
            string? encoding = null;
            if (codec.Peek() is { } word && Codecs.TryGetValue(word, out encoding)) codec.Taken();
            return new AudioChannel
            {
                Number = Number,
                Enabled = Channel.At("enabled").Bool(),
                Encoding = encoding,
                Volume = Speaker,
            };
        }
    }
}
