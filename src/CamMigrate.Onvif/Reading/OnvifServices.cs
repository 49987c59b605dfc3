using CamMigrate.Core.Errors;
using CamMigrate.Onvif.Clients;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Reading;

/// <summary>The clients of one camera, and which of its two media services is used for what.</summary>
internal sealed class OnvifServices(OnvifSession session)
{
    internal OnvifSession Session => session;

    internal DeviceClient Device { get; } = new(session);

    internal MediaClient? Media1 { get; } = session.Services.Has(OnvifNames.Trt) ? new(session) : null;

    internal Media2Client? Media2 { get; } = session.Services.Has(OnvifNames.Tr2) ? new(session) : null;

    internal ImagingClient? Imaging { get; } = session.Services.Has(OnvifNames.Timg) ? new(session) : null;

    internal PtzClient? Ptz { get; } = session.Services.Has(OnvifNames.Tptz) ? new(session) : null;

    internal AnalyticsClient? Analytics { get; } = session.Services.Has(OnvifNames.Tan) ? new(session) : null;

    internal DeviceIoClient? DeviceIo { get; } = session.Services.Has(OnvifNames.Tmd) ? new(session) : null;

    /// <summary>The service that profiles and encoders come from; only Media2 knows H.265. Null = the camera has
    /// none.</summary>
    internal IMediaClient? Media { get; set; }

    /// <summary>The service that overlays come from; null = none was found yet.</summary>
    internal IMediaClient? Osds { get; set; }

    /// <summary>What the camera listed before and must list still.</summary>
    /// <param name="item">What was found now; null = nothing.</param>
    /// <param name="operation">The request, for messages.</param>
    /// <param name="token">What was looked for.</param>
    /// <exception cref="CameraException">It is gone.</exception>
    internal T Listed<T>(T? item, string operation, string token)
        where T : class => item ?? throw new CameraException(
            CameraError.BadResponse, $"{session.Address}: {operation}",
            $"the camera does not list {Printable.Clip(token)} any more. Restart the camera and read it again.");

    /// <summary>The prefix of a media service, for journals.</summary>
    internal static string Prefix(IMediaClient client) => client is Media2Client ? "tr2" : "trt";
}
