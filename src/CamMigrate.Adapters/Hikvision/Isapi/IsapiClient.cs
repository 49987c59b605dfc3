using CamMigrate.Core.Errors;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision.Isapi;

/// <summary>Asks for ISAPI documents, one after another, and accounts for what came. Knows no meaning.</summary>
/// <param name="http">The session.</param>
/// <param name="ledger">Accounts for documents and their leaves.</param>
/// <param name="clock">For waiting while the camera is busy.</param>
internal sealed class IsapiClient(CameraHttp http, ReadingLedger ledger, TimeProvider clock)
{
    private const string Expected = "an ISAPI document";
    private static readonly TimeSpan[] BusyWaits =
        [TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];
    private int came, failedInRow;

    /// <summary>Whether any document came.</summary>
    internal bool IsAnswering { get; private set; }

    /// <summary>Asks for a document.</summary>
    /// <param name="path">Path below <c>/ISAPI/</c>.</param>
    /// <param name="isAdvertised">Whether the camera itself named it.</param>
    /// <param name="errorMeansMissing">Whether 400 and 500 are this camera's words for a document it does not
    /// have.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CameraException">The camera is gone, refused the login, is not activated, or is no such
    /// camera.</exception>
    internal async Task<IsapiAnswer> GetAsync(
        string path, bool isAdvertised, bool errorMeansMissing, CancellationToken cancellationToken)
    {
        var asked = ledger.Ask(path, isAdvertised);
        try
        {
            var answer = await AskAsync(asked, errorMeansMissing, cancellationToken);
            failedInRow = 0;
            IsAnswering |= answer.Root is not null;
            if (answer.Root is not null || answer.IsRefused) came++;
            if (answer.IsRefused) asked.Refuse();
            else if (answer.Root is null) asked.Fail(answer.Reason ?? "");
            return answer;
        }
        catch (CameraException e) when (Passes(e))
        {
            // One camera drops the connection for a document it does not have; a second failure in a row is a camera
            // that is gone.
            asked.Fail(e.Detail);
            return new IsapiAnswer(path) { Reason = e.Detail };
        }
    }

    internal Task<IsapiAnswer> GetAsync(string path, bool isAdvertised, CancellationToken cancellationToken) =>
        GetAsync(path, isAdvertised, errorMeansMissing: false, cancellationToken);

    private bool Passes(CameraException e) => came > 0 && e.Reason switch
    {
        CameraError.BadResponse => true,
        CameraError.Unreachable or CameraError.TimedOut => failedInRow++ == 0,
        _ => false,
    };

    private async Task<IsapiAnswer> AskAsync(
        AskedDocument asked, bool errorMeansMissing, CancellationToken cancellationToken)
    {
        var path = asked.Name;
        for (var attempt = 0; ; attempt++)
        {
            var response = await http.GetAsync("/ISAPI/" + path, cancellationToken);
            var status = response.IsSuccess ? null : Status(response);
            var root = response.IsSuccess ? CameraXml.Parse(response.Body, response.Request, Expected) : null;
            if (root is not null && (status = IsapiStatus.From(root)) is null)
                return new IsapiAnswer(path) { Root = asked.Answer(AnswerXml.Tree(root)) };
            if (status is not { IsBusy: true } || attempt == BusyWaits.Length)
                return Failure(path, response, status, errorMeansMissing);
            await Task.Delay(BusyWaits[attempt], clock, cancellationToken);
        }
    }

    private static IsapiStatus? Status(CameraResponse response)
    {
        try
        {
            return IsapiStatus.From(CameraXml.Parse(response.Body, response.Request, Expected));
        }
        catch (CameraException)
        {
            return null; // refusals often carry a web page or nothing: the HTTP status says enough
        }
    }

    private static IsapiAnswer Failure(
        string path, CameraResponse response, IsapiStatus? status, bool errorMeansMissing)
    {
        if (response.Status == 401)
            throw new CameraException(
                CameraError.Unauthorized, response.Request, "the camera asks for a login. Give --user and a password.")
            {
                HttpStatus = 401,
            };
        if (status is { IsNotActivated: true })
        {
            throw new CameraException(
                CameraError.Rejected, response.Request,
                "the camera is not activated: it has no password yet, and answers nothing before it has. "
                    + "Activate it on its web page or with the maker's tool, then run the command again.")
            {
                Code = status.SubCode,
                HttpStatus = response.Status,
            };
        }

        var said = FormattableString.Invariant($"HTTP {response.Status}")
            + (status is { SubCode.Length: > 0 } ? $" {Printable.Clip(status.SubCode)}" : "");
        var answer = new IsapiAnswer(path) { Reason = $"the camera answered {said}." };
        if (status is { IsBusy: true }) return answer with { Reason = "the camera stayed busy." };
        if (status is { LacksRight: true })
            return answer with { Reason = $"the login may not read it ({said}); use an administrator." };
        return answer with
        {
            IsRefused = MeansMissing(response.Status, status, errorMeansMissing),
            IsDenied = response.Status == 403 && status is { SaysNotSupported: true },
        };
    }

    private static bool MeansMissing(int http, IsapiStatus? status, bool errorMeansMissing) => http switch
    {
        400 or 500 => errorMeansMissing && (status is null || status.MeansMissing),
        403 or 404 or 501 => status is null || status.MeansMissing,
        _ => status is { MeansMissing: true },
    };
}
