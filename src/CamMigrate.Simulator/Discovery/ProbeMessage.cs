using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CamMigrate.Simulator.Discovery;

/// <summary>WS-Discovery of 2005: a probe coming in, the match going out.</summary>
internal static class ProbeMessage
{
    private static readonly XNamespace Soap = "http://www.w3.org/2003/05/soap-envelope";
    private static readonly XNamespace Addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    private static readonly XNamespace Discovery = "http://schemas.xmlsoap.org/ws/2005/04/discovery";
    private static readonly XNamespace Network = "http://www.onvif.org/ver10/network/wsdl";
    private static readonly XNamespace Device = "http://www.onvif.org/ver10/device/wsdl";

    private static readonly XName[] Types = [Network + "NetworkVideoTransmitter", Device + "Device"];

    /// <summary>The answer of a camera to a datagram; null when it is no probe, or one for something else.</summary>
    public static byte[]? Answer(
        ReadOnlySpan<byte> datagram, string endpoint, IReadOnlyList<string> scopes, string address)
    {
        if (Parse(datagram) is not { } envelope) return null;
        var header = envelope.Element(Soap + "Header");
        var probe = envelope.Element(Soap + "Body")?.Element(Discovery + "Probe");
        var message = header?.Element(Addressing + "MessageID")?.Value.Trim();
        if (probe is null || message is null || !Asks(probe, scopes)) return null;
        var text = Matches(message, endpoint, scopes, address).ToString(SaveOptions.DisableFormatting);
        return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text);
    }

    private static XElement? Parse(ReadOnlySpan<byte> datagram)
    {
        try
        {
            using var stream = new MemoryStream(datagram.ToArray());
            using var reader = XmlReader.Create(
                stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool Asks(XElement probe, IReadOnlyList<string> scopes)
    {
        var types = Words(probe.Element(Discovery + "Types"));
        var wanted = Words(probe.Element(Discovery + "Scopes"));
        return types.All(type => Types.Contains(Resolve(probe.Element(Discovery + "Types")!, type)))
            && wanted.All(scope => scopes.Any(own => own.StartsWith(scope, StringComparison.OrdinalIgnoreCase)));
    }

    private static string[] Words(XElement? element) =>
        element?.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static XName Resolve(XElement scope, string name)
    {
        var parts = name.Split(':');
        return parts.Length == 2 && scope.GetNamespaceOfPrefix(parts[0]) is { } ns ? ns + parts[1] : name;
    }

    private static XElement Matches(string message, string endpoint, IReadOnlyList<string> scopes, string address) =>
        new(
        Soap + "Envelope",
        new XAttribute(XNamespace.Xmlns + "s", Soap.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "a", Addressing.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "d", Discovery.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "dn", Network.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "tds", Device.NamespaceName),
        new XElement(
            Soap + "Header",
            new XElement(Addressing + "MessageID", $"uuid:{Guid.NewGuid()}"),
            new XElement(Addressing + "RelatesTo", message),
            new XElement(Addressing + "To", "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous"),
            new XElement(Addressing + "Action", $"{Discovery}/ProbeMatches")),
        new XElement(
            Soap + "Body",
            new XElement(
                Discovery + "ProbeMatches",
                new XElement(
                    Discovery + "ProbeMatch",
                    new XElement(Addressing + "EndpointReference", new XElement(Addressing + "Address", endpoint)),
                    new XElement(Discovery + "Types", "dn:NetworkVideoTransmitter tds:Device"),
                    new XElement(Discovery + "Scopes", string.Join(' ', scopes)),
                    new XElement(Discovery + "XAddrs", address),
                    new XElement(Discovery + "MetadataVersion", 1)))));
}
