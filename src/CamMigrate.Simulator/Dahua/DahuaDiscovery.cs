using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using CamMigrate.Simulator.Dahua.Tables;

namespace CamMigrate.Simulator.Dahua;

/// <summary>What a device says of itself to <c>DHDiscover.search</c>: a header of 32 bytes and JSON.</summary>
internal static class DahuaDiscovery
{
    /// <summary>UDP port, and multicast group, where the question arrives.</summary>
    public const int Port = 37810;

    public const string Group = "239.255.255.251";

    public const int HeaderLength = 32;

    // Bits 0-1: 2 initialised, 1 not; then: no public access, phone access off, password reset on.
    private const int InitialisedBits = 0b1001_0110;
    private const int FactoryBits = 0b1001_0101;

    /// <summary>Whether a datagram asks for devices: DHIP header and the method's name.</summary>
    public static bool IsSearch(ReadOnlySpan<byte> datagram) =>
        datagram.Length > HeaderLength && datagram.Slice(4, 4).SequenceEqual("DHIP"u8)
        && datagram[HeaderLength..].IndexOf("\"DHDiscover.search\""u8) >= 0;

    /// <summary>The whole datagram that answers.</summary>
    public static byte[] Answer(DahuaDevice device)
    {
        // Devices escape slashes, and end the text with a line.
        var json = Encoding.UTF8.GetBytes(
            Message(device).ToJsonString().Replace("/", "\\/", StringComparison.Ordinal) + "\n");
        var datagram = new byte[HeaderLength + json.Length];
        datagram[0] = HeaderLength;
        "DHIP"u8.CopyTo(datagram.AsSpan(4));
        BinaryPrimitives.WriteInt32LittleEndian(datagram.AsSpan(16), json.Length);
        BinaryPrimitives.WriteInt32LittleEndian(datagram.AsSpan(24), json.Length);
        json.CopyTo(datagram, HeaderLength);
        return datagram;
    }

    private static JsonObject Message(DahuaDevice device) => new()
    {
        ["mac"] = device.Camera.Identity.MacAddress,
        ["method"] = "client.notifyDevInfo",
        ["params"] = new JsonObject { ["deviceInfo"] = Info(device) },
    };

    private static JsonObject Info(DahuaDevice device)
    {
        var identity = device.Camera.Identity;
        var channels = device.Settings.Channels.Length;
        var info = new JsonObject
        {
            ["AlarmInputChannels"] = device.Settings.AlarmInputs.Length,
            ["AlarmOutputChannels"] = device.Settings.AlarmOutputs.Length,
            ["DeviceClass"] = device.Settings.Recorder ? "NVR" : "IPC",
            ["DeviceType"] = identity.Model,
            ["HttpPort"] = device.Endpoints().Http,
            ["IPv4Address"] = Address(device),
            ["IPv6Address"] = new JsonObject { ["IPAddress"] = "2001:db8::1:2/112", ["DhcpEnable"] = false },
            ["MachineName"] = identity.SerialNumber,
            ["Manufacturer"] = "Private",
            ["Port"] = NetworkTables.PrivatePort,
            ["RemoteVideoInputChannels"] = device.Settings.Recorder ? channels : 0,
            ["SerialNo"] = identity.SerialNumber,
            ["Vendor"] = identity.Manufacturer,
            ["Version"] = identity.Firmware,
            ["VideoInputChannels"] = device.Settings.Recorder ? 0 : channels,
            ["VideoOutputChannels"] = 0,
        };
        if (device.IsOld) return info;
        info["Find"] = "BC";
        info["Init"] = device.Settings.Initialised ? InitialisedBits : FactoryBits;
        return info;
    }

    private static JsonObject Address(DahuaDevice device) => new()
    {
        ["DefaultGateway"] = device.Settings.Network.Gateway,
        ["DhcpEnable"] = device.Settings.Network.Dhcp,
        ["IPAddress"] = device.Settings.Network.IpAddress ?? device.Endpoints().Address.ToString(),
        ["SubnetMask"] = device.Settings.Network.SubnetMask,
    };
}
