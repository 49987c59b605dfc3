using System.Collections.Immutable;
using CamMigrate.Adapters.Hikvision.Isapi;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>One reading of one camera: asks in three waves, then puts the areas together one after another.</summary>
internal sealed class HikvisionReading(CameraHttp http, TimeProvider clock) : IAsyncDisposable
{
    private readonly ReadingLedger ledger = new();
    private readonly ReadingNotes notes = new();
    private readonly HikvisionLinkage linkage = new();
    private readonly HikvisionSchedules schedules = new();
    private IsapiClient client = null!;

    internal ReadingNotes Notes => notes;

    internal ReadingLedger Ledger => ledger;

    internal async Task<CameraProfile> ReadAsync(CancellationToken cancellationToken)
    {
        var info = await BeginAsync(cancellationToken);
        await http.ConfirmIdentityAsync(
            info.At("serialNumber").Peek(), info.At("macAddress").Peek(), cancellationToken);
        var flags = await client.GetAsync("System/capabilities", isAdvertised: false, cancellationToken);
        var capabilities = new HikvisionCapabilities(flags.Root);
        var isRecorder = HikvisionIdentity.IsRecorder(info);
        var answers = new HikvisionAnswers(client, capabilities, notes);
        var arming = new HikvisionArming(schedules, notes);
        var follow = new HikvisionFollowUp(client, answers, linkage, arming, notes);
        var (list, found) = (new HikvisionInputs(client, capabilities, notes), new HikvisionStreams(client, notes));

        var holidays = HikvisionCatalog.Holidays with { WhenUnsaid = isRecorder };
        answers.Ask(HikvisionCatalog.Device.Append(holidays), 0, cancellationToken);
        list.Ask(isRecorder, cancellationToken);
        found.Ask(cancellationToken);
        follow.Probe(cancellationToken);

        var named = await list.ReadAsync(isKnown: info is not null);
        var streams = await found.ReadAsync(named.Keys, cancellationToken);
        var inputs = Inputs(list, named, streams);
        await ChannelsAsync(answers, inputs, cancellationToken);
        var single = await HikvisionSingles.AskAsync(answers, cancellationToken);
        await follow.RunAsync(inputs, cancellationToken);

        var device = new HikvisionDeviceAreas(answers, notes);
        var profile = await device.ReadAsync(info, single, http.Address.Host);
        var reader = new HikvisionVideoSource(answers, schedules, isRecorder, notes);
        profile = profile with { VideoSources = await SourcesAsync(reader, inputs, streams, arming) };
        if (!client.IsAnswering) throw NotThisBrand();
        var kept = streams with { Streams = [.. streams.Streams.Where(s => inputs.Any(input => input.Number == s.Id.Channel))] };
        profile = profile with
        {
            Io = new HikvisionIo(arming, linkage, notes).Parse(single.Inputs, single.Outputs),
            Audio = HikvisionAudio.Parse(
                kept.Streams.Select(s => s.Document), kept.UnreadChannels.Count > 0, await answers.ReadAsync(HikvisionCatalog.Voice)),
        };
        capabilities.Report(notes);
        arming.Close();
        return Close(profile, kept);
    }

    private async Task<ImmutableArray<VideoSource>> SourcesAsync(
        HikvisionVideoSource reader, IReadOnlyList<HikvisionInput> inputs, HikvisionStreamList streams,
        HikvisionArming arming)
    {
        var sources = ImmutableArray.CreateBuilder<VideoSource>();
        foreach (var input in inputs)
            sources.Add(await reader.ReadAsync(
                input, [.. streams.Streams.Where(s => s.Id.Channel == input.Number)],
                streams.UnreadChannels.Contains(input.Number), new HikvisionEvents(input.Number, arming, linkage)));
        return sources.ToImmutable();
    }

    internal async Task<ProfileSource?> IdentifyAsync(CancellationToken cancellationToken)
    {
        var info = await BeginAsync(cancellationToken);
        return info is null ? null : HikvisionIdentity.Source(info, http.Address.Host);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => client?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The first question goes alone: it costs the login, and tells where everything else is.</summary>
    private async Task<AnswerNode?> BeginAsync(CancellationToken cancellationToken)
    {
        client = new IsapiClient(http, ledger, clock);
        var answer = await client.GetAsync(HikvisionPrefix.DeviceInfo, isAdvertised: false, cancellationToken);
        if (answer.IsEmpty)
        {
            client.Prefix = await HikvisionPrefix.FindAsync(http, cancellationToken) ?? throw NotThisBrand();
            answer = await client.GetAsync(HikvisionPrefix.DeviceInfo, isAdvertised: false, cancellationToken);
        }

        if (answer is { Root: null, IsRefused: false }) notes.Missed("source", answer.Path, answer.Reason ?? "");
        return answer.Root;
    }

    /// <summary>Those that a list names, and those that have a stream.</summary>
    private static IReadOnlyList<HikvisionInput> Inputs(
        HikvisionInputs list, SortedDictionary<int, HikvisionInput> named, HikvisionStreamList streams)
    {
        foreach (var (id, _) in streams.Streams) named.TryAdd(id.Channel, new HikvisionInput(id.Channel, null, false));
        list.NoteDoubt(named.Keys, streams.IsListed);
        return list.Within(named);
    }

    private static async Task ChannelsAsync(
        HikvisionAnswers answers, IReadOnlyList<HikvisionInput> inputs, CancellationToken cancellationToken)
    {
        foreach (var input in inputs)
            answers.Ask(
                input.IsProxied ? HikvisionCatalog.ProxyChannel : HikvisionCatalog.Channel, input.Number, cancellationToken);
        var list = await answers.ReadAsync(HikvisionCatalog.Motors);
        foreach (var motor in list.Children("PTZChannel"))
        {
            motor.Ignore(IgnoreRule.Identity, "id", "videoInputID");
            if (motor.At("id").PeekInt() is { } number && inputs.Any(input => input.Number == number))
                answers.Ask(HikvisionCatalog.Motor, number, cancellationToken);
        }
    }

    private CameraProfile Close(CameraProfile profile, HikvisionStreamList streams)
    {
        linkage.Close();
        return profile with
        {
            Source = profile.Source! with { Streams = [.. streams.Streams.Select(s => s.Id.Addresses(client.Prefix))] },
            Schedules = schedules.All,
        };
    }

    private CameraException NotThisBrand() => new(
        CameraError.BadResponse, http.Describe(new CameraRequest(HttpMethod.Get, "/ISAPI/System/deviceInfo")),
        "the device answers none of ISAPI's documents. It is no Hikvision camera, or one older than ISAPI; "
            + "check the address.");
}
