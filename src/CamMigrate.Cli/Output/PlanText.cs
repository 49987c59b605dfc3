using CamMigrate.Core.Planning;

namespace CamMigrate.Cli.Output;

/// <summary>A plan for people.</summary>
internal static class PlanText
{
    /// <summary>Settings left out for one reason are one line, unless all were asked for.</summary>
    private const int GroupFrom = 3;

    private const int WidestPath = 60;

    internal static void Write(Plan plan, Terminal terminal, bool all)
    {
        var shown = plan.Changes.Where(c => all || c.Disposition != Disposition.Same).ToList();
        var members = shown.Where(IsGrouped).CountBy(Group).ToDictionary();
        bool IsAlone(Change change) =>
            all || members.GetValueOrDefault(Group(change)) < GroupFrom || !IsGrouped(change);
        var width = Math.Min(WidestPath, shown.Where(IsAlone).Select(c => c.Path.Length).DefaultIfEmpty(0).Max());
        var grouped = new HashSet<(string, string?)>();
        foreach (var change in shown)
        {
            if (IsAlone(change)) terminal.Line(Line(change, width, terminal));
            else if (grouped.Add(Group(change)))
                terminal.Line(GroupLine(change, members[Group(change)], width, terminal));
        }

        Findings(plan, terminal, all);
        var same = plan.Count(Disposition.Same);
        if (same > 0 && !all) terminal.Line(FormattableString.Invariant($"  = {same} settings are right already"));
        terminal.Line(terminal.Paint(Total(plan), Terminal.Bold));
    }

    /// <summary>What is to be said of several settings alike is said once.</summary>
    private static void Findings(Plan plan, Terminal terminal, bool all)
    {
        foreach (var alike in plan.Findings.GroupBy(f => f.Message))
        {
            var paths = alike.Select(f => Terminal.Visible(f.Path)).ToList();
            var message = Terminal.Visible(alike.Key);
            if (!all && paths.Count >= GroupFrom) terminal.Line($"  i {message}: {string.Join(", ", paths)}");
            else foreach (var path in paths) terminal.Line($"  i {path}: {message}");
        }
    }

    internal static string Total(Plan plan)
    {
        var set = plan.Count(Disposition.Set) + plan.Count(Disposition.Secret);
        var undecided = plan.Count(Disposition.NeedsDecision);
        return FormattableString.Invariant($"Plan: {set} to set, {plan.Count(Disposition.Nearest)} nearest, ")
            + FormattableString.Invariant($"{plan.Count(Disposition.NotSupported)} not supported, ")
            + FormattableString.Invariant($"{undecided} {(undecided == 1 ? "needs" : "need")} your decision.");
    }

    internal static string Symbol(Disposition disposition) => disposition switch
    {
        Disposition.Same => "=",
        Disposition.Set => "~",
        Disposition.Nearest => "≈",
        Disposition.NotSupported => "!",
        Disposition.NeedsDecision => "?",
        _ => "#",
    };

    private static bool IsGrouped(Change change) =>
        change.Disposition == Disposition.NotSupported && SettingPath.AreaOf(change.Path) != "masks";

    private static (string Area, string? Reason) Group(Change change) =>
        (SettingPath.AreaOf(change.Path), change.Reason);

    private static string GroupLine(Change change, int count, int width, Terminal terminal)
    {
        var area = Terminal.Visible(SettingPath.AreaOf(change.Path));
        var what = FormattableString.Invariant($"{area} ({count} settings)");
        return terminal.Paint($"  ! {what.PadRight(width)}", Terminal.Dim) + "  " + Terminal.Visible(change.Reason ?? "");
    }

    private static string Line(Change change, int width, Terminal terminal)
    {
        var value = change.Disposition switch
        {
            Disposition.Same => ValueText.Of(change.Current),
            Disposition.Set => $"{ValueText.Of(change.Current)} → {ValueText.Of(change.Planned)}",
            Disposition.Nearest when change.IsThere => $"{ValueText.Of(change.Current)}, wanted {ValueText.Of(change.Wanted)}",
            Disposition.Nearest =>
                $"{ValueText.Of(change.Current)} → {ValueText.Of(change.Planned)}, wanted {ValueText.Of(change.Wanted)}",
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
