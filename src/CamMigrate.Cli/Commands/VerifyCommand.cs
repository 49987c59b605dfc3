using System.CommandLine;
using CamMigrate.Cli.Composition;
using CamMigrate.Cli.Output;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Yaml;
using CamMigrate.Core.Runs;
using CamMigrate.Core.Verification;

namespace CamMigrate.Cli.Commands;

/// <summary><c>verify CAMERA</c>.</summary>
internal static class VerifyCommand
{
    internal static Command Create()
    {
        var camera = CommonOptions.Camera();
        var profile = new Option<string?>("--profile") { Description = "What is expected; default: the run's profile, else streams only.", HelpName = "P.yaml" };
        var run = new Option<string?>("--run") { Description = "A swap's folder: its profile and its pictures of the old camera.", HelpName = "RUN" };
        var pictures = new Option<string?>("--pictures") { Description = "Keep a picture of each stream in this folder.", HelpName = "DIR" };
        var login = new CredentialOptions();
        var command = new Command("verify", "Proves settings and video of a camera. Writes nothing to it.") { camera, profile, run, pictures };
        login.AddTo(command);
        command.SetVerb(async (parsed, place, _, cancellationToken) =>
        {
            var address = CameraAddress.Parse(parsed.GetValue(camera)!);
            var credential = login.Resolve(parsed, place.Terminal, address.ToString());
            var folder = parsed.GetValue(run) is { } path ? RunFolder.Existing(path) : null;
            var wanted = Expected(parsed.GetValue(profile), folder);
            await using var target = await new Cameras(place).NewAsync(address, credential, cancellationToken);
            var report = await new Verifier(target, new Cameras(place).Prover(), credential, place.Kept).VerifyAsync(
                wanted, null, Pictures(folder, parsed.GetValue(pictures)),
                place.IsJson ? _ => { }
            : stream => OutcomeText.Stream(stream, place.Terminal), cancellationToken);
            if (place.IsJson) JsonOutput.Print(place.Terminal, JsonOutput.Verify(report));
            else VerifyText.End(report, place.Terminal);
            return VerifyText.ExitCode(report);
        });
        return command;
    }

    private static CameraProfile? Expected(string? profile, RunFolder? folder) =>
        profile is not null ? ProfileYaml.Load(profile) : folder is not null ? ProfileYaml.Load(folder.ProfilePath) : null;

    private static PictureFiles Pictures(RunFolder? folder, string? keep)
    {
        if (keep is not null) PrivateFiles.CreateFolder(keep);
        var known = folder?.Pictures() ?? PictureFiles.None;
        return keep is null
            ? known
            : known with { After = (source, stream) => Path.Combine(keep, FormattableString.Invariant($"{source}-{PrivateFiles.SafeName(stream)}.jpg")) };
    }
}
