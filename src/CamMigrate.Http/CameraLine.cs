using System.Diagnostics;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Http;

/// <summary>
/// Finds the scheme and port that answer, follows the one redirect that is allowed, sends reads again when a connection
/// died.
/// </summary>
internal sealed class CameraLine(CameraAddress camera, CameraHttpOptions options, ILogger logger) : IDisposable
{
    private readonly CameraTransport transport = new(options);
    private bool answered;

    /// <summary>Scheme, host and port in use; null before the first answer.</summary>
    internal Uri? Origin { get; private set; }

    /// <summary>Requests sent.</summary>
    internal int Requests { get; private set; }

    /// <summary>Whether the origin in use is TLS.</summary>
    internal bool IsTls => Origin?.Scheme == "https";

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <exception cref="CameraException">No answer.</exception>
    internal async Task<CameraResponse> SendAsync(
        CameraRequest request, string name, LoginSession? login, CancellationToken cancellationToken)
    {
        var response = Origin is null
            ? await FirstAsync(request, name, login, cancellationToken)
            : await AtAsync(Origin, request, name, login, cancellationToken);
        if (CameraOrigin.Redirect(Origin!, response) is not { } secure) return response;
        login?.Reset();
        response = await AtAsync(secure, request, name, login, cancellationToken);
        Origin = secure;
        return CameraOrigin.Redirect(Origin, response) is null
            ? response
            : throw new CameraException(
                CameraError.BadResponse, name, "the device redirects in a circle. Is this the address of a camera?");
    }

    internal async Task ConfirmAsync(string? serialNumber, string? macAddress, CancellationToken cancellationToken)
    {
        if (options.Pins is null || Origin is null || transport.Presented is not { } sha256) return;
        // What is unknown now may be known from before: the certificate is the same one.
        var pin = new CertificatePin(
            sha256, serialNumber ?? transport.Expected?.SerialNumber, macAddress ?? transport.Expected?.MacAddress);
        if (pin == transport.Expected) return;
        await options.Pins.ConfirmAsync(Origin.Authority, pin, cancellationToken);
        transport.Expected = pin;
    }

    /// <inheritdoc/>
    public void Dispose() => transport.Dispose();

    private async Task<CameraResponse> FirstAsync(
        CameraRequest request, string name, LoginSession? login, CancellationToken cancellationToken)
    {
        var candidates = CameraOrigin.Candidates(camera);
        TransportFailure? first = null;
        foreach (var origin in candidates)
        {
            try
            {
                var response = await OnceAsync(origin, request, name, login, cancellationToken);
                if (origin != candidates[^1] && CameraOrigin.WantsTls(response)) continue;
                (Origin, answered) = (origin, true);
                return response;
            }
            catch (TransportFailure e) when (origin != candidates[^1] && MayBeElsewhere(e))
            {
                first = e;
            }
            catch (TransportFailure e) when (first is not null && IsShut(first) && IsShut(e))
            {
                throw FailureWords.NoPort(first, name);
            }
            catch (TransportFailure e)
            {
                var (failure, at) = first is null || IsShut(first) ? (e, origin) : (first, candidates[0]);
                throw await FailureWords.ExplainAsync(failure, at, request, name, options, cancellationToken);
            }
        }

        throw new InvalidOperationException("no candidate");
    }

    /// <summary>
    /// Whether the other scheme may answer: on its own port when this one is shut, on the same port when that speaks
    /// TLS.
    /// </summary>
    private bool MayBeElsewhere(TransportFailure failure) =>
        camera.Port is null ? IsShut(failure) : failure.Kind is FailureKind.NotHttp or FailureKind.Died;

    private static bool IsShut(TransportFailure failure) =>
        failure.Kind is FailureKind.Closed or FailureKind.ConnectTimeout;

    private async Task<CameraResponse> AtAsync(
        Uri origin, CameraRequest request, string name, LoginSession? login, CancellationToken cancellationToken)
    {
        try
        {
            return await TwiceAsync(origin, request, name, login, cancellationToken);
        }
        catch (TransportFailure e)
        {
            throw await FailureWords.ExplainAsync(e, origin, request, name, options, cancellationToken);
        }
    }

    private async Task<CameraResponse> TwiceAsync(
        Uri origin, CameraRequest request, string name, LoginSession? login, CancellationToken cancellationToken)
    {
        try
        {
            return await OnceAsync(origin, request, name, login, cancellationToken);
        }
        catch (TransportFailure e) when (e.Kind == FailureKind.Died && answered && !request.IsWrite)
        {
            logger.SentAgain(name);
            return await OnceAsync(origin, request, name, login, cancellationToken);
        }
    }

    private async Task<CameraResponse> OnceAsync(
        Uri origin, CameraRequest request, string name, LoginSession? login, CancellationToken cancellationToken)
    {
        var isTls = origin.Scheme == "https";
        if (isTls && options.Pins is not null && transport.Expected is null)
            transport.Expected = await options.Pins.FindAsync(origin.Authority, cancellationToken);
        var uri = CameraOrigin.At(origin, request.Path);
        var authorization = login?.Authorize(request.Method.Method, uri.PathAndQuery, isTls, name);
        Requests++;
        var clock = Stopwatch.GetTimestamp();
        try
        {
            var response = await transport.SendAsync(uri, request, authorization, name, cancellationToken);
            logger.Exchanged(name, response.Status, response.Body.Length, Elapsed(clock));
            return response;
        }
        catch (TransportFailure e)
        {
            logger.Failed(name, e.Kind.ToString(), Elapsed(clock));
            throw;
        }
    }

    private static long Elapsed(long since) => (long)Stopwatch.GetElapsedTime(since).TotalMilliseconds;
}
