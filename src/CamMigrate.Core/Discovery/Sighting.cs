using System.Net;

namespace CamMigrate.Core.Discovery;

/// <summary>One answer of one device to one question. All of it is what the device claims, fit to be printed.</summary>
public sealed record Sighting
{
    /// <summary>The question it answered.</summary>
    public required DiscoveryMethod Method { get; init; }

    /// <summary>Where the device says it is; where the answer came from when it does not say.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>Where the answer came from.</summary>
    public required IPAddress Sender { get; init; }

    /// <summary>Number of the interface it came in by; 0 = unknown.</summary>
    public int Interface { get; init; }

    /// <summary>Length of its subnet's prefix, 0 to 32 bits; null = not told.</summary>
    public int? PrefixLength { get; init; }

    /// <summary>Its way out of the subnet; null = not told.</summary>
    public IPAddress? Gateway { get; init; }

    /// <summary>TCP port of its web server; null = not told.</summary>
    public int? Port { get; init; }

    /// <summary>As <see cref="MacText"/> writes it; null = not told.</summary>
    public string? MacAddress { get; init; }

    /// <summary>
    /// What may be its MAC address: the last part of its UUID. It ties an answer to others and is never shown.
    /// </summary>
    public string? MacHint { get; init; }

    /// <summary>The reader that understands it: <c>hikvision</c>, <c>dahua</c>, <c>onvif</c>; null = unknown.</summary>
    public string? Vendor { get; init; }

    /// <summary>Maker; null = not told.</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Model; null = not told.</summary>
    public string? Model { get; init; }

    /// <summary>Serial number; null = not told.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Firmware version; null = not told.</summary>
    public string? Firmware { get; init; }

    /// <summary>Name given by its owner; null = none.</summary>
    public string? Name { get; init; }

    /// <summary>Whether ONVIF is switched on; null = not told.</summary>
    public bool? Onvif { get; init; }

    /// <summary>Whether it has a password; null = not told.</summary>
    public Activation? Activation { get; init; }
}
