namespace CamMigrate.Streams.Probing;

/// <summary>How much of a stream is wanted.</summary>
/// <param name="Length">At most so much, by the stream's own clock.</param>
/// <param name="OneKeyframe">Whether the first keyframe is enough.</param>
internal readonly record struct RecordingRequest(TimeSpan Length, bool OneKeyframe = false);
