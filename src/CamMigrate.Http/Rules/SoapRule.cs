using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace CamMigrate.Http.Rules;

/// <summary>Which SOAP message only reads: one whose body, parsed, holds a single <c>Get…</c> of an ONVIF service.
/// </summary>
internal static partial class SoapRule
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] Envelopes =
        ["http://www.w3.org/2003/05/soap-envelope", "http://schemas.xmlsoap.org/soap/envelope/"];

    /// <summary>Whether a message only reads. What it says of itself beside its body must not say otherwise.</summary>
    internal static bool Reads(string path, ReadOnlyMemory<byte> body, string? contentType)
    {
        if (path.StartsWith("/ISAPI/", StringComparison.OrdinalIgnoreCase)) return false;
        if (Parse(body) is not { } envelope || !Envelopes.Contains(envelope.Name.NamespaceName)) return false;
        var soap = envelope.Name.Namespace;
        if (envelope.Name.LocalName != "Envelope"
            || envelope.Elements().Any(e => e.Name != soap + "Header" && e.Name != soap + "Body")
            || envelope.Elements(soap + "Body").ToList() is not [var only]
            || only.Elements().ToList() is not [var operation] || !IsReading(operation.Name))
            return false;
        var said = envelope.Elements(soap + "Header").Descendants().Where(e => e.Name.LocalName == "Action")
            .Select(e => e.Value);
        if (contentType is not null)
            said = said.Concat(Action().Matches(contentType).Select(m => m.Groups["name"].Value));
        return said.All(action => action.Trim().TrimEnd('"').Split('/', ':', '#')[^1] == operation.Name.LocalName);
    }

    private static bool IsReading(XName operation) =>
        Operation().IsMatch(operation.LocalName)
        && operation.NamespaceName.StartsWith("http://www.onvif.org/", StringComparison.Ordinal);

    /// <summary>The envelope; null = not well-formed, or in another encoding than it is read in here.</summary>
    private static XElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(Utf8.GetString(body.Span)), settings);
            var document = XDocument.Load(reader);
            return document.Declaration?.Encoding is null or "utf-8" or "UTF-8" ? document.Root : null;
        }
        catch (Exception e) when (e is XmlException or DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^Get[A-Z][A-Za-z0-9]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Operation();

    [GeneratedRegex(
        """action\s*=\s*"?(?<name>[^";]*)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Action();
}
