using CamMigrate.Core.Ports;
using CamMigrate.Core.Reading;

namespace CamMigrate.Cli.Output;

/// <summary>What became of every value that a camera sent: a table a document.</summary>
internal static class ExplainText
{
    private const int WidestPath = 60;
    private const int WidestValue = 40;
    private const string Hidden = "***";
    private static readonly char[] Steps = ['/', '.', '['];

    internal static void Write(ReadReport report, Terminal terminal)
    {
        var names = report.DocumentFates.Where(d => d.Outcome == DocumentOutcome.Answered)
            .Select(d => d.Document).ToHashSet(StringComparer.Ordinal);
        var byDocument = report.Fates.ToLookup(f => DocumentOf(f, names), StringComparer.Ordinal);
        foreach (var document in report.DocumentFates)
        {
            var fates = byDocument[document.Document].ToList();
            var head = terminal.Paint(Terminal.Visible(document.Document), Terminal.Bold);
            terminal.Line(head + Outcome(document, fates.Count));
            var widest = fates.Select(f => Place(f, document.Document).Length).DefaultIfEmpty(0).Max();
            var width = Math.Min(WidestPath, widest);
            foreach (var fate in fates) terminal.Line(Row(fate, document.Document, width));
            terminal.Line();
        }

        terminal.Line(Total(report.Leaves) + ".");
    }

    internal static string Total(LeafCounts leaves) =>
        FormattableString.Invariant($"{leaves.Received} values: {leaves.Carried} carried, ")
        + FormattableString.Invariant($"{leaves.Ignored} ignored by rule, {leaves.NotCarried} not carried");

    /// <summary>A value as it may be shown: a secret is hidden; null = the camera sent none.</summary>
    internal static string? Value(LeafFate fate) =>
        fate.Value ?? (fate.Why == IgnoreRule.Empty ? null : Hidden);

    private static string Outcome(DocumentFate document, int values) => document.Outcome switch
    {
        DocumentOutcome.Answered => FormattableString.Invariant($"  {values} values"),
        DocumentOutcome.Refused => "  the camera does not have it",
        _ => "  UNREAD: " + Terminal.Visible(document.Reason ?? "it could not be read"),
    };

    private static string Row(LeafFate fate, string document, int width)
    {
        var value = Terminal.Visible(Value(fate) ?? "(empty)");
        if (value.Length > WidestValue) value = value[..(WidestValue - 3)] + "...";
        var row = $"  {Word(fate.Outcome),-11}  {Place(fate, document).PadRight(width)}  ";
        return fate.Why is null ? row + value : $"{row}{value.PadRight(WidestValue)}  {Terminal.Visible(fate.Why)}";
    }

    private static string Word(LeafOutcome outcome) => outcome switch
    {
        LeafOutcome.Carried => "carried",
        LeafOutcome.Ignored => "ignored",
        _ => "not carried",
    };

    private static string Place(LeafFate fate, string document) =>
        Terminal.Visible(
            fate.Path.Length > document.Length ? fate.Path[document.Length..].TrimStart('/', '.') : fate.Path);

    /// <summary>The longest document whose name the path begins with.</summary>
    private static string DocumentOf(LeafFate fate, HashSet<string> documents)
    {
        var name = fate.Path;
        while (name.Length > 0 && !documents.Contains(name)) name = name[..Math.Max(0, name.LastIndexOfAny(Steps))];
        return name;
    }
}
