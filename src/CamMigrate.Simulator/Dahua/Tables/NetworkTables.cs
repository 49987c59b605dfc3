using System.Text.Json.Nodes;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>Addresses and ports.</summary>
internal static class NetworkTables
{
    public const int PrivatePort = 37777;

    private const int DnsServers = 2;

    public static JsonNode Network(DahuaDevice device)
    {
        var network = device.Settings.Network;
        return new JsonObject
        {
            ["DefaultInterface"] = network.Interface,
            ["Domain"] = network.Domain,
            ["Hostname"] = network.Hostname,
            [network.Interface] = new JsonObject
            {
                ["DefaultGateway"] = network.Gateway,
                ["DhcpEnable"] = network.Dhcp,
                ["DnsAutoGet"] = false,
                ["DnsServers"] = Json.List(
                    Enumerable.Range(0, DnsServers),
                    (i, _) => i < network.Dns.Length ? network.Dns[i] : "0.0.0.0"),
                ["IPAddress"] = network.IpAddress ?? device.Endpoints().Address.ToString(),
                ["MTU"] = network.Mtu,
                ["PhysicalAddress"] = device.Camera.Identity.MacAddress,
                ["SubnetMask"] = network.SubnetMask,
                ["Type"] = "",
            },
            // A second interface that is not in use: no address.
            ["eth2"] = new JsonObject
            {
                ["DefaultGateway"] = "0.0.0.0",
                ["DhcpEnable"] = true,
                ["IPAddress"] = "0.0.0.0",
                ["SubnetMask"] = "0.0.0.0",
            },
        };
    }

    public static JsonNode Web(DahuaDevice device) => new JsonObject
    {
        ["Enable"] = true,
        ["Port"] = device.Endpoints().Http,
    };

    public static JsonNode Https(DahuaDevice device) => new JsonObject
    {
        ["Enable"] = device.Endpoints().Https is not null,
        ["Port"] = device.Endpoints().Https ?? 443,
    };

    public static JsonNode Dvrip(DahuaDevice device) => new JsonObject
    {
        ["MaxConnections"] = 10,
        ["TCPPort"] = PrivatePort,
        ["UDPPort"] = PrivatePort + 1,
    };

    public static JsonNode Rtsp(DahuaDevice device) => new JsonObject
    {
        ["Enable"] = device.Settings.Services.Rtsp,
        ["Port"] = device.Endpoints().Rtsp,
        ["RTP"] = new JsonObject { ["EndPort"] = 40000, ["StartPort"] = 20000 },
    };

    public static JsonNode Upnp(DahuaDevice device) => new JsonObject
    {
        ["Enable"] = device.Settings.Services.Upnp,
        ["MapTable"] = new JsonArray(Mapping("HTTP", 80), Mapping("TCP", PrivatePort), Mapping("RTSP", 554)),
    };

    private static JsonObject Mapping(string service, int port) => new()
    {
        ["Enable"] = true,
        ["InnerPort"] = port,
        ["OuterPort"] = port,
        ["Protocol"] = "TCP",
        ["ServiceName"] = service,
    };
}
