using System.Globalization;
using CamMigrate.Adapters.Hikvision.Isapi;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// What is asked because of what came: single documents where a list is missing, and the weeks and triggers of those
/// events that the camera has.
/// </summary>
internal sealed class HikvisionFollowUp(
    IsapiClient client, HikvisionAnswers answers, HikvisionLinkage linkage, HikvisionArming arming, ReadingNotes notes)
{
    private const string Schedules = "Event/schedules/";
    private readonly List<(HikvisionEvent Event, Task<IsapiAnswer> Week)> weeks = [];
    private Task<IsapiAnswer>? probe;

    /// <summary>Asks for the list of weeks that every generation has, if it has any.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal void Probe(CancellationToken cancellationToken) =>
        probe = GuessAsync(Schedules + HikvisionEvent.Motion.Schedules, cancellationToken);

    /// <summary>Asks the rest, and files what came.</summary>
    /// <param name="inputs">The channels.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task RunAsync(IReadOnlyCollection<HikvisionInput> inputs, CancellationToken cancellationToken)
    {
        linkage.Add(await answers.ReadAsync(HikvisionCatalog.Triggers));
        foreach (var input in inputs)
        {
            var image = await answers.AnswerAsync(HikvisionCatalog.Image, input.Number);
            if (image?.Root.At("SupplementLight") is null)
                answers.Ask([HikvisionCatalog.Lamp], input.Number, cancellationToken);
        }

        var events = await EventsAsync(inputs);
        var missing = events.Where(e => linkage.IsListed && !linkage.Knows(e.Event, e.Number))
            .Select(e => GuessAsync(
                FormattableString.Invariant($"Event/triggers/{e.Event.Trigger}-{e.Number}"), cancellationToken))
            .ToList();
        await WeeksAsync(events, cancellationToken);
        foreach (var trigger in missing) linkage.Add(Came(await trigger, HikvisionCatalog.Triggers.Setting!));
        foreach (var (kind, week) in weeks) arming.Add(kind, Came(await week, "schedules"));
    }

    private AnswerNode? Came(IsapiAnswer answer, string setting)
    {
        if (answer is { Root: null, IsRefused: false }) notes.Missed(setting, answer.Path, answer.Reason ?? "");
        return answer.Root;
    }

    /// <summary>The events that the camera has, by the documents that came.</summary>
    private async Task<List<(HikvisionEvent Event, int Number)>> EventsAsync(IEnumerable<HikvisionInput> inputs)
    {
        var events = new List<(HikvisionEvent, int)>();
        foreach (var input in inputs)
            foreach (var (kind, document) in HikvisionEvent.OfChannel(input.IsProxied))
                if ((await answers.AnswerAsync(document, input.Number))?.Root is not null) events.Add((kind, input.Number));
        return events;
    }

    /// <summary>
    /// One list of all channels for each kind; where there are no lists, week by week; where there is neither, no more.
    /// </summary>
    private async Task WeeksAsync(
        List<(HikvisionEvent Event, int Number)> events, CancellationToken cancellationToken)
    {
        var kinds = events.Select(e => e.Event).Distinct().ToList();
        var hasInputs = (await answers.AnswerAsync(HikvisionCatalog.Inputs))?.Root is not null;
        var list = await probe!;
        if (!list.IsRefused)
        {
            weeks.Add((HikvisionEvent.Motion, Task.FromResult(list)));
            if (list.Root is null) return;
            if (hasInputs) kinds.Add(HikvisionEvent.Input);
            foreach (var kind in kinds.Where(kind => kind != HikvisionEvent.Motion))
                weeks.Add((kind, GuessAsync(Schedules + kind.Schedules, cancellationToken)));
            return;
        }

        if (events.Count == 0) return;
        var first = GuessAsync(Path(events[0]), cancellationToken);
        weeks.Add((events[0].Event, first));
        if ((await first).Root is null) return;
        foreach (var one in events.Skip(1)) weeks.Add((one.Event, GuessAsync(Path(one), cancellationToken)));
    }

    private static string Path((HikvisionEvent Event, int Number) one) =>
        $"{Schedules}{one.Event.Schedules}/{one.Event.Schedule}{one.Number.ToString(CultureInfo.InvariantCulture)}";

    private Task<IsapiAnswer> GuessAsync(string path, CancellationToken cancellationToken) =>
        client.GetAsync(path, isAdvertised: false, errorMeansMissing: true, cancellationToken);
}
