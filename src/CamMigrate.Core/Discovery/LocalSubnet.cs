using System.Net;
using System.Net.Sockets;

namespace CamMigrate.Core.Discovery;

/// <summary>An IPv4 address of this machine.</summary>
/// <param name="Address">The address.</param>
/// <param name="PrefixLength">Length of the subnet's prefix, bits.</param>
/// <param name="Name">The interface's name, as the system's own commands take it.</param>
/// <param name="Index">The interface's number; 0 = unknown.</param>
public sealed record LocalSubnet(IPAddress Address, int PrefixLength, string Name, int Index)
{
    /// <summary>Whether it leads to this machine itself alone.</summary>
    public bool IsLoopback => IPAddress.IsLoopback(Address);

    /// <summary>Whether an address lies in the subnet.</summary>
    /// <param name="other">IPv4; IPv6 never does.</param>
    public bool Contains(IPAddress other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.AddressFamily == AddressFamily.InterNetwork
            && Ipv4.Network(other, PrefixLength) == Ipv4.Network(Address, PrefixLength);
    }
}
