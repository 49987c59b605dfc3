using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Numerics;

namespace CamMigrate.Core.Discovery;

/// <summary>IPv4 addresses as numbers.</summary>
public static class Ipv4
{
    /// <summary>The address as a number, so that ranges can be counted.</summary>
    /// <param name="address">IPv4.</param>
    public static uint Number(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());
    }

    /// <summary>The address of a number.</summary>
    /// <param name="number">As <see cref="Number"/> gives it.</param>
    public static IPAddress Address(uint number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return new IPAddress(bytes);
    }

    /// <summary>The mask of a prefix, <c>255.255.255.0</c> of 24.</summary>
    /// <param name="prefixLength">0 to 32 bits.</param>
    public static uint Mask(int prefixLength) => prefixLength == 0 ? 0 : uint.MaxValue << (32 - prefixLength);

    /// <summary>The subnet's number.</summary>
    /// <param name="address">An address in it.</param>
    /// <param name="prefixLength">0 to 32 bits.</param>
    public static uint Network(IPAddress address, int prefixLength) => Number(address) & Mask(prefixLength);

    /// <summary>Whether one device can have this address.</summary>
    /// <param name="address">Any.</param>
    public static bool IsOfOneDevice(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return !address.IsIPv6Multicast && !address.Equals(IPAddress.IPv6Any);
        var first = address.GetAddressBytes()[0];
        return first is > 0 and < 224;
    }

    /// <summary>Reads what a device says its address is, <c>192.168.1.64</c>.</summary>
    /// <param name="text">Its words.</param>
    /// <returns>Null when no device can have it.</returns>
    public static IPAddress? Claimed(string? text) =>
        text is { Length: <= 15 } && text.Count(c => c == '.') == 3 && IPAddress.TryParse(text, out var address)
            && address.AddressFamily == AddressFamily.InterNetwork && IsOfOneDevice(address) ? address : null;

    /// <summary>The prefix of a mask, <c>255.255.255.0</c>.</summary>
    /// <param name="text">A device's words.</param>
    /// <returns>Null when it is no mask.</returns>
    public static int? PrefixOf(string? text)
    {
        if (text is not { Length: <= 15 } || !IPAddress.TryParse(text, out var mask)
            || mask.AddressFamily != AddressFamily.InterNetwork) return null;
        var length = BitOperations.PopCount(Number(mask));
        return Mask(length) == Number(mask) ? length : null;
    }
}
