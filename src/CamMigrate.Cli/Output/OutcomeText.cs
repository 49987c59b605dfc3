using CamMigrate.Core.Applying;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Verification;

namespace CamMigrate.Cli.Output;

/// <summary>Outcomes and checks for people.</summary>
internal static class OutcomeText
{
    internal static void Written(WriteStep step, IReadOnlyList<SettingOutcome> outcomes, Terminal terminal)
    {
        foreach (var outcome in outcomes) terminal.Line(Line(outcome, terminal));
        if (outcomes.Count == 0) terminal.Line($"  {Terminal.Visible(step.Operation)}");
    }

    internal static string Line(SettingOutcome outcome, Terminal terminal)
    {
        var (word, colour) = outcome.Outcome switch
        {
            Outcome.Done => ("done", Terminal.Green),
            Outcome.Same => ("same", Terminal.Dim),
            Outcome.Nearest => ("nearest", Terminal.Yellow),
            Outcome.Skipped => ("skipped", Terminal.Yellow),
            Outcome.Failed => ("FAILED", Terminal.Red),
            _ => ("UNVERIFIED", Terminal.Red),
        };
        var kept = outcome.Outcome is Outcome.Done or Outcome.Same ? "" : $", camera has {ValueText.Of(outcome.ReadBack)}";
        var error = outcome.Error is null ? "" : $": {Terminal.Visible(outcome.Error)}";
        return $"  {terminal.Paint(word.PadRight(10), colour)} {Terminal.Visible(outcome.Path)} = {ValueText.Of(outcome.Wanted)}{kept}{error}";
    }

    internal static void Stream(StreamReport stream, Terminal terminal)
    {
        var video = stream.Video is { } v
            ? FormattableString.Invariant($"{v.Codec} {v.Width}x{v.Height} {v.Fps:0.##} fps {v.Kbps:0} kbps")
            : "no video";
        terminal.Line($"  {Word(stream.Verdict, terminal)} stream {Terminal.Visible(stream.Name)}: {Terminal.Visible(video)}");
        foreach (var check in stream.Checks) terminal.Line($"    {Word(check.Result, terminal)} {Check(check)}");
        if (stream.Picture is { } picture) terminal.Line($"      picture {Terminal.Visible(picture)}");
    }

    internal static void Settings(VerifyReport report, Terminal terminal)
    {
        var passed = report.Settings.Count(s => s.Result == CheckResult.Pass);
        foreach (var setting in report.Settings.Where(s => s.Result is CheckResult.Fail or CheckResult.NotChecked))
        {
            terminal.Line($"  {Word(setting.Result, terminal)} {Terminal.Visible(setting.Path)}: wanted {ValueText.Of(setting.Wanted)}, "
                + $"camera has {ValueText.Of(setting.Actual)}{(setting.Message is null ? "" : $" ({Terminal.Visible(setting.Message)})")}");
        }

        if (report.Settings.Length > 0)
            terminal.Line(FormattableString.Invariant($"  {Word(CheckResult.Pass, terminal)} {passed} settings read back as planned"));
    }

    internal static string Word(CheckResult result, Terminal terminal) => result switch
    {
        CheckResult.Pass => terminal.Paint("pass      ", Terminal.Green),
        CheckResult.Warn => terminal.Paint("warn      ", Terminal.Yellow),
        CheckResult.Fail => terminal.Paint("FAIL      ", Terminal.Red),
        _ => terminal.Paint("notChecked", Terminal.Yellow),
    };

    private static string Check(Check check)
    {
        var measured = check.Measured is null ? "" : $" {Terminal.Visible(check.Measured)}";
        var expected = check.Expected is null || check.Result == CheckResult.Pass ? "" : $", expected {Terminal.Visible(check.Expected)}";
        var why = check.Message is null ? "" : $": {Terminal.Visible(check.Message)}";
        return $"{check.Name}{measured}{expected}{why}";
    }
}
