using System.Xml.Linq;
using CamMigrate.Adapters.Hikvision.Isapi;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// Hikvision cameras and recorders, and their rebrands, over ISAPI. Reads only: nothing but GET can leave its sessions.
/// </summary>
/// <param name="refusals">What no protocol may try again.</param>
/// <param name="options">Bounds of the sessions; they are made read-only here.</param>
/// <param name="loggers">Makes the sessions' loggers.</param>
public sealed class HikvisionSource(LoginRefusals refusals, CameraHttpOptions options, ILoggerFactory loggers)
    : ICameraSource
{
    /// <summary>The adapter's name.</summary>
    public const string Name = "hikvision";

    private const string DeviceInfo = "/ISAPI/System/deviceInfo";
    private const string NoSuchPath = "/no-such-page";

    // Realms of cameras, thermal cameras and recorders begin so.
    private static readonly string[] Realms =
        ["IP Camera(", "IP CAMERA", "DS-", "iDS-", "Hikvision", "Embedded Net DVR", "IPDOME"];

    /// <inheritdoc/>
    public string Vendor => Name;

    /// <inheritdoc/>
    public async Task<Recognition?> RecognizeAsync(CameraAddress camera, CancellationToken cancellationToken)
    {
        await using var http = Session(camera, null);
        // No answer of HTTP, a TLS port spoken to in plain, a redirect elsewhere: the address is wrong, whatever the
        // brand, and the sentence about that is the one to be seen.
        var response = await http.GetAsync(DeviceInfo, cancellationToken);
        var because = response.Status == 401 ? await AskedForLoginAsync(http, response, cancellationToken)
            : await AnsweredAsync(http, response, cancellationToken);
        return because is null ? null : new Recognition(Name, because);
    }

    /// <inheritdoc/>
    public ICameraReader Open(CameraAddress camera, Credential credential) =>
        new HikvisionReader(Session(camera, credential), options.Clock);

    private CameraHttp Session(CameraAddress camera, Credential? credential) =>
        new(camera, credential, refusals, options with { ReadOnly = true }, loggers.CreateLogger<HikvisionSource>());

    private static async Task<string?> AskedForLoginAsync(
        CameraHttp http, CameraResponse response, CancellationToken cancellationToken)
    {
        if (Realm(response) is { } realm) return $"it asks for a login as \"{Printable.Clip(realm)}\"";
        return await OnlyIsapiAsksAsync(http, cancellationToken) ? "it asks for a login below /ISAPI alone" : null;
    }

    private static async Task<string?> AnsweredAsync(
        CameraHttp http, CameraResponse response, CancellationToken cancellationToken)
    {
        // A rebrand answers the usual prefix with nothing; its login page names its own.
        if (response.IsSuccess && response.Body.AsSpan().Trim(" \r\n\t\0"u8).IsEmpty)
            return await HikvisionPrefix.FindAsync(http, cancellationToken) is { } prefix
                ? $"its login page asks below /{prefix}" : null;
        if (Root(response) is not { } root) return null;
        if (IsapiStatus.From(root) is { } status)
            return status.IsNotActivated ? "it says that it is not activated: it has no password yet"
                : response.IsSuccess ? "it answers as ISAPI does" : null;
        return response.IsSuccess && root.Name.LocalName == "DeviceInfo" ? "it answers /ISAPI/System/deviceInfo" : null;
    }

    private static XElement? Root(CameraResponse response)
    {
        try
        {
            return CameraXml.Parse(response.Body, response.Request, "a DeviceInfo");
        }
        catch (CameraException)
        {
            return null; // it answers, with something else
        }
    }

    private static string? Realm(CameraResponse response) => response.Challenges.Select(c => c["realm"]).FirstOrDefault(
        realm => realm is not null && Realms.Any(r => realm.StartsWith(r, StringComparison.OrdinalIgnoreCase)));

    /// <summary>
    /// A device that asks for a login everywhere says nothing; one that asks below <c>/ISAPI</c> alone has it.
    /// </summary>
    private static async Task<bool> OnlyIsapiAsksAsync(CameraHttp http, CancellationToken cancellationToken)
    {
        try
        {
            return (await http.GetAsync(NoSuchPath, cancellationToken)).Status == 404;
        }
        catch (CameraException e) when (e.Reason == CameraError.BadResponse)
        {
            return false; // a redirect, as web pages do: it says no more than a page would
        }
    }
}
