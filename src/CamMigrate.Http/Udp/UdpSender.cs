using System.Net;

namespace CamMigrate.Http.Udp;

/// <summary>Where a datagram came from.</summary>
/// <param name="Address">Source address; nothing proves it.</param>
/// <param name="Interface">Number of the interface it came in by; 0 = unknown.</param>
public readonly record struct UdpSender(IPAddress Address, int Interface);
