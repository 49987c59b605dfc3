using System.Collections.Frozen;
using CamMigrate.Core.Errors;

namespace CamMigrate.Streams.Rtsp;

/// <summary>What an RTSP status means for somebody on a ladder.</summary>
internal static class RtspFaults
{
    private const string BusyAdvice =
        "the camera is busy: its encoder is starting, or all its viewers' places are taken. "
            + "Close other viewers or recorders of this camera and verify again in a minute.";

    private const string NotFoundAdvice =
        "the camera has no stream at this address. Check that the stream is switched on.";

    private static readonly FrozenDictionary<int, (CameraError Reason, string Code, string Detail)> Meanings =
        new Dictionary<int, (CameraError, string, string)>
        {
            [403] = (
                CameraError.Rejected, "forbidden",
                "the camera forbids this user the stream. Give the user the right to watch live video."),
            [404] = (CameraError.NotSupported, "notFound", NotFoundAdvice),
            [454] = (CameraError.NotSupported, "notFound", NotFoundAdvice),
            [453] = (CameraError.Rejected, "busy", BusyAdvice),
            [500] = (CameraError.Rejected, "busy", BusyAdvice),
            [503] = (CameraError.Rejected, "busy", BusyAdvice),
            [461] = (
                CameraError.NotSupported, "transportRefused",
                "the camera refuses RTSP over TCP. Allow RTP over RTSP/TCP on the camera."),
        }.ToFrozenDictionary();

    /// <summary>The error for a status that is not a success.</summary>
    /// <param name="address">The stream.</param>
    /// <param name="status">RTSP status.</param>
    public static CameraException Of(RtspAddress address, int status)
    {
        if (Meanings.TryGetValue(status, out var meaning))
            return new CameraException(
                meaning.Reason, address.Request, FormattableString.Invariant($"RTSP {status}: {meaning.Detail}"))
            {
                Code = meaning.Code,
            };
        return status is >= 300 and < 400
            ? new CameraException(
                CameraError.Rejected, address.Request,
                "the camera sends the viewer to another address, which is not followed with its password. "
                    + "Give the other address instead.")
            {
                Code = "redirected",
            }
            : new CameraException(CameraError.Rejected, address.Request, FormattableString.Invariant(
                $"RTSP {status}. Open the stream with the camera's own page to see why it refuses."))
            {
                Code = "refused",
            };
    }

    /// <summary>Returns false, "no login needed", when the status is a success.</summary>
    /// <param name="address">The stream.</param>
    /// <param name="status">RTSP status.</param>
    /// <exception cref="CameraException">It is not a success.</exception>
    public static bool ThrowUnlessOk(RtspAddress address, int status) =>
        status is >= 200 and < 300 ? false : throw Of(address, status);
}
