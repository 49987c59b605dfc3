using CamMigrate.Core.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Http.Tests;

/// <summary>Sessions with the scripted server.</summary>
internal static class Sessions
{
    public static readonly Credential Login = new("admin", new Secret("Marker-Pw-71"));

    public static CameraHttp With(
        ScriptedServer server, CameraHttpOptions? options = null, LoginRefusals? refusals = null,
        Credential? login = null, string scheme = "http://") =>
        At(scheme + server.Host, options, refusals, login);

    public static CameraHttp At(
        string address, CameraHttpOptions? options = null, LoginRefusals? refusals = null, Credential? login = null) =>
        new(
            CameraAddress.Parse(address), login ?? Login, refusals ?? new LoginRefusals(),
            options ?? new CameraHttpOptions(), NullLogger.Instance);

    public static Task<CameraResponse> GetAsync(this CameraHttp http, string path) =>
        http.GetAsync(path, CancellationToken.None);
}
