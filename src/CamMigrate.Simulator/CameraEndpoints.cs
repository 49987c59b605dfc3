using System.Net;

namespace CamMigrate.Simulator;

/// <summary>Where a virtual camera listens.</summary>
/// <param name="Address">Loopback address.</param>
/// <param name="Http">TCP port of plain HTTP.</param>
/// <param name="Https">TCP port of HTTPS; null: no TLS listener.</param>
/// <param name="Rtsp">TCP port of RTSP; 0: the camera has no video.</param>
public sealed record CameraEndpoints(IPAddress Address, int Http, int? Https, int Rtsp);
