namespace CamMigrate.Http;

/// <summary>One request's way through a session: beside others, and alone where that does not go well.</summary>
internal sealed class CameraExchange(
    CameraRequest request, string name, LoginSession login, CameraPlace place, LinePool lines,
    CameraHttpOptions options)
{
    private static readonly TimeSpan NewLinePatience = TimeSpan.FromSeconds(3);
    private readonly bool isAnonymous = login.Credential is null || request.Anonymous;
    private (CameraLine Line, bool WasNew)? unserved;
    private LoginVerdict? doubt;

    /// <summary>Whether it may be under way beside others.</summary>
    internal bool MayShare() => place.Origin is not null && (isAnonymous || login.IsSettled);

    /// <summary>Sends it and reads the whole answer.</summary>
    /// <exception cref="Core.Errors.CameraException">No answer, or the login was refused.</exception>
    internal async Task<CameraResponse> RunAsync(LineTurn turn, CancellationToken cancellationToken)
    {
        if (!turn.IsAlone)
        {
            if (await BesideAsync(turn.Line, cancellationToken) is { } usual) return usual;
            await turn.BecomeAloneAsync(cancellationToken);
        }

        var response = await AloneAsync(turn.Line, cancellationToken);
        if (doubt == LoginVerdict.Disturbed)
        {
            lines.DropAllButFirst();
            login.ForgetOutworn();
        }
        else if (unserved is var (line, wasNew) && !IsOverloaded(response))
        {
            lines.Drop(line, wasNew);
        }

        return response;
    }

    private async Task<CameraResponse> AloneAsync(CameraLine line, CancellationToken cancellationToken)
    {
        Begin(line, isAlone: true);
        while (true)
        {
            // What died on a connection that had worked may meet another one that was closed for its age.
            var response = await line.SendAloneAsync(
                request, name, isAnonymous, mayRepeat: unserved is not { WasNew: true }, cancellationToken);
            if (Judge(line, response) == LoginVerdict.Done) return response;
        }
    }

    /// <summary>The answer; null = it has to be asked for alone.</summary>
    private async Task<CameraResponse?> BesideAsync(CameraLine line, CancellationToken cancellationToken)
    {
        Begin(line, isAlone: false);
        var isNew = !line.HasAnswered;
        var patient = isNew && !request.IsWrite ? request with { Timeout = Patience() } : request;
        try
        {
            while (true)
            {
                var response = await line.SendBesideAsync(patient, name, isAnonymous, cancellationToken);
                if (CameraOrigin.IsRedirect(response)) return null;
                if (IsOverloaded(response) && !request.IsWrite)
                {
                    unserved = (line, isNew);
                    return null;
                }

                var verdict = Judge(line, response);
                if (verdict == LoginVerdict.Done) return response;
                if (verdict == LoginVerdict.Again) continue;
                doubt = verdict;
                return null;
            }
        }
        catch (TransportFailure e)
        {
            if (!MayFollow(e.Kind, isNew)) throw await line.ExplainAsync(e, request, name, cancellationToken);
            unserved = (line, isNew);
            return null;
        }
    }

    private void Begin(CameraLine line, bool isAlone)
    {
        if (isAnonymous) return;
        login.Begin(name);
        line.Login.Begin(isAlone);
        // In doubt a nonce of this moment is asked for: an answer to it tells, and one login settles it.
        if (doubt is not null) line.Login.Forget();
    }

    private LoginVerdict Judge(CameraLine line, CameraResponse response)
    {
        if (!isAnonymous) return line.Login.Judge(response, place.IsTls);
        if (response.Status == 401) login.Learn(response.Challenges);
        return LoginVerdict.Done;
    }

    private static bool IsOverloaded(CameraResponse response) => response.Status is 429 or 503;

    /// <summary>Whether a request that broke beside others may be sent once more, alone.</summary>
    private bool MayFollow(FailureKind failure, bool isNew) => failure switch
    {
        FailureKind.Closed or FailureKind.ConnectTimeout or FailureKind.NoRoute or FailureKind.Tls => true,
        FailureKind.Died => !request.IsWrite,
        FailureKind.Slow or FailureKind.Truncated or FailureKind.NotHttp => !request.IsWrite && isNew,
        _ => false,
    };

    /// <summary>
    /// A camera that serves one connection leaves the next one waiting: that gets less time until it has answered once.
    /// </summary>
    private TimeSpan Patience()
    {
        var (usual, slow) = (request.Timeout ?? options.Timeout, place.Slowest * 4);
        var brief = slow > NewLinePatience ? slow : NewLinePatience;
        return usual < brief ? usual : brief;
    }
}
