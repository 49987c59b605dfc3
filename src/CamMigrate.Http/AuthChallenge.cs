using System.Collections.Immutable;

namespace CamMigrate.Http;

/// <summary>One login scheme that a camera offers (RFC 9110, <c>WWW-Authenticate</c>).</summary>
/// <param name="Scheme">Scheme as sent: <c>Digest</c>, <c>Basic</c>, ...</param>
/// <param name="Parameters">Its parameters, names without regard to case.</param>
public sealed record AuthChallenge(string Scheme, ImmutableDictionary<string, string> Parameters)
{
    /// <summary>Whether this is Digest.</summary>
    public bool IsDigest => Scheme.Equals("Digest", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether this is Basic.</summary>
    public bool IsBasic => Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the camera says that only the nonce was too old.</summary>
    public bool IsStale => string.Equals(this["stale"], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A parameter; null = not sent.</summary>
    /// <param name="name">Its name.</param>
    public string? this[string name] => Parameters.GetValueOrDefault(name);
}
