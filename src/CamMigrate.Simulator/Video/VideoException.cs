namespace CamMigrate.Simulator.Video;

/// <summary>
/// A clip or snapshot could not be made: ffmpeg is missing, failed or took too long, or there is no font.
/// </summary>
public sealed class VideoException(string message, Exception? inner = null) : Exception(message, inner);
