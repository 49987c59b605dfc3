using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Discovery;

/// <summary>DHDiscover: JSON behind a header of 32 bytes, both ways. Bare JSON is not answered.</summary>
internal static class DhDiscoverMessage
{
    private const int HeaderLength = 32;

    // Beside the initialisation: public access off, phone access off, password reset possible.
    private const int OtherBits = 0b10_01_01_00;

    public static byte[]? Answer(
        ReadOnlyMemory<byte> datagram, CameraSpec camera, CameraEndpoints at, CameraCounters counters)
    {
        if (Method(datagram.Span) is not { } method) return null;
        if (method == "DHDiscover.search") return Framed(Device(camera, at, camera.Dahua ?? new DahuaSpec()));
        if (method != "client.notifyDevInfo") counters.Write(method);
        return null;
    }

    private static string? Method(ReadOnlySpan<byte> datagram)
    {
        if (datagram.Length <= HeaderLength || datagram[0] != HeaderLength || !datagram[4..8].SequenceEqual("DHIP"u8)
            || BinaryPrimitives.ReadInt32LittleEndian(datagram[16..]) != datagram.Length - HeaderLength
            || BinaryPrimitives.ReadInt32LittleEndian(datagram[24..]) != datagram.Length - HeaderLength) return null;
        try
        {
            return JsonNode.Parse(datagram[HeaderLength..])?["method"]?.GetValue<string>();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Framed(JsonObject json)
    {
        var body = Encoding.UTF8.GetBytes(json.ToJsonString().Replace("/", "\\/", StringComparison.Ordinal) + "\n\0");
        var datagram = new byte[HeaderLength + body.Length];
        datagram[0] = HeaderLength;
        "DHIP"u8.CopyTo(datagram.AsSpan(4));
        BinaryPrimitives.WriteInt32LittleEndian(datagram.AsSpan(16), body.Length);
        BinaryPrimitives.WriteInt32LittleEndian(datagram.AsSpan(24), body.Length);
        body.CopyTo(datagram, HeaderLength);
        return datagram;
    }

    private static JsonObject Device(CameraSpec camera, CameraEndpoints at, DahuaSpec settings) => new()
    {
        ["mac"] = camera.Identity.MacAddress,
        ["method"] = "client.notifyDevInfo",
        ["params"] = new JsonObject
        {
            ["deviceInfo"] = new JsonObject
            {
                ["AlarmInputChannels"] = 0,
                ["AlarmOutputChannels"] = 0,
                ["DeviceClass"] = "IPC",
                ["DeviceType"] = camera.Identity.Model,
                ["Find"] = "BD",
                ["HttpPort"] = at.Http,
                ["IPv4Address"] = new JsonObject
                {
                    ["DefaultGateway"] = settings.Network.Gateway,
                    ["DhcpEnable"] = false,
                    ["IPAddress"] = settings.Network.IpAddress ?? at.Address.ToString(),
                    ["SubnetMask"] = settings.Network.SubnetMask,
                },
                ["IPv6Address"] = new JsonObject { ["DhcpEnable"] = false, ["IPAddress"] = "2001:db8::1/112" },
                ["Init"] = OtherBits | (settings.Initialised ? 2 : 1),
                ["MachineName"] = camera.Name,
                ["Manufacturer"] = "Private",
                ["Port"] = 37777,
                ["RemoteVideoInputChannels"] = 0,
                ["SerialNo"] = camera.Identity.SerialNumber,
                ["Vendor"] = camera.Identity.Manufacturer,
                ["Version"] = camera.Identity.Firmware,
                ["VideoInputChannels"] = 1,
                ["VideoOutputChannels"] = 16,
            },
        },
    };
}
