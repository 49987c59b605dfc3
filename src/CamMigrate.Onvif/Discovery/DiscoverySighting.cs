using CamMigrate.Core.Discovery;

namespace CamMigrate.Onvif.Discovery;

/// <summary>What a WS-Discovery answer tells of its camera.</summary>
internal static class DiscoverySighting
{
    private const string ScopePrefix = "onvif://www.onvif.org/";
    private const int MacDigits = 12;

    internal static Sighting Of(DiscoveredDevice device)
    {
        var service = device.NearService;
        return new Sighting
        {
            Method = DiscoveryMethod.WsDiscovery,
            Address = device.NearAddress,
            Sender = device.Address,
            Interface = device.Interface,
            Port = service?.Port,
            MacAddress = MacText.Normalize(Scope(device, "mac")),
            MacHint = Hint(device.Endpoint),
            Vendor = "onvif",
            Manufacturer = Claim.Text(Scope(device, "manufacturer") ?? Scope(device, "mfr")),
            Model = Claim.Text(Scope(device, "hardware")),
            SerialNumber = Claim.Text(Scope(device, "serial")),
            Firmware = Claim.Text(Scope(device, "firmware")),
            Name = Claim.Text(Scope(device, "name")),
            Onvif = true,
        };
    }

    /// <summary>The value of the first scope of a kind, <c>onvif://www.onvif.org/name/North%20gate</c>.</summary>
    private static string? Scope(DiscoveredDevice device, string kind)
    {
        var prefix = ScopePrefix + kind + "/";
        return device.Scopes.FirstOrDefault(s => s.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } scope
            ? Uri.UnescapeDataString(scope[prefix.Length..]) : null;
    }

    /// <summary>Many makers end the UUID of a device with its MAC address; others with chance.</summary>
    private static string? Hint(string endpoint) =>
        endpoint.Length > MacDigits ? MacText.Normalize(endpoint[^MacDigits..]) : null;
}
