using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;
using CamMigrate.Onvif.Clients;
using CamMigrate.Onvif.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Legacy;

/// <summary>Microphones and loudspeakers.</summary>
internal sealed class LegacyAudio(Questions questions, OnvifServices services, ReadingNotes notes)
{
    private Answer? inputs, outputs, levels;
    private readonly Dictionary<string, Answer> options = new(StringComparer.Ordinal);

    internal async Task AskAsync()
    {
        // Media2 has no list of sources; DeviceIO has, where there is no Media1.
        Task<Answer>? hear = null, speak = null;
        if (services.Media1 is { } media)
        {
            hear = questions.TryAsync("trt:GetAudioSources", "audio.inputs", media.GetAudioSourcesAsync);
            speak = questions.TryAsync("trt:GetAudioOutputs", "audio.outputs", media.GetAudioOutputsAsync);
        }
        else if (services.DeviceIo is { } contacts)
        {
            hear = questions.TryAsync("tmd:GetAudioSources", "audio.inputs", contacts.GetAudioSourcesAsync);
            speak = questions.TryAsync("tmd:GetAudioOutputs", "audio.outputs", contacts.GetAudioOutputsAsync);
        }

        inputs = hear is null ? null : await hear;
        outputs = speak is null ? null : await speak;
    }

    /// <summary>Asks how loud the loudspeakers are, where there are some.</summary>
    internal async Task AskMoreAsync(IMediaClient media)
    {
        if (!Entries(outputs, "AudioOutputs").Any()) return;
        var prefix = OnvifServices.Prefix(media);
        levels = await questions.TryAsync(
            $"{prefix}:GetAudioOutputConfigurations", "audio.outputs", media.GetAudioOutputConfigurationsAsync);
        foreach (var configuration in levels.Part.Children("Configurations").Take(16).ToList())
        {
            options[configuration.Token] = await questions.TryAsync(
                $"{prefix}:GetAudioOutputConfigurationOptions {configuration.Token}", null,
                token => media.GetAudioOutputConfigurationOptionsAsync(configuration.Token, token));
            options[configuration.Token].Node.IgnoreDocument(IgnoreRule.Capability);
        }
    }

    /// <summary>Takes what came; null = nothing is known of sound.</summary>
    internal AudioSettings? Parse(List<LegacyProfile> profiles)
    {
        foreach (var configuration in profiles.Select(p => p.AudioSource).OfType<Part>())
            configuration.Node.Ignore(IgnoreRule.Identity, "SourceToken");
        var listed = Entries(inputs, "AudioSources").Select(TokenOf);
        var used = profiles.Select(p => p.AudioSource.Raw("SourceToken")).OfType<string>();
        var tokens = listed.Concat(used).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Take(64).ToList();
        foreach (var source in Entries(inputs, "AudioSources"))
        {
            source.Node.Ignore(IgnoreRule.Identity, "@token");
            source.Node.Ignore(IgnoreRule.Capability, "Channels");
            // DeviceIO lists tokens alone.
            source.Node.Ignore(IgnoreRule.Identity);
        }

        if (inputs?.Part is null && outputs?.Part is null && tokens.Count == 0) return null;
        return new AudioSettings
        {
            Inputs = inputs?.Part is null && tokens.Count == 0
                ? null : [.. tokens.Select((token, i) => Input(token, i, profiles))],
            Outputs = outputs?.Part is null
                ? null : [.. Entries(outputs, "AudioOutputs").Take(64).Select((output, i) => Output(output, i))],
        };
    }

    private AudioChannel Input(string token, int index, List<LegacyProfile> profiles)
    {
        // A microphone works where a profile with a sound encoder has it.
        var own = profiles.Where(p => p.AudioSource.Raw("SourceToken") == token && p.AudioEncoder is not null).ToList();
        var encoding = own.FirstOrDefault()?.AudioEncoder?.Node.At("Encoding");
        var name = Encoding(encoding.Peek());
        if (name is not null) encoding.Taken();
        if (name is "G711U" && encoding.Peek() is "G711") notes.Assume("audio.inputs");
        return new AudioChannel { Number = index + 1, Enabled = own.Count > 0, Encoding = name };
    }

    private AudioChannel Output(Part output, int index)
    {
        output.Node.Ignore(IgnoreRule.Identity, "@token");
        output.Node.Ignore(IgnoreRule.Identity);
        var configuration = levels?.Part.Children("Configurations")
            .FirstOrDefault(c => c.Raw("OutputToken") == TokenOf(output));
        configuration?.Node.Ignore(IgnoreRule.Identity, "@token", "Name", "UseCount", "OutputToken");
        configuration?.Node.Ignore(IgnoreRule.Capability, "SendPrimacy");
        var level = configuration?.Node.At("OutputLevel");
        var range = configuration is null ? null : options.GetValueOrDefault(configuration.Token)?.Part
            .At("Options", "OutputLevelRange")?.Element.Range();
        if (range is null || level.PeekNumber() is not { } value)
        {
            level.Because("the camera does not tell the range of this level");
            return new AudioChannel { Number = index + 1 };
        }

        level.Taken();
        return new AudioChannel { Number = index + 1, Volume = range.Value.ToPercent(value) };
    }

    private static IEnumerable<Part> Entries(Answer? answer, string name) =>
        answer?.Part.Children(name).Concat(answer.Part.Children("Token")) ?? [];

    private static string TokenOf(Part entry) => entry.Token.Length > 0 ? entry.Token : entry.Element.Value;

    /// <summary>Media1's G711 is µ-law by the way it is streamed; Media2 says it.</summary>
    private static string? Encoding(string? word) => word?.ToUpperInvariant() switch
    {
        null => null,
        "G711" or "PCMU" => "G711U",
        "PCMA" => "G711A",
        "MP4A-LATM" or "MPEG4-GENERIC" or "AAC" => "AAC",
        var other => other.Length <= 40 ? other : null,
    };
}
