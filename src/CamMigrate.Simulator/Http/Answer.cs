using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CamMigrate.Simulator.Http;

/// <summary>What happens to the answer of a write on its way out.</summary>
internal enum AnswerFate
{
    Sent,

    /// <summary>The connection closes without an answer.</summary>
    Dropped,

    /// <summary>Half of the answer leaves, then the camera is gone.</summary>
    DiesHalfway,
}

/// <summary>One HTTP answer of a face.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Media type; null sends none.</param>
/// <param name="Body">Bytes of the body.</param>
internal sealed record Answer(int Status, string? ContentType, byte[] Body)
{
    public List<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>What was asked: the path below the face's root, or the SOAP operation.</summary>
    public string Operation { get; init; } = "";

    public AnswerFate Fate { get; init; }

    public static Answer Dropped { get; } = new(0, null, []) { Fate = AnswerFate.Dropped };

    public static Answer Html(int status, string title) =>
        new(status, "text/html", Encoding.UTF8.GetBytes(
            $"<!DOCTYPE html>\r\n<html><head><title>{title}</title></head>\r\n"
            + $"<body><h2>{title}</h2><p>Please log in.<br></body></html>\r\n"));

    public static Answer Xml(int status, XElement root, string contentType = "application/xml")
    {
        var body = new MemoryStream();
        using (var writer = XmlWriter.Create(body, new() { Encoding = new UTF8Encoding(false), Indent = true }))
            root.Save(writer);
        return new Answer(status, contentType, body.ToArray());
    }
}
