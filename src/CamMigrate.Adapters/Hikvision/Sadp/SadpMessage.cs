using System.Text;
using System.Xml.Linq;
using CamMigrate.Core.Discovery;
using CamMigrate.Core.Errors;
using CamMigrate.Http;
using CamMigrate.Http.Udp;

namespace CamMigrate.Adapters.Hikvision.Sadp;

/// <summary>The inquiry of SADP and the answers to it.</summary>
internal static class SadpMessage
{
    private static readonly string[] OwnModels = ["DS-", "iDS-"];

    /// <summary>
    /// The inquiry. No other type may ever be sent: the others set things. It is exactly as the maker's tool writes it,
    /// because a flaw in the devices' own parser is known (CVE-2025-66177).
    /// </summary>
    internal static byte[] Inquiry(Guid id) => Encoding.ASCII.GetBytes(
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?><Probe><Uuid>{id.ToString("D").ToUpperInvariant()}</Uuid>"
        + "<Types>inquiry</Types></Probe>");

    /// <summary>Reads an answer; nothing when it is none, as our own inquiry coming back.</summary>
    internal static IEnumerable<Sighting> Parse(ReadOnlyMemory<byte> datagram, UdpSender sender)
    {
        XElement root;
        try
        {
            root = CameraXml.Parse(datagram, sender.Address.ToString(), "an answer to SADP", tolerant: true);
        }
        catch (CameraException)
        {
            return []; // anything may arrive on an open port
        }

        return root.Name.LocalName == "ProbeMatch" ? [Match(root, sender)] : [];
    }

    private static Sighting Match(XElement match, UdpSender sender)
    {
        var model = Claim.Text(match.At("DeviceDescription").AsText());
        return new Sighting
        {
            Method = DiscoveryMethod.Sadp,
            Address = Ipv4.Claimed(match.At("IPv4Address").AsText()) ?? sender.Address,
            Sender = sender.Address,
            Interface = sender.Interface,
            PrefixLength = Ipv4.PrefixOf(match.At("IPv4SubnetMask").AsText()),
            Gateway = Ipv4.Claimed(match.At("IPv4Gateway").AsText()),
            Port = Claim.Port(match.At("HttpPort").AsInt()),
            MacAddress = MacText.Normalize(match.At("MAC").AsText()),
            Vendor = HikvisionSource.Name,
            // Rebrands answer alike; only its own models tell the maker.
            Manufacturer = model is not null && Array.Exists(OwnModels, o => model.StartsWith(o, StringComparison.Ordinal))
                ? "Hikvision" : null,
            Model = model,
            SerialNumber = Claim.Text(match.At("DeviceSN").AsText()),
            // Written without a space between: V5.4.5build 170124.
            Firmware = Claim.Text(match.At("SoftwareVersion").AsText()?.Replace("build ", " build ", StringComparison.Ordinal)
                .Replace("  ", " ", StringComparison.Ordinal)),
            Activation = match.At("Activated").AsBool() switch
            {
                true => Activation.Activated,
                false => Activation.NotActivated,
                null => null, // before 2015 there was no activation
            },
        };
    }
}
