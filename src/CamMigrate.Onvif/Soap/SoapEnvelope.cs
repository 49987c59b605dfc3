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

    /// <summary>The bytes of an answer without its header; null when it has none.</summary>
    internal static byte[]? WithoutHeader(byte[] answer)
    {
        var text = Encoding.Latin1.GetString(answer, 0, Math.Min(answer.Length, 65_536));
        var end = text.IndexOf("Header>", StringComparison.Ordinal);
        var start = end < 0 ? -1 : text.LastIndexOf('<', end);
        var close = start < 0 ? -1 : text.IndexOf("Header>", end + 1, StringComparison.Ordinal);
        // The second one must be the closing tag.
        var tag = close < 0 ? -1 : text.LastIndexOf('<', close);
        return tag < 0 || text[start + 1] == '/' || text[tag + 1] != '/'
            ? null : [.. answer.AsSpan(0, start), .. answer.AsSpan(close + "Header>".Length)];
    }

    /// <summary>The body of an answer, whatever prefix or SOAP version it uses; null when this is no
    /// envelope.</summary>
    internal static XElement? Body(XElement root) => root.Name.LocalName == "Envelope" ? root.At("Body") : null;
}
