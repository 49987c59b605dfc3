using CamMigrate.Cli.Commands;
using CamMigrate.Core.Ports;
using CamMigrate.Streams;
using static System.FormattableString;
using static CamMigrate.Cli.Output.Terminal;

namespace CamMigrate.Cli.Output;

/// <summary>What a reading brought, for people, on stderr.</summary>
internal static class ReadText
{
    internal const string LoginRefused =
        "the camera refused the login after its settings were read. It was asked once and is not asked again, because "
        + "cameras lock accounts; what was read is kept.";

    internal static void Write(ReadResult result, ReadWish wish, Terminal terminal)
    {
        Write(result.Report, wish.Output, terminal);
        foreach (var picture in result.Pictures) terminal.Note(Visible(Line(picture, wish.Pictures!)));
        if (result.Recording is { } recording)
            terminal.Note(Visible(
                Invariant($"  recording {wish.Record}: {recording.Answers} answers, ")
                + Invariant($"{recording.Replaced} values replaced, {recording.LeftOut} answers left out")));
        if (result.HasBackup is { } has)
            terminal.Note(Visible(has
                ? $"  backup {wish.Backup}: as the camera gave it, with its passwords; keep it as a secret"
                : "  no backup: the camera does not give its configuration file. Export it on its own page."));
        if (result.IsLoginRefused) terminal.Note($"cammigrate: {LoginRefused} {Verb.NothingChanged}");
    }

    internal static void Write(ReadReport report, string? profilePath, Terminal terminal)
    {
        var (source, documents) = (report.Profile.Source, report.Documents);
        terminal.Note(Visible(
            $"Read {source?.Manufacturer ?? "a camera"} {source?.Model ?? "of unknown model"}, "
            + $"firmware {source?.Firmware ?? "unknown"}, serial {source?.SerialNumber ?? "unknown"}"));
        terminal.Note(
            Invariant($"  {documents.Answered} documents answered, {documents.Refused} refused as not supported, ")
            + Invariant($"{documents.Unread} unread; ")
            + Invariant($"{report.Requests} requests in {report.Elapsed.TotalMilliseconds:0} ms"));
        terminal.Note($"  {ExplainText.Total(report.Leaves)}");
        foreach (var finding in report.Findings.Where(f => f.Severity != FindingSeverity.Info && !IsUnread(f, report)))
            terminal.Note($"  {terminal.PaintNote("note", Yellow)} {Visible(finding.Path)}: {Visible(finding.Message)}");
        foreach (var item in report.Profile.Unread ?? [])
        {
            var document = item.Document is null ? "" : $" ({Visible(item.Document)})";
            terminal.Note($"  {terminal.PaintNote("UNREAD", Red)} {Visible(item.Path)}: {Visible(item.Reason)}{document}");
        }

        if (profilePath is not null) terminal.Note($"  profile {Visible(profilePath)}");
    }

    private static string Line(ReferencePicture picture, string folder) => picture.File is { } file
        ? Invariant($"  picture {Path.Combine(folder, file)}: source {picture.Source}, ")
            + Invariant($"{picture.Width}x{picture.Height}, by {picture.How}")
        : Invariant($"  no picture of source {picture.Source}: {picture.Problem}");

    /// <summary>Whether it is said again, as what stays unread.</summary>
    private static bool IsUnread(Finding finding, ReadReport report) => report.Profile.Unread is { } unread
        && unread.Any(u => u.Path == finding.Path && finding.Message.EndsWith(u.Reason, StringComparison.Ordinal));
}
