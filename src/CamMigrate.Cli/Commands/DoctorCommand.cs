using System.CommandLine;
using System.Text.Json.Nodes;
using CamMigrate.Cli.Output;
using CamMigrate.Core.Verification;

namespace CamMigrate.Cli.Commands;

/// <summary><c>doctor</c>: whether this machine can do the work.</summary>
internal static class DoctorCommand
{
    internal static Command Create()
    {
        var command = new Command("doctor", "Checks ffmpeg, interfaces, multicast, clock and rights of this machine.");
        command.SetVerb(async (_, place, _, cancellationToken) =>
        {
            var checks = await Doctor.ExamineAsync(cancellationToken);
            if (place.IsJson) JsonOutput.Print(place.Terminal, new JsonObject { ["checks"] = JsonOutput.Node(checks) });
            else
            {
                foreach (var check in checks)
                    place.Terminal.Line($"{OutcomeText.Word(check.Result, place.Terminal)} {check.Name}: {Terminal.Visible(check.Measured ?? "")}{(check.Message is null ? "" : $" - {Terminal.Visible(check.Message)}")}");
            }

            return checks.Any(c => c.Result == CheckResult.Fail) ? ExitCodes.Failed : ExitCodes.Done;
        });
        return command;
    }
}
