using System.Text;
using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Http;
using CamMigrate.Http.Udp;

namespace CamMigrate.Onvif.Discovery;

/// <summary>Probes and the answers to them (WS-Discovery 2005/04).</summary>
internal static class DiscoveryMessage
{
    private const int MaxWords = 100;
    private static readonly XNamespace Soap = "http://www.w3.org/2003/05/soap-envelope";
    private static readonly XNamespace Addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    private static readonly XNamespace Discovery = "http://schemas.xmlsoap.org/ws/2005/04/discovery";

    /// <summary>The probes to send: devices differ in the types they answer to and the message id they
    /// accept.</summary>
    internal static IReadOnlyList<byte[]> Probes() =>
    [
        Probe("dn:NetworkVideoTransmitter", "urn:uuid:"), Probe("tds:Device", "uuid:"), Probe(null, "urn:uuid:"),
    ];

    /// <summary>Reads the ONVIF devices in an answer; none when it is no answer to a probe.</summary>
    /// <param name="datagram">What arrived.</param>
    /// <param name="sender">From where.</param>
    internal static IEnumerable<DiscoveredDevice> Parse(ReadOnlyMemory<byte> datagram, UdpSender sender)
    {
        XElement root;
        try
        {
            root = CameraXml.Parse(datagram, sender.Address.ToString(), "an answer to a probe", tolerant: true);
        }
        catch (CameraException)
        {
            // Anything may arrive on an open port.
            return [];
        }

        return root.At("Body", "ProbeMatches").Children("ProbeMatch").Take(MaxWords).Select(m => Match(m, sender))
            .Where(IsOnvif);
    }

    private static DiscoveredDevice Match(XElement match, UdpSender sender) => new()
    {
        Endpoint = Printable.Clip(match.At("EndpointReference", "Address").AsText(), 200),
        Types = [.. Words(match.At("Types")).Select(t => t[(t.LastIndexOf(':') + 1)..])],
        Scopes = [.. Words(match.At("Scopes"))],
        XAddrs = [.. Words(match.At("XAddrs")).Select(Address).OfType<Uri>()],
        Address = sender.Address,
        Interface = sender.Interface,
    };

    /// <summary>Printers answer plain probes too.</summary>
    private static bool IsOnvif(DiscoveredDevice device) =>
        device.Types.Contains("NetworkVideoTransmitter", StringComparer.Ordinal)
        || device.Scopes.Any(s => s.StartsWith("onvif://www.onvif.org", StringComparison.OrdinalIgnoreCase));

    private static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0 ? uri : null;

    private static IEnumerable<string> Words(XElement? element) => (element.AsText() ?? "")
        .Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length <= 500)
            .Take(MaxWords);

    private static byte[] Probe(string? types, string idPrefix) =>
        Encoding.UTF8.GetBytes(new XElement(Soap + "Envelope",
        new XAttribute(XNamespace.Xmlns + "s", Soap),
        new XAttribute(XNamespace.Xmlns + "a", Addressing),
        new XAttribute(XNamespace.Xmlns + "d", Discovery),
        new XElement(Soap + "Header",
            new XElement(Addressing + "Action", Discovery.NamespaceName + "/Probe"),
            new XElement(Addressing + "MessageID", idPrefix + Guid.NewGuid().ToString("D")),
            new XElement(Addressing + "ReplyTo",
                new XElement(Addressing + "Address",
                    "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous")),
            new XElement(Addressing + "To", "urn:schemas-xmlsoap-org:ws:2005:04:discovery")),
        new XElement(Soap + "Body",
            new XElement(Discovery + "Probe",
                types is null
                    ? null
                    : new XElement(Discovery + "Types",
                        new XAttribute(XNamespace.Xmlns + "dn", "http://www.onvif.org/ver10/network/wsdl"),
                        new XAttribute(XNamespace.Xmlns + "tds", "http://www.onvif.org/ver10/device/wsdl"), types))))
                            .ToString(SaveOptions.DisableFormatting));
}
