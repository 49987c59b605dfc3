using System.CommandLine;
using CamMigrate.Cli.Composition;
using CamMigrate.Cli.Output;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;

namespace CamMigrate.Cli.Commands;

/// <summary><c>plan P.yaml CAMERA</c>.</summary>
internal static class PlanCommand
{
    internal static Command Create()
    {
        var (profile, camera) = (CommonOptions.Profile(), CommonOptions.Camera());
        var detailed = new Option<bool>("--detailed-exitcode") { Description = "Exit code 2 when something would be written." };
        var overlays = CommonOptions.Overlay();
        var (login, areas) = (new CredentialOptions(), new AreaOptions());
        var command = new Command("plan", "Says what apply would do. Writes nothing.") { profile, camera, detailed, overlays };
        login.AddTo(command);
        areas.AddTo(command);
        command.SetVerb(async (parsed, place, _, cancellationToken) =>
        {
            var wanted = WantedProfile.Load(parsed.GetValue(profile)!, parsed.GetValue(overlays));
            var chosen = areas.Resolve(parsed);
            var address = CameraAddress.Parse(parsed.GetValue(camera)!);
            var credential = login.Resolve(parsed, place.Terminal, address.ToString());
            await using var target = await new Cameras(place).NewAsync(address, credential, cancellationToken);
            var state = await target.ReadAsync(cancellationToken);
            var plan = Planner.Plan(wanted, state, place.Kept, chosen);
            if (place.IsJson) JsonOutput.Print(place.Terminal, JsonOutput.Plan(plan));
            else PlanText.Write(plan, place.Terminal, place.IsVerbose);
            if (Gate.Check(plan, [], place.Terminal) is { } blocked) return blocked;
            return parsed.GetValue(detailed) && plan.Changes.Any(c => c.IsWritten) ? ExitCodes.Differences : ExitCodes.Done;
        });
        return command;
    }
}
