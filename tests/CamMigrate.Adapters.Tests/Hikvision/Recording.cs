using System.Xml.Linq;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>A recorded device, read here without any of the adapter's code.</summary>
internal sealed class Recording(string folder)
{
    private readonly string root = Path.Combine(folder, "ISAPI");

    public XElement? Document(string path) =>
        Path.Combine(root, path + ".xml") is var file && File.Exists(file) ? XDocument.Load(file).Root : null;

    public bool Has(string path) => Document(path) is { } root && root.Name.LocalName != "ResponseStatus";

    public IEnumerable<string> Documents => Directory.EnumerateFiles(root, "*.xml", SearchOption.AllDirectories)
        .Select(file => Path.ChangeExtension(Path.GetRelativePath(root, file), null).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>
    /// The streams that are there: the list, or else each document that is no copy of its channel's main stream.
    /// </summary>
    public IReadOnlyList<XElement> Streams()
    {
        if (Document("Streaming/channels") is { } list) return [.. list.Elements()];
        var all = Documents.Where(d => d.StartsWith("Streaming/channels/", StringComparison.Ordinal))
            .Select(d => Document(d)!)
            .OrderBy(s => (int)s.Elements().First(e => e.Name.LocalName == "id")).ToList();
        return
        [
            .. all.Where(
                s => Id(s) % 100 == 1 || all.All(main => Id(main) != (Id(s) / 100 * 100) + 1 || Text(main) != Text(s)))
        ];
    }

    public static int Id(XElement stream) => (int)stream.Elements().First(e => e.Name.LocalName == "id");

    public static string? Leaf(XElement element, string name) =>
        element.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim();

    /// <summary>How many values a document holds.</summary>
    public int Leaves(string path) => Document(path)!.DescendantsAndSelf().Count(e => !e.HasElements);

    private static string Text(XElement stream) =>
        string.Join('|', stream.Elements().Where(e => e.Name.LocalName != "id").SelectMany(e => e.DescendantsAndSelf())
            .Select(e => $"{e.Name.LocalName}={(e.HasElements ? "" : e.Value.Trim())}"));
}
