using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using CamMigrate.Core.Ports;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Http.Udp;

/// <summary>Opens what an inquiry needs; what cannot be opened is told and left out.</summary>
internal sealed class UdpDoors(UdpInquiry inquiry, ILogger logger)
{
    private readonly List<Finding> findings = [];

    internal ImmutableArray<Finding> Findings => [.. findings];

    internal ImmutableArray<UdpDoor> Everywhere()
    {
        var locals = LocalSubnets.Read();
        var listening = inquiry.IsAnsweredToPort ? Heard(() => UdpDoor.Listening(locals, inquiry)) : null;
        var doors = locals.Select(local => Ephemeral(local.Address, port => UdpDoor.On(local, inquiry, port), listening is not null));
        return [.. doors.Append(listening).OfType<UdpDoor>()];
    }

    internal ImmutableArray<UdpDoor> To(ImmutableArray<IPAddress> hosts) =>
    [
        .. hosts.GroupBy(h => h.AddressFamily).Select(g => Ephemeral(
            g.First(), port => UdpDoor.To([.. g], inquiry, port), inquiry.IsAnsweredToPort)).OfType<UdpDoor>(),
    ];

    /// <summary>Some devices answer to the port they were asked from only if it is the protocol's own.</summary>
    private UdpDoor? Ephemeral(IPAddress where, Func<int, UdpDoor> open, bool fromOwnPort)
    {
        foreach (var port in fromOwnPort ? [inquiry.Port, 0] : new[] { 0 })
        {
            try
            {
                return open(port);
            }
            catch (SocketException e)
            {
                logger.CannotAsk(where.ToString(), inquiry.Name, e.SocketErrorCode);
            }
        }

        return null;
    }

    private UdpDoor? Heard(Func<UdpDoor> open)
    {
        try
        {
            return open();
        }
        catch (SocketException e)
        {
            logger.CannotAsk("any interface", inquiry.Name, e.SocketErrorCode);
            findings.Add(new Finding(inquiry.Name, FindingSeverity.Warning, FormattableString.Invariant(
                $"UDP port {inquiry.Port} is held by another program: cameras that answer to all were not heard. ")
                + "Close it (the maker's own search tool?) and look again."));
            return null;
        }
    }
}
