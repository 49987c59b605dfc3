using System.Net;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Hikvision;
using CamMigrate.Simulator.Http;
using CamMigrate.Simulator.Onvif;
using CamMigrate.Simulator.Recorded;

namespace CamMigrate.Simulator;

/// <summary>One running virtual camera: where it listens, what it was asked, and what it holds.</summary>
public sealed class VirtualCamera : IAsyncDisposable
{
    private readonly CameraSpec spec;
    private readonly CameraHost host;
    private readonly OnvifDevice? onvif;
    private CameraEndpoints endpoints;

    internal VirtualCamera(CameraSpec spec, SimulationOptions options)
    {
        this.spec = spec;
        endpoints = new CameraEndpoints(IPAddress.Parse(spec.Address), 0, null, 0);
        if (spec.Face == CameraFace.Onvif) onvif = new OnvifDevice(spec, () => endpoints, options.Time);
        var ledger = new LoginLedger(spec, Counters, options.Time);
        var gate = new DigestGate(spec, ledger, Counters, options.Time);
        host = new CameraHost(spec, FaceOf(gate, ledger, options), Counters, options.Time);
    }

    /// <summary>Name in the estate.</summary>
    public string Name => spec.Name;

    /// <summary>What the camera was asked so far.</summary>
    public CameraCounters Counters { get; } = new();

    /// <summary>Where the camera listens.</summary>
    public CameraEndpoints Endpoints => endpoints;

    /// <summary>Name of the estate's first account; empty when there is none.</summary>
    public string Username => spec.Users.FirstOrDefault()?.Username ?? "";

    /// <summary>Password of the estate's first account; empty when there is none.</summary>
    public string Password => spec.Users.FirstOrDefault()?.Secret ?? "";

    /// <summary>What an ONVIF camera holds now; null for other faces.</summary>
    public OnvifState? Onvif => onvif?.State;

    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        await host.StartAsync(cancellationToken);
        endpoints = endpoints with { Http = host.HttpPort, Https = spec.Ports.Https is null ? null : host.HttpsPort };
    }

    /// <summary>Stops listening and closes every connection.</summary>
    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    private ICameraFace FaceOf(DigestGate gate, LoginLedger ledger, SimulationOptions options) => spec.Face switch
    {
        CameraFace.Hikvision => new HikvisionFace(
            new HikvisionDevice(spec, spec.Hikvision ?? new HikvisionSpec(), () => endpoints, options.Time),
            gate, Counters, new WriteFaults(spec.Faults), (_, _) => Task.FromResult<byte[]>([])),
        CameraFace.Onvif => new OnvifFace(
            onvif!, gate, new TokenGate(spec, ledger, Counters, () => onvif!.Clock), Counters, new WriteFaults(spec.Faults),
            SchemaValidator.Of(options.SchemaFolder), (_, _) => Task.FromResult<byte[]>([]), () => { }),
        CameraFace.Recorded => new RecordedFace(spec.Recording!, gate, Counters),
        _ => new WebServerFace(Counters),
    };
}
