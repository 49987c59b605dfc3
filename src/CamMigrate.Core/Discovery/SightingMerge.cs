using System.Collections.Immutable;
using System.Net;

namespace CamMigrate.Core.Discovery;

/// <summary>
/// Makes one camera of the answers of one device. The outcome depends on the set of answers alone, not on their order.
/// </summary>
/// <remarks>
/// A MAC address decides. An answer without one belongs to the device whose MAC ends its UUID; else to the one of its
/// serial number, unless that would give one protocol's serial number two addresses: some makers give all units one;
/// else to the one device of its address.
/// </remarks>
public static class SightingMerge
{
    /// <summary>Puts answers together, in the order of addresses.</summary>
    /// <param name="sightings">Answers, repetitions included.</param>
    /// <param name="isNear">Whether an address can be reached directly: it is preferred where a device has
    /// several.</param>
    public static ImmutableArray<FoundCamera> Merge(IEnumerable<Sighting> sightings, Func<IPAddress, bool> isNear)
    {
        var known = sightings.Distinct().ToLookup(s => s.MacAddress is not null);
        var devices = new DeviceIndex();
        foreach (var one in known[true]) (devices.OfMac(one.MacAddress!) ?? devices.Add()).Add(one, devices);
        foreach (var one in known[false].OrderBy(s => s.SerialNumber is null).ThenBy(SortKey, StringComparer.Ordinal))
            (devices.OwnerOf(one) ?? devices.Add()).Add(one, devices);

        return [.. devices.All.Select(d => One(d.Said, isNear))
            .OrderBy(c => AddressKey(c.Address), StringComparer.Ordinal)
            .ThenBy(c => c.MacAddress, StringComparer.Ordinal).ThenBy(c => c.SerialNumber, StringComparer.Ordinal)];
    }

    private static FoundCamera One(IReadOnlyList<Sighting> device, Func<IPAddress, bool> isNear)
    {
        var said = device.OrderBy(s => s.Method).ThenBy(SortKey, StringComparer.Ordinal).ToImmutableArray();
        var at = said.OrderBy(s => isNear(s.Address) ? 0 : 1).First();
        T? First<T>(Func<Sighting, T?> what) => said.Select(what).FirstOrDefault(value => value is not null);
        return new FoundCamera
        {
            Address = at.Address,
            Port = said.Where(s => s.Address.Equals(at.Address)).Select(s => s.Port).FirstOrDefault(p => p is not null),
            MacAddress = First(s => s.MacAddress),
            Vendor = First(s => s.Vendor == OnvifVendor ? null : s.Vendor) ?? First(s => s.Vendor),
            Manufacturer = First(s => s.Manufacturer),
            Model = First(s => s.Model),
            SerialNumber = First(s => s.SerialNumber),
            Firmware = First(s => s.Firmware),
            Name = First(s => s.Name),
            Onvif = said.Any(s => s.Onvif is true) ? true : First(s => s.Onvif),
            FactoryState = First(s => s.Activation),
            FoundBy = [.. said.Select(s => s.Method).Distinct()],
            Sightings = said,
        };
    }

    /// <summary>A native reader knows more of a camera than ONVIF does.</summary>
    private const string OnvifVendor = "onvif";

    private static string AddressKey(IPAddress address) =>
        FormattableString.Invariant($"{(int)address.AddressFamily:d2}{Convert.ToHexString(address.GetAddressBytes())}");

    /// <summary>Everything in it, so that no two different answers are equal in order.</summary>
    private static string SortKey(Sighting s) => string.Join('\n',
        AddressKey(s.Address), s.SerialNumber, s.MacHint, s.Model, s.Name, s.Firmware, s.Manufacturer, s.Port, s.Vendor,
        s.Onvif, s.Activation, AddressKey(s.Sender), s.Method, s.Interface);
}
