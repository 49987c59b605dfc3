using System.Globalization;
using CamMigrate.Core.Planning;

namespace CamMigrate.Cli.Output;

/// <summary>A plan for people.</summary>
internal static class PlanText
{
    /// <summary>Settings left out for one reason are one line, unless all were asked for.</summary>
    private const int GroupFrom = 3;

    internal static void Write(Plan plan, Terminal terminal, bool all)
    {
        var shown = plan.Changes.Where(c => all || c.Disposition != Disposition.Same).ToList();
        var width = Math.Min(52, shown.Select(c => c.Path.Length).DefaultIfEmpty(0).Max());
        var grouped = new HashSet<(string, string?)>();
        foreach (var change in shown)
        {
            var group = (SettingPath.AreaOf(change.Path), change.Reason);
            var members = shown.Where(c => IsGrouped(c) && (SettingPath.AreaOf(c.Path), c.Reason) == group).ToList();
            if (all || !IsGrouped(change) || members.Count < GroupFrom) terminal.Line(Line(change, width, terminal));
            else if (grouped.Add(group)) terminal.Line(GroupLine(change, members.Count, width, terminal));
        }

        foreach (var finding in plan.Findings) terminal.Line($"  i {Terminal.Visible(finding.Path)}: {Terminal.Visible(finding.Message)}");
        var same = plan.Count(Disposition.Same);
        if (same > 0 && !all) terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  = {same} settings are right already"));
        terminal.Line(terminal.Paint(Total(plan), Terminal.Bold));
    }

    internal static string Total(Plan plan) => string.Create(CultureInfo.InvariantCulture,
        $"Plan: {plan.Count(Disposition.Set) + plan.Count(Disposition.Secret)} to set, {plan.Count(Disposition.Nearest)} nearest, ")
        + string.Create(CultureInfo.InvariantCulture,
            $"{plan.Count(Disposition.NotSupported)} not supported, {plan.Count(Disposition.NeedsDecision)} {(plan.Count(Disposition.NeedsDecision) == 1 ? "needs" : "need")} your decision.");

    internal static string Symbol(Disposition disposition) => disposition switch
    {
        Disposition.Same => "=",
        Disposition.Set => "~",
        Disposition.Nearest => "≈",
        Disposition.NotSupported => "!",
        Disposition.NeedsDecision => "?",
        _ => "#",
    };

    private static bool IsGrouped(Change change) => change.Disposition == Disposition.NotSupported && SettingPath.AreaOf(change.Path) != "masks";

    private static string GroupLine(Change change, int count, int width, Terminal terminal) =>
        terminal.Paint("  ! " + string.Create(CultureInfo.InvariantCulture, $"{Terminal.Visible(SettingPath.AreaOf(change.Path))} ({count} settings)").PadRight(width), Terminal.Dim)
        + "  " + Terminal.Visible(change.Reason ?? "");

    private static string Line(Change change, int width, Terminal terminal)
    {
        var value = change.Disposition switch
        {
            Disposition.Same => ValueText.Of(change.Current),
            Disposition.Set => $"{ValueText.Of(change.Current)} → {ValueText.Of(change.Planned)}",
            Disposition.Nearest when change.IsThere => $"{ValueText.Of(change.Current)}, wanted {ValueText.Of(change.Wanted)}",
            Disposition.Nearest => $"{ValueText.Of(change.Current)} → {ValueText.Of(change.Planned)}, wanted {ValueText.Of(change.Wanted)}",
            Disposition.Secret => "***",
            _ => $"wanted {ValueText.Of(change.Wanted)}",
        };
        var reason = change.Reason is null ? "" : $"  ({Terminal.Visible(change.Reason)})";
        var head = $"  {Symbol(change.Disposition)} {Terminal.Visible(change.Path).PadRight(width)}";
        return (Colour(change.Disposition) is { } colour ? terminal.Paint(head, colour) : head) + "  " + value + reason;
    }

    private static string? Colour(Disposition disposition) => disposition switch
    {
        Disposition.Set => Terminal.Green,
        Disposition.Nearest => Terminal.Yellow,
        Disposition.NeedsDecision => Terminal.Red,
        Disposition.NotSupported => Terminal.Dim,
        _ => null,
    };
}
