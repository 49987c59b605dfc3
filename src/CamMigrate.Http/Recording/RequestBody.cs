using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace CamMigrate.Http.Recording;

/// <summary>What a request with a body asks for, without the login that it carries.</summary>
/// <param name="Operation"><c>{namespace}GetProfiles</c> or <c>configManager.getConfig</c>.</param>
/// <param name="Arguments">Every value by its path, or the parameters as compact JSON.</param>
internal sealed record RequestBody(string Operation, string Arguments)
{
    // They carry the login, and a replay has one of its own.
    private static readonly string[] Logins = ["global.login", "global.logout", "global.keepAlive"];

    /// <summary>Reads it; null = it is a login, or of no kind that is recorded.</summary>
    internal static RequestBody? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.Span.TrimStart(" \r\n\t"u8) is [(byte)'<', ..] ? Soap(body) : Rpc(body);
        }
        catch (Exception e) when (e is XmlException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static RequestBody? Soap(ReadOnlyMemory<byte> body)
    {
        using var reader = XmlReader.Create(
            new MemoryStream(body.ToArray(), writable: false),
                new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var call = XDocument.Load(reader).Root?.Elements().FirstOrDefault(
            e => e.Name.LocalName == "Body")?.Elements().FirstOrDefault();
        return call is null ? null : new RequestBody(call.Name.ToString(), string.Join('&', Values(call, "")));
    }

    private static IEnumerable<string> Values(XElement element, string path)
    {
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
            yield return $"{path}@{attribute.Name.LocalName}={attribute.Value}";
        foreach (var child in element.Elements())
        {
            var at = path.Length == 0 ? child.Name.LocalName : $"{path}/{child.Name.LocalName}";
            if (!child.HasElements) yield return $"{at}={child.Value}";
            foreach (var value in Values(child, at)) yield return value;
        }
    }

    private static RequestBody? Rpc(ReadOnlyMemory<byte> body) =>
        JsonNode.Parse(body.Span) is JsonObject call && call["method"]?.GetValue<string>() is { } method
            && !Logins.Contains(method)
            ? new RequestBody(method, call["params"]?.ToJsonString() ?? "") : null;
}
