using System.Collections.Immutable;
using System.Net;

namespace CamMigrate.Onvif.Discovery;

/// <summary>A device that answered a WS-Discovery probe. Everything in it is what the device claims.</summary>
public sealed record DiscoveredDevice
{
    private const int ShortestName = 6;

    /// <summary>Endpoint reference, meant to be stable and unique; some makers give all units the same one.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Addresses of its device service, in its own order.</summary>
    public ImmutableArray<Uri> XAddrs { get; init; } = [];

    /// <summary>Scopes, <c>onvif://www.onvif.org/name/North%20gate</c>.</summary>
    public ImmutableArray<string> Scopes { get; init; } = [];

    /// <summary>Types, without their prefixes.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>The address the answer came from.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>Number of the interface the answer came in by; 0 = unknown.</summary>
    public int Interface { get; init; }

    /// <summary>Its device service in the network the answer came from; null = it names none there.</summary>
    public Uri? NearService =>
        XAddrs.FirstOrDefault(x => IPAddress.TryParse(x.Host.Trim('[', ']'), out var ip) && IsNear(ip, Address));

    /// <summary>An address it names in the network the answer came from; else where the answer came from.</summary>
    public IPAddress NearAddress => NearService is { } near ? IPAddress.Parse(near.Host.Trim('[', ']')) : Address;

    /// <summary>Whether it names itself by a MAC address or serial number, however that is punctuated.</summary>
    /// <param name="name">MAC address or serial number, at least 6 letters and digits.</param>
    public bool Mentions(string name)
    {
        var wanted = Bare(name);
        return wanted.Length >= ShortestName
            && Scopes.Prepend(Endpoint).Any(text => Bare(Unescaped(text)).Contains(wanted, StringComparison.Ordinal));
    }

    private static bool IsNear(IPAddress a, IPAddress b) =>
        a.Equals(b) || (IPAddress.IsLoopback(a) && IPAddress.IsLoopback(b))
        || (a.AddressFamily == b.AddressFamily && a.GetAddressBytes().AsSpan(0, 3).SequenceEqual(b.GetAddressBytes().AsSpan(0, 3)));

    private static string Unescaped(string text) => Uri.UnescapeDataString(text);

    private static string Bare(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
