namespace CamMigrate.Simulator.Video;

/// <summary>Where the video engine works and with what.</summary>
public sealed record VideoEngineOptions
{
    /// <summary>Folder of encoded clips and painted scenes; made when missing, shared by processes at once.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>The ffmpeg program: a path, or a name looked up in <c>PATH</c>.</summary>
    public string FfmpegPath { get; init; } = "ffmpeg";

    /// <summary>
    /// TrueType font of overlays; null takes DejaVu Sans or, where that is missing, a font of the system.
    /// </summary>
    public string? FontFile { get; init; }

    /// <summary>Encodings at once, 1 or more.</summary>
    public int Encoders { get; init; } = 2;

    /// <summary>
    /// What drawn clocks show at the first frame of a clip. Clips are encoded once and repeated, so a clock ticks
    /// through a clip and starts again. Null is the full hour in which the engine was made, UTC.
    /// </summary>
    public DateTimeOffset? ClockStart { get; init; }

    /// <summary>
    /// Told when an encoding failed that nobody waits for; called on any thread. Null where nobody wants to know.
    /// </summary>
    public Action<VideoSettings, VideoException>? Failed { get; init; }
}
