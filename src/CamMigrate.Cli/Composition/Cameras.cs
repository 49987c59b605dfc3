using CamMigrate.Adapters;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Onvif;
using CamMigrate.Onvif.Discovery;
using CamMigrate.Onvif.Legacy;
using CamMigrate.Streams;
using CamMigrate.Streams.Ffmpeg;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Cli.Composition;

/// <summary>Opens cameras and streams: the one place where ports meet their implementations.</summary>
/// <param name="place">Where the work is done.</param>
/// <param name="adjust">Changes the sessions' options; null = as they are.</param>
internal sealed class Cameras(Workplace place, Func<CameraHttpOptions, CameraHttpOptions>? adjust = null)
{
    /// <summary>A camera whose encoder was just changed answers busy until it has started again.</summary>
    private static readonly StreamProverOptions Patient = new() { BusyRetries = 15 };

    private readonly CameraHttpOptions http = (adjust ?? (o => o))(new CameraHttpOptions
    {
        Pins = new CertificatePinFile(Path.Combine(Workplace.HomeFolder, "certificates.json")),
    });

    /// <summary>The names that <c>--vendor</c> knows.</summary>
    internal static IReadOnlyList<string> Vendors { get; } =
    [
        .. VendorList.Create(new LoginRefusals(), new CameraHttpOptions(), NullLoggerFactory.Instance)
            .Select(s => s.Vendor),
        OnvifCameraSource.Name,
    ];

    internal OnvifDiscovery Discovery() => new(TimeProvider.System, place.Logs.CreateLogger<OnvifDiscovery>());

    /// <summary>A maker's own protocol says more than ONVIF, so it is asked first.</summary>
    private IReadOnlyList<ICameraSource> Sources() =>
        [.. Natives(), new OnvifCameraSource(place.Refusals, http, place.Logs)];

    private IReadOnlyList<ICameraSource> Natives() => VendorList.Create(place.Refusals, http, place.Logs);

    internal static ILegacyMasks Masks() => new LegacyMasks(FfmpegTools.Find, TimeProvider.System);

    internal IStreamProver Prover() =>
        new StreamProver(place.Refusals, place.Logs.CreateLogger<StreamProver>(), TimeProvider.System, Patient);

    /// <param name="address">The old camera.</param>
    /// <param name="login">
    /// Asked for once the camera has been recognised: a person is not asked for a password in vain.
    /// </param>
    /// <param name="vendor">The brand, where a person knows it; null = recognise it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<OldCamera> OldAsync(
        CameraAddress address, Func<Credential> login, string? vendor, CancellationToken cancellationToken)
    {
        var sources = Sources();
        if (vendor is not null)
        {
            var named = sources.FirstOrDefault(s => s.Vendor == vendor)
                ?? throw new UsageException($"--vendor knows {string.Join(", ", Vendors)}.");
            return new OldCamera(named.Open(address, login()), new Recognition(vendor, "you said so"));
        }

        if (await RecognizeAsync(sources, address, cancellationToken) is { } found)
            return new OldCamera(found.Source.Open(address, login()), found.Recognition);
        throw new CameraException(
            CameraError.BadResponse, address.ToString(),
            $"it answers, but not like a camera that can be read ({string.Join(", ", Vendors)}). "
            + "Check address and port; if you know the brand better, name it with --vendor.");
    }

    /// <summary>Whether a camera of a brand that is read natively answers here.</summary>
    internal async Task<bool> IsLegacyAsync(CameraAddress address, CancellationToken cancellationToken)
    {
        try
        {
            return await RecognizeAsync(Natives(), address, cancellationToken) is not null;
        }
        catch (CameraException e) when (e.Reason is CameraError.BadResponse)
        {
            return false; // something answers, and not as one of them
        }
    }

    /// <summary>
    /// Asks one brand after another. What one brand's probe makes of a foreign answer does not stop the next.
    /// </summary>
    private static async Task<(ICameraSource Source, Recognition Recognition)?> RecognizeAsync(
        IReadOnlyList<ICameraSource> sources, CameraAddress address, CancellationToken cancellationToken)
    {
        CameraException? odd = null;
        foreach (var source in sources)
        {
            try
            {
                if (await source.RecognizeAsync(address, cancellationToken) is { } recognition)
                    return (source, recognition);
            }
            catch (CameraException e) when (e.Reason is CameraError.BadResponse)
            {
                odd ??= e;
            }
        }

        return odd is null ? null : throw odd;
    }

    internal async Task<ICameraTarget> NewAsync(
        CameraAddress address, Credential credential, CancellationToken cancellationToken) =>
        await OnvifTarget.ConnectAsync(
            address, credential,
            new OnvifTargetOptions
            {
                Refusals = place.Refusals,
                Http = http,
                Logger = place.Logs.CreateLogger<OnvifTarget>(),
            },
            cancellationToken);
}

/// <summary>An old camera, ready to be read.</summary>
/// <param name="Reader">Reads it.</param>
/// <param name="Recognition">Which camera it is, and what told it.</param>
internal sealed record OldCamera(ICameraReader Reader, Recognition Recognition) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Reader.DisposeAsync();
}
