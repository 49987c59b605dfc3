using CamMigrate.Core.Errors;
using CamMigrate.Http.Rules;

namespace CamMigrate.Http;

/// <summary>
/// What a reading session may send: an allow-list, derived from the request as it would stand on the wire. The rule
/// stands before the socket, so no mistake above it reaches a camera.
/// </summary>
/// <remarks>
/// GET, unless its path acts; GET of a CGI with a verb that reads; a call of <c>/RPC2</c> or a SOAP message whose body,
/// parsed, names an operation that reads. Everything else throws. What a caller says of its request
/// (<see cref="CameraRequest.IsWrite"/>, <see cref="CameraRequest.Name"/>) plays no part in it.
/// </remarks>
internal static class ReadOnlyRule
{
    private static readonly Uri Anywhere = new("http://camera");

    /// <summary>Throws unless a request can only read.</summary>
    /// <exception cref="InvalidOperationException">It may change the camera.</exception>
    internal static void Check(CameraRequest request)
    {
        if (!Reads(request))
            throw new InvalidOperationException(
                $"A reading session does not send {request.Method} {Printable.Clip(request.Path.Split('?')[0])}"
                    + $"{(request.Name is null ? "" : $" ({Printable.Clip(request.Name)})")}.");
    }

    /// <summary>Whether a request can only read.</summary>
    internal static bool Reads(CameraRequest request)
    {
        // As it will be sent: dots resolved, backslashes turned.
        var uri = CameraOrigin.At(Anywhere, request.Path);
        if (Decoding.Whole(uri.AbsolutePath) is not { } path || path.Split('/').Contains("..")) return false;
        if (Decoding.Whole(uri.Query) is not { } query) return false;
        if (request.Method == HttpMethod.Get) return request.Body is null && GetRule.Reads(path, query);
        if (request.Method != HttpMethod.Post || request.Body is not { } body) return false;
        return RpcRule.Owns(path) ? query.Length == 0 && RpcRule.Reads(path, body)
            : !GetRule.IsCgi(path) && query.Length == 0 && SoapRule.Reads(path, body, request.ContentType);
    }
}
