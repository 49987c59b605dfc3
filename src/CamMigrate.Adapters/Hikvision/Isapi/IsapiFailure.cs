using CamMigrate.Core.Errors;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision.Isapi;

/// <summary>What an answer means that brought no document.</summary>
internal static class IsapiFailure
{
    /// <summary>Tells a document that the camera does not have from one that failed.</summary>
    /// <param name="path">Path of the document below <c>/ISAPI/</c>.</param>
    /// <param name="response">The answer.</param>
    /// <param name="status">The status in its body; null = none.</param>
    /// <param name="errorMeansMissing">Whether 400 and 500 are this camera's words for a document it does not
    /// have.</param>
    /// <exception cref="CameraException">It asks for a login, or is not activated.</exception>
    internal static IsapiAnswer From(string path, CameraResponse response, IsapiStatus? status, bool errorMeansMissing)
    {
        if (response.Status == 401)
            throw new CameraException(
                CameraError.Unauthorized, response.Request, "the camera asks for a login. Give --user and a password.")
            {
                HttpStatus = 401,
            };
        if (status is { IsNotActivated: true }) throw NotActivated(response, status);
        var said = FormattableString.Invariant($"HTTP {response.Status}")
            + (status is { SubCode.Length: > 0 } ? $" {Printable.Clip(status.SubCode)}" : "");
        var answer = new IsapiAnswer(path) { Reason = $"the camera answered {said}." };
        if (status is { IsBusy: true }) return answer with { Reason = "the camera stayed busy." };
        if (status is { LacksRight: true })
            return answer with { Reason = $"the login may not read it ({said}); use an administrator." };
        return answer with
        {
            IsRefused = MeansMissing(response.Status, status, errorMeansMissing),
            IsDenied = response.Status == 403 && status is { SaysNotSupported: true },
        };
    }

    /// <summary>The camera has no password yet.</summary>
    /// <param name="response">The answer that said so.</param>
    /// <param name="status">The status in its body; null = it was told another way.</param>
    internal static CameraException NotActivated(CameraResponse response, IsapiStatus? status) => new(
        CameraError.Rejected, response.Request,
        "the camera is not activated: it has no password yet, and answers nothing before it has. "
            + "Activate it on its web page or with the maker's tool, then run the command again.")
    {
        Code = status?.SubCode ?? "notActivated",
        HttpStatus = response.Status,
    };

    private static bool MeansMissing(int http, IsapiStatus? status, bool errorMeansMissing) => http switch
    {
        400 or 500 => errorMeansMissing && (status is null || status.MeansMissing),
        403 or 404 or 501 => status is null || status.MeansMissing,
        _ => status is { MeansMissing: true },
    };
}
