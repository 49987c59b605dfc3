using System.Xml.Linq;
using CamMigrate.Onvif.Soap;
using static CamMigrate.Onvif.Soap.OnvifNames;

namespace CamMigrate.Onvif.Clients;

/// <summary>The device service (<c>tds</c>). Methods bear the operations' names and return their response
/// elements.</summary>
internal sealed class DeviceClient(OnvifSession session)
{
    internal Task<XElement> GetSystemDateAndTimeAsync(CancellationToken cancellationToken) =>
        CallAsync("GetSystemDateAndTime", cancellationToken);

    internal Task<XElement> GetDeviceInformationAsync(CancellationToken cancellationToken) =>
        CallAsync("GetDeviceInformation", cancellationToken);

    internal Task<XElement> GetServiceCapabilitiesAsync(CancellationToken cancellationToken) =>
        CallAsync("GetServiceCapabilities", cancellationToken);

    internal Task<XElement> GetNTPAsync(CancellationToken cancellationToken) => CallAsync("GetNTP", cancellationToken);

    internal Task<XElement> GetHostnameAsync(CancellationToken cancellationToken) =>
        CallAsync("GetHostname", cancellationToken);

    internal Task<XElement> GetNetworkInterfacesAsync(CancellationToken cancellationToken) =>
        CallAsync("GetNetworkInterfaces", cancellationToken);

    internal Task<XElement> GetNetworkDefaultGatewayAsync(CancellationToken cancellationToken) =>
        CallAsync("GetNetworkDefaultGateway", cancellationToken);

    internal Task<XElement> GetDNSAsync(CancellationToken cancellationToken) => CallAsync("GetDNS", cancellationToken);

    internal Task<XElement> GetNetworkProtocolsAsync(CancellationToken cancellationToken) =>
        CallAsync("GetNetworkProtocols", cancellationToken);

    internal Task<XElement> GetUsersAsync(CancellationToken cancellationToken) =>
        CallAsync("GetUsers", cancellationToken);

    internal Task<XElement> GetScopesAsync(CancellationToken cancellationToken) =>
        CallAsync("GetScopes", cancellationToken);

    internal Task<XElement> GetDiscoveryModeAsync(CancellationToken cancellationToken) =>
        CallAsync("GetDiscoveryMode", cancellationToken);

    internal Task<XElement> GetDot1XConfigurationsAsync(CancellationToken cancellationToken) =>
        CallAsync("GetDot1XConfigurations", cancellationToken);

    internal Task<XElement> GetIPAddressFilterAsync(CancellationToken cancellationToken) =>
        CallAsync("GetIPAddressFilter", cancellationToken);

    internal Task<XElement> GetZeroConfigurationAsync(CancellationToken cancellationToken) =>
        CallAsync("GetZeroConfiguration", cancellationToken);

    internal Task<XElement> GetDynamicDNSAsync(CancellationToken cancellationToken) =>
        CallAsync("GetDynamicDNS", cancellationToken);

    internal Task<XElement> GetRelayOutputsAsync(CancellationToken cancellationToken) =>
        CallAsync("GetRelayOutputs", cancellationToken);

    /// <summary>Sets clock mode, zone and time.</summary>
    internal Task<XElement> SetSystemDateAndTimeAsync(XElement request, CancellationToken cancellationToken) =>
        session.CallAsync(request, cancellationToken);

    /// <summary>Sets the time servers.</summary>
    internal Task<XElement> SetNTPAsync(XElement request, CancellationToken cancellationToken) =>
        session.CallAsync(request, cancellationToken);

    private Task<XElement> CallAsync(string operation, CancellationToken cancellationToken) =>
        session.CallAsync(new XElement(Tds + operation), cancellationToken);
}
