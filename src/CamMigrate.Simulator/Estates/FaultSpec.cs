using System.Collections.Immutable;
using CamMigrate.Simulator.Video.Rtsp;

namespace CamMigrate.Simulator.Estates;

/// <summary>A way of answering HTTP requests badly.</summary>
internal enum HttpFault
{
    None,
    Html,
    Truncated,
    Oversized,
    Slow,
    EntityBomb,
    Redirect,
    Drop,
}

/// <summary>What a camera does with privacy masks that it is told to keep.</summary>
internal enum MaskFault
{
    None,

    /// <summary>Answers OK and keeps what it had.</summary>
    AcceptsAndIgnores,

    /// <summary>Keeps the mask and reads it back, and does not burn it into the picture.</summary>
    NotBurned,
}

/// <summary>What is deliberately wrong with a camera.</summary>
internal sealed record FaultSpec
{
    public HttpFault Http { get; init; }

    /// <summary>
    /// Only requests whose path, or whose SOAP operation, contains this text meet <see cref="Http"/>; null: all of
    /// them.
    /// </summary>
    public string? HttpAt { get; init; }

    /// <summary>Target of <see cref="HttpFault.Redirect"/>.</summary>
    public string RedirectTo { get; init; } = "http://192.0.2.66/";

    /// <summary>Milliseconds that every request waits before it is looked at.</summary>
    public int DelayMilliseconds { get; init; }

    /// <summary>After so many writes the camera is gone, in the middle of the answer; null: never.</summary>
    public int? DieAfterWrites { get; init; }

    /// <summary>The write of this number (1 is the first) is never answered: the connection is dropped.</summary>
    public int? DropAnswerOfWrite { get; init; }

    /// <summary>Whether the write whose answer is dropped was done.</summary>
    public bool DroppedIsDone { get; init; } = true;

    /// <summary>How RTSP misbehaves.</summary>
    public RtspFault Stream { get; init; }

    /// <summary>A picture that shows nothing: <c>black</c>, <c>grey</c> or <c>frozen</c>.</summary>
    public string? Picture { get; init; }

    public MaskFault Masks { get; init; }

    /// <summary>ONVIF operations that answer OK and change nothing.</summary>
    public ImmutableArray<string> AcceptsAndIgnores { get; init; } = [];
}
