using CamMigrate.Core.Verification;

namespace CamMigrate.Cli.Output;

/// <summary>The end of a proof.</summary>
internal static class VerifyText
{
    internal static void End(VerifyReport report, Terminal terminal)
    {
        OutcomeText.Settings(report, terminal);
        terminal.Line(report.Proven
            ? terminal.Paint("Proven", Terminal.Green)
            : terminal.Paint("Not proven", Terminal.Red) + ": " + Why(report));
    }

    internal static string Why(VerifyReport report)
    {
        var failed = report.Streams.SelectMany(s => s.Checks.Select(c => (s.Name, Check: c)))
            .Where(c => c.Check.Result is CheckResult.Fail or CheckResult.NotChecked)
            .Select(c => $"{c.Check.Name} of stream {c.Name}");
        var settings = report.Settings.Where(s => s.Result is CheckResult.Fail or CheckResult.NotChecked).Select(s => s.Path);
        var none = report.Streams.IsEmpty ? ["there is no stream to look at"] : Array.Empty<string>();
        return Terminal.Visible(string.Join("; ", none.Concat(settings).Concat(failed).Distinct()));
    }

    internal static int ExitCode(VerifyReport report) => ExitCodes.Worst(
        report.Streams.Any(s => s.Checks.Any(c => c.Code == Check.AuthFailed)) ? ExitCodes.LoginRefused : ExitCodes.Done,
        report.StreamsUnproven || report.IsMaskLost ? ExitCodes.NotProven : ExitCodes.Done,
        report.SettingsDiffer ? ExitCodes.Differences : ExitCodes.Done);
}
