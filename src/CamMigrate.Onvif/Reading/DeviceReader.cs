using System.Xml.Linq;
using CamMigrate.Onvif.Clients;

namespace CamMigrate.Onvif.Reading;

/// <summary>Reads what the device service has: clock, network, accounts.</summary>
internal static class DeviceReader
{
    internal static async Task<OnvifSnapshot> ReadAsync(
        DeviceClient client, XElement device, AreaReader areas, CancellationToken cancellationToken)
    {
        var snapshot = await ReadTimeAsync(client, new OnvifSnapshot { Device = device }, areas, cancellationToken);
        return snapshot with
        {
            Hostname = await areas.TryAsync("network.hostname", () => client.GetHostnameAsync(cancellationToken)),
            Interfaces = await areas.TryAsync(
                "network.ipv4", () => client.GetNetworkInterfacesAsync(cancellationToken)),
            Gateway = await areas.TryAsync(
                "network.ipv4.gateway", () => client.GetNetworkDefaultGatewayAsync(cancellationToken)),
            Dns = await areas.TryAsync("network.dns", () => client.GetDNSAsync(cancellationToken)),
            Protocols = await areas.TryAsync(
                "network.protocols", () => client.GetNetworkProtocolsAsync(cancellationToken)),
            Users = await areas.TryAsync("users", () => client.GetUsersAsync(cancellationToken)),
        };
    }

    internal static async Task<OnvifSnapshot> ReadTimeAsync(
        DeviceClient client, OnvifSnapshot snapshot, AreaReader areas, CancellationToken cancellationToken) =>
            snapshot with
            {
                DateTime = await areas.TryAsync("time", () => client.GetSystemDateAndTimeAsync(cancellationToken)),
                Ntp = await areas.TryAsync("time.ntpServers", () => client.GetNTPAsync(cancellationToken)),
                // Only tells how many time servers there may be: without it that stays unknown.
                Capabilities = snapshot.Capabilities
            ?? await areas.TryAsync("services", () => client.GetServiceCapabilitiesAsync(cancellationToken)),
            };
}
