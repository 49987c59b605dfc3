using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace CamMigrate.Http;

/// <summary>Repairs of XML text that devices really send.</summary>
internal static class XmlText
{
    // Recorded devices use these without declaring them.
    private static readonly (string Prefix, string Uri)[] Known =
    [
        ("s", "http://www.w3.org/2003/05/soap-envelope"), ("env", "http://www.w3.org/2003/05/soap-envelope"),
        ("SOAP-ENV", "http://www.w3.org/2003/05/soap-envelope"), ("soap", "http://www.w3.org/2003/05/soap-envelope"),
        ("xsi", "http://www.w3.org/2001/XMLSchema-instance"), ("xs", "http://www.w3.org/2001/XMLSchema"),
        ("xsd", "http://www.w3.org/2001/XMLSchema"), ("tt", "http://www.onvif.org/ver10/schema"),
        ("tds", "http://www.onvif.org/ver10/device/wsdl"), ("trt", "http://www.onvif.org/ver10/media/wsdl"),
        ("tr2", "http://www.onvif.org/ver20/media/wsdl"), ("timg", "http://www.onvif.org/ver20/imaging/wsdl"),
        ("tptz", "http://www.onvif.org/ver20/ptz/wsdl"), ("tan", "http://www.onvif.org/ver20/analytics/wsdl"),
        ("tmd", "http://www.onvif.org/ver10/deviceIO/wsdl"), ("tev", "http://www.onvif.org/ver10/events/wsdl"),
        ("ter", "http://www.onvif.org/ver10/error"), ("tns1", "http://www.onvif.org/ver10/topics"),
        ("tas", "http://www.onvif.org/ver10/advancedsecurity/wsdl"),
        ("trc", "http://www.onvif.org/ver10/recording/wsdl"), ("tse", "http://www.onvif.org/ver10/search/wsdl"),
        ("trp", "http://www.onvif.org/ver10/replay/wsdl"), ("tpv", "http://www.onvif.org/ver10/provisioning/wsdl"),
        ("wsa", "http://www.w3.org/2005/08/addressing"), ("wsa5", "http://www.w3.org/2005/08/addressing"),
        ("wsnt", "http://docs.oasis-open.org/wsn/b-2"), ("wstop", "http://docs.oasis-open.org/wsn/t-1"),
    ];

    internal static XmlParserContext WellKnownPrefixes()
    {
        var names = new XmlNamespaceManager(new NameTable());
        foreach (var (prefix, uri) in Known) names.AddNamespace(prefix, uri);
        return new XmlParserContext(names.NameTable, names, null, XmlSpace.None);
    }

    /// <summary>The text of a document: UTF-8 where the bytes are, else Latin-1, which loses no byte.</summary>
    internal static string Decode(ReadOnlySpan<byte> body)
    {
        if (body is [0xEF, 0xBB, 0xBF, ..]) body = body[3..];
        return IsUtf8Sound(body) ? Encoding.UTF8.GetString(body) : Encoding.Latin1.GetString(body);
    }

    internal static bool IsUtf8Sound(ReadOnlySpan<byte> body) => Utf8.IsValid(body);

    /// <summary>
    /// Without the <c>&lt;?xml ... ?&gt;</c> line, whose encoding no longer holds and which old devices misspell.
    /// </summary>
    internal static string WithoutProlog(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (!start.StartsWith("<?xml")) return start.ToString();
        var end = start.IndexOf("?>");
        return end < 0 ? start.ToString() : start[(end + 2)..].ToString();
    }

    /// <summary>Without prolog and without characters that XML forbids.</summary>
    internal static string Clean(string text)
    {
        var body = WithoutProlog(text).TrimEnd('\0');
        var clean = new StringBuilder(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (XmlConvert.IsXmlChar(body[i])) clean.Append(body[i]);
            else if (i + 1 < body.Length && XmlConvert.IsXmlSurrogatePair(body[i + 1], body[i]))
                clean.Append(body[i]).Append(body[++i]);
        }

        return clean.ToString();
    }
}
