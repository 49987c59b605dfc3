using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CamMigrate.Core.Ports;

namespace CamMigrate.Http;

/// <summary>Answers one nonce of a Digest challenge as often as the camera takes it, counting up.</summary>
/// <remarks>
/// Strings on the wire are Latin-1 images of their bytes, so that a realm is echoed exactly as it came.
/// </remarks>
internal sealed class DigestLogin(Credential credential, AuthChallenge challenge)
{
    private readonly DigestAlgorithm algorithm = DigestAlgorithm.Of(challenge);
    private readonly string clientNonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
    private readonly string firstNonce = challenge["nonce"] ?? "";
    private int answered;

    /// <summary>The present nonce.</summary>
    internal string Nonce { get; private set; } = challenge["nonce"] ?? "";

    /// <summary>Takes the nonce that the camera announces for the next request (<c>Authentication-Info</c>).</summary>
    /// <returns>Whether it is another one.</returns>
    internal bool Next(string announced)
    {
        if (announced.Length == 0 || announced == Nonce || DigestAlgorithm.IsSession(challenge)) return false;
        (Nonce, answered) = (announced, 0);
        return true;
    }

    /// <summary>The value of <c>Authorization</c> for one request.</summary>
    internal string Authorize(string method, string uri)
    {
        answered++;
        var (user, password) = (Wire(credential.UserName), Wire(credential.Password.Reveal()));
        var realm = challenge["realm"] ?? "";
        var secret = Hash($"{user}:{realm}:{password}");
        if (DigestAlgorithm.IsSession(challenge)) secret = Hash($"{secret}:{firstNonce}:{clientNonce}");
        var request = Hash($"{method}:{uri}");
        var count = answered.ToString("x8", CultureInfo.InvariantCulture);
        var qop = DigestAlgorithm.Qop(challenge);
        var answer = qop is "auth"
            ? Hash($"{secret}:{Nonce}:{count}:{clientNonce}:auth:{request}")
            : Hash($"{secret}:{Nonce}:{request}");
        var header = new StringBuilder("Digest username=").Append(Quoted(user)).Append(", realm=").Append(Quoted(realm))
            .Append(", nonce=").Append(Quoted(Nonce)).Append(", uri=").Append(Quoted(uri)).Append(", response=")
            .Append(Quoted(answer));
        if (challenge["algorithm"] is { Length: > 0 } name) header.Append(", algorithm=").Append(name);
        if (challenge["opaque"] is { } opaque) header.Append(", opaque=").Append(Quoted(opaque));
        if (qop is "auth")
            header.Append(", qop=auth, nc=").Append(count).Append(", cnonce=").Append(Quoted(clientNonce));
        else if (DigestAlgorithm.IsSession(challenge)) header.Append(", cnonce=").Append(Quoted(clientNonce));
        return header.ToString();
    }

    /// <summary>The value of <c>Authorization</c> for Basic.</summary>
    internal static string Basic(Credential credential) =>
        "Basic "
            + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credential.UserName}:{credential.Password.Reveal()}"));

    private static string Wire(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private string Hash(string text) => Convert.ToHexStringLower(algorithm.Hash(Encoding.Latin1.GetBytes(text)));
}
