using System.Text;
using System.Xml;
using System.Xml.Linq;

using CamMigrate.Http;
namespace CamMigrate.Onvif.Soap;

/// <summary>SOAP 1.2 envelopes.</summary>
internal static class SoapEnvelope
{
    private static readonly XmlWriterSettings Compact = new() { Encoding = new UTF8Encoding(false), Indent = false };

    /// <summary>The bytes of a request.</summary>
    /// <param name="body">The operation's element.</param>
    /// <param name="security">The login header; null = none.</param>
    internal static byte[] Write(XElement body, XElement? security)
    {
        var envelope = new XElement(OnvifNames.Soap + "Envelope",
            new XAttribute(XNamespace.Xmlns + "s", OnvifNames.Soap),
            // Declared here for xsi:type values that a camera's own element may bring along.
            new XAttribute(XNamespace.Xmlns + "tt", OnvifNames.Tt),
            security is null ? null : new XElement(OnvifNames.Soap + "Header", security),
            new XElement(OnvifNames.Soap + "Body", body));
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Compact)) envelope.Save(writer);
        return stream.ToArray();
    }

    /// <summary>The content type of a request: SOAP 1.2 carries the action there.</summary>
    internal static string ContentType(XName operation) =>
        $"application/soap+xml; charset=utf-8; action=\"{operation.NamespaceName}/{operation.LocalName}\"";

    /// <summary>The body of an answer, whatever prefix or SOAP version it uses; null when this is no
    /// envelope.</summary>
    internal static XElement? Body(XElement root) => root.Name.LocalName == "Envelope" ? root.At("Body") : null;
}
