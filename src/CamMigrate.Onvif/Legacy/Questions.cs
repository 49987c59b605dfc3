using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Legacy;

/// <summary>Asks a camera for its documents and accounts for what comes. Several may be asked at once.</summary>
internal sealed class Questions(OnvifSession session, ReadingLedger ledger, CancellationToken cancellationToken)
{
    private static readonly XNamespace[] Machinery =
        ["http://www.w3.org/2001/XMLSchema-instance", XNamespace.Xml.NamespaceName];

    private readonly Lock gate = new();
    private readonly List<Answer> answers = [];

    /// <summary>Accounts for an answer that came already.</summary>
    /// <param name="document">Its name.</param>
    /// <param name="element">The response; null = it did not come.</param>
    internal Part? Note(string document, XElement? element)
    {
        if (element is null) return null;
        var answer = new Answer(ledger.Ask(document, isAdvertised: true), null);
        answers.Add(answer);
        return Take(answer, element);
    }

    /// <summary>Asks for a document.</summary>
    /// <param name="document">Its name: <c>tds:GetDNS</c>, <c>timg:GetOptions VideoSource_1</c>.</param>
    /// <param name="setting">The setting path that stays unknown without it; null = none does.</param>
    /// <param name="isAdvertised">Whether the camera named it, so that a refusal is no answer.</param>
    /// <param name="call">Sends it.</param>
    /// <exception cref="CameraException">The camera is gone, refused the login, or sends more than any camera.</exception>
    internal Task<Answer> AskAsync(
        string document, string? setting, bool isAdvertised, Func<CancellationToken, Task<XElement>> call)
    {
        var answer = new Answer(ledger.Ask(document, isAdvertised), setting);
        answers.Add(answer);
        return SendAsync(answer, call);
    }

    /// <summary>Asks for a document that a camera may well not have.</summary>
    internal Task<Answer> TryAsync(string document, string? setting, Func<CancellationToken, Task<XElement>> call) =>
        AskAsync(document, setting, isAdvertised: false, call);

    /// <summary>Puts an answer where it belongs, one after another, whatever order they come in.</summary>
    internal async Task KeepAsync(Task<Answer> asked, Action<Answer> keep)
    {
        var answer = await asked;
        lock (gate) keep(answer);
    }

    /// <summary>Says which settings stay unknown, in the order in which they were asked for.</summary>
    internal void Report(ReadingNotes notes)
    {
        foreach (var answer in answers)
        {
            if (answer is { Setting: { } setting, Document: { Outcome: Core.Ports.DocumentOutcome.Unread } document })
                notes.Missed(setting, document.Name, document.Reason ?? "it did not come.");
        }
    }

    private async Task<Answer> SendAsync(Answer answer, Func<CancellationToken, Task<XElement>> call)
    {
        XElement element;
        try
        {
            element = await call(cancellationToken);
        }
        catch (CameraException e) when (e.Reason != CameraError.Unauthorized)
        {
            if (IsRefusal(e, answer.Document.IsAdvertised))
            {
                answer.Document.Refuse();
                return answer;
            }

            answer.Document.Fail(e.Detail);
            // Some close the connection on an operation they do not know: that is not a camera that is gone.
            if (e.Reason is CameraError.Unreachable or CameraError.TimedOut)
                await session.PingAsync(cancellationToken);
            return answer;
        }

        Take(answer, element);
        return answer;
    }

    /// <summary>
    /// Whether a failure says that the camera has no such thing. Faults for what nobody promised are of every kind; one
    /// about rights is none of them.
    /// </summary>
    private static bool IsRefusal(CameraException e, bool isAdvertised) => e.Reason switch
    {
        CameraError.NotSupported => true,
        CameraError.Rejected => !isAdvertised && e.Code?.Contains("Authori", StringComparison.OrdinalIgnoreCase) != true,
        _ => false,
    };

    private static Part Take(Answer answer, XElement element)
    {
        // Types and languages of XML itself are no values of the camera.
        foreach (var attribute in element.DescendantsAndSelf().Attributes()
            .Where(a => Machinery.Contains(a.Name.Namespace)).ToList())
            attribute.Remove();
        var part = Part.Of(element);
        answer.Document.Answer(part.Node);
        return answer.Part = part;
    }
}

/// <summary>One document that was asked for.</summary>
/// <param name="document">Its entry in the ledger.</param>
/// <param name="setting">The setting path that stays unknown without it; null = none does.</param>
internal sealed class Answer(AskedDocument document, string? setting)
{
    internal AskedDocument Document => document;

    internal string? Setting => setting;

    /// <summary>What it says; null = it did not come.</summary>
    internal Part? Part { get; set; }

    internal AnswerNode? Node => Part?.Node;
}
