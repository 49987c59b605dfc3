using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Reading;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Http;

/// <summary>The HTTP session with one camera: one login, and as many connections as were allowed; one by default.
/// </summary>
/// <remarks>
/// A login is sent only after the camera asked for one, over the scheme that was chosen, to the host that was given.
/// Until it was accepted once a single request is under way, so that a wrong password costs one failed login. A camera
/// that does not serve several connections is asked over fewer, which is no error. May be called from several threads
/// at once; with one connection requests are sent in the order of the calls.
/// </remarks>
public sealed class CameraHttp : IAsyncDisposable
{
    // Where the parameters say what is asked for, and this program writes them.
    private const string OwnPrograms = "/cgi-bin/";
    private const int LongestShown = 300;
    private readonly LoginSession login;
    private readonly LinePool lines;
    private readonly CameraPlace place;
    private readonly SessionCertificate certificate = new();
    private readonly CameraHttpOptions options;
    private readonly ReadingTime time;

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
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        time = new ReadingTime(options);
        place = new CameraPlace(camera);
        login = new LoginSession(camera.Host, credential, refusals, options.AllowBasicOverHttp);
        lines = new LinePool(
            options.Connections,
            () => new CameraLine(place, new LineLogin(login, place), certificate, options, logger));
    }

    /// <summary>The address as given.</summary>
    public CameraAddress Address { get; }

    /// <summary>Scheme, host and port in use; null before the first answer.</summary>
    public Uri? Origin => place.Origin;

    /// <summary>Requests sent, challenges and repetitions included.</summary>
    public int Requests => place.Requests;

    /// <summary>Answers 401, the challenge of a session included.</summary>
    public int Challenges => place.Challenges;

    /// <summary>Logins refused.</summary>
    public int RefusedLogins => login.Refused;

    /// <summary>Requests that may be under way at once; fewer than allowed once a camera did not serve them.</summary>
    public int Connections => lines.Width;

    /// <summary>Camera and request as messages name them.</summary>
    /// <param name="request">The request.</param>
    public string Describe(CameraRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var port = Address.Port is { } p ? FormattableString.Invariant($":{p}") : "";
        return $"{Address.UrlHost}{port}: {request.Name ?? $"{request.Method} {Shown(request.Path)}"}";
    }

    // Cameras name paths themselves, of pictures: with tokens, or with what moves the line it is shown in.
    private static string Shown(string path) => Printable.Clip(
        path.StartsWith(OwnPrograms, StringComparison.Ordinal) && !SecretLeaves.HoldsLogin(path)
            ? path : SecretLeaves.WithoutParameters(path), LongestShown);

    /// <summary>
    /// Whether the session may send a request: cameras name addresses themselves, of pictures, that may act.
    /// </summary>
    /// <param name="request">The request.</param>
    public bool Allows(CameraRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return !options.ReadOnly || ReadOnlyRule.Reads(request);
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
        var exchange = new CameraExchange(request, name, login, place, lines, options);
        using var turn = await lines.TakeAsync(exchange.MayShare, cancellationToken);
        var begin = time.Begin(request, name);
        try
        {
            var response = await exchange.RunAsync(turn, cancellationToken);
            if (response.Status != 401) options.Tap?.Take(request, response);
            return response;
        }
        catch (CameraException e) when (e.Reason is not CameraError.Unauthorized)
        {
            options.Tap?.Lose(request);
            throw;
        }
        finally
        {
            time.End(request, begin);
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
    public async Task ConfirmIdentityAsync(
        string? serialNumber, string? macAddress, CancellationToken cancellationToken)
    {
        if (options.Pins is null || place.Origin is not { } origin || certificate.Presented is not { } sha256) return;
        // What is unknown now may be known from before: the certificate is the same one.
        var before = certificate.Expected;
        var pin = new CertificatePin(sha256, serialNumber ?? before?.SerialNumber, macAddress ?? before?.MacAddress);
        if (pin == before) return;
        await options.Pins.ConfirmAsync(origin.Authority, pin, cancellationToken);
        certificate.Expected = pin;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lines.Dispose();
        return ValueTask.CompletedTask;
    }
}
