using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using CamMigrate.Simulator.Http;

namespace CamMigrate.Simulator.Recorded;

/// <summary>What a recording's <c>exchanges.json</c> lists: what was asked, and which file is the answer.</summary>
internal sealed class RecordedRequests
{
    /// <summary>The index of a recording.</summary>
    public const string FileName = "exchanges.json";

    private const int LongestIndex = 64 << 20;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Dictionary<string, Exchange> exchanges = new(StringComparer.Ordinal);
    private readonly string root;

    private RecordedRequests(string root, Index index)
    {
        (this.root, Adapter) = (root, index.Adapter);
        foreach (var e in index.Exchanges) exchanges[Key(e.Method, e.Target, e.Operation, e.Arguments)] = e;
    }

    /// <summary>The adapter that made the recording; null = unknown.</summary>
    public string? Adapter { get; }

    /// <summary>Whether calls of <c>/RPC2</c> were recorded.</summary>
    public bool HasCalls => exchanges.Values.Any(e => e.Target == RpcReplay.CallPath);

    /// <summary>Whether a folder is such a recording.</summary>
    public static bool Has(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Reads the index of a recording.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static RecordedRequests Load(string folder)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            if (new FileInfo(file).Length > LongestIndex) throw new JsonException("too long");
            var index = JsonSerializer.Deserialize<Index>(File.ReadAllBytes(file), Json)
                ?? throw new JsonException("empty");
            return new RecordedRequests(Path.GetFullPath(folder), index);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file} is not the index of a recording: {e.Message}", e);
        }
    }

    /// <summary>The answer to a request; null = it was not recorded.</summary>
    /// <exception cref="InvalidDataException">The index names a file outside the recording.</exception>
    public async Task<Answer?> FindAsync(
        string method, string target, RequestCall? call, CancellationToken cancellationToken)
    {
        if (!exchanges.TryGetValue(
            Key(method, target, call?.Operation, call?.Arguments), out var exchange)) return null;
        if (exchange.Status == 0) return Answer.Dropped;
        if (exchange.File is not { } name) return new Answer(exchange.Status, exchange.ContentType, []);
        var file = Path.GetFullPath(Path.Combine(root, name));
        if (!file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new InvalidDataException($"the index names '{name}', which is outside the recording");
        return new Answer(exchange.Status, exchange.ContentType, await File.ReadAllBytesAsync(file, cancellationToken));
    }

    private static string Key(string method, string target, string? operation, string? arguments) =>
        $"{method} {target} {operation} {arguments}";

    private sealed record Index
    {
        public string? Adapter { get; init; }

        public List<Exchange> Exchanges { get; init; } = [];
    }

    private sealed record Exchange
    {
        [JsonRequired]
        public string Method { get; init; } = "";

        [JsonRequired]
        public string Target { get; init; } = "";

        public string? Operation { get; init; }

        public string? Arguments { get; init; }

        public int Status { get; init; } = 200;

        public string? ContentType { get; init; }

        public string? File { get; init; }
    }
}

/// <summary>What a request with a body asks for: the SOAP operation or RPC method, and its arguments.</summary>
internal sealed record RequestCall(string Operation, string Arguments)
{
    /// <summary>Reads a SOAP envelope: every value of the call by its path.</summary>
    public static RequestCall? Soap(XDocument envelope) =>
        envelope.Root?.Elements().FirstOrDefault(
            e => e.Name.LocalName == "Body")?.Elements().FirstOrDefault() is { } call
            ? new RequestCall(call.Name.ToString(), string.Join('&', Values(call, ""))) : null;

    /// <summary>Reads an RPC call: its parameters as compact JSON.</summary>
    public static RequestCall? Rpc(JsonObject call) =>
        call["method"]?.GetValue<string>() is { } method
            ? new RequestCall(method, call["params"]?.ToJsonString() ?? "") : null;

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
}
