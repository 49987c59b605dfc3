using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace CamMigrate.Onvif.Soap;

/// <summary>Checks messages against ONVIF's own schema files, where they are at hand.</summary>
internal sealed class SchemaValidator
{
    // Visual Studio's flavour of event.wsdl and bw-2.wsdl: the same element names again.
    private static readonly string[] Duplicates = ["event-vs.wsdl", "bw-2-vs-mod.wsdl"];
    private static readonly Lock Gate = new();
    private static (string Folder, SchemaValidator Validator)? loaded;

    private readonly XmlSchemaSet schemas;

    private SchemaValidator(XmlSchemaSet schemas) => this.schemas = schemas;

    /// <summary>The validator of the folder that <c>CAMMIGRATE_SCHEMAS</c> names; null when it is unset.</summary>
    internal static SchemaValidator? FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable("CAMMIGRATE_SCHEMAS") is not { Length: > 0 } folder) return null;
        lock (Gate)
        {
            if (loaded is not { } known || known.Folder != folder) loaded = known = (folder, Load(folder));
            return known.Validator;
        }
    }

    /// <summary>Loads every schema of a folder laid out as <c>host/path</c>, WSDL files included.</summary>
    internal static SchemaValidator Load(string folder)
    {
        var resolver = new MirrorResolver(Path.GetFullPath(folder));
        var set = new XmlSchemaSet
        {
            XmlResolver = resolver,
            // ONVIF puts new optional elements after xs:any on purpose; the rule against that would refuse its schema.
            CompilationSettings = new XmlSchemaCompilationSettings { EnableUpaCheck = false },
        };
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            if (file.EndsWith(".wsdl", StringComparison.Ordinal)
                && !Duplicates.Contains(Path.GetFileName(file))) AddInline(set, file, resolver);
        }

        AddFile(set, Path.Combine(folder, "www.w3.org", "2003", "05", "soap-envelope.xsd"), resolver);
        set.Compile();
        return new SchemaValidator(set);
    }

    /// <summary>What is wrong with a message, one line per fault; empty when nothing is.</summary>
    internal IReadOnlyList<string> Check(XElement message)
    {
        var errors = new List<string>();
        if (schemas.GlobalElements[new XmlQualifiedName(message.Name.LocalName, message.Name.NamespaceName)] is null)
            errors.Add($"{message.Name}: the schema has no such element");
        // Through text: what is sent is text, and validating a tree in place would add types to it.
        using var reader = XmlReader.Create(
            new StringReader(message.ToString(SaveOptions.DisableFormatting)), Settings(errors));
        while (reader.Read())
        {
            // The handler collects.
        }

        return errors;
    }

    private XmlReaderSettings Settings(List<string> errors)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationFlags &= ~XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, e) =>
        {
            if (e.Severity == XmlSeverityType.Error) errors.Add(e.Message);
        };
        return settings;
    }

    private static void AddFile(XmlSchemaSet set, string file, XmlResolver resolver)
    {
        using var reader = XmlReader.Create(file, ReaderSettings(resolver));
        set.Add(null, reader);
    }

    private static void AddInline(XmlSchemaSet set, string file, XmlResolver resolver)
    {
        XDocument document;
        using (var reader = XmlReader.Create(file, ReaderSettings(resolver))) document = XDocument.Load(reader);
        XNamespace xs = XmlSchema.Namespace;
        foreach (var inline in document.Root!.Descendants(xs + "schema").ToList())
        {
            foreach (var declaration in inline.Ancestors().SelectMany(a => a.Attributes())
                .Where(a => a.IsNamespaceDeclaration))
            {
                if (inline.Attribute(declaration.Name) is null) inline.Add(new XAttribute(declaration));
            }

            using var reader = XmlReader.Create(
                new StringReader(inline.ToString()), ReaderSettings(resolver),
                    new Uri(Path.GetFullPath(file)).AbsoluteUri);
            set.Add(XmlSchema.Read(reader, null)!);
        }
    }

    // xml.xsd and the signature schema have a DOCTYPE; these files are the operator's own, not a camera's.
    private static XmlReaderSettings ReaderSettings(XmlResolver resolver) =>
        new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = resolver };

    /// <summary>Finds the file that mirrors a public address.</summary>
    private sealed class MirrorResolver(string root) : XmlUrlResolver
    {
        public override Uri ResolveUri(Uri? baseUri, string? relativeUri)
        {
            var uri = base.ResolveUri(baseUri, relativeUri);
            if (uri.IsFile) return uri;
            var path = Path.Combine(root, uri.Host, uri.AbsolutePath.TrimStart('/')
                .Replace('/', Path.DirectorySeparatorChar));
            return new Uri(File.Exists(path) ? path : path + ".xsd");
        }
    }
}
