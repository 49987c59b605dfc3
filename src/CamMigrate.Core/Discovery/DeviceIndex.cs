using System.Net;

namespace CamMigrate.Core.Discovery;

/// <summary>
/// The devices of a search, found by what their answers say. A network where somebody makes up thousands of answers
/// is searched as quickly as any other.
/// </summary>
internal sealed class DeviceIndex
{
    private const int ShortestSerial = 5;
    // A serial number that so many devices tell belongs to none of them.
    private const int MostOfOneSerial = 64;
    private readonly List<Device> all = [];
    private readonly Dictionary<string, Device> byMac = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Device>> bySerial = new(StringComparer.Ordinal);
    private readonly Dictionary<IPAddress, List<Device>> byAddress = [];

    /// <summary>The devices.</summary>
    internal IReadOnlyList<Device> All => all;

    /// <summary>The device of a MAC address; null = there is none so far.</summary>
    internal Device? OfMac(string mac) => byMac.GetValueOrDefault(mac);

    /// <summary>Adds a device of which nothing is known yet.</summary>
    internal Device Add()
    {
        var device = new Device();
        all.Add(device);
        return device;
    }

    /// <summary>The device to which an answer without MAC address belongs; null = a new one.</summary>
    internal Device? OwnerOf(Sighting one)
    {
        if (one.MacHint is { } hint && OfMac(hint) is { } named) return named;
        return Only(SameSerial(one)) ?? Only(byAddress.GetValueOrDefault(one.Address) ?? []);
    }

    private IEnumerable<Device> SameSerial(Sighting one) =>
        bySerial.GetValueOrDefault(Serial(one)) is { Count: <= MostOfOneSerial } devices
            ? devices.Where(d => d.HasOnly(one.Method, one.Address)) : [];

    private static Device? Only(IEnumerable<Device> devices) => devices.Take(2).ToList() is [var only] ? only : null;

    private static string Serial(Sighting sighting) =>
        string.Concat((sighting.SerialNumber ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static void Note<T>(Dictionary<T, List<Device>> index, T key, Device device)
        where T : notnull
    {
        if (!index.TryGetValue(key, out var devices)) index[key] = devices = [];
        devices.Add(device);
    }

    /// <summary>The answers of one device.</summary>
    internal sealed class Device
    {
        private readonly List<Sighting> said = [];
        private readonly HashSet<string> serials = new(StringComparer.Ordinal);
        private readonly HashSet<IPAddress> addresses = [];
        // Null = several.
        private readonly Dictionary<DiscoveryMethod, IPAddress?> places = [];

        /// <summary>What it said.</summary>
        internal IReadOnlyList<Sighting> Said => said;

        /// <summary>Whether a protocol told no other address of it.</summary>
        internal bool HasOnly(DiscoveryMethod method, IPAddress address) =>
            !places.TryGetValue(method, out var place) || address.Equals(place);

        /// <summary>Adds an answer, and makes the device found by it.</summary>
        internal void Add(Sighting one, DeviceIndex index)
        {
            if (said.Count == 0 && one.MacAddress is { } mac) index.byMac[mac] = this;
            said.Add(one);
            if (Serial(one) is { Length: >= ShortestSerial } serial && serials.Add(serial)) Note(index.bySerial, serial, this);
            if (addresses.Add(one.Address)) Note(index.byAddress, one.Address, this);
            places[one.Method] = HasOnly(one.Method, one.Address) ? one.Address : null;
        }
    }
}
