using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Http;

namespace CamMigrate.Simulator.Recorded;

/// <summary>
/// Recorded calls of <c>/RPC2</c>, behind a login of their own: challenge, hashed password, session. The number of a
/// call and its session are put into the recorded bytes, nothing else is touched.
/// </summary>
internal sealed class RpcReplay(
    RecordedRequests recording, CameraSpec camera, LoginLedger ledger, CameraCounters counters)
{
    public const string LoginPath = "/RPC2_Login";
    public const string CallPath = "/RPC2";
    private const int Challenge = 268632079;
    private const int WrongPassword = 268632085;
    private const int NoSession = 287637505;
    private const int NoMethod = 268894210;
    private readonly ConcurrentDictionary<string, string> challenges = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> open = new(StringComparer.Ordinal);

    /// <summary>Answers a call.</summary>
    /// <param name="path">Where it came.</param>
    /// <param name="call">What it says.</param>
    /// <param name="client">Whose logins are counted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Answer> AnswerAsync(
        string path, JsonObject call, IPAddress client, CancellationToken cancellationToken)
    {
        var (method, session) = (Text(call["method"]), Text(call["session"]));
        if (path == LoginPath) return method == "global.login" ? Login(call, session, client)
            : Bad(call, session, NoMethod);
        if (!open.ContainsKey(session)) return Bad(call, session, NoSession);
        counters.Read("RPC2 " + method);
        if (method is "global.keepAlive" or "global.logout")
            return Send(new JsonObject { ["id"] = call["id"]?.DeepClone(), ["result"] = true });
        return RequestCall.Rpc(call) is { } wanted
            && await recording.FindAsync("POST", CallPath, wanted, cancellationToken) is { } recorded
            ? recorded with { Body = Patched(recorded.Body, call["id"], session) }
            : Bad(call, session, NoMethod);
    }

    private Answer Login(JsonObject call, string session, IPAddress client)
    {
        counters.Read("RPC2 global.login");
        var (user, password) = (Text(call["params"]?["userName"]), Text(call["params"]?["password"]));
        if (ledger.IsLocked(client)) return Bad(call, session, WrongPassword);
        if (password.Length == 0 || !challenges.TryRemove(session, out var random)) return Ask(call);
        var expected = ledger.Find(user) is { } known
            ? Hash($"{user}:{random}:{Hash($"{user}:{camera.Login.Realm}:{known.Secret}")}") : null;
        if (!string.Equals(password, expected, StringComparison.Ordinal))
        {
            ledger.Failed(client);
            return Bad(call, session, WrongPassword);
        }

        ledger.Succeeded(client);
        open[session] = true;
        return Send(new JsonObject
        {
            ["id"] = call["id"]?.DeepClone(),
            ["params"] = new JsonObject { ["keepAliveInterval"] = 60 },
            ["result"] = true,
            ["session"] = session,
        });
    }

    private Answer Ask(JsonObject call)
    {
        var session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var random = RandomNumberGenerator.GetInt32(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture);
        challenges[session] = random;
        return Bad(
            call, session, Challenge,
            new JsonObject { ["encryption"] = "Default", ["random"] = random, ["realm"] = camera.Login.Realm });
    }

    private static Answer Bad(JsonObject call, string session, int code, JsonObject? values = null) =>
        Send(new JsonObject
        {
            ["error"] = new JsonObject { ["code"] = code, ["message"] = "Component error" },
            ["id"] = call["id"]?.DeepClone(),
            ["params"] = values,
            ["result"] = false,
            ["session"] = session,
        });

    private static Answer Send(JsonObject body) =>
        new(200, "application/json", Encoding.UTF8.GetBytes(body.ToJsonString()));

    private static string Text(JsonNode? node) => node is JsonValue value ? value.ToString() : "";

    /// <summary>
    /// The recorded bytes with the number and session of this call; texts of any encoding stay as they are.
    /// </summary>
    private static byte[] Patched(byte[] body, JsonNode? id, string session)
    {
        try
        {
            var places = Places(body);
            var patched = Encoding.Latin1.GetString(body);
            foreach (var (name, start, length) in places.OrderByDescending(p => p.Start))
            {
                var value = name == "id" ? id?.ToJsonString() ?? "null" : JsonSerializer.Serialize(session);
                patched = patched.Remove(start, length).Insert(start, value);
            }

            return Encoding.Latin1.GetBytes(patched);
        }
        catch (JsonException)
        {
            return body;
        }
    }

    private static List<(string Name, int Start, int Length)> Places(byte[] body)
    {
        var places = new List<(string, int, int)>();
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader is not { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 }) continue;
            var name = reader.ValueTextEquals("id"u8) ? "id" : reader.ValueTextEquals("session"u8) ? "session" : null;
            reader.Read();
            if (name is not null) places.Add(
                (name, (int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex)));
            reader.Skip();
        }

        return places;
    }

#pragma warning disable CA5351 // what these devices ask for
    private static string Hash(string text) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
