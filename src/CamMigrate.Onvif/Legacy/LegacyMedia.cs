using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Clients;
using CamMigrate.Onvif.Reading;

namespace CamMigrate.Onvif.Legacy;

/// <summary>Everything about pictures and sound: media profiles, and what hangs on their sources.</summary>
internal sealed class LegacyMedia(Questions questions, OnvifServices services, ReadingNotes notes)
{
    private const int MostSources = 64;
    private const int MostEncoders = 16;

    private readonly LegacyAudio audio = new(questions, services, notes);
    private readonly LegacyOverlays overlays = new(questions, services, notes);
    private Answer? profilesAnswer, sourcesAnswer, nodesAnswer;
    private IMediaClient media = null!;
    private List<LegacyProfile> profiles = [];
    private ImmutableArray<LegacySource> sources = [];

    /// <summary>Where the streams are, once the sources were taken.</summary>
    internal ImmutableArray<SourceStream> Streams { get; private set; } = [];

    /// <summary>Microphones and loudspeakers, once the sources were taken.</summary>
    internal AudioSettings? Audio { get; private set; }

    /// <summary>Asks for what needs nothing to be known.</summary>
    internal async Task AskAsync()
    {
        var first = services.Media2 is { } media2 ? ProfilesAsync(media2) : ProfilesAsync(services.Media1);
        var list = services.Media1 is { } media1
            ? questions.AskAsync("trt:GetVideoSources", null, isAdvertised: true, media1.GetVideoSourcesAsync)
            : null;
        var nodes = services.Ptz is { } ptz
            ? questions.TryAsync("tptz:GetNodes", null, ptz.GetNodesAsync)
            : null;
        await Task.WhenAll(first, list ?? Task.CompletedTask, nodes ?? Task.CompletedTask, audio.AskAsync(), overlays.AskAsync());
        sourcesAnswer = list is null ? null : await list;
        nodesAnswer = nodes is null ? null : await nodes;
        nodesAnswer?.Node.IgnoreDocument(IgnoreRule.Capability);
    }

    /// <summary>Asks for what the profiles name.</summary>
    internal async Task AskMoreAsync()
    {
        profiles = LegacyProfile.Parse(profilesAnswer?.Part);
        if (services.Media2 is not null && services.Media1 is { } media1 && profiles.All(p => p.Encoder is null))
        {
            // A Media2 that does not answer, or firmware that ignores the wanted type of configuration.
            await ProfilesAsync(media1);
            profiles = LegacyProfile.Parse(profilesAnswer?.Part);
        }

        sources = Sources();
        var bare = profiles.Where(p => p.Encoder is { } e && e.Element.At("Encoding") is null).ToList();
        var list = bare.Count == 0 ? null : await questions.AskAsync(
            Name("GetVideoEncoderConfigurations"), "videoSources", isAdvertised: true,
            media.GetVideoEncoderConfigurationsAsync);
        foreach (var part in list?.Part.Children("Configurations") ?? [])
            part.Node.Ignore(IgnoreRule.Identity, "@token", "Name", "UseCount");
        foreach (var source in sources) Encoders(source, list?.Part);
        var tasks = sources.SelectMany(AskSource).ToList();
        tasks.Add(overlays.AskMoreAsync(sources));
        tasks.Add(audio.AskMoreAsync(media));
        await Task.WhenAll(tasks);
    }

    /// <summary>Takes everything.</summary>
    internal ImmutableArray<VideoSource>? Parse()
    {
        overlays.Sort(sources);
        var done = ImmutableArray.CreateBuilder<VideoSource>();
        var streams = ImmutableArray.CreateBuilder<SourceStream>();
        foreach (var source in sources)
        {
            source.Encoders = StreamNames.Assign(source.Encoders);
            done.Add(new LegacyPicture(source, services, notes).Parse(overlays));
            streams.AddRange(LegacyStreams.Parse(source, services.Session.Address, notes));
        }

        Audio = audio.Parse(profiles);
        Streams = streams.ToImmutable();
        // Without profiles nothing is known of pictures, which is not the same as having none.
        return profilesAnswer?.Part is null ? null : done.ToImmutable();
    }

    private async Task ProfilesAsync(IMediaClient? client)
    {
        if (client is null) return;
        media = client;
        services.Media = client;
        profilesAnswer = await questions.AskAsync(
            Name("GetProfiles"), client == services.Media2 && services.Media1 is not null ? null : "videoSources",
            isAdvertised: true, client.GetProfilesAsync);
    }

    private ImmutableArray<LegacySource> Sources()
    {
        var listed = sourcesAnswer?.Part.Children("VideoSources").Take(MostSources).ToList() ?? [];
        foreach (var part in listed)
        {
            part.Node.Ignore(IgnoreRule.Identity, "@token");
            part.Node.Ignore(IgnoreRule.Capability, "Framerate");
            part.Node.At("Resolution").Ignore(IgnoreRule.Capability, "Width", "Height");
        }

        var tokens = listed.Select(s => s.Token).Concat(profiles.Select(p => p.Source).OfType<string>())
            .Distinct(StringComparer.Ordinal).ToList();
        if (tokens.Count > MostSources)
            notes.Warn("videoSources", FormattableString.Invariant($"the camera has more than {MostSources} video sources; the others are left out."));
        return
        [
            .. tokens.Take(MostSources).Select((token, i) => new LegacySource(
                i + 1, token, [.. profiles.Where(p => p.Source == token)])
            {
                Element = listed.FirstOrDefault(s => s.Token == token),
            }),
        ];
    }

    /// <summary>The encoders of a source: each configuration once, with the first profile that has it.</summary>
    private void Encoders(LegacySource source, Part? list)
    {
        var found = source.Profiles.Where(p => p.Encoder is not null)
            .GroupBy(p => p.Encoder!.Token, StringComparer.Ordinal).ToList();
        if (found.Count > MostEncoders)
            notes.Warn(
                SettingPath.Source(source.Number),
                FormattableString.Invariant($"the source has more than {MostEncoders} encoders; the others are left out."));
        foreach (var group in found.Take(MostEncoders))
        {
            var part = list.Children("Configurations").FirstOrDefault(c => c.Token == group.Key)
                ?? group.First().Encoder!;
            if (part != group.First().Encoder) Copies.Ignore(group.First().Encoder!.Node, part.Node);
            source.EncoderParts[group.Key] = part;
            source.Encoders = source.Encoders.Add(new OnvifEncoder
            {
                Stream = "",
                Token = group.Key,
                Element = part.Element,
                Options = new VideoEncoderOptions { Stream = "" },
                ProfileToken = group.First().Token,
                Profiles = group.Count(),
            });
        }
    }

    private IEnumerable<Task> AskSource(LegacySource source)
    {
        var path = SettingPath.Source(source.Number);
        foreach (var encoder in source.Encoders) yield return OptionsAsync(source, encoder);
        foreach (var encoder in source.Encoders)
            yield return questions.KeepAsync(
                questions.AskAsync(
                    $"{Name("GetStreamUri")} {encoder.ProfileToken}", null, isAdvertised: true,
                    token => media.GetStreamUriAsync(encoder.ProfileToken, token)),
                answer => source.StreamUris[encoder.Token] = answer);
        if (source.Encoders.FirstOrDefault() is { } main)
            yield return questions.KeepAsync(
                questions.TryAsync(
                    $"{Name("GetSnapshotUri")} {main.ProfileToken}", null,
                    token => media.GetSnapshotUriAsync(main.ProfileToken, token)),
                answer => source.SnapshotUri = answer);
        if (services.Imaging is { } imaging)
        {
            yield return questions.KeepAsync(
                questions.AskAsync(
                    $"timg:GetImagingSettings {source.Token}", path + ".imaging", isAdvertised: true,
                    token => imaging.GetImagingSettingsAsync(source.Token, token)),
                answer => source.Imaging = answer);
            yield return questions.KeepAsync(
                questions.AskAsync(
                    $"timg:GetOptions {source.Token}", null, isAdvertised: true,
                    token => imaging.GetOptionsAsync(source.Token, token)),
                answer => source.ImagingOptions = answer);
        }

        foreach (var task in LegacyAnalytics.Ask(source, services, questions)) yield return task;
        foreach (var task in LegacyPtz.Ask(source, services, questions, nodesAnswer?.Part)) yield return task;
    }

    private Task OptionsAsync(LegacySource source, OnvifEncoder encoder) => questions.KeepAsync(
        questions.TryAsync(
            $"{Name("GetVideoEncoderConfigurationOptions")} {encoder.Token}", null,
            token => media.GetVideoEncoderConfigurationOptionsAsync(encoder.Token, token)),
        answer => KeepOptions(source, encoder, answer));

    private static void KeepOptions(LegacySource source, OnvifEncoder encoder, Answer answer)
    {
        answer.Node.IgnoreDocument(IgnoreRule.Capability);
        source.Encoders = source.Encoders.Replace(
            encoder, encoder with { Options = OnvifEncoderOptions.Parse(answer.Part?.Element, "") });
    }

    private string Name(string operation) => $"{OnvifServices.Prefix(media)}:{operation}";
}
