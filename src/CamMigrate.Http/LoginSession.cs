using System.Collections.Immutable;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;

namespace CamMigrate.Http;

/// <summary>What all connections of one session know of its login.</summary>
/// <remarks>Safe to ask from several connections at once.</remarks>
internal sealed class LoginSession(string host, Credential? credential, LoginRefusals refusals, bool allowBasicOverHttp)
{
    private const int RefusalsThatTeach = 2;
    private readonly Lock gate = new();
    private ImmutableArray<AuthChallenge> offered = [];
    private volatile bool proven;
    private volatile bool open;
    private int reuseRefused;
    private int refused;

    /// <summary>The login; null = every request is anonymous.</summary>
    internal Credential? Credential => credential;

    /// <summary>Whether Basic may be sent outside TLS.</summary>
    internal bool AllowsBasicOverHttp => allowBasicOverHttp;

    /// <summary>How many logins were refused.</summary>
    internal int Refused => Volatile.Read(ref refused);

    /// <summary>Whether the camera accepted the login once.</summary>
    internal bool IsProven => proven;

    /// <summary>Whether requests may go side by side: the login is accepted, or none was asked for so far.</summary>
    internal bool IsSettled => proven || open;

    /// <summary>
    /// Whether this camera takes a nonce once only: each request then asks first, without the login that would be
    /// refused and perhaps counted.
    /// </summary>
    internal bool AsksAnew
    {
        get
        {
            lock (gate) return reuseRefused >= RefusalsThatTeach;
        }
    }

    /// <summary>Throws when this user was refused here before, in any protocol.</summary>
    internal void Begin(string request)
    {
        if (credential is not null) refusals.ThrowIfRefused(host, credential.UserName, request);
    }

    /// <summary>Keeps the challenge of an anonymous request, so that the first login needs no further one.</summary>
    internal void Learn(ImmutableArray<AuthChallenge> challenges)
    {
        lock (gate)
        {
            if (!proven) offered = challenges;
        }
    }

    /// <summary>Takes the challenge that was kept; empty = none. A nonce is for one connection.</summary>
    internal ImmutableArray<AuthChallenge> TakeOffer()
    {
        lock (gate)
        {
            var kept = offered;
            offered = [];
            return kept;
        }
    }

    /// <summary>Notes that a login was accepted.</summary>
    /// <param name="uses">How often its nonce was accepted by now.</param>
    internal void Accept(int uses)
    {
        proven = true;
        if (uses < 2) return;
        lock (gate)
        {
            if (reuseRefused < RefusalsThatTeach) reuseRefused = 0;
        }
    }

    /// <summary>Notes an answer for which no login was asked.</summary>
    internal void AnswerWithoutLogin() => open = true;

    /// <summary>Notes that a nonce was no longer taken.</summary>
    /// <param name="uses">How often it had been accepted.</param>
    internal void Outworn(int uses)
    {
        lock (gate)
        {
            if (reuseRefused >= RefusalsThatTeach) return;
            reuseRefused = uses == 1 ? reuseRefused + 1 : 0;
        }
    }

    /// <summary>Forgets what was learned while connections took each other's nonces away.</summary>
    internal void ForgetOutworn()
    {
        lock (gate) reuseRefused = 0;
    }

    internal CameraException Refuse(string request)
    {
        Interlocked.Increment(ref refused);
        return refusals.Refuse(host, credential?.UserName ?? "", request);
    }
}
