using System.Collections.Immutable;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using CamMigrate.Core.Discovery;

namespace CamMigrate.Http.Udp;

/// <summary>This machine's IPv4 addresses.</summary>
public static class LocalSubnets
{
    private const int Most = 64;

    /// <summary>Those of interfaces that are up, loopback included, in a fixed order.</summary>
    public static ImmutableArray<LocalSubnet> Read() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(i => i.OperationalStatus == OperationalStatus.Up || i.NetworkInterfaceType == NetworkInterfaceType.Loopback)
            .SelectMany(i => i.GetIPProperties().UnicastAddresses
                .Where(a => a.Address.AddressFamily == AddressFamily.InterNetwork)
                .Select(a => new LocalSubnet(a.Address, a.PrefixLength, i.Name, IndexOf(i))))
            .DistinctBy(s => s.Address).OrderBy(s => s.Index).ThenBy(s => Ipv4.Number(s.Address)).Take(Most),
    ];

    private static int IndexOf(NetworkInterface face)
    {
        try
        {
            return face.GetIPProperties().GetIPv4Properties().Index;
        }
        catch (NetworkInformationException)
        {
            return 0; // it has no IPv4 of its own
        }
    }
}
