using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace CamMigrate.Simulator.Onvif;

/// <summary>
/// Checks SOAP messages against the official schemas, read from a folder laid out as host and path of their public
/// URLs.
/// </summary>
internal sealed class SchemaValidator
{
    private static readonly XNamespace Xs = XmlSchema.Namespace;
    private static readonly ConcurrentDictionary<string, Lazy<SchemaValidator>> Loaded = new(StringComparer.Ordinal);

    private readonly XmlSchemaSet schemas;
    private readonly Lock gate = new();

    private SchemaValidator(string root)
    {
        var resolver = new MirrorResolver(root);
        schemas = new XmlSchemaSet
        {
            XmlResolver = resolver,
            // ONVIF puts new optional elements behind xs:any on purpose, which makes the content models ambiguous.
            CompilationSettings = new XmlSchemaCompilationSettings { EnableUpaCheck = false },
        };
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = resolver };
        foreach (var file in Directory.EnumerateFiles(root, "soap-envelope.xsd", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(root, "oasis-200401-*.xsd", SearchOption.AllDirectories)))
        {
            using var reader = XmlReader.Create(file, settings);
            schemas.Add(null, reader);
        }

        foreach (var file in Directory.EnumerateFiles(root, "*.wsdl", SearchOption.AllDirectories).Where(IsWanted))
            AddInline(file, settings);
        schemas.Compile();
    }

    /// <summary>The validator of a folder, loaded once per process; null when the folder is null.</summary>
    public static SchemaValidator? Of(string? folder) => string.IsNullOrEmpty(folder)
        ? null
            : Loaded.GetOrAdd(
                Path.GetFullPath(folder), root => new Lazy<SchemaValidator>(() => new SchemaValidator(root))).Value;

    /// <summary>The first error of a message; null when it is valid.</summary>
    public string? ErrorOf(XDocument message)
    {
        string? error = null;
        lock (gate)
        {
            message.Validate(schemas, (_, e) =>
            {
                if (e.Severity == XmlSeverityType.Error) error ??= e.Message;
            });
        }

        return error;
    }

    // The Visual Studio flavour of the event service repeats the elements of the plain one.
    private static bool IsWanted(string file) => Path.GetFileName(file) is not ("event-vs.wsdl" or "bw-2-vs-mod.wsdl");

    private void AddInline(string file, XmlReaderSettings settings)
    {
        using var source = XmlReader.Create(file, settings);
        var document = XDocument.Load(source);
        foreach (var schema in document.Root!.Elements()
            .Where(element => element.Name.LocalName == "types").Elements(Xs + "schema").ToList())

        {
            foreach (var prefix in schema.Ancestors().Attributes()
                .Where(attribute => attribute.IsNamespaceDeclaration).ToList())

            {
                if (schema.Attribute(prefix.Name) is null) schema.Add(new XAttribute(prefix));
            }

            using var text = new StringReader(schema.ToString());
            using var reader = XmlReader.Create(text, settings, new Uri(Path.GetFullPath(file)).AbsoluteUri);
            schemas.Add(null, reader);
        }
    }

    /// <summary>
    /// Finds http addresses in the folder, so that each document is loaded once, and from nowhere else.
    /// </summary>
    private sealed class MirrorResolver(string root) : XmlUrlResolver
    {
        public override Uri ResolveUri(Uri? baseUri, string? relativeUri)
        {
            var uri = base.ResolveUri(baseUri, relativeUri);
            if (uri.IsFile) return uri;
            var path = Path.Combine(
                root, uri.Host, uri.AbsolutePath.TrimStart('/').Replace('/', Path.DirectorySeparatorChar));
            return new Uri(File.Exists(path) ? path : path + ".xsd");
        }

        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) => absoluteUri.IsFile
            ? base.GetEntity(absoluteUri, role, ofObjectToReturn)
            : throw new XmlException($"{absoluteUri} is not in the schema folder");
    }
}
