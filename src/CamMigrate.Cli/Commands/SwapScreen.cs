using CamMigrate.Cli.Composition;
using CamMigrate.Cli.Output;
using CamMigrate.Core.Applying;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Swapping;
using CamMigrate.Core.Verification;

namespace CamMigrate.Cli.Commands;

/// <summary>A swap as the person on the ladder sees it. With <c>--json</c> only the progress on stderr.</summary>
internal sealed class SwapScreen(Workplace place) : ISwapScreen
{
    private readonly Terminal terminal = place.Terminal;

    public void Step(string what) => terminal.Note(terminal.PaintNote("» ", Terminal.Bold) + Terminal.Visible(what));

    public void Read(ReadReport report, string profilePath) => ReadText.Write(report, profilePath, terminal);

    public void Resumed(CameraProfile profile, string folder) => terminal.Note(Terminal.Visible(
        $"Going on with {folder}: the old camera ({profile.Source?.Model}, serial {profile.Source?.SerialNumber}) was read before and is not needed."));

    public void WaitingForNew(string description, TimeSpan wait)
    {
        terminal.Note(terminal.PaintNote("Unplug the old camera, plug in the new one.", Terminal.Bold));
        var longest = wait < TimeSpan.FromMinutes(2)
            ? FormattableString.Invariant($"{wait.TotalSeconds:0} s")
            : FormattableString.Invariant($"{wait.TotalMinutes:0} min");
        terminal.Note(Terminal.Visible(
            $"Waiting up to {longest} for {description}. If you stop here, run the same command again: it goes on from the saved profile."));
    }

    public void Plan(ProfileSource? old, Plan plan)
    {
        if (place.IsJson) return;
        var target = plan.Target;
        terminal.Line(Terminal.Visible($"Old: {old?.Manufacturer} {old?.Model}, serial {old?.SerialNumber}, MAC {old?.MacAddress}, at {old?.Address}"));
        terminal.Line(Terminal.Visible($"New: {target.Manufacturer} {target.Model}, serial {target.SerialNumber}, MAC {target.MacAddress}, at {target.Address}"));
        PlanText.Write(plan, terminal, place.IsVerbose);
    }

    public async Task<bool> ConfirmAsync(Plan plan, CancellationToken cancellationToken) =>
        await Gate.ConfirmAsync(plan, terminal, cancellationToken);

    public void Written(WriteStep step, IReadOnlyList<SettingOutcome> outcomes)
    {
        if (!place.IsJson) OutcomeText.Written(step, outcomes, terminal);
    }

    public void Stream(StreamReport stream)
    {
        if (!place.IsJson) OutcomeText.Stream(stream, terminal);
    }
}
