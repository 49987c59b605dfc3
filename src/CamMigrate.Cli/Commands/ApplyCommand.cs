using System.CommandLine;
using System.Text.Json.Nodes;
using CamMigrate.Cli.Composition;
using CamMigrate.Cli.Output;
using CamMigrate.Core.Applying;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Runs;

namespace CamMigrate.Cli.Commands;

/// <summary><c>apply P.yaml CAMERA</c>.</summary>
internal static class ApplyCommand
{
    internal static Command Create()
    {
        var (profile, camera) = (CommonOptions.Profile(), CommonOptions.Camera());
        var (yes, run, accept) = (CommonOptions.Yes(), CommonOptions.Run(), CommonOptions.AcceptMaskLoss());
        var overlays = CommonOptions.Overlay();
        var (login, areas) = (new CredentialOptions(), new AreaOptions());
        var command = new Command("apply", "Writes a profile to a new camera and reads every value back.")
        {
            profile, camera, yes, run, accept, overlays,
        };
        login.AddTo(command);
        areas.AddTo(command);
        command.SetVerb(async (parsed, place, writes, cancellationToken) =>
        {
            var wanted = WantedProfile.Load(parsed.GetValue(profile)!, parsed.GetValue(overlays));
            var chosen = areas.Resolve(parsed);
            var address = CameraAddress.Parse(parsed.GetValue(camera)!);
            var credential = login.Resolve(parsed, place.Terminal, address.ToString());
            await using var target = await new Cameras(place).NewAsync(address, credential, cancellationToken);
            var state = await target.ReadAsync(cancellationToken);
            var plan = Planner.Plan(wanted, state, place.Kept, chosen);
            if (!place.IsJson) PlanText.Write(plan, place.Terminal, place.IsVerbose);
            if (Gate.Check(plan, parsed.GetValue(accept) ?? [], place.Terminal) is { } blocked)
            {
                if (place.IsJson) JsonOutput.Print(place.Terminal, JsonOutput.Plan(plan));
                return blocked;
            }

            if (plan.Changes.Any(c => c.IsWritten) && !parsed.GetValue(yes))
            {
                if (!await Gate.ConfirmAsync(plan, place.Terminal, cancellationToken)) return Gate.Declined(place.Terminal);
                (plan, state) = await plan.ConfirmUnchangedAsync(target, wanted, place.Kept, chosen, cancellationToken);
            }

            var folder = RunFolder.Create(Workplace.RunsFolder, "apply", address.Host, parsed.GetValue(run), TimeProvider.System);
            using var journal = Journal.Open(folder.JournalPath, TimeProvider.System);
            var lost = MaskGate.Lost(plan);
            if (!lost.IsEmpty) journal.Stage("apply", new JsonObject { ["acceptedLosses"] = JsonOutput.Node(lost.Select(l => l.Path)) });
            writes.MayHaveHappened = () => plan.Changes.Any(c => c.IsWritten);
            var report = await new Applier(target, journal, place.Kept).ApplyAsync(
                plan, state, place.IsJson ? (_, _) => { }
            : (step, outcomes) => OutcomeText.Written(step, outcomes, place.Terminal), cancellationToken);
            if (place.IsJson) JsonOutput.Print(place.Terminal, JsonOutput.Apply(report, lost, folder.Id));
            else ApplyText.End(report, lost, folder, place.Terminal);
            return ApplyText.ExitCode(report, !lost.IsEmpty, cancellationToken);
        });
        return command;
    }
}
