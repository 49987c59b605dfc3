using System.Collections.Immutable;
using System.Net;
using CamMigrate.Core.Discovery;

namespace CamMigrate.Http.Udp;

/// <summary>MAC addresses that this machine's own system has learnt of hosts on its wire.</summary>
public static class Neighbours
{
    private const string LinuxTable = "/proc/net/arp";
    private const int AddressColumn = 0;
    private const int MacColumn = 3;

    /// <summary>What is known now; empty where the system does not tell (all but Linux).</summary>
    public static ImmutableDictionary<IPAddress, string> Read()
    {
        if (!OperatingSystem.IsLinux()) return ImmutableDictionary<IPAddress, string>.Empty;
        try
        {
            return Parse(File.ReadLines(LinuxTable));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ImmutableDictionary<IPAddress, string>.Empty; // a container may hide it
        }
    }

    /// <summary>
    /// Reads the table. A MAC address that several hosts have is a router's, and tells of none of them.
    /// </summary>
    internal static ImmutableDictionary<IPAddress, string> Parse(IEnumerable<string> lines) => lines
        .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(c => c.Length > MacColumn)
        .Select(c => (Address: Ipv4.Claimed(c[AddressColumn]), Mac: MacText.Normalize(c[MacColumn])))
        .Where(e => e.Address is not null && e.Mac is not null)
        .GroupBy(e => e.Mac).Where(g => !g.Skip(1).Any()).Select(g => g.First())
        .DistinctBy(e => e.Address).ToImmutableDictionary(e => e.Address!, e => e.Mac!);
}
