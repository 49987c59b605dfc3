using CamMigrate.Streams.Ffmpeg;

namespace CamMigrate.Streams;

/// <summary>Limits of looking at a stream.</summary>
public sealed record StreamProverOptions
{
    /// <summary>
    /// How much of the stream is watched, by its own clock. At least 4.5 s: the frame rate is measured over 4 s or
    /// more.
    /// </summary>
    public TimeSpan Observation { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a second look waits for a keyframe when the first saw none.</summary>
    public TimeSpan KeyframeWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>TCP connection.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>One RTSP answer, and the longest silence while video flows.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What opening may take on top of the time watched, before ffmpeg is killed.</summary>
    public TimeSpan OpeningLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a stream that says it is busy (an encoder starting, no free place) is asked again.</summary>
    public int BusyRetries { get; init; } = 1;

    /// <summary>Pause before a busy stream is asked again.</summary>
    public TimeSpan BusyDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How ffmpeg is found; it answers null when it is missing.</summary>
    public Func<FfmpegTools?> FindFfmpeg { get; init; } = FfmpegTools.Find;

    /// <summary>Whether the password may be sent readably (Basic) when the camera takes nothing else.</summary>
    public bool AllowBasic { get; init; }
}
