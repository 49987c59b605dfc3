using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CamMigrate.Http;

/// <summary>One connection to one camera: bounded exchanges, nothing automatic.</summary>
internal sealed class CameraTransport : IDisposable
{
    private const int LargestTrust = 64 << 10;
    private readonly CameraHttpOptions options;
    private readonly SessionCertificate known;
    private readonly HttpClient client;
    private bool changed;

    internal CameraTransport(CameraHttpOptions options, SessionCertificate known)
    {
        (this.options, this.known) = (options, known);
        var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = 1,
            UseCookies = false,
            AllowAutoRedirect = false,
            UseProxy = false,
            Credentials = null,
            PreAuthenticate = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = options.ConnectTimeout,
            MaxResponseHeadersLength = options.MaxHeadersKib,
            MaxResponseDrainSize = 0,
            RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
            Accept(certificate, errors);
        handler.SslOptions.CertificateRevocationCheckMode = X509RevocationMode.NoCheck;
        client = new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends one request and reads the whole answer.</summary>
    /// <exception cref="TransportFailure">It broke.</exception>
    internal async Task<CameraResponse> SendAsync(
        Uri uri, CameraRequest request, string? authorization, string name, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(request.Timeout ?? options.Timeout, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var started = false;
        try
        {
            using var message = Message(uri, request, authorization);
            using var response = await client.SendAsync(
                message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            started = true;
            var body = await BodyAsync(response, request.MaxBody ?? options.MaxBody, either.Token);
            return Whole(response, body, name);
        }
        catch (HttpRequestException e)
        {
            throw changed
                ? new TransportFailure(FailureKind.CertificateChanged, "the certificate is not the one seen before.", e)
                : TransportFailure.From(e);
        }
        catch (IOException e)
        {
            throw started
                ? new TransportFailure(FailureKind.Truncated, "the answer broke off.", e)
                : new TransportFailure(FailureKind.Died, "the connection was closed before an answer.", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw e.InnerException is TimeoutException && !limit.IsCancellationRequested
                ? new TransportFailure(FailureKind.ConnectTimeout, "no connection in time.", e)
                : new TransportFailure(FailureKind.Slow, "no whole answer in time.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static HttpRequestMessage Message(Uri uri, CameraRequest request, string? authorization)
    {
        var message = new HttpRequestMessage(request.Method, uri);
        if (authorization is not null) message.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (request.Cookie is { } cookie) message.Headers.TryAddWithoutValidation("Cookie", cookie);
        if (request.Body is { } body) message.Content = new ReadOnlyMemoryContent(body);
        else if (request.IsWrite) message.Content = NothingToRepeat();
        if (request.ContentType is { } type) message.Content?.Headers.TryAddWithoutValidation("Content-Type", type);
        return message;
    }

    // Once a body has begun, even an empty one, the platform never sends it again.
    private static ByteArrayContent NothingToRepeat() => new([]);

    private static async Task<byte[]> BodyAsync(
        HttpResponseMessage response, int longest, CancellationToken cancellationToken)
    {
        var announced = response.Content.Headers.ContentLength ?? 0;
        if (announced > longest) throw TooLong(longest);
        if (IsEncoded(response))
            return response.IsSuccessStatusCode
                ? throw new TransportFailure(FailureKind.Encoded, "the answer is compressed.", null)
                : []; // the status says enough
        // What is announced is believed only as far as it costs nothing.
        using var body = new MemoryStream((int)Math.Min(announced, LargestTrust));
        var chunk = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            while (await stream.ReadAsync(chunk, cancellationToken) is > 0 and var read)
            {
                if (body.Length + read > longest) throw TooLong(longest);
                await body.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return body.Length == body.Capacity ? body.GetBuffer() : body.ToArray();
    }

    /// <summary>
    /// No compression is asked for: what a few bytes inflate to is not bounded by what was received.
    /// </summary>
    private static bool IsEncoded(HttpResponseMessage response) => response.Content.Headers.NonValidated
        .Where(h => h.Key.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase))
        .SelectMany(h => h.Value)
        .Any(v => v.Trim() is { Length: > 0 } name && !name.Equals("identity", StringComparison.OrdinalIgnoreCase));

    private static TransportFailure TooLong(int longest) =>
        new(FailureKind.TooLong, FormattableString.Invariant($"the answer is longer than {longest} bytes."), null);

    private static CameraResponse Whole(HttpResponseMessage response, byte[] body, string name)
    {
        var headers = Values(response.Headers).Concat(Values(response.Content.Headers))
            .ToLookup(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase);
        return new CameraResponse
        {
            Status = (int)response.StatusCode,
            ContentType = headers["Content-Type"].FirstOrDefault(),
            Body = body,
            Headers = headers,
            Request = name,
            Challenges = AuthChallengeParser.Parse(headers["WWW-Authenticate"]),
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(HttpHeaders headers) =>
        headers.NonValidated.SelectMany(h => h.Value, (h, value) => KeyValuePair.Create(h.Key, value));

    private bool Accept(X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (certificate is null) return false;
        if (errors == SslPolicyErrors.None)
        {
            (known.Presented, known.IsVouchedFor) = (null, true);
            return true;
        }

        // The same on every connection of a session, too, before it is known which camera this is.
        var presented = Convert.ToHexString(SHA256.HashData(certificate.GetRawCertData()));
        changed = known.IsVouchedFor || (known.Presented is { } before && before != presented)
            || (known.Expected is { } pin && !pin.Sha256.Equals(presented, StringComparison.OrdinalIgnoreCase));
        if (!changed) known.Presented = presented;
        return !changed;
    }
}
