using System.CommandLine;
using System.Globalization;
using CamMigrate.Cli.Composition;
using CamMigrate.Cli.Output;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Runs;
using CamMigrate.Core.Swapping;

namespace CamMigrate.Cli.Commands;

/// <summary><c>swap OLD NEW</c>.</summary>
internal static class SwapCommand
{
    internal static Command Create()
    {
        var old = CommonOptions.Camera("OLD");
        var replacement = new Argument<string>("NEW")
        {
            Description = "host, host:port or URL; a MAC address or serial:NUMBER (of cameras that announce them); "
                + "or 'discover' for the only new camera that answers.",
        };
        var (yes, run, accept) = (CommonOptions.Yes(), CommonOptions.Run(), CommonOptions.AcceptMaskLoss());
        var wait = new Option<string>("--wait")
        {
            Description = "How long the new camera is waited for: 90s, 15m, 1h.",
            DefaultValueFactory = _ => "15m",
        };
        var inService = new Option<bool>("--in-service")
        {
            Description = "The new camera may have settings of somebody else.",
        };
        var readAgain = new Option<bool>("--read-again")
        {
            Description = "Begin anew instead of going on with an unfinished swap.",
        };
        var vendor = CommonOptions.Vendor();
        var (oldLogin, newLogin) = (new CredentialOptions("old-"), new CredentialOptions("new-"));
        var areas = new AreaOptions();
        var command = new Command("swap", "Replaces one camera: read, wait for the new one, plan, ask, apply, verify.")
        {
            old, replacement, yes, run, accept, wait, inService, readAgain, vendor,
        };
        oldLogin.AddTo(command);
        newLogin.AddTo(command);
        areas.AddTo(command);
        command.SetVerb(async (parsed, place, writes, cancellationToken) =>
        {
            var (oldText, newText) = (parsed.GetValue(old)!, parsed.GetValue(replacement)!);
            var oldAddress = CameraAddress.Parse(oldText);
            var cameras = new Cameras(place);
            var newCredential = newLogin.Resolve(parsed, place.Terminal, "the new camera");
            var oldCredential = oldLogin.Later(parsed, place.Terminal, "the old camera");
            var request = new SwapRequest
            {
                Old = oldText,
                New = newText,
                Wait = Duration(parsed.GetValue(wait)!),
                Yes = parsed.GetValue(yes),
                IsSamePlace = NewCamera.IsSamePlace(newText, oldAddress),
                InService = parsed.GetValue(inService),
                AcceptedMaskLosses = [.. parsed.GetValue(accept) ?? []],
                IsAreaWanted = areas.Resolve(parsed),
                NewCredential = newCredential,
            };
            var screen = new SwapScreen(place);
            var swap = new Swap(
                async token => (await cameras.OldAsync(oldAddress, oldCredential, parsed.GetValue(vendor), token)).Reader,
                NewCamera.Named(newText, newCredential, oldAddress, cameras), cameras.Prover(),
                Cameras.Masks(), place.Kept, screen, TimeProvider.System);
            writes.MayHaveHappened = () => swap.HasWritten;
            var folder = Folder(parsed.GetValue(run), parsed.GetValue(readAgain), request, oldAddress);
            var result = await swap.RunAsync(request, folder, cancellationToken);
            if (place.IsJson) JsonOutput.Print(place.Terminal, JsonOutput.Swap(result));
            SwapText.End(result, place);
            return SwapText.ExitCode(result, cancellationToken);
        });
        return command;
    }

    private static RunFolder Folder(string? named, bool readAgain, SwapRequest request, CameraAddress old)
    {
        if (named is null && !readAgain && SwapState.Unfinished(Workplace.RunsFolder, request.Old, request.New) is { } unfinished) return unfinished;
        return RunFolder.Create(Workplace.RunsFolder, "swap", old.Host, named, TimeProvider.System);
    }

    private static TimeSpan Duration(string text)
    {
        if (text.Length > 1 && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and < 100_000)
        {
            switch (text[^1])
            {
                case 's': return TimeSpan.FromSeconds(number);
                case 'm': return TimeSpan.FromMinutes(number);
                case 'h': return TimeSpan.FromHours(number);
            }
        }

        throw new UsageException("A time is written like 90s, 15m or 1h.");
    }
}
