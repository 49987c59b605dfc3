using CamMigrate.Core.Ports;
using CamMigrate.Http;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Dahua cameras and recorders, and their rebrands, over CGI, or over RPC2 where there is no CGI. Reads only: nothing
/// that could change a device leaves its sessions.
/// </summary>
/// <param name="refusals">What no protocol may try again.</param>
/// <param name="options">Bounds of the sessions; they are made read-only here.</param>
/// <param name="loggers">Makes the sessions' loggers.</param>
public sealed class DahuaSource(LoginRefusals refusals, CameraHttpOptions options, ILoggerFactory loggers)
    : ICameraSource
{
    /// <summary>The adapter's name.</summary>
    public const string Name = "dahua";

    /// <inheritdoc/>
    public string Vendor => Name;

    /// <inheritdoc/>
    public async Task<Recognition?> RecognizeAsync(CameraAddress camera, CancellationToken cancellationToken)
    {
        await using var http = Session(camera, null);
        return await new DahuaRecognition(http).AskAsync(cancellationToken) is { } because
            ? new Recognition(Name, because) : null;
    }

    /// <inheritdoc/>
    public ICameraReader Open(CameraAddress camera, Credential credential) =>
        new DahuaReader(Session(camera, credential), credential, refusals, options.Clock);

    private CameraHttp Session(CameraAddress camera, Credential? credential) =>
        new(camera, credential, refusals, options with { ReadOnly = true }, loggers.CreateLogger<DahuaSource>());
}
