namespace CamMigrate.Streams.Judging;

/// <summary>The pictures a stream is judged by.</summary>
internal sealed record StreamPictures
{
    /// <summary>The stream now; null = nothing could be decoded.</summary>
    public Picture? Now { get; init; }

    /// <summary>The same camera before its masks were written; null = there is none, or it cannot be read.</summary>
    public Picture? Before { get; init; }

    /// <summary>The old camera; null = there is none, or it cannot be read.</summary>
    public Picture? Old { get; init; }
}
