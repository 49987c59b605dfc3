using System.Xml.Linq;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>The namespaces that ISAPI answers come in, and how a document is put into one.</summary>
internal static class IsapiNamespace
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["hikvision"] = "http://www.hikvision.com/ver20/XMLSchema",
        ["hikvision10"] = "http://www.hikvision.com/ver10/XMLSchema",
        ["isapi"] = "http://www.isapi.org/ver20/XMLSchema",
        ["stdCgi"] = "http://www.std-cgi.com/ver20/XMLSchema",
        ["psia"] = "urn:psialliance-org",
        ["none"] = "",
    };

    public static XNamespace Named(string name) => Names.GetValueOrDefault(name, name);

    public static XElement Put(XElement document, XNamespace ns)
    {
        foreach (var element in document.DescendantsAndSelf())
        {
            element.Name = ns + element.Name.LocalName;
            // Firmware repeats the namespace wherever it repeats the version.
            if (element.Attribute("version") is not null && ns != XNamespace.None)
                element.SetAttributeValue("xmlns", ns.NamespaceName);
        }

        document.SetAttributeValue("version", "2.0");
        return document;
    }
}
