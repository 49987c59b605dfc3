namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>Decides for one connection whether a request may pass.</summary>
internal sealed class RtspGuard(RtspServerOptions options, NonceBook nonces)
{
    private string connectionNonce = nonces.Issue();

    /// <summary>Null when the request carries a good login, else the challenge to answer with 401.</summary>
    public string? Challenge(RtspRequest request)
    {
        if (DigestLogin.Of(request) is not { } login)
        {
            if (request["Authorization"].Length > 0)
                options.LoginFailed?.Invoke("");
            return Challenge(stale: false);
        }

        // A nonce of this connection never grows old: viewers keep a session alive with it and do not read the answers.
        if (login.Nonce != connectionNonce && !nonces.IsGood(login.Nonce))
            return Challenge(stale: true);
        var isShut = options.Resolve(request.Path)?.Fault == RtspFault.LoginRefused;
        if (!isShut && options.PasswordOf(login.User) is { } password && login.Proves(request, options.Realm, password))
        {
            connectionNonce = login.Nonce;
            return null;
        }

        options.LoginFailed?.Invoke(login.User);
        return Challenge(stale: false);
    }

    private string Challenge(bool stale)
    {
        if (stale)
            connectionNonce = nonces.Issue();
        return $"Digest realm=\"{options.Realm}\", nonce=\"{connectionNonce}\", stale=\"{(stale ? "TRUE" : "FALSE")}\"";
    }
}
