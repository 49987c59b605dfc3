using System.Collections.Immutable;
using CamMigrate.Cli.Output;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;

namespace CamMigrate.Cli.Commands;

/// <summary>What stands between a plan and its first write: lost masks, open decisions, a person's yes.</summary>
internal static class Gate
{
    /// <returns>The exit code to stop with; null = go on.</returns>
    internal static int? Check(Plan plan, IReadOnlyCollection<string> accepted, Terminal terminal)
    {
        var lost = MaskGate.Lost(plan);
        var open = MaskGate.NotAccepted(plan, accepted);
        var undecided = plan.Changes.Where(c => c.Disposition == Disposition.NeedsDecision && !lost.Contains(c)).ToList();
        if (open.IsEmpty && undecided.Count == 0) return null;
        Explain(open, lost, undecided, terminal);
        return ExitCodes.DecisionNeeded;
    }

    internal static void Explain(IReadOnlyCollection<Change> masks, ImmutableArray<Change> lost, IReadOnlyCollection<Change> undecided, Terminal terminal)
    {
        foreach (var change in masks)
        {
            terminal.Note(terminal.PaintNote(
                $"PRIVACY: {Terminal.Visible(change.Path)} would be lost: {Terminal.Visible(change.Reason ?? "")}", Terminal.Red));
            terminal.Note($"  To go on without it: --accept-mask-loss '{Terminal.Visible(MaskGate.NameOf(change, lost))}'");
        }

        foreach (var change in undecided)
        {
            terminal.Note($"DECISION: {Terminal.Visible(change.Path)}: {Terminal.Visible(change.Reason ?? "")}");
            terminal.Note($"  To leave it as it is: --except {Terminal.Visible(SettingPath.AreaOf(change.Path))}");
        }

        terminal.Note(Verb.NothingChanged);
    }

    internal static async Task<bool> ConfirmAsync(Plan plan, Terminal terminal, CancellationToken cancellationToken)
    {
        if (!terminal.CanAsk) throw new UsageException("Writing needs a yes: pass --yes.");
        terminal.Ask(Terminal.Visible($"Write to {plan.Target.Manufacturer} {plan.Target.Model}, serial {plan.Target.SerialNumber}, at {plan.Target.Address}? [y/N] "));
        var answer = await Task.Run(Console.In.ReadLine, cancellationToken).WaitAsync(cancellationToken);
        return answer?.Trim() is "y" or "Y" or "yes";
    }

    internal static int Declined(Terminal terminal)
    {
        terminal.Note(Verb.NothingChanged);
        return ExitCodes.Cancelled;
    }
}
