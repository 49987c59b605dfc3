using CamMigrate.Cli.Commands;
using CamMigrate.Cli.Composition;
using CamMigrate.Core.Applying;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Swapping;

namespace CamMigrate.Cli.Output;

/// <summary>The end of a swap: what was set, what is only near, what is not carried, what was checked, and what to do next.</summary>
internal static class SwapText
{
    internal static void End(SwapResult result, Workplace place)
    {
        var terminal = place.Terminal;
        if (result.Declined) terminal.Note(Verb.NothingChanged);
        if (!result.Blocking.IsEmpty || !result.Undecided.IsEmpty) Gate.Explain(result.Blocking, MaskGate.Lost(result.Plan!), result.Undecided, terminal);
        if (result.Applied is not { } applied || result.Plan is not { } plan || place.IsJson) return;
        if (result.Verified is { } verified) OutcomeText.Settings(verified, terminal);
        terminal.Line();
        terminal.Line(terminal.Paint("Summary", Terminal.Bold));
        terminal.Line(FormattableString.Invariant(
            $"  set {Count(applied, Outcome.Done)}, nearest {Count(applied, Outcome.Nearest)}, failed {applied.RemainingChanges}, already right {plan.Count(Disposition.Same)}, not carried {plan.Count(Disposition.NotSupported)}"));
        foreach (var change in plan.Changes.Where(c => c is { Disposition: Disposition.Nearest, IsThere: true }))
            terminal.Line($"  ≈ {Terminal.Visible(change.Path)}: wanted {ValueText.Of(change.Wanted)}, has {ValueText.Of(change.Current)} ({Terminal.Visible(change.Reason ?? "")})");
        foreach (var outcome in applied.Outcomes.Where(o => o.Outcome == Outcome.Nearest)) Nearest(outcome, plan, terminal);
        foreach (var outcome in applied.Outcomes.Where(o => o.Outcome is not (Outcome.Done or Outcome.Nearest or Outcome.Same)))
            terminal.Line(OutcomeText.Line(outcome, terminal));
        NotCarried(result, terminal);
        ApplyText.Losses(result.AcceptedLosses, terminal);
        Pictures(result, terminal);
        Verdict(result, terminal);
    }

    internal static int ExitCode(SwapResult result, CancellationToken cancellationToken)
    {
        if (result.Declined) return ExitCodes.Cancelled;
        if (!result.Blocking.IsEmpty || !result.Undecided.IsEmpty) return ExitCodes.DecisionNeeded;
        var codes = new List<int> { ApplyText.ExitCode(result.Applied!, !result.AcceptedLosses.IsEmpty, cancellationToken) };
        if (result.VerifyFailure is { } failure) codes.Add(ExitCodes.Of(failure.Reason));
        if (result.Verified is { } verified)
        {
            var verify = VerifyText.ExitCode(verified);
            codes.Add(verify == ExitCodes.Differences ? ExitCodes.Partly : verify);
        }

        return ExitCodes.Worst(codes);
    }

    private static int Count(ApplyReport applied, Outcome outcome) => applied.Outcomes.Count(o => o.Outcome == outcome);

    private static void Nearest(SettingOutcome outcome, Plan plan, Terminal terminal)
    {
        var change = plan.Changes.First(c => c.Path == outcome.Path);
        var why = change.Reason ?? "the camera works in steps of its own";
        terminal.Line($"  ≈ {Terminal.Visible(outcome.Path)}: wanted {ValueText.Of(change.Wanted)}, has {ValueText.Of(outcome.ReadBack)} ({Terminal.Visible(why)})");
    }

    private static void NotCarried(SwapResult result, Terminal terminal)
    {
        var groups = result.Plan!.Changes.Where(c => c.Disposition == Disposition.NotSupported)
            .GroupBy(c => (Area: SettingPath.AreaOf(c.Path), c.Reason)).ToList();
        foreach (var group in groups)
            terminal.Line(FormattableString.Invariant($"  ! {group.Key.Area}: {group.Count()} not carried ({Terminal.Visible(group.Key.Reason ?? "")})"));
        if (result.Profile.NotCarried is { Length: > 0 } left)
            terminal.Line(FormattableString.Invariant($"  ! {left.Length} values of the old camera have no place in a profile; they are listed in it under notCarried"));
    }

    private static void Pictures(SwapResult result, Terminal terminal)
    {
        foreach (var picture in Directory.EnumerateFiles(Path.Combine(result.Folder, "pictures")).Order(StringComparer.Ordinal))
            terminal.Line($"  picture {Terminal.Visible(picture)}");
    }

    private static void Verdict(SwapResult result, Terminal terminal)
    {
        terminal.Line($"  profile, journal and pictures: {Terminal.Visible(result.Folder)}");
        if (result.Proven)
        {
            terminal.Line("Next: change the recorder to the new address; keep this folder until the old recordings expire.");
            terminal.Line(terminal.Paint("Proven", Terminal.Green));
            return;
        }

        var why = result.Applied!.Stopped is { } stopped ? Terminal.Visible(stopped)
            : result.VerifyFailure is { } failure ? Terminal.Visible(failure.Message)
            : result.Verified is { } verified && !verified.Proven ? VerifyText.Why(verified)
            : "settings or masks are not as planned";
        terminal.Line("Next: mend what is named, then run the same command again; it writes only what is missing.");
        terminal.Line(terminal.Paint("Not proven", Terminal.Red) + $": {why}");
    }
}
