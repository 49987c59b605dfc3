namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>What stands behind an RTSP path.</summary>
/// <param name="Settings">The video to send.</param>
/// <param name="Fault">How it misbehaves.</param>
public sealed record RtspStream(VideoSettings Settings, RtspFault Fault = RtspFault.None);
