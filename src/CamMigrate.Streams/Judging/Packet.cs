namespace CamMigrate.Streams.Judging;

/// <summary>One frame as it was sent.</summary>
/// <param name="Seconds">When it is shown, by the stream's clock.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="IsKey">Whether it is a keyframe.</param>
internal readonly record struct Packet(double Seconds, int Bytes, bool IsKey);
