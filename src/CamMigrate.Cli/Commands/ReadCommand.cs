using System.CommandLine;
using CamMigrate.Cli.Composition;
using CamMigrate.Cli.Output;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Diff;
using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Cli.Commands;

/// <summary><c>read CAMERA --out P.yaml</c>.</summary>
internal static class ReadCommand
{
    internal static Command Create()
    {
        var camera = CommonOptions.Camera();
        var output = new Option<string?>("--out") { Description = "The profile to write; default: stdout.", HelpName = "P.yaml" };
        var force = new Option<bool>("--force") { Description = "Replace a profile that differs." };
        var vendor = new Option<string?>("--vendor") { Description = "Do not try to recognise the camera.", HelpName = "NAME" };
        var login = new CredentialOptions();
        var command = new Command("read", "Reads an old camera into a profile. Writes nothing to it.") { camera, output, force, vendor };
        login.AddTo(command);
        command.SetVerb(async (parsed, place, _, cancellationToken) =>
        {
            var address = CameraAddress.Parse(parsed.GetValue(camera)!);
            await using var old = await new Cameras(place).OldAsync(
                address, login.Later(parsed, place.Terminal, address.ToString()), parsed.GetValue(vendor), cancellationToken);
            place.Terminal.Note($"Recognised as {old.Recognition.Vendor}: {old.Recognition.Because}.");
            var report = await old.Reader.ReadAsync(cancellationToken);
            if (parsed.GetValue(output) is { } path)
            {
                RefuseToOverwrite(report.Profile, path, parsed.GetValue(force), place.Terminal);
                ProfileYaml.Save(report.Profile, path);
            }
            else if (!place.IsJson)
            {
                await place.Terminal.Output.WriteAsync(ProfileYaml.Write(report.Profile));
            }

            if (place.IsJson) JsonOutput.Print(place.Terminal, JsonOutput.Read(report, parsed.GetValue(output)));
            ReadText.Write(report, parsed.GetValue(output), place.Terminal);
            return report.Profile.Unread is { Length: > 0 } ? ExitCodes.Partly : ExitCodes.Done;
        });
        return command;
    }

    private static void RefuseToOverwrite(CameraProfile profile, string path, bool force, Terminal terminal)
    {
        if (force || !File.Exists(path)) return;
        var differences = ProfileDiff.Compare(ProfileYaml.Load(path), profile);
        if (differences.Length == 0) return;
        DiffText.Write(differences, terminal.Note);
        throw new UsageException($"{path} exists and differs, as listed. Give --force to replace it, or another name.");
    }
}
