using System.Xml;
using System.Xml.Linq;

namespace CamMigrate.Simulator.Onvif;

/// <summary>Envelopes in and out.</summary>
internal static class Soap
{
    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 1 << 20,
        Async = true,
    };

    /// <summary>Reads an envelope.</summary>
    /// <exception cref="OnvifFault">It is not well formed, or no SOAP 1.2 envelope with a body element.</exception>
    public static async Task<XDocument> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = XmlReader.Create(body, Safe);
            var document = await XDocument.LoadAsync(reader, LoadOptions.None, cancellationToken);
            if (document.Root?.Name != Ns.Soap + "Envelope" || Call(document) is null)
                throw new OnvifFault(true, "not a SOAP 1.2 envelope", "WellFormed");
            return document;
        }
        catch (XmlException e)
        {
            throw new OnvifFault(true, e.Message, "WellFormed");
        }
    }

    /// <summary>The first element of the body.</summary>
    public static XElement? Call(XDocument envelope) =>
        envelope.Root?.Element(Ns.Soap + "Body")?.Elements().FirstOrDefault();

    public static XElement Envelope(XElement body) =>
        new(Ns.Soap + "Envelope", Ns.Prefixes, new XElement(Ns.Soap + "Body", body));

    public static XElement Fault(OnvifFault fault)
    {
        XElement? subcode = null;
        foreach (var code in fault.Subcodes.Reverse())
            subcode = new XElement(Ns.Soap + "Subcode", new XElement(Ns.Soap + "Value", $"ter:{code}"), subcode);
        return new XElement(
            Ns.Soap + "Fault",
            new XElement(
                Ns.Soap + "Code", new XElement(Ns.Soap + "Value", fault.IsSender ? "s:Sender" : "s:Receiver"), subcode),
            new XElement(
                Ns.Soap + "Reason",
                new XElement(Ns.Soap + "Text", new XAttribute(XNamespace.Xml + "lang", "en"), fault.Message)));
    }
}
