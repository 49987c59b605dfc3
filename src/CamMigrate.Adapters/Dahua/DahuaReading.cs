using CamMigrate.Adapters.Dahua.Cgi;
using CamMigrate.Adapters.Dahua.Rpc;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Dahua;

/// <summary>One reading of one device: asks for all tables, then puts the areas together.</summary>
internal sealed class DahuaReading : IAsyncDisposable
{
    private const int MostChannels = 256;
    private readonly CameraHttp http;
    private readonly DahuaDocuments documents;
    private readonly DahuaTables tables = new();
    private readonly DahuaSchedules schedules = new();

    internal DahuaReading(CameraHttp http, Credential login, LoginRefusals refusals, TimeProvider clock)
    {
        this.http = http;
        documents = new DahuaDocuments(new CgiClient(http), new RpcClient(http, login, refusals, clock), Ledger);
    }

    internal ReadingNotes Notes { get; } = new();

    internal ReadingLedger Ledger { get; } = new();

    internal async Task<ProfileSource?> IdentifyAsync(CancellationToken cancellationToken)
    {
        var identity = await IdentityAsync(cancellationToken);
        var network = await documents.TableAsync("Network", cancellationToken);
        return documents.IsAnswering ? identity.Source(network.Root, http.Address.Host) : null;
    }

    internal async Task<CameraProfile> ReadAsync(CancellationToken cancellationToken)
    {
        var identity = await IdentityAsync(cancellationToken);
        await http.ConfirmIdentityAsync(identity.SerialNumber, null, cancellationToken);
        // One refused document is no reason to stop, a page in place of each of five is.
        if (!documents.IsAnswering && (documents.IsDenied || !documents.IsRefusing))
            throw await NotThisBrandAsync(cancellationToken);
        DahuaTable[] wanted =
            [.. DahuaTableList.Common, .. identity.IsRecorder ? DahuaTableList.OfRecorder : DahuaTableList.OfCamera];
        await documents.BulkAsync(cancellationToken);
        var machine = documents.CallAsync(DahuaCall.Of("magicBox", "getMachineName"), cancellationToken);
        var extra = documents.CallAsync(DahuaStreams.MaxExtraStream, cancellationToken);
        var users = documents.CallAsync(DahuaUsers.Call, cancellationToken);
        var media = documents.CallAsync(DahuaStorage.Call, cancellationToken);
        foreach (var table in wanted.Select(t => documents.TableAsync(t.Name, cancellationToken)).ToList())
            tables.Add(await table);
        if (!documents.IsAnswering) throw await NotThisBrandAsync(cancellationToken);
        await new DahuaSecondChance(documents, tables, Notes).TryAsync(cancellationToken);
        documents.Rest();
        var channels = Channels();
        var answers = await new DahuaChannelCalls(documents, identity.IsRecorder, Notes).AskAsync(channels, cancellationToken);
        DahuaFailures.Note(wanted, tables, channels, Notes);
        var streams = new DahuaStreams(tables, Extra(await extra), Notes);
        var accounts = await users;
        var (cards, host) = (await media, await machine);
        var profile = Device(identity, host?.Root, cards?.Root);
        Missed("users", accounts, accounts is { IsDenied: true });
        Missed("storage", cards, false);
        var source = new DahuaVideoSource(tables, streams, identity, schedules, Notes);
        foreach (var table in wanted.Where(t => t.IsOfSource).Select(t => t.Name).Concat(DahuaTableList.ByChannel))
            foreach (var (index, row) in tables[table].Items())
                if (!channels.Contains(index)) row.BecauseAll("of a channel that has no camera, or is not read");
        DahuaOtherEvents.Explain(tables);
        documents.Tell(Notes);
        return profile with
        {
            Users = accounts?.Root is { } list ? DahuaUsers.Parse(list, Notes) : null,
            VideoSources = [.. channels.Select(c => source.Parse(c, answers[c]))],
            Audio = DahuaAudio.Parse(
                channels.Select(c => (c, (IReadOnlyList<AnswerNode>)[.. streams.Of(c).Select(s => s.Row)]))),
            Source = profile.Source! with
            {
                Streams = [.. channels.SelectMany(streams.Of).Select(s => s.Stream.Addresses(!documents.IsRpc))],
            },
            // After everything that names one.
            Schedules = schedules.All is { Length: > 0 } all ? all : null,
        };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => documents.DisposeAsync();

    private async Task<DahuaIdentity> IdentityAsync(CancellationToken cancellationToken)
    {
        var info = await OpenAsync(cancellationToken);
        var asked = DahuaIdentity.Calls.Select(c => documents.CallAsync(c, cancellationToken)).ToList();
        var roots = new List<AnswerNode?>();
        foreach (var answer in asked) roots.Add((await answer)?.Root);
        return new DahuaIdentity(info.Root, roots[0], roots[1], roots[2], roots[3]);
    }

    /// <summary>A device without a password refuses every login: no wrong one was given.</summary>
    private async Task<DahuaAnswer> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await documents.OpenAsync(cancellationToken);
        }
        catch (CameraException e) when (e.Reason == CameraError.Unauthorized)
        {
            if (!await DahuaRecognition.WaitsForPasswordAsync(http, cancellationToken)) throw;
            throw new CameraException(CameraError.Rejected, e.Request, DahuaRecognition.NotInitialised, e);
        }
    }

    private CameraProfile Device(DahuaIdentity identity, AnswerNode? machine, AnswerNode? media) => new()
    {
        Kind = ProfileKind.CameraProfile,
        Camera = DahuaIdentity.Name(tables["General"], machine),
        Source = identity.Source(tables["Network"], http.Address.Host),
        Time = DahuaTime.Parse(tables["NTP"], tables["Locales"], Notes),
        Network = DahuaNetwork.Parse(tables, Notes),
        Services = DahuaServices.Parse(tables),
        Io = DahuaIo.Parse(tables, schedules, Notes),
        Notifications = DahuaNotifications.Parse(tables),
        Holidays = DahuaRecording.Holidays(tables["Holiday"]),
        Storage = DahuaStorage.Parse(media, tables["NAS"]),
    };

    /// <summary>The channels that have streams; a table of titles lists those without a camera too.</summary>
    private List<int> Channels()
    {
        var list = tables["Encode"] ?? tables["ChannelTitle"]
            ?? DahuaTableList.OfChannels.Select(name => tables[name]).FirstOrDefault(table => table is not null);
        var channels = list.Items().Select(i => i.Index).Where(i => i >= 0).Distinct().ToList();
        if (list is null) Notes.Warn("videoSources", "the device does not tell its channels; no video source is read.");
        if (channels.Count > MostChannels || channels.Any(c => c >= 65535))
        {
            Notes.Warn(
                "videoSources",
                FormattableString.Invariant($"the device lists {channels.Count} channels; the first {MostChannels} are read."));
            channels = [.. channels.Where(c => c < 65535).Take(MostChannels)];
        }

        return channels;
    }

    /// <summary>What stays unknown because a document failed, or is hidden from this login.</summary>
    private void Missed(string setting, DahuaAnswer? answer, bool isHidden)
    {
        if (answer is { Root: null } && (isHidden || !answer.IsRefused))
            Notes.Missed(setting, answer.Document, answer.Reason ?? "the device does not show it to this login.");
    }

    private static int? Extra(DahuaAnswer? answer)
    {
        var node = answer?.Root.At("MaxExtraStream");
        var count = node.PeekInt();
        answer?.Root.IgnoreDocument(IgnoreRule.Capability);
        return count is >= 0 and <= 64 ? count : null;
    }

    private async Task<CameraException> NotThisBrandAsync(CancellationToken cancellationToken)
    {
        var request = http.Describe(new CameraRequest(HttpMethod.Get, CgiClient.Folder + "magicBox.cgi"));
        if (await DahuaRecognition.WaitsForPasswordAsync(http, cancellationToken))
            return new CameraException(CameraError.Rejected, request, DahuaRecognition.NotInitialised);
        return documents.IsDenied
            ? new CameraException(
                CameraError.Rejected, request,
                "the device shows this user nothing, not even what it is: the account lacks the right, or is locked for a "
                    + "while. Use an administrator, or wait half an hour and run the command again.")
            : new CameraException(
                CameraError.BadResponse, request,
                "the device answers none of a Dahua's documents, neither over CGI nor over RPC2. It is no Dahua camera; "
                    + "check the address.");
    }
}
