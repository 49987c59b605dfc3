using System.Collections.Immutable;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;

namespace CamMigrate.Http;

/// <summary>What an answer means for the login.</summary>
internal enum LoginVerdict
{
    /// <summary>The answer stands.</summary>
    Done,

    /// <summary>Send the request again, with the login for the camera's new nonce.</summary>
    Again,
}

/// <summary>The login of one session: asked once, then counted on. Tells a renewal from a refusal.</summary>
internal sealed class LoginSession(string host, Credential? credential, LoginRefusals refusals, bool allowBasicOverHttp)
{
    private ImmutableArray<AuthChallenge> offered = [];
    private DigestLogin? digest;
    private bool basic;
    private bool succeeded;
    private bool sent;
    private bool fresh;
    private bool renewed;

    /// <summary>How many logins were refused.</summary>
    internal int Refused { get; private set; }

    /// <summary>Begins a request; throws when this user was refused here before, in any protocol.</summary>
    internal void Begin(string request)
    {
        (fresh, renewed) = (false, false);
        if (credential is not null) refusals.ThrowIfRefused(host, credential.UserName, request);
    }

    /// <summary>Keeps the challenge of an anonymous request, so that the first login needs no further one.</summary>
    internal void Learn(ImmutableArray<AuthChallenge> challenges)
    {
        if (digest is null && !basic) offered = challenges;
    }

    /// <summary>Forgets the nonce: another scheme or port answers from now on.</summary>
    internal void Reset() => (digest, basic, offered) = (null, false, []);

    /// <summary>The value of <c>Authorization</c>; null before the camera asked for a login.</summary>
    internal string? Authorize(string method, string uri, bool isTls, string request)
    {
        if (credential is null) return null;
        if (digest is null && !basic && !offered.IsEmpty) Choose(offered, isTls, request);
        var value = digest?.Authorize(method, uri) ?? (basic ? DigestLogin.Basic(credential) : null);
        sent = value is not null;
        return value;
    }

    /// <summary>Tells what an answer means.</summary>
    /// <exception cref="CameraException">The login was refused, or none that may be used is offered.</exception>
    internal LoginVerdict Judge(CameraResponse response, bool isTls)
    {
        if (response.Status != 401)
        {
            if (sent) Succeed(response);
            return LoginVerdict.Done;
        }

        if (!sent || IsRenewal(response.Challenges))
        {
            (fresh, renewed) = (true, sent);
            (digest, basic) = (null, false);
            Choose(response.Challenges, isTls, response.Request);
            return LoginVerdict.Again;
        }

        throw Refuse(response.Request);
    }

    internal CameraException Refuse(string request)
    {
        Refused++;
        return refusals.Refuse(host, credential?.UserName ?? "", request);
    }

    private void Succeed(CameraResponse response)
    {
        succeeded = true;
        foreach (var info in AuthChallengeParser.Parse(
            response.Headers["Authentication-Info"].Select(i => "Digest " + i)))
            if (info["nextnonce"] is { } next) digest?.Next(next);
    }

    /// <summary>
    /// A too old nonce says nothing about the password; a new nonce after a success neither. A 401 to an answer for a
    /// nonce of this moment does.
    /// </summary>
    private bool IsRenewal(ImmutableArray<AuthChallenge> challenges)
    {
        if (renewed || digest is not { } answered) return false;
        return challenges.Any(c => c.IsDigest && c["nonce"] is { } nonce
            && (c.IsStale || (succeeded && !fresh && nonce != answered.Nonce)));
    }

    private void Choose(ImmutableArray<AuthChallenge> challenges, bool isTls, string request)
    {
        if (credential is null) return;
        if (challenges.Where(c => DigestAlgorithm.Rank(c) is not null).MinBy(DigestAlgorithm.Rank) is { } best)
            digest = new DigestLogin(credential, best);
        else if (challenges.Any(c => c.IsBasic) && (isTls || allowBasicOverHttp))
            basic = true;
        else
            throw new CameraException(CameraError.NotSupported, request, NoScheme(challenges)) { HttpStatus = 401 };
    }

    private static string NoScheme(ImmutableArray<AuthChallenge> challenges) => challenges.Any(c => c.IsBasic)
        ? "the camera offers only Basic login, which sends the password readable over plain HTTP; it was not sent. "
            + "Switch the camera to digest login, or use https://."
        : "the camera asks for a login but offers no kind that can be used. Switch its web authentication to digest.";
}
