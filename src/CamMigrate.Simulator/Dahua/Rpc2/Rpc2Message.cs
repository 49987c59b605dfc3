using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CamMigrate.Simulator.Http;

namespace CamMigrate.Simulator.Dahua.Rpc2;

/// <summary>A call: method, parameters, number, session.</summary>
/// <param name="Method"><c>configManager.getConfig</c>.</param>
/// <param name="Parameters">An object, or an array for a call of several; null when there are none.</param>
/// <param name="Id">Echoed.</param>
/// <param name="Session">Number or text; null without one.</param>
internal sealed record Rpc2Message(string Method, JsonNode? Parameters, JsonNode? Id, string? Session)
{
    public static async Task<Rpc2Message?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            return Of(await JsonNode.ParseAsync(body, cancellationToken: cancellationToken));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static Rpc2Message? Of(JsonNode? node) =>
        node is JsonObject call && Text(call["method"]) is { Length: > 0 } method
            ? new Rpc2Message(method, call["params"], call["id"]?.DeepClone(), Text(call["session"]))
            : null;

    /// <summary>A parameter as text; null when it is missing.</summary>
    public string? this[string name] => Parameters is JsonObject group ? Text(group[name]) : null;

    /// <summary>As it is counted: <c>RPC2 configManager.getConfig Encode</c>.</summary>
    public string Operation => this["name"] is { } name ? $"RPC2 {Method} {name}" : $"RPC2 {Method}";

    /// <summary>
    /// Only what asks, and what opens and keeps a session; all else would change, move or make something.
    /// </summary>
    public bool IsRead => Method is "global.login" or "global.keepAlive" or "global.logout" or "system.multicall"
        || Asks(Method[(Method.LastIndexOf('.') + 1)..]);

    /// <summary>Channel asked for, counted from 1 here and from 0 on the wire.</summary>
    public int Channel => int.TryParse(this["channel"], CultureInfo.InvariantCulture, out var number) ? number + 1 : 1;

    public JsonObject Good(JsonNode? parameters) => new()
    {
        ["id"] = Id?.DeepClone(),
        ["params"] = parameters,
        ["result"] = true,
        ["session"] = SessionNode(Session),
    };

    public JsonObject Bad(int code, string message, JsonNode? parameters = null) => new()
    {
        ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
        ["id"] = Id?.DeepClone(),
        ["params"] = parameters,
        ["result"] = false,
        ["session"] = SessionNode(Session),
    };

    public static Answer Send(JsonObject body) =>
        new(200, "application/json", Encoding.UTF8.GetBytes(body.ToJsonString()));

    /// <summary>Old firmware numbers its sessions.</summary>
    public static JsonNode? SessionNode(string? session) =>
        int.TryParse(session, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : session is null ? null : JsonValue.Create(session);

    // "getInstance" makes an object.
    private static bool Asks(string verb) => !verb.Contains("Instance", StringComparison.Ordinal)
        && (verb.StartsWith("get", StringComparison.Ordinal) || verb.StartsWith("list", StringComparison.Ordinal));

    private static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;
}
