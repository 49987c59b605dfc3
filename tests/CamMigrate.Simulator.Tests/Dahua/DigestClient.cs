using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Dahua;

/// <summary>A digest client that uses a nonce again, as .NET's own does not.</summary>
internal sealed class DigestClient(SimulatedCamera camera) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = camera.HttpUri };
    private string nonce = "", realm = "";
    private int count;

    /// <summary>Status of one request; the first asks twice, to be challenged.</summary>
    public async Task<int> GetAsync(string call)
    {
        if (nonce.Length == 0) await SendAsync(call);
        return await SendAsync(call);
    }

    public void Dispose() => client.Dispose();

    private async Task<int> SendAsync(string call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("cgi-bin/" + call, UriKind.Relative));
        if (nonce.Length > 0) request.Headers.Authorization = new("Digest", Login("/cgi-bin/" + call));
        using var response = await client.SendAsync(request);
        if (response.Headers.WwwAuthenticate.FirstOrDefault() is { Parameter: { } challenge }) Learn(challenge);
        return (int)response.StatusCode;
    }

    private void Learn(string challenge)
    {
        nonce = Field(challenge, "nonce");
        realm = Field(challenge, "realm");
        count = 0;
    }

    private static string Field(string challenge, string name) =>
        challenge.Split($"{name}=\"", 2)[1].Split('"')[0];

    private string Login(string target)
    {
        var number = (++count).ToString("x8", CultureInfo.InvariantCulture);
        var secret = Hash($"{camera.Username}:{realm}:{camera.Password}");
        var answer = Hash($"{secret}:{nonce}:{number}:abc:auth:{Hash("GET:" + target)}");
        return $"username=\"{camera.Username}\", realm=\"{realm}\", nonce=\"{nonce}\", uri=\"{target}\", "
            + $"qop=auth, nc={number}, cnonce=\"abc\", response=\"{answer}\", opaque=\"\"";
    }

#pragma warning disable CA5351 // MD5 is what the protocol says.
    private static string Hash(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
