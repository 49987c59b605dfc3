using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using CamMigrate.Core.Discovery;
using CamMigrate.Http.Udp;

namespace CamMigrate.Adapters.Dahua.DhDiscover;

/// <summary>The search of DHDiscover and the answers to it: JSON behind a header of 32 bytes.</summary>
internal static class DhDiscoverMessage
{
    /// <summary>Name of the adapter that reads these devices.</summary>
    internal const string VendorName = "dahua";

    private const int HeaderLength = 32;
    private static readonly JsonDocumentOptions Bounds = new() { MaxDepth = 16, AllowTrailingCommas = true };

    // What the makers of rebrands leave in the place of their name.
    private static readonly string[] NoNames = ["General", "Private"];

    internal static byte[] Search()
    {
        var body = Encoding.ASCII.GetBytes("""{"method":"DHDiscover.search","params":{"mac":"","uni":1}}""");
        var datagram = new byte[HeaderLength + body.Length];
        datagram[0] = HeaderLength;
        "DHIP"u8.CopyTo(datagram.AsSpan(4));
        BinaryPrimitives.WriteInt32LittleEndian(datagram.AsSpan(16), body.Length);
        BinaryPrimitives.WriteInt32LittleEndian(datagram.AsSpan(24), body.Length);
        body.CopyTo(datagram, HeaderLength);
        return datagram;
    }

    /// <summary>Reads an answer; nothing when it is none.</summary>
    internal static IEnumerable<Sighting> Parse(ReadOnlyMemory<byte> datagram, UdpSender sender)
    {
        try
        {
            var start = datagram.Span.IndexOf((byte)'{');
            if (start < 0) return [];
            using var json = JsonDocument.Parse(JsonText(datagram.Span[start..]), Bounds);
            var root = json.RootElement;
            return JsonWords.Text(root, "method") == "client.notifyDevInfo"
                && JsonWords.Object(JsonWords.Object(root, "params"), "deviceInfo") is { } info ? [Device(root, info, sender)] : [];
        }
        catch (JsonException)
        {
            return []; // anything may arrive on an open port
        }
    }

    /// <summary>Names in GBK are not UTF-8: they must not make a device invisible.</summary>
    private static string JsonText(ReadOnlySpan<byte> body) => Encoding.UTF8.GetString(body.TrimEnd("\0\r\n "u8));

    private static Sighting Device(JsonElement root, JsonElement info, UdpSender sender)
    {
        var ip = JsonWords.Object(info, "IPv4Address");
        var serial = Claim.Text(JsonWords.Text(info, "SerialNo"));
        var name = Claim.Text(JsonWords.Text(info, "MachineName"));
        return new Sighting
        {
            Method = DiscoveryMethod.DhDiscover,
            Address = Ipv4.Claimed(JsonWords.Text(ip, "IPAddress")) ?? sender.Address,
            Sender = sender.Address,
            Interface = sender.Interface,
            PrefixLength = Ipv4.PrefixOf(JsonWords.Text(ip, "SubnetMask")),
            Gateway = Ipv4.Claimed(JsonWords.Text(ip, "DefaultGateway")),
            Port = Claim.Port(JsonWords.Number(info, "HttpPort")),
            MacAddress = MacText.Normalize(JsonWords.Text(root, "mac")),
            Vendor = VendorName,
            Manufacturer = Maker(info),
            Model = Claim.Text(JsonWords.Text(info, "DeviceType")),
            SerialNumber = serial,
            Firmware = Claim.Text(JsonWords.Text(info, "Version")),
            // Unnamed devices are called by their serial number.
            Name = name == serial ? null : name,
            Activation = (JsonWords.Number(info, "Init") & 3) switch
            {
                1 => Activation.NotActivated,
                2 => Activation.Activated,
                _ => null, // firmware that knows no initialisation
            },
        };
    }

    private static string? Maker(JsonElement info) => new[] { "Vendor", "Manufacturer" }
        .Select(key => Claim.Text(JsonWords.Text(info, key)))
        .FirstOrDefault(maker => maker is not null && !NoNames.Contains(maker, StringComparer.OrdinalIgnoreCase));
}
