using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Http;

/// <summary>The HTTP session with one camera: one connection, one login, requests one after another.</summary>
/// <remarks>
/// A login is sent only after the camera asked for one, over the scheme that was chosen, to the host that was given.
/// </remarks>
public sealed class CameraHttp : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Credential? credential;
    private readonly LoginSession login;
    private readonly CameraLine line;
    private readonly CameraHttpOptions options;

    /// <summary>Prepares a session; nothing is sent yet.</summary>
    /// <param name="camera">Where the camera is.</param>
    /// <param name="credential">The login; null = every request is anonymous.</param>
    /// <param name="refusals">What no protocol may try again.</param>
    /// <param name="options">Bounds and permissions.</param>
    /// <param name="logger">Takes one debug line per exchange.</param>
    /// <exception cref="UsageException">The user name cannot be sent.</exception>
    public CameraHttp(
        CameraAddress camera, Credential? credential, LoginRefusals refusals, CameraHttpOptions options, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(camera);
        if (credential?.UserName.Any(char.IsControl) is true)
            throw new UsageException("The user name holds a control character.");
        Address = camera;
        this.credential = credential;
        this.options = options;
        line = new CameraLine(camera, options, logger);
        login = new LoginSession(camera.Host, credential, refusals, options.AllowBasicOverHttp);
    }

    /// <summary>The address as given.</summary>
    public CameraAddress Address { get; }

    /// <summary>Scheme, host and port in use; null before the first answer.</summary>
    public Uri? Origin => line.Origin;

    /// <summary>Requests sent, challenges and repetitions included.</summary>
    public int Requests => line.Requests;

    /// <summary>Answers 401, the challenge of a session included.</summary>
    public int Challenges { get; private set; }

    /// <summary>Logins refused.</summary>
    public int RefusedLogins => login.Refused;

    /// <summary>Camera and request as messages name them.</summary>
    /// <param name="request">The request.</param>
    public string Describe(CameraRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var port = Address.Port is { } p ? FormattableString.Invariant($":{p}") : "";
        return $"{Address.UrlHost}{port}: {request.Name ?? $"{request.Method} {request.Path}"}";
    }

    /// <summary>Sends a request and reads the whole answer, whatever its status.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CameraException">No answer, or the login was refused.</exception>
    public async Task<CameraResponse> SendAsync(CameraRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (options.ReadOnly) ReadOnlyRule.Check(request);
        var name = Describe(request);
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (credential is not null && !request.Anonymous) login.Begin(name);
            var response = await LoggedInAsync(request, name, cancellationToken);
            if (response.Status != 401) options.Tap?.Take(request, response);
            return response;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Sends a GET.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CameraException">No answer, or the login was refused.</exception>
    public Task<CameraResponse> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(new CameraRequest(HttpMethod.Get, path), cancellationToken);

    /// <summary>
    /// Notes a refusal that came in another way than 401, as a SOAP fault, and returns the error to throw.
    /// </summary>
    /// <param name="request">The refused request.</param>
    public CameraException Refuse(CameraRequest request) => login.Refuse(Describe(request));

    /// <summary>
    /// Remembers the camera's certificate, once it is known which camera this is. Does nothing outside TLS.
    /// </summary>
    /// <param name="serialNumber">Serial number; null = unknown.</param>
    /// <param name="macAddress">MAC address; null = unknown.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task ConfirmIdentityAsync(string? serialNumber, string? macAddress, CancellationToken cancellationToken) =>
        line.ConfirmAsync(serialNumber, macAddress, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        line.Dispose();
        turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<CameraResponse> LoggedInAsync(
        CameraRequest request, string name, CancellationToken cancellationToken)
    {
        var authorized = credential is not null && !request.Anonymous;
        while (true)
        {
            var response = await line.SendAsync(request, name, authorized ? login : null, cancellationToken);
            if (response.Status == 401) Challenges++;
            if (!authorized)
            {
                if (response.Status == 401) login.Learn(response.Challenges);
                return response;
            }

            if (login.Judge(response, line.IsTls) == LoginVerdict.Done) return response;
        }
    }
}
