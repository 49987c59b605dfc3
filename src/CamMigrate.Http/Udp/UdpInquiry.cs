using System.Net;

namespace CamMigrate.Http.Udp;

/// <summary>A question that devices answer over UDP, and where they listen for it.</summary>
public sealed record UdpInquiry
{
    /// <summary>What it is called in messages: <c>SADP</c>.</summary>
    public required string Name { get; init; }

    /// <summary>UDP port that devices listen on.</summary>
    public required int Port { get; init; }

    /// <summary>Multicast group that devices listen to; null = none.</summary>
    public IPAddress? Group { get; init; }

    /// <summary>
    /// Whether it is sent to all of a network, too: what has an address of another subnet still hears it.
    /// </summary>
    public bool IsBroadcast { get; init; }

    /// <summary>
    /// Whether devices answer to the group, or to <see cref="Port"/> whatever port asked: it is listened on then.
    /// </summary>
    public bool IsAnsweredToPort { get; init; }

    /// <summary>Makes the datagrams of one round; message ids are new in each.</summary>
    public required Func<IReadOnlyList<byte[]>> Datagrams { get; init; }
}
