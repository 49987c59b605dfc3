namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>How a virtual camera's stream misbehaves.</summary>
public enum RtspFault
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The stream is not there: 404.</summary>
    NotFound,

    /// <summary>Every login is refused, whatever HTTP takes.</summary>
    LoginRefused,

    /// <summary>PLAY is answered 200 and no media comes.</summary>
    NoMedia,

    /// <summary>Media stops after two seconds, the connection stays open.</summary>
    Stall,
}
