using System.Collections.Immutable;

namespace CamMigrate.Simulator.Estates;

/// <summary>Which proof of identity SOAP calls need.</summary>
internal enum OnvifLogin
{
    /// <summary>WS-UsernameToken or HTTP Digest, whichever comes.</summary>
    Either,

    /// <summary>WS-UsernameToken only; refusals are SOAP faults.</summary>
    Token,

    /// <summary>HTTP Digest only; refusals are HTTP 401.</summary>
    Digest,

    /// <summary>HTTP Digest and WS-UsernameToken in the same request.</summary>
    Both,
}

/// <summary>How the camera checks logins.</summary>
internal sealed record LoginSpec
{
    public const string DefaultRealm = "IP Camera(C2183)";

    /// <summary>Digest algorithms offered, in order: <c>MD5</c>, <c>SHA-256</c>.</summary>
    public ImmutableArray<string> Algorithms { get; init; } = ["MD5"];

    public string Realm { get; init; } = DefaultRealm;

    /// <summary>
    /// Sent in every challenge and expected back; null: none. A challenge with it says nothing of <c>stale</c> but
    /// when it is.
    /// </summary>
    public string? Opaque { get; init; }

    /// <summary>Seconds a nonce lives; afterwards the answer is a challenge with <c>stale=true</c>.</summary>
    public double NonceSeconds { get; init; } = 300;

    /// <summary>A nonce is good for one request; using it again gets a challenge with <c>stale=true</c>.</summary>
    public bool NonceOnce { get; init; }

    /// <summary>After an expired nonce the challenge carries a new nonce but not <c>stale=true</c>.</summary>
    public bool ForgetsStale { get; init; }

    /// <summary>A Basic challenge is offered beside the Digest one.</summary>
    public bool Basic { get; init; }

    /// <summary>The connection is closed after each answer.</summary>
    public bool Closes { get; init; }

    /// <summary>Plain HTTP requests are redirected to HTTPS.</summary>
    public bool RedirectToHttps { get; init; }

    /// <summary>Failed logins of one client address until it is locked out.</summary>
    public int LockAfter { get; init; } = 5;

    public double LockSeconds { get; init; } = 1800;

    /// <summary>HTTP status while locked out: 401 or 403.</summary>
    public int LockStatus { get; init; } = 401;

    public OnvifLogin Onvif { get; init; }

    /// <summary>Seconds that a token's <c>Created</c> may differ from the camera's clock.</summary>
    public double TokenSeconds { get; init; } = 20;

    /// <summary>Whether GetSystemDateAndTime is answered without a login.</summary>
    public bool AnonymousClock { get; init; } = true;

    /// <summary>Whether the camera tells who it is and which services it has without a login, and nothing else.</summary>
    public bool AnonymousIdentity { get; init; }

    /// <summary>Whether every read is answered without a login.</summary>
    public bool AnonymousReads { get; init; }
}
