using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Http;

namespace CamMigrate.Simulator.Onvif;

/// <summary>
/// WS-UsernameToken with PasswordDigest, checked against the camera's own clock; a nonce is good once.
/// </summary>
internal sealed class TokenGate(
    CameraSpec camera, LoginLedger ledger, CameraCounters counters, Func<DateTimeOffset> clock)
{
    private readonly Dictionary<string, DateTimeOffset> seen = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public LoginVerdict Check(XDocument envelope, IPAddress client)
    {
        var token = envelope.Root?.Element(Ns.Soap + "Header")?.Element(Ns.Security + "Security")?.Element(
            Ns.Security + "UsernameToken");
        if (token is null) return LoginVerdict.Missing;
        if (ledger.IsLocked(client)) return LoginVerdict.Locked;
        var verdict = IsRight(token) ? LoginVerdict.Accepted : LoginVerdict.Wrong;
        if (verdict == LoginVerdict.Accepted) ledger.Succeeded(client);
        else ledger.Failed(client);
        return verdict;
    }

    private bool IsRight(XElement token)
    {
        var user = ledger.Find(token.Element(Ns.Security + "Username")?.Value ?? "");
        var password = token.Element(Ns.Security + "Password");
        var nonce = token.Element(Ns.Security + "Nonce")?.Value.Trim() ?? "";
        var created = token.Element(Ns.Utility + "Created")?.Value.Trim() ?? "";
        var bytes = new byte[nonce.Length];
        if (user is null || password?.Attribute("Type")?.Value != Ns.PasswordDigest
            || nonce.Length == 0 || !Convert.TryFromBase64String(nonce, bytes, out var length)
            || Digest(bytes.AsSpan(0, length), created, user.Secret) != password.Value.Trim())
            return false;
        return IsFresh(created) && IsNew(nonce);
    }

    private bool IsFresh(string created) =>
        DateTimeOffset.TryParse(created, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        && Math.Abs((time - clock()).TotalSeconds) <= camera.Login.TokenSeconds;

    private bool IsNew(string nonce)
    {
        lock (gate)
        {
            var now = clock();
            foreach (var old in seen
                .Where(entry => Math.Abs((now - entry.Value).TotalSeconds) > 2 * camera.Login.TokenSeconds).ToList())
                seen.Remove(old.Key);
            if (seen.TryAdd(nonce, now)) return true;
        }

        counters.Replay();
        return false;
    }

    // SHA-1 is what the token profile says, not a choice.
#pragma warning disable CA5350
    private static string Digest(ReadOnlySpan<byte> nonce, string created, string password) =>
        Convert.ToBase64String(SHA1.HashData([.. nonce, .. Encoding.UTF8.GetBytes(created + password)]));
#pragma warning restore CA5350
}
