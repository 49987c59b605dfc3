using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Dahua;

/// <summary>Speaks RPC2 as a web page does; written here, so that a fault of the product is not repeated.</summary>
internal sealed class Rpc2Client(SimulatedCamera camera) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false })
    {
        BaseAddress = camera.HttpUri,
    };

    private int id;

    /// <summary>Session of the last login, as it came.</summary>
    public JsonNode? Session { get; set; }

    public async Task<JsonObject> PostAsync(string path, object call)
    {
        using var content = new StringContent(JsonSerializer.Serialize(call), Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    public Task<JsonObject> CallAsync(string method, object? parameters = null) => PostAsync(
        "RPC2", new { method, @params = parameters, id = ++id, session = Session });

    public async Task<JsonObject> LoginAsync(string? password = null)
    {
        var challenge = await PostAsync("RPC2_Login", new
        {
            method = "global.login",
            id = ++id,
            @params = new { userName = camera.Username, password = "", clientType = "Web3.0", loginType = "Direct" },
        });
        if (challenge["params"]?["random"] is null) return challenge;
        var random = challenge["params"]!["random"]!.GetValue<string>();
        var realm = challenge["params"]!["realm"]!.GetValue<string>();
        var secret = Hash($"{camera.Username}:{realm}:{password ?? camera.Password}");
        var answer = await PostAsync("RPC2_Login", new
        {
            method = "global.login",
            id = ++id,
            session = challenge["session"],
            @params = new
            {
                userName = camera.Username,
                password = Hash($"{camera.Username}:{random}:{secret}"),
                clientType = "Web3.0",
                loginType = "Direct",
                authorityType = challenge["params"]!["encryption"]!.GetValue<string>(),
            },
        });
        Session = answer["session"]?.DeepClone();
        return answer;
    }

    public static int? Code(JsonObject answer) => answer["error"]?["code"]?.GetValue<int>();

    public void Dispose() => client.Dispose();

#pragma warning disable CA5351 // MD5 is what the protocol says.
    private static string Hash(string text) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
