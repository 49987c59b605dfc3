using System.Collections.Immutable;
using System.CommandLine;
using CamMigrate.Cli.Composition;
using CamMigrate.Cli.Output;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Diff;
using CamMigrate.Core.Profiles.Yaml;
using CamMigrate.Streams;

namespace CamMigrate.Cli.Commands;

/// <summary><c>read CAMERA --out P.yaml</c>.</summary>
internal static class ReadCommand
{
    internal static Command Create()
    {
        var options = new ReadOptions();
        var command = new Command("read", "Reads an old camera into a profile. Writes nothing to it.");
        options.AddTo(command);
        command.SetVerb(async (parsed, place, _, cancellationToken) =>
        {
            var wish = options.Resolve(parsed, place);
            await using var camera = await ReadCamera.OpenAsync(wish, place, cancellationToken);
            place.Terminal.Note(Terminal.Visible(wish.Vendor is null
                ? $"Recognised as {camera.Recognition.Vendor}: {camera.Recognition.Because}."
                : $"Taken as {wish.Vendor}, as --vendor says."));
            var result = await camera.ReadAsync(cancellationToken);
            if (wish.Output is { } path)
            {
                RefuseToOverwrite(result.Report.Profile, path, wish.Force, place.Terminal);
                ProfileYaml.Save(result.Report.Profile, path);
            }

            await PrintAsync(wish, result, place);
            return ExitCode(result);
        });
        return command;
    }

    private static async Task PrintAsync(ReadWish wish, ReadResult result, Workplace place)
    {
        if (place.IsJson) JsonOutput.Print(place.Terminal, ReadJson.Of(result, wish));
        else if (wish.Output is null) await place.Terminal.Output.WriteAsync(ProfileYaml.Write(result.Report.Profile));
        else if (wish.Explain) ExplainText.Write(result.Report, place.Terminal);
        ReadText.Write(result, wish, place.Terminal);
    }

    private static int ExitCode(ReadResult result) =>
        result.IsLoginRefused ? ExitCodes.LoginRefused
        : result.Report.Profile.Unread is { Length: > 0 } || result.Pictures.Any(p => p.File is null)
            || result.HasBackup is false ? ExitCodes.Partly : ExitCodes.Done;

    private static void RefuseToOverwrite(CameraProfile profile, string path, bool force, Terminal terminal)
    {
        if (force || !File.Exists(path)) return;
        var differences = ProfileDiff.Compare(ProfileYaml.Load(path), profile);
        if (differences.Length == 0) return;
        DiffText.Write(differences, terminal.Note);
        throw new UsageException($"{path} exists and differs, as listed. Give --force to replace it, or another name.");
    }
}

/// <summary>What <c>read</c> brought.</summary>
/// <param name="Report">The settings.</param>
/// <param name="Recognition">Which camera it is, and what told it.</param>
internal sealed record ReadResult(ReadReport Report, Recognition Recognition)
{
    /// <summary>Pictures taken and not taken; empty = none were asked for.</summary>
    internal ImmutableArray<ReferencePicture> Pictures { get; init; } = [];

    /// <summary>What the recording holds; null = none was asked for.</summary>
    internal Http.Recording.RecordingSummary? Recording { get; init; }

    /// <summary>Whether the camera gave its configuration file; null = it was not asked for.</summary>
    internal bool? HasBackup { get; init; }

    /// <summary>Whether a login was refused after the settings were read: by a stream, or for the configuration file.</summary>
    internal bool IsLoginRefused { get; init; }
}
