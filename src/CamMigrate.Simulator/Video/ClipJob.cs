using CamMigrate.Simulator.Video.Clips;

namespace CamMigrate.Simulator.Video;

/// <summary>The making of one clip and who wants it.</summary>
/// <param name="cancellation">Ends the encoding.</param>
internal sealed class ClipJob(CancellationTokenSource cancellation)
{
    /// <summary>The clip, once it is there.</summary>
    public required Task<EncodedClip> Clip { get; init; }

    /// <summary>The streams that show the clip.</summary>
    public HashSet<string> Streams { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether somebody wants the clip whatever the streams do.</summary>
    public bool Pinned { get; set; }

    /// <summary>When the clip was last asked for, counted in uses; the longest forgotten go first.</summary>
    public long LastUse { get; set; }

    /// <summary>Ends the encoding.</summary>
    public CancellationTokenSource Cancellation => cancellation;
}
