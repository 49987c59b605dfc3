using System.Net;
using CamMigrate.Simulator.Dahua;
using CamMigrate.Simulator.Dahua.Cgi;
using CamMigrate.Simulator.Dahua.Rpc2;
using CamMigrate.Simulator.Discovery;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Hikvision;
using CamMigrate.Simulator.Http;
using CamMigrate.Simulator.Onvif;
using CamMigrate.Simulator.Recorded;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator;

/// <summary>One running virtual camera: where it listens, what it was asked, and what it holds.</summary>
public sealed class VirtualCamera : IAsyncDisposable
{
    private readonly CameraSpec spec;
    private readonly SimulationOptions options;
    private readonly Func<CameraSpec, CameraHost> build;
    private readonly CameraVideo? video;
    private readonly HikvisionDevice? hikvision;
    private readonly OnvifDevice? onvif;
    private CameraHost host;
    private DiscoveryResponders? discovery;

    internal VirtualCamera(CameraSpec spec, SimulationOptions options, VideoEngine engine)
    {
        if (spec.Face == CameraFace.Dahua || IsDahuaRecording(spec)) spec = DahuaDevice.WithLogin(spec);
        this.spec = spec;
        this.options = options;
        Endpoints = new CameraEndpoints(IPAddress.Parse(spec.Address), 0, null, 0);
        var ledger = new LoginLedger(spec, Counters, options.Time);
        if (spec.Face == CameraFace.Hikvision)
        {
            var device = hikvision = new HikvisionDevice(
                spec, spec.Hikvision ?? new HikvisionSpec(), () => Endpoints, options.Time);
            video = new CameraVideo(
                spec, engine, ledger, path => HikvisionVideo.AtPath(device, path), () => HikvisionVideo.All(device),
                options.Warn);
        }
        else if (spec.Face == CameraFace.Onvif)
        {
            var device = onvif = new OnvifDevice(spec, () => Endpoints, options.Time);
            video = new CameraVideo(
                spec, engine, ledger, path => OnvifVideo.AtPath(device, path), () => OnvifVideo.All(device),
                options.Warn);
        }
        else if (spec.Face == CameraFace.Dahua)
        {
            var device = Dahua = new DahuaDevice(spec, spec.Dahua ?? new DahuaSpec(), () => Endpoints, options.Time);
            video = new CameraVideo(
                spec, engine, ledger, path => DahuaVideo.AtPath(device, path), () => DahuaVideo.All(device),
                options.Warn);
        }

        build = life => new CameraHost(life, FaceOf(life, ledger), Counters, StopVideoAsync, options.Time);
        host = build(spec);
    }

    /// <summary>Name in the estate.</summary>
    public string Name => spec.Name;

    /// <summary>What the camera was asked so far.</summary>
    public CameraCounters Counters { get; } = new();

    /// <summary>Where the camera listens.</summary>
    public CameraEndpoints Endpoints { get; private set; }

    /// <summary>Name of the estate's first account; empty when there is none.</summary>
    public string Username => spec.Users.FirstOrDefault()?.Username ?? "";

    /// <summary>Password of the estate's first account; empty when there is none.</summary>
    public string Password => spec.Users.FirstOrDefault()?.Secret ?? "";

    /// <summary>What an ONVIF camera holds now; null for other faces.</summary>
    public OnvifState? Onvif => onvif?.State;

    /// <summary>What a Dahua's answers are made from; null for other faces.</summary>
    internal DahuaDevice? Dahua { get; }

    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        // RTSP first: the documents that the listener serves name its port.
        if (video is not null) Endpoints = Endpoints with { Rtsp = video.Start(spec.Ports.Rtsp) };
        await host.StartAsync(cancellationToken);
        Endpoints = Endpoints with { Http = host.HttpPort, Https = spec.Ports.Https is null ? null : host.HttpsPort };
        Prepare();
        if (spec.Discovery) discovery = DiscoveryResponders.Start(spec, Endpoints, onvif, Counters, options);
    }

    /// <summary>
    /// Powers a camera up that died (<c>dieAfterWrites</c>): same ports, same settings, and this time it lives on.
    /// </summary>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="IOException">A port was taken in the meantime.</exception>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await host.DisposeAsync();
        await StopVideoAsync();
        host = build(spec with
        {
            Ports = new PortsSpec { Http = Endpoints.Http, Https = Endpoints.Https, Rtsp = Endpoints.Rtsp },
            Faults = spec.Faults with { DieAfterWrites = null },
        });
        if (video is not null) Endpoints = Endpoints with { Rtsp = video.Start(Endpoints.Rtsp) };
        await host.StartAsync(cancellationToken);
    }

    /// <summary>Stops listening and closes every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (discovery is not null) await discovery.DisposeAsync();
        await host.DisposeAsync();
        await StopVideoAsync();
    }

    private ICameraFace FaceOf(CameraSpec life, LoginLedger ledger)
    {
        var gate = new DigestGate(spec, ledger, Counters, options.Time);
        var writes = new WriteFaults(life.Faults);
        return spec.Face switch
        {
            CameraFace.Hikvision => new ActivationFace(
                hikvision!.Settings, new HikvisionFace(hikvision!, gate, Counters, writes, video!.SnapshotAsync), Counters),
            CameraFace.Onvif => new OnvifFace(
                onvif!, gate, Gate(gate, ledger, () => onvif!.Clock), Counters, writes,
                SchemaValidator.Of(options.SchemaFolder), video!.SnapshotAsync, Prepare),
            CameraFace.Recorded when RecordedRequests.Has(spec.Recording!) => Replay(gate, ledger),
            CameraFace.Recorded when RecordedSoapFace.Fits(spec.Recording!) => new RecordedSoapFace(
                spec.Recording!, Gate(gate, ledger, options.Time.GetUtcNow), Counters),
            CameraFace.Dahua => new DahuaFace(
                Dahua!, new CgiFace(Dahua!, gate, Counters, writes, video!.SnapshotAsync),
                new Rpc2Face(Dahua!, ledger, Counters, writes), Counters),
            CameraFace.Recorded when IsDahuaRecording(spec) =>
                new RecordedDahuaFace(spec.Recording!, gate, Counters),
            CameraFace.Recorded => new RecordedFace(spec.Recording!, gate, Counters),
            _ => new WebServerFace(Counters),
        };
    }

    private OnvifGate Gate(DigestGate digest, LoginLedger ledger, Func<DateTimeOffset> clock) =>
        new(spec, digest, new TokenGate(spec, ledger, Counters, clock));

    private static bool IsDahuaRecording(CameraSpec camera) =>
        camera is { Face: CameraFace.Recorded, Recording: { } folder } && RecordedDahuaFace.IsRecording(folder);

    private ReplayFace Replay(DigestGate gate, LoginLedger ledger)
    {
        var recording = RecordedRequests.Load(spec.Recording!);
        return new ReplayFace(recording, new RpcReplay(recording, spec, ledger, Counters), gate, Counters);
    }

    private void Prepare()
    {
        if (options.EncodeEagerly) video?.Prepare();
    }

    private ValueTask StopVideoAsync() => video?.DisposeAsync() ?? ValueTask.CompletedTask;
}
