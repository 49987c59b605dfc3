using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Onvif.Legacy;

/// <summary>
/// Any camera that speaks ONVIF, as the old one. Reads only: nothing but Get operations can leave its sessions.
/// </summary>
/// <param name="refusals">What no protocol may try again.</param>
/// <param name="options">Bounds of the sessions.</param>
/// <param name="loggers">Makes the sessions' loggers.</param>
public sealed class OnvifCameraSource(LoginRefusals refusals, CameraHttpOptions options, ILoggerFactory loggers)
    : ICameraSource
{
    /// <summary>The adapter's name.</summary>
    public const string Name = "onvif";

    private const string NoSuchPath = "/no-such-page";

    /// <inheritdoc/>
    public string Vendor => Name;

    /// <inheritdoc/>
    public async Task<Recognition?> RecognizeAsync(CameraAddress camera, CancellationToken cancellationToken)
    {
        await using var http = Line(camera, null);
        try
        {
            var said = await Session(http, null).GreetAsync(cancellationToken);
            if (said is { Response: not null })
                return new Recognition(Name, "it tells its clock over ONVIF without a login");
            if (said is not null)
                return new Recognition(Name, $"it answers ONVIF messages at {ServiceAddresses.DevicePath}");
            // A device that asks for a login everywhere says nothing; one that asks there alone has the service.
            return (await http.GetAsync(NoSuchPath, cancellationToken)).Status == 404
                ? new Recognition(Name, $"it asks for a login at {ServiceAddresses.DevicePath} alone")
                : null;
        }
        catch (CameraException e) when (e.Reason is CameraError.NotSupported or CameraError.BadResponse)
        {
            return null; // it answers, with something else
        }
    }

    /// <inheritdoc/>
    public ICameraReader Open(CameraAddress camera, Credential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        var http = Line(camera, credential);
        return new LegacyReader(http, Session(http, credential), options.Clock);
    }

    private CameraHttp Line(CameraAddress camera, Credential? credential) =>
        new(camera, credential, refusals, options with { ReadOnly = true }, loggers.CreateLogger<OnvifCameraSource>());

    private OnvifSession Session(CameraHttp http, Credential? credential) => new(
        http, credential, refusals, options.Clock, loggers.CreateLogger<OnvifCameraSource>(), isReadOnly: true);
}
