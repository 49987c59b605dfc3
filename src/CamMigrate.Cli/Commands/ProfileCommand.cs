using System.CommandLine;
using System.Text.Json.Nodes;
using CamMigrate.Cli.Output;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Diff;
using CamMigrate.Core.Profiles.Schema;
using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Cli.Commands;

/// <summary><c>profile validate|schema|diff</c>.</summary>
internal static class ProfileCommand
{
    internal static Command Create() => new("profile", "Checks, describes and compares profile files.") { Validate(), Schema(), Diff() };

    private static Command Validate()
    {
        var files = new Argument<string[]>("FILE") { Description = "Profiles or overlays.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("validate", "Says everything that is wrong with profile files.") { files };
        command.SetVerb((parsed, place, _, _) =>
        {
            var documents = parsed.GetValue(files)!.Select(Check).ToList();
            if (place.IsJson)
                JsonOutput.Print(place.Terminal, new JsonObject { ["files"] = JsonOutput.Node(documents) });
            else
                documents.ForEach(d => Print(d, place.Terminal));
            return Task.FromResult(documents.TrueForAll(d => d.Problems.Count == 0) ? ExitCodes.Done : ExitCodes.Usage);
        });
        return command;
    }

    private static Command Schema()
    {
        var overlay = new Option<bool>("--overlay") { Description = "The schema of overlays instead." };
        var command = new Command("schema", "Prints the JSON Schema of profiles, for an editor.") { overlay };
        command.SetVerb(async (parsed, place, _, cancellationToken) =>
        {
            var kind = parsed.GetValue(overlay) ? ProfileKind.ProfileOverlay : ProfileKind.CameraProfile;
            await place.Terminal.Output.WriteAsync(ProfileSchemaFile.Read(kind).AsMemory(), cancellationToken);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Diff()
    {
        var left = new Argument<string>("LEFT") { Description = "A profile." };
        var right = new Argument<string>("RIGHT") { Description = "Another." };
        var command = new Command("diff", "Compares two profiles, list items by their keys. Exit code 2 when they differ.") { left, right };
        command.SetVerb((parsed, place, _, _) =>
        {
            var differences = ProfileDiff.Compare(ProfileYaml.Load(parsed.GetValue(left)!), ProfileYaml.Load(parsed.GetValue(right)!));
            if (place.IsJson) JsonOutput.Print(place.Terminal, new JsonObject { ["differences"] = JsonOutput.Node(differences) });
            else DiffText.Write(differences, place.Terminal.Line);
            return Task.FromResult(differences.Length == 0 ? ExitCodes.Done : ExitCodes.Differences);
        });
        return command;
    }

    private static CheckedFile Check(string file)
    {
        var findings = new List<Finding>();
        try
        {
            ProfileYaml.Validate(file, findings);
            return new CheckedFile(file, [], findings);
        }
        catch (ProfileException e)
        {
            return new CheckedFile(file, [.. e.Problems], findings);
        }
    }

    private static void Print(CheckedFile file, Terminal terminal)
    {
        foreach (var problem in file.Problems)
            terminal.Line(Terminal.Visible(FormattableString.Invariant($"{file.File}:{problem.Line}:{problem.Column}: {problem.Path}: {problem.Message}")));
        foreach (var finding in file.Findings)
            terminal.Line(Terminal.Visible($"{file.File}: {finding.Path}: {finding.Message}"));
        if (file.Problems.Count == 0) terminal.Line(Terminal.Visible($"{file.File}: valid"));
    }

    private sealed record CheckedFile(string File, IReadOnlyList<ProfileProblem> Problems, IReadOnlyList<Finding> Findings);
}
