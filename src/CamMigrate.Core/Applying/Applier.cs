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

        return new ApplyReport
        {
            Outcomes = [.. changes.Select(c => Final(c, stopped))],
            Writes = writes,
            State = current,
            Stopped = stopped,
            StoppedBy = stoppedBy,
        };
    }

    private async Task<(TargetState State, string? Stopped)> RunAsync(
        WriteStep step, Plan plan, ImmutableArray<Change> changes, TargetState state,
        Action<WriteStep, IReadOnlyList<SettingOutcome>> report)
    {
        var own = changes.Where(c => step.Paths.Contains(c.Path)).ToList();
        journal.Intent(step.Operation, step.Paths);
        writes++;
        CameraException? error = null;
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
                error ??= e;
            }
        }

        var judged = own.ConvertAll(c => isRead ? Judge(c, plan, fresh, error) : Unread(c, error!));
        foreach (var outcome in judged) Keep(outcome, plan);
        journal.Outcome(step.Operation, judged);
        report(step, judged);
        return (fresh, StopReason(judged, error, isRead));
    }

    private string? StopReason(List<SettingOutcome> judged, CameraException? error, bool isRead)
    {
        if (!isRead)
        {
            stoppedBy = error!.Reason;
            return error.Message;
        }

        return judged.Exists(o => SettingPath.AreaOf(o.Path) is "masks" && o.Outcome == Outcome.Failed)
            ? "a privacy mask was not kept by the camera, and nothing is written past that"
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
