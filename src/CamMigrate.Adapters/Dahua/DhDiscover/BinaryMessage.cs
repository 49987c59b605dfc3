using System.Buffers.Binary;
using System.Net;
using System.Text;
using CamMigrate.Core.Discovery;
using CamMigrate.Http.Udp;

namespace CamMigrate.Adapters.Dahua.DhDiscover;

/// <summary>
/// The search of older Dahua devices and the answers to it: values in fixed places, then two texts whose lengths stand
/// in the head: MAC address and model; lines of <c>key:value</c>.
/// </summary>
internal static class BinaryMessage
{
    private const byte AnswerHead = 0xb3;
    private const int SearchLength = 32;
    private const int NamesLengthAt = 2;
    private const int LinesLengthAt = 20;
    private const int ModelAt = 40;
    private const int ModelLength = 16;
    private const int AddressAt = 56;
    private const int MaskAt = 60;
    private const int GatewayAt = 64;
    private const int WebPortAt = 94;
    private const int TextsAt = 120;
    private const int MacLength = 17;

    internal static byte[] Search()
    {
        var datagram = new byte[SearchLength];
        (datagram[0], datagram[1], datagram[3], datagram[16]) = (0xa3, 0x01, 0x01, 0x02);
        return datagram;
    }

    /// <summary>Reads an answer; nothing when it is none, as our own search coming back.</summary>
    internal static IEnumerable<Sighting> Parse(ReadOnlyMemory<byte> datagram, UdpSender sender)
    {
        var bytes = datagram.Span;
        if (bytes.Length < TextsAt || bytes[0] != AnswerHead || Address(bytes, AddressAt) is not { } address) return [];
        var names = Text(bytes, TextsAt, bytes[NamesLengthAt]);
        var lines = Text(bytes, TextsAt + bytes[NamesLengthAt], BinaryPrimitives.ReadUInt16LittleEndian(bytes[LinesLengthAt..]));
        return
        [
            new Sighting
            {
                Method = DiscoveryMethod.DahuaBinary,
                Address = address,
                Sender = sender.Address,
                Interface = sender.Interface,
                PrefixLength = Ipv4.PrefixOf(new IPAddress(bytes.Slice(MaskAt, 4)).ToString()),
                Gateway = Address(bytes, GatewayAt),
                Port = Claim.Port(BinaryPrimitives.ReadUInt16LittleEndian(bytes[WebPortAt..])),
                MacAddress = MacText.Normalize(names[..Math.Min(names.Length, MacLength)]),
                Vendor = DhDiscoverMessage.VendorName,
                Model = Claim.Text(names.Length > MacLength ? names[MacLength..] : Text(bytes, ModelAt, ModelLength)),
                SerialNumber = Claim.Text(Line(lines, "SerialNo:")),
            },
        ];
    }

    private static IPAddress? Address(ReadOnlySpan<byte> bytes, int at) =>
        Ipv4.Claimed(new IPAddress(bytes.Slice(at, 4)).ToString());

    /// <summary>What is there of it: lengths are the device's word.</summary>
    private static string Text(ReadOnlySpan<byte> bytes, int at, int length)
    {
        var start = Math.Min(at, bytes.Length);
        return Encoding.Latin1.GetString(bytes[start..Math.Min(start + length, bytes.Length)]);
    }

    private static string? Line(string lines, string key) => lines.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal))?[key.Length..];
}
