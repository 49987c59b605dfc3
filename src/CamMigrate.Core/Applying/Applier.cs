using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Runs;

namespace CamMigrate.Core.Applying;

/// <summary>Writes a plan, one <c>Set</c> after another, and believes only what it reads back.</summary>
/// <param name="target">The camera.</param>
/// <param name="journal">Where intent and outcome are kept.</param>
/// <param name="kept">What cameras keep instead of what was written.</param>
public sealed class Applier(ICameraTarget target, Journal journal, KeptValues kept)
{
    private readonly Dictionary<string, SettingOutcome> outcomes = new(StringComparer.Ordinal);
    private CameraError? stoppedBy;
    private int writes;

    /// <summary>Writes what the plan changes.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="state">The state it was made from.</param>
    /// <param name="report">Told after each step.</param>
    /// <param name="cancellationToken">Stops before the next write; a write that was begun is read back first.</param>
    public async Task<ApplyReport> ApplyAsync(
        Plan plan, TargetState state, Action<WriteStep, IReadOnlyList<SettingOutcome>> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var changes = plan.Changes.Where(c => c.IsWritten).ToImmutableArray();
        var current = state;
        string? stopped = null;
        foreach (var step in target.Steps(plan.Planned, changes))
        {
            if (cancellationToken.IsCancellationRequested) stopped = "cancelled";
            if (stopped is not null) break;
            (current, stopped) = await RunAsync(step, plan, changes, current, report);
        }

        if (stopped is null && writes > 0) (current, stopped) = await LookAgainAsync(plan, changes, current);
        return new ApplyReport
        {
            Outcomes = [.. changes.Select(c => Final(c, stopped))],
            Writes = writes,
            State = current,
            Stopped = stopped,
            StoppedBy = stoppedBy,
        };
    }

    /// <summary>A later write may undo an earlier one (cameras drop masks when an encoder changes): everything written is judged once more.</summary>
    private async Task<(TargetState State, string? Stopped)> LookAgainAsync(
        Plan plan, ImmutableArray<Change> changes, TargetState state)
    {
        try
        {
            var fresh = await target.ReadAsync(CancellationToken.None);
            foreach (var change in changes)
            {
                if (outcomes.GetValueOrDefault(change.Path) is not { Outcome: Outcome.Done or Outcome.Nearest }) continue;
                var now = Judge(change, plan, fresh, null);
                if (now.Outcome == Outcome.Failed) Keep(now with { Error = "a later write changed it on the camera" }, plan);
            }

            journal.Outcome("look again", outcomes.Values.Where(o => o.Outcome == Outcome.Failed));
            return (fresh, null);
        }
        catch (CameraException e)
        {
            stoppedBy = e.Reason;
            return (state, $"everything was written, but the camera could not be read again: {e.Message}");
        }
    }

    private async Task<(TargetState State, string? Stopped)> RunAsync(
        WriteStep step, Plan plan, ImmutableArray<Change> changes, TargetState state,
        Action<WriteStep, IReadOnlyList<SettingOutcome>> report)
    {
        var own = changes.Where(c => step.Paths.Contains(c.Path)).ToList();
        journal.Intent(step.Operation, step.Paths);
        writes++;
        CameraException? error = null, silence = null;
        var fresh = state;
        var isRead = false;
        try
        {
            // Not to be cancelled: a write that was begun is read back, whatever else stops. The session's own time limits bound it.
            await step.WriteAsync(CancellationToken.None);
        }
        catch (CameraException e)
        {
            error = e;
        }

        // An answer that never came has proved nothing either way: the camera is asked what it has, the write is not sent again.
        if (error?.Reason != CameraError.Unauthorized)
        {
            try
            {
                fresh = await target.ReadBackAsync(step, CancellationToken.None);
                isRead = true;
            }
            catch (CameraException e)
            {
                silence = e;
                error ??= e;
            }
        }

        var judged = own.ConvertAll(c => isRead ? Judge(c, plan, fresh, error) : Unread(c, error!));
        foreach (var outcome in judged) Keep(outcome, plan);
        journal.Outcome(step.Operation, judged);
        report(step, judged);
        return (fresh, StopReason(judged, plan, error, silence));
    }

    private string? StopReason(List<SettingOutcome> judged, Plan plan, CameraException? error, CameraException? silence)
    {
        if (silence is not null || error?.Reason == CameraError.Unauthorized)
        {
            // A camera that died in the middle of an answer is gone, whatever became of that answer.
            stoppedBy = (silence ?? error!).Reason;
            return error!.Message;
        }

        var failed = judged.Where(o => o.Outcome == Outcome.Failed).Select(o => SettingPath.AreaOf(o.Path)).ToList();
        if (failed.Contains("masks")) return "a privacy mask was not kept by the camera, and nothing is written past that";
        var hasMasks = plan.Planned.VideoSources?.Any(s => s.Masks is { Length: > 0 }) is true;
        return hasMasks && (failed.Contains("rotation") || failed.Contains("mirror"))
            ? "the picture is not turned as planned, so the privacy masks would cover another place"
            : null;
    }

    private SettingOutcome Judge(Change change, Plan plan, TargetState fresh, CameraException? error)
    {
        var now = Planner.Plan(plan.Planned, fresh).Changes.FirstOrDefault(c => c.Path == change.Path);
        var readBack = now?.Current;
        var result = new SettingOutcome { Path = change.Path, Wanted = change.Planned, ReadBack = readBack, Outcome = Outcome.Failed };
        if (now is null or { IsThere: true })
            return result with { Outcome = change.Disposition == Disposition.Nearest ? Outcome.Nearest : Outcome.Done };
        if (Equals(readBack, change.Current))
            return result with { Error = error?.Message ?? "the camera accepted the value and did not keep it" };
        if (error is null && IsClose(change, readBack))
        {
            kept.Remember(plan.Target.Key, change.Path, change.Planned!, readBack!);
            return result with { Outcome = Outcome.Nearest, Error = null };
        }

        return result with { Error = error?.Message ?? "the camera keeps another value than the one written" };
    }

    private static SettingOutcome Unread(Change change, CameraException error) => new()
    {
        Path = change.Path,
        Wanted = change.Planned,
        Outcome = error.Reason == CameraError.Unauthorized ? Outcome.Failed : Outcome.Unverified,
        Error = error.Message,
    };

    private static bool IsClose(Change change, JsonNode? readBack) =>
        change is { Tolerance: { } tolerance, Planned: JsonValue planned } && readBack is JsonValue value
        && planned.TryGetNumber(out var want) && value.TryGetNumber(out var have)
        && Math.Abs(want - have) <= tolerance;

    private static bool Equals(JsonNode? a, JsonNode? b) => JsonNode.DeepEquals(a, b);

    private void Keep(SettingOutcome outcome, Plan plan)
    {
        outcomes[outcome.Path] = outcome;
        if (outcome.Outcome == Outcome.Done) kept.Forget(plan.Target.Key, outcome.Path);
    }

    private SettingOutcome Final(Change change, string? stopped) => outcomes.GetValueOrDefault(change.Path) ?? new SettingOutcome
    {
        Path = change.Path,
        Wanted = change.Planned,
        ReadBack = change.Current,
        Outcome = stopped is null ? Outcome.Failed : Outcome.Skipped,
        Error = stopped is null ? "no write exists for this setting on this camera" : $"not written, because the work stopped: {stopped}",
    };
}
