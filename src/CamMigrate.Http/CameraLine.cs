using System.Diagnostics;
using CamMigrate.Core.Errors;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Http;

/// <summary>
/// One connection of a session, with its login. Alone it finds the scheme and port that answer, follows the one
/// redirect that is allowed, and sends reads again when the connection died.
/// </summary>
internal sealed class CameraLine(
    CameraPlace place, LineLogin login, SessionCertificate certificate, CameraHttpOptions options, ILogger logger)
    : IDisposable
{
    private readonly CameraTransport transport = new(options, certificate);

    /// <summary>The login on this connection.</summary>
    internal LineLogin Login => login;

    /// <summary>Whether an answer came on it.</summary>
    internal bool HasAnswered { get; private set; }

    /// <summary>Sends a request while no other is under way, and reads the whole answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">Camera and request.</param>
    /// <param name="isAnonymous">Whether no login goes along.</param>
    /// <param name="mayRepeat">Whether it may be sent again on a dead connection, if it is a read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CameraException">No answer.</exception>
    internal async Task<CameraResponse> SendAloneAsync(
        CameraRequest request, string name, bool isAnonymous, bool mayRepeat, CancellationToken cancellationToken)
    {
        var sending = new Sending(request, name, isAnonymous, mayRepeat);
        var response = place.Origin is null
            ? await FirstAsync(sending, cancellationToken)
            : await AtAsync(place.Origin, sending, cancellationToken);
        if (CameraOrigin.Redirect(place.Origin!, response) is not { } secure) return response;
        place.MoveTo(secure);
        response = await AtAsync(secure, sending, cancellationToken);
        return CameraOrigin.Redirect(secure, response) is null
            ? response
            : throw new CameraException(
                CameraError.BadResponse, name, "the device redirects in a circle. Is this the address of a camera?");
    }

    /// <summary>Sends a request beside others, once; whatever is unusual about it is for the caller.</summary>
    /// <exception cref="TransportFailure">It broke.</exception>
    internal Task<CameraResponse> SendBesideAsync(
        CameraRequest request, string name, bool isAnonymous, CancellationToken cancellationToken) =>
        OnceAsync(place.Origin!, new Sending(request, name, isAnonymous, false), cancellationToken);

    /// <summary>The error for an exchange that broke.</summary>
    internal Task<CameraException> ExplainAsync(
        TransportFailure failure, CameraRequest request, string name, CancellationToken cancellationToken) =>
        FailureWords.ExplainAsync(failure, place.Origin!, request, name, options, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => transport.Dispose();

    private async Task<CameraResponse> FirstAsync(Sending sending, CancellationToken cancellationToken)
    {
        var candidates = CameraOrigin.Candidates(place.Camera);
        TransportFailure? first = null;
        foreach (var origin in candidates)
        {
            try
            {
                var response = await OnceAsync(origin, sending, cancellationToken);
                if (origin != candidates[^1] && CameraOrigin.WantsTls(response)) continue;
                place.MoveTo(origin);
                return response;
            }
            catch (TransportFailure e) when (origin != candidates[^1] && MayBeElsewhere(e))
            {
                first = e;
            }
            catch (TransportFailure e) when (first is not null && IsShut(first) && IsShut(e))
            {
                throw FailureWords.NoPort(first, sending.Name);
            }
            catch (TransportFailure e)
            {
                var (failure, at) = first is null || IsShut(first) ? (e, origin) : (first, candidates[0]);
                throw await FailureWords.ExplainAsync(
                    failure, at, sending.Request, sending.Name, options, cancellationToken);
            }
        }

        throw new InvalidOperationException("no candidate");
    }

    /// <summary>
    /// Whether the other scheme may answer: on its own port when this one is shut, on the same port when that speaks
    /// TLS.
    /// </summary>
    private bool MayBeElsewhere(TransportFailure failure) =>
        place.Camera.Port is null ? IsShut(failure) : failure.Kind is FailureKind.NotHttp or FailureKind.Died;

    private static bool IsShut(TransportFailure failure) =>
        failure.Kind is FailureKind.Closed or FailureKind.ConnectTimeout;

    private async Task<CameraResponse> AtAsync(Uri origin, Sending sending, CancellationToken cancellationToken)
    {
        try
        {
            return await TwiceAsync(origin, sending, cancellationToken);
        }
        catch (TransportFailure e)
        {
            throw await FailureWords.ExplainAsync(
                e, origin, sending.Request, sending.Name, options, cancellationToken);
        }
    }

    private async Task<CameraResponse> TwiceAsync(Uri origin, Sending sending, CancellationToken cancellationToken)
    {
        try
        {
            return await OnceAsync(origin, sending, cancellationToken);
        }
        catch (TransportFailure e) when (
            e.Kind == FailureKind.Died && HasAnswered && sending.MayRepeat && !sending.Request.IsWrite)
        {
            logger.SentAgain(sending.Name);
            return await OnceAsync(origin, sending, cancellationToken);
        }
    }

    private async Task<CameraResponse> OnceAsync(Uri origin, Sending sending, CancellationToken cancellationToken)
    {
        var isTls = origin.Scheme == "https";
        if (isTls && options.Pins is not null && certificate.Expected is null)
            certificate.Expected = await options.Pins.FindAsync(origin.Authority, cancellationToken);
        var (request, name) = (sending.Request, sending.Name);
        var uri = CameraOrigin.At(origin, request.Path);
        var authorization = sending.IsAnonymous
            ? null
            : login.Authorize(request.Method.Method, uri.PathAndQuery, isTls, name);
        place.Sent();
        var clock = Stopwatch.GetTimestamp();
        try
        {
            var response = await transport.SendAsync(uri, request, authorization, name, cancellationToken);
            HasAnswered = true;
            place.Answered(response.Status, Stopwatch.GetElapsedTime(clock));
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

    private sealed record Sending(CameraRequest Request, string Name, bool IsAnonymous, bool MayRepeat);
}
