using CamMigrate.Core.Ports;

namespace CamMigrate.Cli.Output;

/// <summary>What a reading brought, for people, on stderr.</summary>
internal static class ReadText
{
    internal static void Write(ReadReport report, string? profilePath, Terminal terminal)
    {
        var source = report.Profile.Source;
        terminal.Note(Terminal.Visible(
            $"Read {source?.Manufacturer ?? "a camera"} {source?.Model ?? "of unknown model"}, firmware {source?.Firmware ?? "unknown"}, serial {source?.SerialNumber ?? "unknown"}"));
        terminal.Note(FormattableString.Invariant(
            $"  {report.Documents.Answered} documents answered, {report.Documents.Refused} not supported, {report.Documents.Unread} unread; ")
            + FormattableString.Invariant($"{report.Leaves.Carried} values carried, {report.Leaves.Ignored} ignored by rule, {report.Leaves.NotCarried} not carried; ")
            + FormattableString.Invariant($"{report.Requests} requests in {report.Elapsed.TotalMilliseconds:0} ms"));
        foreach (var finding in report.Findings.Where(f => f.Severity != FindingSeverity.Info))
            terminal.Note($"  {terminal.PaintNote("note", Terminal.Yellow)} {Terminal.Visible(finding.Path)}: {Terminal.Visible(finding.Message)}");
        foreach (var item in report.Profile.Unread ?? [])
            terminal.Note($"  {terminal.PaintNote("UNREAD", Terminal.Red)} {item.Path}: {Terminal.Visible(item.Reason)}");
        if (profilePath is not null) terminal.Note($"  profile {Terminal.Visible(profilePath)}");
    }
}
