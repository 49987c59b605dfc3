namespace CamMigrate.Core.Errors;

/// <summary>Why a request to a camera failed.</summary>
public enum CameraError
{
    /// <summary>No connection.</summary>
    Unreachable,

    /// <summary>Connected, but no whole answer in time.</summary>
    TimedOut,

    /// <summary>The login was refused; it is never tried again.</summary>
    Unauthorized,

    /// <summary>The camera does not have what was asked for.</summary>
    NotSupported,

    /// <summary>The camera understood and refused.</summary>
    Rejected,

    /// <summary>The answer cannot be understood, or is not one of a camera.</summary>
    BadResponse,
}

/// <summary>A request to a camera failed. Its message names the camera, the request and the next step, and never a secret.</summary>
/// <param name="reason">Why.</param>
/// <param name="request">Camera and request, <c>192.0.2.31: GET /ISAPI/System/time</c>.</param>
/// <param name="detail">What happened and what to do, as sentences.</param>
/// <param name="inner">What the platform said; null when the camera said it.</param>
public sealed class CameraException(CameraError reason, string request, string detail, Exception? inner = null)
    : Exception($"{request}: {detail}", inner)
{
    /// <summary>Why the request failed.</summary>
    public CameraError Reason => reason;

    /// <summary>Camera and request.</summary>
    public string Request => request;

    /// <summary>What happened and what to do.</summary>
    public string Detail => detail;

    /// <summary>The camera's own code for it (ISAPI <c>subStatusCode</c>, SOAP <c>ter:</c> subcode); null when it gave none.</summary>
    public string? Code { get; init; }

    /// <summary>HTTP status of the answer; null when there was none.</summary>
    public int? HttpStatus { get; init; }
}
