using System.CommandLine;
using CamMigrate.Cli;
using CamMigrate.Cli.Commands;
using CamMigrate.Cli.Composition;
using CamMigrate.Cli.Output;

var root = new RootCommand("Replaces a camera without losing what it was set up to do.")
{
    DiscoverCommand.Create(), ReadCommand.Create(), ProfileCommand.Create(), PlanCommand.Create(),
    ApplyCommand.Create(), VerifyCommand.Create(), SwapCommand.Create(), SimulateCommand.Create(), DoctorCommand.Create(),
};
GlobalOptions.AddTo(root);
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine("cammigrate: " + Terminal.Visible(error.Message));
    var verb = parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ";
    Console.Error.WriteLine($"Try 'cammigrate {verb}--help'. {Verb.NothingChanged}");
    return ExitCodes.Usage;
}

return await parsed.InvokeAsync(
    new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
