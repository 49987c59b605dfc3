using System.Text;
using System.Xml;
using System.Xml.Linq;
using CamMigrate.Core.Errors;

namespace CamMigrate.Http;

/// <summary>The one place where a camera's XML is read: no DTD, no entities, bounded size and depth.</summary>
public static class CameraXml
{
    private const int MaxDepth = 64;
    private const int MaxNodes = 400_000;
    private const long MaxCharacters = 16 << 20;
    private const string Next = "Is this the address and port of the camera?";

    /// <summary>Reads a document.</summary>
    /// <param name="body">Its bytes.</param>
    /// <param name="request">Camera and request, for messages.</param>
    /// <param name="expected">What should have come, as <c>an ISAPI document</c>.</param>
    /// <param name="tolerant">True: control characters and well-known prefixes without declaration are put
    /// right.</param>
    /// <returns>The root element.</returns>
    /// <exception cref="CameraException">With <see cref="CameraError.BadResponse"/>: this is not such a
    /// document.</exception>
    public static XElement Parse(ReadOnlyMemory<byte> body, string request, string expected, bool tolerant = false)
    {
        if (body.Span.Trim(" \r\n\t\0"u8).IsEmpty)
            throw Bad(request, $"the answer is empty instead of {expected}. {Next}");
        if (IsHtml(body.Span))
            throw Bad(request, $"the device answered with a web page, not {expected}. {Next}");
        try
        {
            return Load(() => XmlReader.Create(new MemoryStream(body.ToArray(), writable: false), Settings()));
        }
        catch (Exception e) when (e is XmlException or ArgumentException or NotSupportedException)
        {
            var text = XmlText.Decode(body.Span);
            return Again(tolerant ? XmlText.Clean(text) : XmlText.WithoutProlog(text), request, expected, e);
        }
    }

    private static XElement Again(string text, string request, string expected, Exception first)
    {
        try
        {
            return Load(() => XmlReader.Create(new StringReader(text), Settings(), XmlText.WellKnownPrefixes()));
        }
        catch (XmlException)
        {
            throw Bad(request, Words(first, expected), first);
        }
    }

    /// <summary>Reads twice: a nesting that would exhaust the stack must be found before a tree is built.</summary>
    private static XElement Load(Func<XmlReader> open)
    {
        using (var counting = open())
        {
            for (var nodes = 0; counting.Read(); nodes++)
                if (counting.Depth > MaxDepth || nodes > MaxNodes)
                    throw new XmlException("the document is too deep or too large");
        }

        using var reader = open();
        var root = XDocument.Load(reader).Root ?? throw new XmlException("the document has no root");
        return root.Name.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase)
            ? throw new XmlException("the document is a web page") : root;
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private static bool IsHtml(ReadOnlySpan<byte> body)
    {
        var start = Encoding.Latin1.GetString(body[..Math.Min(body.Length, 512)]).TrimStart(
            '\u00ef', '\u00bb', '\u00bf', ' ', '\r', '\n', '\t');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith(
            "<html", StringComparison.OrdinalIgnoreCase);
    }

    private static string Words(Exception e, string expected)
    {
        var where = e is XmlException { LineNumber: > 0 } x
            ? FormattableString.Invariant($" (line {x.LineNumber}, column {x.LinePosition})") : "";
        return e.Message.Contains("DTD", StringComparison.Ordinal)
            ? $"the answer declares XML entities, which no camera needs; it was not read. {Next}"
            : $"the answer is not {expected}: it is broken off or no well-formed XML{where}. Try again; "
                + "if it stays so, check the address and restart the camera.";
    }

    private static CameraException Bad(string request, string detail, Exception? inner = null) =>
        new(CameraError.BadResponse, request, detail, inner);
}
