using System.Security.Cryptography;

namespace CamMigrate.Http;

/// <summary>The hashes of HTTP Digest (RFC 7616), strongest first.</summary>
internal sealed record DigestAlgorithm(string Name, Func<byte[], byte[]> Hash)
{
    private static readonly DigestAlgorithm[] All =
    [
        new("SHA-256", SHA256.HashData),
#pragma warning disable CA5351 // The protocol prescribes MD5, and most cameras offer nothing else.
        new("MD5", MD5.HashData),
#pragma warning restore CA5351
    ];

    /// <summary>Strength of what a challenge asks for, 0 the strongest; null = not one of ours.</summary>
    internal static int? Rank(AuthChallenge challenge)
    {
        var index = Array.FindIndex(All, a => a.Name.Equals(BaseName(challenge), StringComparison.OrdinalIgnoreCase));
        return challenge.IsDigest && index >= 0 && challenge["nonce"] is not null && Qop(challenge) is not null ? index
            : null;
    }

    /// <summary>The hash that a challenge asks for; it must have a <see cref="Rank"/>.</summary>
    internal static DigestAlgorithm Of(AuthChallenge challenge) =>
        All[Rank(challenge) ?? throw new ArgumentException("no such hash", nameof(challenge))];

    /// <summary>Whether the hash covers the session's first nonces (<c>-sess</c>).</summary>
    internal static bool IsSession(AuthChallenge challenge) =>
        challenge["algorithm"]?.EndsWith("-sess", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>
    /// The protection to use: <c>auth</c>, empty for a challenge of 1999 without one, null when only others are
    /// offered.
    /// </summary>
    internal static string? Qop(AuthChallenge challenge) => challenge["qop"] switch
    {
        null or "" => "",
        var offered when offered.Split(',').Any(q => q.Trim().Equals("auth", StringComparison.OrdinalIgnoreCase)) =>
            "auth",
        _ => null,
    };

    private static string BaseName(AuthChallenge challenge)
    {
        var name = challenge["algorithm"] is { Length: > 0 } sent ? sent : "MD5";
        return IsSession(challenge) ? name[..^"-sess".Length] : name;
    }
}
