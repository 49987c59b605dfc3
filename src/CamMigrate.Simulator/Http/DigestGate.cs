using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using CamMigrate.Simulator.Estates;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CamMigrate.Simulator.Http;

/// <summary>What a request's HTTP login is worth.</summary>
internal enum LoginVerdict
{
    Accepted,
    Missing,

    /// <summary>The password is right, the nonce is not fresh: a renewal, no failed login.</summary>
    Stale,
    Wrong,
    Locked,
}

/// <summary>HTTP Digest of RFC 7616 (MD5 and SHA-256, qop=auth) as cameras check it.</summary>
internal sealed class DigestGate(CameraSpec camera, LoginLedger ledger, CameraCounters counters, TimeProvider time)
{
    private readonly Dictionary<string, Nonce> nonces = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public LoginVerdict Check(HttpContext context)
    {
        var client = context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        if (ledger.IsLocked(client)) return LoginVerdict.Locked;
        var header = context.Request.Headers.Authorization.ToString();
        if (header.Length == 0) return LoginVerdict.Missing;
        var verdict = header.StartsWith("Digest ", StringComparison.OrdinalIgnoreCase)
            ? CheckDigest(header[7..], context.Request)
            : CheckBasic(header);
        if (verdict == LoginVerdict.Accepted) ledger.Succeeded(client);
        if (verdict == LoginVerdict.Wrong) ledger.Failed(client);
        return verdict;
    }

    /// <summary>The refusal that goes with a verdict, challenges included.</summary>
    public Answer Refuse(LoginVerdict verdict, HttpContext context)
    {
        if (verdict == LoginVerdict.Locked)
        {
            if (camera.Login.LockStatus == 401) counters.Challenge();
            return LockedOut(context.Connection.RemoteIpAddress ?? IPAddress.Loopback);
        }

        counters.Challenge();
        var answer = Answer.Html(401, "Unauthorized");
        foreach (var algorithm in camera.Login.Algorithms)
        {
            var isStale = verdict == LoginVerdict.Stale && !camera.Login.ForgetsStale;
            answer.Headers.Add(new("WWW-Authenticate", Challenge(algorithm, isStale)));
        }

        if (camera.Login.Basic) answer.Headers.Add(new("WWW-Authenticate", $"Basic realm=\"{camera.Login.Realm}\""));
        return answer;
    }

    private string Challenge(string algorithm, bool isStale)
    {
        var realm = camera.Login.Realm;
        // Cameras leave the algorithm out where it is MD5, and quote stale in capitals.
        var named = algorithm == "MD5" ? "" : $", algorithm={algorithm}";
        var stale = isStale ? "TRUE" : "FALSE";
        return camera.Login.Opaque is not { } opaque
            ? $"Digest qop=\"auth\", realm=\"{realm}\", nonce=\"{NewNonce()}\", stale=\"{stale}\"{named}"
            : $"Digest realm=\"{realm}\", qop=\"auth\", nonce=\"{NewNonce()}\", opaque=\"{opaque}\""
                + (isStale ? ", stale=\"TRUE\"" : "") + named;
    }

    private Answer LockedOut(IPAddress client) => Answer.Xml(camera.Login.LockStatus, new(
        "userCheck",
        new System.Xml.Linq.XElement("statusValue", 401),
        new System.Xml.Linq.XElement("statusString", "Unauthorized"),
        new System.Xml.Linq.XElement("lockStatus", "lock"),
        new System.Xml.Linq.XElement("unlockTime", (int)Math.Ceiling(ledger.LockedSeconds(client))),
        new System.Xml.Linq.XElement("retryLoginTime", ledger.TriesLeft(client))));

    private LoginVerdict CheckBasic(string header)
    {
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return LoginVerdict.Missing;
        counters.BasicLogin();
        var buffer = new byte[header.Length];
        if (!camera.Login.Basic || !Convert.TryFromBase64String(header[6..].Trim(), buffer, out var length))
            return LoginVerdict.Wrong;
        var parts = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return parts.Length == 2 && ledger.Find(parts[0])?.Secret == parts[1]
            ? LoginVerdict.Accepted
            : LoginVerdict.Wrong;
    }

    private LoginVerdict CheckDigest(string header, HttpRequest request)
    {
        var fields = DigestFields.Parse(header);
        string Field(string name) => fields.GetValueOrDefault(name, "");
        var algorithm = fields.TryGetValue("algorithm", out var named) ? named : "MD5";
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (ledger.Find(Field("username")) is not { } user
            || !camera.Login.Algorithms.Contains(algorithm, StringComparer.OrdinalIgnoreCase)
            || Field("realm") != camera.Login.Realm || Field("qop") != "auth" || Field("cnonce").Length == 0
            || (camera.Login.Opaque is { } opaque && Field("opaque") != opaque) || Field("uri") != target
            || !int.TryParse(Field("nc"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var count))
            return LoginVerdict.Wrong;
        var secret = DigestFields.Hash(algorithm, $"{user.Username}:{camera.Login.Realm}:{user.Secret}");
        var call = DigestFields.Hash(algorithm, $"{request.Method}:{target}");
        var expected = DigestFields.Hash(
            algorithm, $"{secret}:{Field("nonce")}:{Field("nc")}:{Field("cnonce")}:auth:{call}");
        return string.Equals(expected, Field("response"), StringComparison.OrdinalIgnoreCase)
            ? Freshness(Field("nonce"), count)
            : LoginVerdict.Wrong;
    }

    private LoginVerdict Freshness(string value, int count)
    {
        lock (gate)
        {
            if (!nonces.TryGetValue(value, out var nonce)) return LoginVerdict.Stale;
            if (time.GetUtcNow() - nonce.Issued > TimeSpan.FromSeconds(camera.Login.NonceSeconds))
                return LoginVerdict.Stale;
            if (camera.Login.NonceOnce && nonce.Count > 0) return LoginVerdict.Stale;
            if (count <= nonce.Count)
            {
                counters.Replay();
                return LoginVerdict.Stale;
            }

            nonce.Count = count;
            return LoginVerdict.Accepted;
        }
    }

    private string NewNonce()
    {
        var value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        lock (gate)
        {
            if (nonces.Count > 10_000) nonces.Clear();
            nonces[value] = new Nonce(time.GetUtcNow());
        }

        return value;
    }

    private sealed class Nonce(DateTimeOffset issued)
    {
        public DateTimeOffset Issued => issued;

        public int Count { get; set; }
    }
}
