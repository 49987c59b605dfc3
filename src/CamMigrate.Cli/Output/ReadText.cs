using CamMigrate.Cli.Commands;
using CamMigrate.Core.Ports;
using static CamMigrate.Cli.Output.Terminal;

namespace CamMigrate.Cli.Output;

/// <summary>What a reading brought, for people, on stderr.</summary>
internal static class ReadText
{
    internal static void Write(ReadResult result, ReadWish wish, Terminal terminal)
    {
        Write(result.Report, wish.Output, terminal);
        foreach (var picture in result.Pictures)
            terminal.Note(Visible(picture.File is { } file
                ? FormattableString.Invariant($"  picture {Path.Combine(wish.Pictures!, file)}: source {picture.Source}, {picture.Width}x{picture.Height}, by {picture.How}")
                : FormattableString.Invariant($"  no picture of source {picture.Source}: {picture.Problem}")));
        if (result.Recording is { } recording)
            terminal.Note(Visible(FormattableString.Invariant(
                $"  recording {wish.Record}: {recording.Answers} answers, {recording.Replaced} values replaced, {recording.LeftOut} answers left out")));
        if (result.HasBackup is { } has)
            terminal.Note(Visible(has
                ? $"  backup {wish.Backup}: as the camera gave it, with its passwords; keep it as a secret"
                : "  no backup: the camera does not give its configuration file. Export it on its own page."));
    }

    internal static void Write(ReadReport report, string? profilePath, Terminal terminal)
    {
        var source = report.Profile.Source;
        terminal.Note(Visible(
            $"Read {source?.Manufacturer ?? "a camera"} {source?.Model ?? "of unknown model"}, firmware {source?.Firmware ?? "unknown"}, serial {source?.SerialNumber ?? "unknown"}"));
        terminal.Note(FormattableString.Invariant(
            $"  {report.Documents.Answered} documents answered, {report.Documents.Refused} not supported, {report.Documents.Unread} unread; ")
            + FormattableString.Invariant($"{report.Leaves.Carried} values carried, {report.Leaves.Ignored} ignored by rule, {report.Leaves.NotCarried} not carried; ")
            + FormattableString.Invariant($"{report.Requests} requests in {report.Elapsed.TotalMilliseconds:0} ms"));
        foreach (var finding in report.Findings.Where(f => f.Severity != FindingSeverity.Info))
            terminal.Note($"  {terminal.PaintNote("note", Yellow)} {Visible(finding.Path)}: {Visible(finding.Message)}");
        foreach (var item in report.Profile.Unread ?? [])
            terminal.Note($"  {terminal.PaintNote("UNREAD", Red)} {Visible(item.Path)}: {Visible(item.Reason)}");
        if (profilePath is not null) terminal.Note($"  profile {Visible(profilePath)}");
    }
}
