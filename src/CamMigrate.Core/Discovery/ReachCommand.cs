using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace CamMigrate.Core.Discovery;

/// <summary>
/// The command that gives this machine an address in a foreign camera's subnet. It is printed, never run.
/// </summary>
public static class ReachCommand
{
    private const int WidestPrefix = 24;
    private const int NarrowestPrefix = 30;
    private const uint FirstGuess = 200;

    /// <summary>Makes the command.</summary>
    /// <param name="camera">A camera outside our subnets.</param>
    /// <param name="subnets">This machine's addresses.</param>
    /// <param name="taken">Addresses that others were seen to have.</param>
    /// <param name="isWindows">Whether it is typed on Windows.</param>
    /// <returns>Null when there is no interface to do it on, or no address looks free.</returns>
    public static string? For(
        FoundCamera camera, ImmutableArray<LocalSubnet> subnets, IReadOnlySet<IPAddress> taken, bool isWindows)
    {
        ArgumentNullException.ThrowIfNull(camera);
        ArgumentNullException.ThrowIfNull(taken);
        if (camera.Address.AddressFamily != AddressFamily.InterNetwork || IPAddress.IsLoopback(camera.Address)
            || !Ipv4.IsOfOneDevice(camera.Address)) return null;
        var outward = subnets.Where(s => !s.IsLoopback).ToList();
        var seenOn = camera.Sightings.Select(s => s.Interface).ToHashSet();
        if ((outward.Find(s => seenOn.Contains(s.Index)) ?? outward.FirstOrDefault()) is not { } ours) return null;
        var prefix = Math.Clamp(
            camera.Sightings.Select(s => s.PrefixLength).FirstOrDefault(p => p is not null) ?? WidestPrefix,
            WidestPrefix, NarrowestPrefix);
        if (Free(camera, prefix, taken) is not { } free) return null;
        return isWindows
            ? FormattableString.Invariant($"netsh interface ip add address \"{ours.Name}\" {free} {Ipv4.Address(Ipv4.Mask(prefix))}")
            : FormattableString.Invariant($"ip addr add {free}/{prefix} dev {ours.Name}");
    }

    /// <summary>
    /// An address that nobody was seen to have, from .200 on: routers and cameras mostly have low ones.
    /// </summary>
    private static IPAddress? Free(FoundCamera camera, int prefix, IReadOnlySet<IPAddress> taken)
    {
        var network = Ipv4.Network(camera.Address, prefix);
        var size = ~Ipv4.Mask(prefix) + 1;
        for (uint i = 0; i < size; i++)
        {
            var host = (FirstGuess + i) % size;
            var address = Ipv4.Address(network | host);
            if (host == 0 || host == size - 1 || taken.Contains(address) || address.Equals(camera.Address)
                || camera.Sightings.Any(s => address.Equals(s.Gateway))) continue;
            return address;
        }

        return null;
    }
}
