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

    private IReadOnlyList<ICameraSource> Sources() => VendorList.Create(place.Refusals, http, place.Logs);

    internal IStreamProver Prover() =>
        new StreamProver(place.Refusals, place.Logs.CreateLogger<StreamProver>(), TimeProvider.System, Patient);

    /// <param name="address">The old camera.</param>
    /// <param name="login">Asked for once the camera has been recognised: a person is not asked for a password in vain.</param>
    /// <param name="vendor">The brand, where a person knows it; null = recognise it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<ICameraReader> OldAsync(
        CameraAddress address, Func<Credential> login, string? vendor, CancellationToken cancellationToken)
    {
        var sources = Sources();
        if (vendor is not null)
        {
            return (sources.FirstOrDefault(s => s.Vendor == vendor)
                ?? throw new UsageException($"--vendor knows {string.Join(", ", sources.Select(s => s.Vendor))}.")).Open(address, login());
        }

        foreach (var source in sources)
        {
            if (await source.RecognizesAsync(address, cancellationToken)) return source.Open(address, login());
        }

        throw new CameraException(
            CameraError.BadResponse, address.ToString(),
            $"it answers, but not like a camera that can be read ({string.Join(", ", sources.Select(s => s.Vendor))}). "
            + "Check address and port; if you know the brand better, name it with --vendor.");
    }

    /// <summary>Whether a camera of a brand that is read natively answers here.</summary>
    internal async Task<bool> IsLegacyAsync(CameraAddress address, CancellationToken cancellationToken)
    {
        foreach (var source in Sources())
        {
            if (await source.RecognizesAsync(address, cancellationToken)) return true;
        }

        return false;
    }

    internal async Task<ICameraTarget> NewAsync(CameraAddress address, Credential credential, CancellationToken cancellationToken) =>
        await OnvifTarget.ConnectAsync(
            address, credential,
            new OnvifTargetOptions { Refusals = place.Refusals, Http = http, Logger = place.Logs.CreateLogger<OnvifTarget>() }, cancellationToken);
}
