using System.Collections.Immutable;
using CamMigrate.Core.Errors;

namespace CamMigrate.Http;

/// <summary>What an answer means for the login.</summary>
internal enum LoginVerdict
{
    /// <summary>The answer stands.</summary>
    Done,

    /// <summary>Send the request again, with the login for the camera's new nonce.</summary>
    Again,

    /// <summary>Whether the login still holds must be found out by one request alone.</summary>
    Alone,

    /// <summary>As <see cref="Alone"/>; a nonce was refused before its first use, so connections may disturb each
    /// other.</summary>
    Disturbed,
}

/// <summary>
/// The login on one connection, with a nonce and count of its own: asked once, then counted on. Tells a renewal from a
/// refusal.
/// </summary>
internal sealed class LineLogin(LoginSession session, CameraPlace place)
{
    private DigestLogin? digest;
    private bool basic;
    private bool alone;
    private bool sent;
    private bool fresh;
    private bool renewed;
    private int uses;
    private int epoch = place.Epoch;

    /// <summary>Begins a request.</summary>
    /// <param name="isAlone">Whether no other is under way.</param>
    internal void Begin(bool isAlone)
    {
        (alone, fresh, renewed) = (isAlone, false, false);
        if (session.AsksAnew) digest = null;
    }

    /// <summary>Forgets the nonce, so that the next request asks for one.</summary>
    internal void Forget() => (digest, basic) = (null, false);

    /// <summary>The value of <c>Authorization</c>; null before the camera asked for a login.</summary>
    internal string? Authorize(string method, string uri, bool isTls, string request)
    {
        sent = false;
        // The first login of a session goes out alone: a wrong password is tried once, not once for each connection.
        if (session.Credential is not { } credential || (!alone && !session.IsProven)) return null;
        if (epoch != place.Epoch)
        {
            Forget();
            session.TakeOffer();
            epoch = place.Epoch;
        }

        if (digest is null && !basic && !session.AsksAnew
            && session.TakeOffer() is { IsEmpty: false } offered) Choose(offered, isTls, request);
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
            if (sent) Accept(response);
            else session.AnswerWithoutLogin();
            return LoginVerdict.Done;
        }

        if (!sent) return alone || session.IsProven ? Answer(response, isTls) : LoginVerdict.Alone;
        var renewal = RenewalOf(response.Challenges);
        if (renewal is not null) session.Outworn(uses);
        renewed |= renewal is not null;
        if (renewal is not null && (alone || renewal.IsStale)) return Answer(response, isTls);
        if (alone) throw session.Refuse(response.Request);
        Forget();
        return renewal is null ? LoginVerdict.Disturbed : LoginVerdict.Alone;
    }

    private LoginVerdict Answer(CameraResponse response, bool isTls)
    {
        Forget();
        Choose(response.Challenges, isTls, response.Request);
        fresh = true;
        return LoginVerdict.Again;
    }

    private void Accept(CameraResponse response)
    {
        session.Accept(++uses);
        foreach (var info in AuthChallengeParser.Parse(
            response.Headers["Authentication-Info"].Select(i => "Digest " + i)))
        {
            if (info["nextnonce"] is not { } next || digest?.Next(next) is not true) continue;
            uses = 0;
        }
    }

    /// <summary>
    /// A too old nonce says nothing about the password; a new nonce after a success neither. A 401 to an answer for a
    /// nonce of this moment does.
    /// </summary>
    private AuthChallenge? RenewalOf(ImmutableArray<AuthChallenge> challenges)
    {
        if (renewed || digest is not { } answered) return null;
        return challenges.FirstOrDefault(c => c.IsDigest && c["nonce"] is { } nonce
            && (c.IsStale || (session.IsProven && !fresh && nonce != answered.Nonce)));
    }

    private void Choose(ImmutableArray<AuthChallenge> challenges, bool isTls, string request)
    {
        if (session.Credential is not { } credential) return;
        uses = 0;
        if (challenges.Where(c => DigestAlgorithm.Rank(c) is not null).MinBy(DigestAlgorithm.Rank) is { } best)
            digest = new DigestLogin(credential, best);
        else if (challenges.Any(c => c.IsBasic) && (isTls || session.AllowsBasicOverHttp))
            basic = true;
        else
            throw new CameraException(CameraError.NotSupported, request, NoScheme(challenges)) { HttpStatus = 401 };
    }

    private static string NoScheme(ImmutableArray<AuthChallenge> challenges) => challenges.Any(c => c.IsBasic)
        ? "the camera offers only Basic login, which sends the password readable over plain HTTP; it was not sent. "
            + "Switch the camera to digest login, or use https://."
        : "the camera asks for a login but offers no kind that can be used. Switch its web authentication to digest.";
}
