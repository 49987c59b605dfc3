using System.Collections.Immutable;
using CamMigrate.Core.Verification;
using CamMigrate.Streams.Judging;

namespace CamMigrate.Streams.Probing;

/// <summary>What is known of a recorded piece of a stream.</summary>
internal sealed record Recording
{
    /// <summary>Codec in ffprobe's spelling; null = unknown.</summary>
    public string? Codec { get; init; }

    /// <summary>Codec profile; null = unknown.</summary>
    public string? Profile { get; init; }

    /// <summary>Pixels.</summary>
    public int Width { get; init; }

    /// <summary>Pixels.</summary>
    public int Height { get; init; }

    /// <summary>Its frames.</summary>
    public ImmutableArray<Packet> Packets { get; init; } = [];

    /// <summary>The measurement.</summary>
    public MeasuredVideo Measure()
    {
        var (fps, observed) = RateMeter.FrameRate(Packets);
        return new MeasuredVideo
        {
            Codec = Codec is null ? null : VideoChecks.CodecName(Codec),
            Profile = Profile,
            Width = Width,
            Height = Height,
            Fps = fps is null ? null : Math.Round(fps.Value, 3),
            Kbps = RateMeter.Kbps(Packets) is { } kbps ? Math.Round(kbps, 1) : null,
            ObservedS = Math.Round(observed, 2),
        };
    }
}
