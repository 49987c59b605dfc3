using CamMigrate.Adapters;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Onvif;
using CamMigrate.Onvif.Discovery;
using CamMigrate.Streams;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Cli.Composition;

/// <summary>Opens cameras and streams: the one place where ports meet their implementations.</summary>
internal sealed class Cameras(Workplace place)
{
    /// <summary>A camera whose encoder was just changed answers busy until it has started again.</summary>
    private static readonly StreamProverOptions Patient = new() { BusyRetries = 15 };

    private readonly CameraHttpOptions http = new()
    {
        Pins = new CertificatePinFile(Path.Combine(Workplace.HomeFolder, "certificates.json")),
    };

    internal OnvifDiscovery Discovery() => new(TimeProvider.System, place.Logs.CreateLogger<OnvifDiscovery>());

    internal IStreamProver Prover() =>
        new StreamProver(place.Refusals, place.Logs.CreateLogger<StreamProver>(), TimeProvider.System, Patient);

    internal async Task<ICameraReader> OldAsync(
        CameraAddress address, Credential credential, string? vendor, CancellationToken cancellationToken)
    {
        var sources = VendorList.Create(place.Refusals, http, place.Logs);
        if (vendor is not null)
        {
            return (sources.FirstOrDefault(s => s.Vendor == vendor)
                ?? throw new UsageException($"--vendor knows {string.Join(", ", sources.Select(s => s.Vendor))}.")).Open(address, credential);
        }

        foreach (var source in sources)
        {
            if (await source.RecognizesAsync(address, cancellationToken)) return source.Open(address, credential);
        }

        throw new UsageException(
            $"{address} answers, but not like a camera that can be read ({string.Join(", ", sources.Select(s => s.Vendor))}). If you know better, name it with --vendor.");
    }

    internal async Task<ICameraTarget> NewAsync(CameraAddress address, Credential credential, CancellationToken cancellationToken) =>
        await OnvifTarget.ConnectAsync(
            address, credential,
            new OnvifTargetOptions { Refusals = place.Refusals, Http = http, Logger = place.Logs.CreateLogger<OnvifTarget>() }, cancellationToken);
}
