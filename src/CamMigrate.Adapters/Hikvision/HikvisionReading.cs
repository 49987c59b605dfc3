using System.Collections.Immutable;
using CamMigrate.Adapters.Hikvision.Isapi;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>One reading of one camera: asks document by document and puts the areas together.</summary>
internal sealed class HikvisionReading(CameraHttp http, TimeProvider clock)
{
    private readonly ReadingLedger ledger = new();
    private readonly ReadingNotes notes = new();
    private IsapiClient client = null!;
    private HikvisionCapabilities capabilities = null!;

    internal ReadingNotes Notes => notes;

    internal ReadingLedger Ledger => ledger;

    internal async Task<CameraProfile> ReadAsync(CancellationToken cancellationToken)
    {
        client = new IsapiClient(http, ledger, clock);
        var info = await GetAsync("System/deviceInfo", "source", cancellationToken);
        await http.ConfirmIdentityAsync(
            info.At("serialNumber").Peek(), info.At("macAddress").Peek(), cancellationToken);
        capabilities = new HikvisionCapabilities(await GetAsync("System/capabilities", null, cancellationToken));
        var profile = await DeviceAsync(info, cancellationToken);
        var isRecorder = HikvisionIdentity.IsRecorder(info);
        var list = new HikvisionInputs(client, capabilities, notes);
        var inputs = await list.ReadAsync(isRecorder, isKnown: info is not null, cancellationToken);
        var found = await new HikvisionStreams(client, notes).ReadAsync(inputs.Keys, cancellationToken);
        var streams = found.Streams;
        if (!found.IsListed) list.NoteDoubt(inputs.Keys);
        foreach (var (id, _) in streams) inputs.TryAdd(id.Channel, new HikvisionInput(id.Channel, null, false));
        var sources = ImmutableArray.CreateBuilder<VideoSource>();
        foreach (var input in inputs.Values)
        {
            var own = streams.Where(s => s.Id.Channel == input.Number).ToList();
            sources.Add(await new HikvisionVideoSource(GetAsync, client, capabilities, notes)
                .ReadAsync(input, own, found.UnreadChannels.Contains(input.Number), isRecorder, cancellationToken));
        }

        var twoWay = await GetAsync("System/TwoWayAudio/channels", "audio", cancellationToken);
        if (!client.IsAnswering) throw NotThisBrand();
        capabilities.Report(notes);
        return Close(profile with
        {
            Source = profile.Source! with { Streams = [.. streams.Select(s => s.Id.Addresses())] },
            VideoSources = sources.ToImmutable(),
            Audio = HikvisionAudio.Parse(streams.Select(s => s.Document), found.UnreadChannels.Count > 0, twoWay),
        });
    }

    internal async Task<ProfileSource?> IdentifyAsync(CancellationToken cancellationToken)
    {
        client = new IsapiClient(http, ledger, clock);
        var info = await GetAsync("System/deviceInfo", "source", cancellationToken);
        return info is null ? null : HikvisionIdentity.Source(info, http.Address.Host);
    }

    private async Task<CameraProfile> DeviceAsync(AnswerNode? info, CancellationToken cancellationToken)
    {
        var time = await GetAsync("System/time", "time", cancellationToken);
        var servers = await GetAsync("System/time/ntpServers", "time.ntpServers", cancellationToken)
            ?? await GetAsync("System/time/ntpServers/1", "time.ntpServers", cancellationToken);
        var interfaces = await GetAsync("System/Network/interfaces", "network", cancellationToken);
        var ports = await GetAsync("Security/adminAccesses", "network.protocols", cancellationToken);
        var dot1x = await IfAsync(
            "isSupport802_1x", "System/Network/interfaces/1/ieee802.1x", "network.dot1x", cancellationToken);
        var users = await GetAsync("Security/users", "users", cancellationToken);
        var services = HikvisionServices.Parse(await ServicesAsync(cancellationToken), HikvisionNetwork.Bonjour(ports));
        return new CameraProfile
        {
            SchemaMinor = ProfileSchema.Minor,
            Kind = ProfileKind.CameraProfile,
            Camera = HikvisionIdentity.Name(info),
            Source = HikvisionIdentity.Source(info, http.Address.Host),
            Time = HikvisionTime.Parse(time, servers, notes),
            Network = HikvisionNetwork.Parse(interfaces, ports, HikvisionServices.Enabled(dot1x), notes),
            Services = services,
            Users = users is null ? null : HikvisionServices.Users(users, notes),
        };
    }

    private async Task<Dictionary<string, AnswerNode>> ServicesAsync(CancellationToken cancellationToken)
    {
        (string Name, string Flag, string Setting)[] wanted =
        [
            ("UPnP", "isSupportUpnp", "services.upnp"), ("SNMP", "SnmpCap/isSupport", "services.snmp"),
            ("ssh", "isSupportSSH", "services.ssh"), ("telnetd", "isSupportTelnet", "services.telnet"),
            ("EZVIZ", "isSupportEZVIZ", "services.cloud"), ("Integrate", "isSupportIntegrate", "services"),
        ];
        var documents = new Dictionary<string, AnswerNode>(StringComparer.Ordinal);
        foreach (var (name, flag, setting) in wanted)
            if (await IfAsync(flag, "System/Network/" + name, setting, cancellationToken) is { } document)
                documents[name] = document;
        return documents;
    }

    private Task<AnswerNode?> IfAsync(string flag, string path, string setting, CancellationToken cancellationToken) =>
        capabilities.Has(flag) is false ? Task.FromResult<AnswerNode?>(null) : GetAsync(
            path, setting, capabilities.Has(flag) is true, cancellationToken);

    /// <summary>
    /// A document, or null where the camera has none; a failure is noted for the setting that stays unknown.
    /// </summary>
    private async Task<AnswerNode?> GetAsync(
        string path, string? setting, bool isAdvertised, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync(path, isAdvertised, cancellationToken);
        if (answer is { Root: null, IsRefused: false } && setting is not null)
            notes.Missed(setting, path, answer.Reason ?? "");
        return answer.Root;
    }

    private Task<AnswerNode?> GetAsync(string path, string? setting, CancellationToken cancellationToken) =>
        GetAsync(path, setting, isAdvertised: false, cancellationToken);

    private CameraProfile Close(CameraProfile profile) => profile with
    {
        Assumed = notes.Assumed,
        Unread = notes.Unread,
        NotCarried = ledger.NotCarried(),
    };

    private CameraException NotThisBrand() => new(
        CameraError.BadResponse, http.Describe(new CameraRequest(HttpMethod.Get, "/ISAPI/System/deviceInfo")),
        "the device answers none of ISAPI's documents. It is no Hikvision camera, or one older than ISAPI; "
            + "check the address.");
}
