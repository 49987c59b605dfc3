using System.Collections.Immutable;
using CamMigrate.Core.Ports;

namespace CamMigrate.Streams;

/// <summary>One picture of one video source of the old camera.</summary>
/// <param name="Source">Video source number, from 1.</param>
/// <param name="File">Name of the JPEG in its folder; null = there is none.</param>
/// <param name="TakenAt">When it was taken, by this machine's clock, UTC.</param>
public sealed record ReferencePicture(int Source, string? File, DateTimeOffset TakenAt)
{
    /// <summary>SHA-256 of the file, lower case hexadecimal; null = no file.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Pixels; null = no file.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels; null = no file.</summary>
    public int? Height { get; init; }

    /// <summary>
    /// How it was taken: <c>snapshot</c> over HTTP, or <c>stream</c>, the first keyframe over RTSP; null = not.
    /// </summary>
    public string? How { get; init; }

    /// <summary>Why there is none; null = there is one.</summary>
    public string? Problem { get; init; }
}

/// <summary>The camera whose pictures are taken.</summary>
/// <param name="Reader">Its session.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Credential">Its login.</param>
/// <param name="Streams">Its streams, as read.</param>
/// <param name="RtspPort">TCP port of RTSP.</param>
public sealed record PicturedCamera(
    ICameraReader Reader, CameraAddress Address, Credential Credential,
        ImmutableArray<Core.Profiles.SourceStream> Streams, int RtspPort);
