using System.Runtime.ExceptionServices;
using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision.Isapi;

/// <summary>
/// Asks for ISAPI documents, several at once where the session has several connections, and accounts for what came.
/// Knows no meaning.
/// </summary>
/// <param name="http">The session.</param>
/// <param name="ledger">Accounts for documents and their leaves.</param>
/// <param name="clock">For waiting while the camera is busy.</param>
internal sealed class IsapiClient(CameraHttp http, ReadingLedger ledger, TimeProvider clock) : IAsyncDisposable
{
    internal const string UsualPrefix = "ISAPI";

    // More than the largest recorder has to say.
    private const long MostBytes = 48 << 20;
    private const string Expected = "an ISAPI document";
    private static readonly TimeSpan[] BusyWaits =
        [TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    private readonly Lock guard = new();
    private readonly List<Task> underWay = [];
    private readonly CancellationTokenSource stop = new();
    private CameraException? end;
    private int came, failedInRow;
    private long bytes;

    /// <summary>First part of every path; rebrands have another one.</summary>
    internal string Prefix { get; set; } = UsualPrefix;

    /// <summary>Whether any document came.</summary>
    internal bool IsAnswering { get; private set; }

    /// <summary>Asks for a document; the question is on its way when this returns.</summary>
    /// <param name="path">Path below <c>/ISAPI/</c>.</param>
    /// <param name="isAdvertised">Whether the camera itself named it.</param>
    /// <param name="errorMeansMissing">Whether 400 and 500 are this camera's words for a document it does not
    /// have.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CameraException">The camera is gone, refused the login, is not activated, or is no such
    /// camera.</exception>
    internal Task<IsapiAnswer> GetAsync(
        string path, bool isAdvertised, bool errorMeansMissing, CancellationToken cancellationToken)
    {
        var answer = AnswerAsync(ledger.Ask(path, isAdvertised), errorMeansMissing, cancellationToken);
        underWay.Add(answer);
        return answer;
    }

    internal Task<IsapiAnswer> GetAsync(string path, bool isAdvertised, CancellationToken cancellationToken) =>
        GetAsync(path, isAdvertised, errorMeansMissing: false, cancellationToken);

    /// <summary>Leaves nothing under way: a reading that ends early takes its open questions with it.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(underWay).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task<IsapiAnswer> AnswerAsync(
        AskedDocument asked, bool errorMeansMissing, CancellationToken cancellationToken)
    {
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop.Token);
            var answer = await AskAsync(asked, errorMeansMissing, either.Token);
            Note(asked, answer);
            return answer;
        }
        catch (CameraException e) when (Passes(e))
        {
            // One camera drops the connection for a document it does not have; a second failure in a row is a camera
            // that is gone.
            asked.Fail(e.Detail);
            return new IsapiAnswer(asked.Name) { Reason = e.Detail };
        }
        catch (CameraException)
        {
            await stop.CancelAsync();
            throw;
        }
        catch (OperationCanceledException) when (end is not null && !cancellationToken.IsCancellationRequested)
        {
            ExceptionDispatchInfo.Throw(end); // what stopped the others is what is to be told
            throw;
        }
    }

    private void Note(AskedDocument asked, IsapiAnswer answer)
    {
        lock (guard)
        {
            failedInRow = 0;
            IsAnswering |= answer.Root is not null;
            if (answer.Root is not null || answer.IsRefused) came++;
        }

        if (answer.IsRefused) asked.Refuse();
        else if (answer.Root is null) asked.Fail(answer.Reason ?? "");
    }

    private bool Passes(CameraException e)
    {
        lock (guard)
        {
            var passes = came > 0 && e.Reason switch
            {
                CameraError.BadResponse => true,
                CameraError.Unreachable or CameraError.TimedOut => failedInRow++ == 0,
                _ => false,
            };
            if (!passes) end ??= e;
            return passes;
        }
    }

    private async Task<IsapiAnswer> AskAsync(
        AskedDocument asked, bool errorMeansMissing, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var response = await http.GetAsync($"/{Prefix}/{asked.Name}", cancellationToken);
            if (Interlocked.Add(ref bytes, response.Body.Length) > MostBytes)
                throw new CameraException(
                    CameraError.BadResponse, response.Request, "the device sends more than any camera has to say.");
            if (response.IsSuccess && IsEmpty(response) && !IsAnswering && Prefix == UsualPrefix)
                return new IsapiAnswer(asked.Name) { IsEmpty = true, IsRefused = true, Reason = "the answer is empty." };
            var root = response.IsSuccess ? Parse(response) : null;
            var status = root is null ? Status(response) : IsapiStatus.From(root);
            if (root is not null && status is null)
                return new IsapiAnswer(asked.Name) { Root = asked.Answer(AnswerXml.Tree(root)) };
            if (status is not { IsBusy: true } || attempt == BusyWaits.Length)
                return IsapiFailure.From(asked.Name, response, status, errorMeansMissing);
            await Task.Delay(BusyWaits[attempt], clock, cancellationToken);
        }
    }

    private static bool IsEmpty(CameraResponse response) => response.Body.AsSpan().Trim(" \r\n\t\0"u8).IsEmpty;

    // Names that people typed hold what XML may not; that must not cost the document.
    private static XElement Parse(CameraResponse response) =>
        CameraXml.Parse(response.Body, response.Request, Expected, tolerant: true);

    private static IsapiStatus? Status(CameraResponse response)
    {
        try
        {
            return IsapiStatus.From(Parse(response));
        }
        catch (CameraException)
        {
            return null; // refusals often carry a web page or nothing: the HTTP status says enough
        }
    }
}
