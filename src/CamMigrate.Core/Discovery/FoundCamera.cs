using System.Collections.Immutable;
using System.Net;

namespace CamMigrate.Core.Discovery;

/// <summary>One device, put together from all its answers.</summary>
public sealed record FoundCamera
{
    /// <summary>Where it is.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>TCP port of its web server; null = not told, which mostly means 80.</summary>
    public int? Port { get; init; }

    /// <summary>As <see cref="MacText"/> writes it; null = unknown.</summary>
    public string? MacAddress { get; init; }

    /// <summary>
    /// The reader that understands it best: <c>hikvision</c>, <c>dahua</c>, <c>onvif</c>; null = unknown.
    /// </summary>
    public string? Vendor { get; init; }

    /// <summary>Maker; null = unknown.</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Model; null = unknown.</summary>
    public string? Model { get; init; }

    /// <summary>Serial number; null = unknown.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Firmware version; null = unknown.</summary>
    public string? Firmware { get; init; }

    /// <summary>Name given by its owner; null = none.</summary>
    public string? Name { get; init; }

    /// <summary>Whether ONVIF is switched on; null = unknown.</summary>
    public bool? Onvif { get; init; }

    /// <summary>Whether it has a password; null = unknown.</summary>
    public Activation? FactoryState { get; init; }

    /// <summary>Every way it was found.</summary>
    public ImmutableArray<DiscoveryMethod> FoundBy { get; init; } = [];

    /// <summary>Whether a connection to it succeeded; null = not tried.</summary>
    public bool? Reachable { get; init; }

    /// <summary>What a person types to reach a camera outside our subnets; null = not needed.</summary>
    public string? ReachCommand { get; init; }

    /// <summary>
    /// Whether an answer came from the very address it named. An answer may name any address, and only where answers come
    /// from is ever connected to.
    /// </summary>
    public bool IsWhereItAnswers => Sightings.Any(s => s.Sender.Equals(Address) && s.Address.Equals(Address));

    /// <summary>What it was put together from.</summary>
    public ImmutableArray<Sighting> Sightings { get; init; } = [];
}
