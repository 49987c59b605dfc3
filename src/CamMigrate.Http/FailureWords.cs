using CamMigrate.Core.Errors;

namespace CamMigrate.Http;

/// <summary>What a broken exchange is called, and what to do about it.</summary>
internal static class FailureWords
{
    private const string CheckAddress =
        "Check the address, that the camera has power, and that this computer is in its network.";

    internal static async Task<CameraException> ExplainAsync(
        TransportFailure failure, Uri origin, CameraRequest request, string name, CameraHttpOptions options,
        CancellationToken cancellationToken)
    {
        var (host, port) = (origin.IdnHost, origin.Port);
        var plain = origin.Scheme == "http";
        var said = FormattableString.Invariant($"port {port}");
        if (plain && failure.Kind is FailureKind.NotHttp or FailureKind.Died
            && await PortProbe.SpeaksTlsAsync(host, port, cancellationToken))
            return Bad($"{said} speaks TLS, not plain HTTP. Write https:// before the address.");
        if (!plain && failure.Kind == FailureKind.Tls && await PortProbe.SpeaksHttpAsync(host, port, cancellationToken))
            return Bad($"{said} speaks plain HTTP, not TLS. Write http:// before the address, or give the TLS port.");
        return failure.Kind switch
        {
            FailureKind.Closed => Error(
                CameraError.Unreachable, $"nothing listens on {said}. Check the port; {LowerFirst(CheckAddress)}"),
            FailureKind.ConnectTimeout => Error(
                CameraError.Unreachable,
                $"no connection to {said} within {Seconds(options.ConnectTimeout)}. {CheckAddress}"),
            FailureKind.NoRoute => Error(CameraError.Unreachable, $"{failure.Message} {CheckAddress}"),
            FailureKind.Tls => Error(
                CameraError.Unreachable,
                $"no TLS connection to {said}. The camera may be limited to outdated TLS; "
                    + "try http:// before the address."),
            FailureKind.CertificateChanged => Error(CameraError.Rejected, Changed(options)),
            FailureKind.NotHttp => Bad($"{said} does not speak HTTP. Check the port: the camera's web page has it."),
            FailureKind.Died => Error(
                CameraError.Unreachable,
                "the camera closed the connection without an answer. It may be restarting; try again in a minute."),
            FailureKind.Truncated => Bad(
                "the answer broke off before its end. Try again; "
                    + "if it stays so, check the network cable and restart the camera."),
            FailureKind.TooLong =>
                Bad($"{failure.Message} That is not an answer of a camera to this request; check the address."),
            FailureKind.Encoded => Bad(
                "the answer is compressed, although that was not asked for; it was not read. "
                    + "Is this the address of a camera, or of something in front of it?"),
            _ => Error(
                CameraError.TimedOut,
                $"no whole answer within {Seconds(request.Timeout ?? options.Timeout)}. "
                    + "Try again when the camera is less busy."),
        };

        CameraException Bad(string detail) => Error(CameraError.BadResponse, detail);
        CameraException Error(CameraError reason, string detail) => new(reason, name, detail, failure);
    }

    /// <summary>Both ports that a bare host stands for are shut.</summary>
    internal static CameraException NoPort(TransportFailure failure, string name) =>
        new(
            CameraError.Unreachable, name,
            $"no connection, neither to port 80 (http) nor to port 443 (https). {CheckAddress}", failure);

    private static string Changed(CameraHttpOptions options) =>
        "the certificate is not the one this camera had before, so no login was sent. "
            + "If the camera was replaced, reset or given a new certificate, remove its entry from "
            + $"{options.Pins?.Location ?? "the remembered certificates"} and run the command again; "
            + "if not, somebody else may be answering for it.";

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.#} s");
}
