using System.Collections.Immutable;
using CamMigrate.Core.Applying;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Runs;

namespace CamMigrate.Cli.Output;

/// <summary>The end of an apply.</summary>
internal static class ApplyText
{
    internal static void End(ApplyReport report, ImmutableArray<Change> lost, RunFolder folder, Terminal terminal)
    {
        Losses(lost, terminal);
        foreach (var outcome in report.Outcomes.Where(o => o.Outcome == Outcome.Skipped)) terminal.Line(OutcomeText.Line(outcome, terminal));
        if (report.Stopped is { } why) terminal.Line(terminal.Paint($"Stopped: {Terminal.Visible(why)}", Terminal.Red));
        terminal.Line(FormattableString.Invariant($"{report.Writes} writes; {report.RemainingChanges} settings are not as planned. Journal: {folder.JournalPath}"));
        if (report.RemainingChanges > 0) terminal.Line("Run the same command again: it reads the camera and writes only what is missing.");
    }

    internal static void Losses(ImmutableArray<Change> lost, Terminal terminal)
    {
        foreach (var loss in lost)
            terminal.Line(terminal.Paint($"  PRIVACY: {Terminal.Visible(loss.Path)} was given up: {Terminal.Visible(loss.Reason ?? "")}", Terminal.Red));
    }

    internal static int ExitCode(ApplyReport report, bool isMaskGivenUp, CancellationToken cancellationToken) => ExitCodes.Worst(
        cancellationToken.IsCancellationRequested ? ExitCodes.Cancelled : ExitCodes.Done,
        report.StoppedBy is { } reason ? ExitCodes.Of(reason) : ExitCodes.Done,
        report.IsMaskLost || isMaskGivenUp ? ExitCodes.NotProven : ExitCodes.Done,
        report.RemainingChanges > 0 ? ExitCodes.Partly : ExitCodes.Done);
}
