namespace CamMigrate.Http;

/// <summary>How an exchange broke.</summary>
internal enum FailureKind
{
    /// <summary>Nothing listens on the port.</summary>
    Closed,

    /// <summary>No connection in time.</summary>
    ConnectTimeout,

    /// <summary>The name has no address, or there is no way to it.</summary>
    NoRoute,

    /// <summary>The TLS handshake failed.</summary>
    Tls,

    /// <summary>The certificate is not the remembered one.</summary>
    CertificateChanged,

    /// <summary>What came back is not HTTP.</summary>
    NotHttp,

    /// <summary>The connection closed before an answer began.</summary>
    Died,

    /// <summary>The answer broke off.</summary>
    Truncated,

    /// <summary>Headers or body longer than allowed.</summary>
    TooLong,

    /// <summary>The answer is compressed, which was not asked for.</summary>
    Encoded,

    /// <summary>No whole answer in time.</summary>
    Slow,
}

/// <summary>An exchange broke below HTTP's own meaning.</summary>
internal sealed class TransportFailure(FailureKind kind, string detail, Exception? inner) : Exception(detail, inner)
{
    internal FailureKind Kind => kind;

    internal static TransportFailure From(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError =>
            new(FailureKind.NoRoute, "the name of the camera cannot be resolved.", e),
        HttpRequestError.ConnectionError => Connection(e),
        HttpRequestError.SecureConnectionError => new(FailureKind.Tls, "the TLS handshake failed.", e),
        HttpRequestError.InvalidResponse => new(FailureKind.NotHttp, "the answer is not HTTP.", e),
        HttpRequestError.ConfigurationLimitExceeded =>
            new(FailureKind.TooLong, "the header of the answer is too long.", e),
        _ => new(FailureKind.Died, "the connection was closed before an answer.", e),
    };

    private static TransportFailure Connection(HttpRequestException e)
    {
        var code = (e.InnerException as System.Net.Sockets.SocketException)?.SocketErrorCode;
        return code is null or System.Net.Sockets.SocketError.ConnectionRefused
            ? new(FailureKind.Closed, "nothing listens on that port.", e)
            : code is System.Net.Sockets.SocketError.TimedOut
                ? new(FailureKind.ConnectTimeout, "no connection in time.", e)
                : new(FailureKind.NoRoute, "there is no way to that address.", e);
    }
}
