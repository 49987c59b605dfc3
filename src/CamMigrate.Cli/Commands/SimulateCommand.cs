using System.CommandLine;
using System.Text.Json.Nodes;
using CamMigrate.Cli.Output;
using CamMigrate.Core.Errors;
using CamMigrate.Simulator;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Cli.Commands;

/// <summary><c>simulate ESTATE.yaml|FOLDER</c>.</summary>
internal static class SimulateCommand
{
    private const string RecordingUser = "admin";
    private const string RecordingPassword = "recording";

    internal static Command Create()
    {
        var file = new Argument<string>("ESTATE|FOLDER")
        {
            Description = "Virtual cameras (YAML), or a folder that 'read --record' wrote.",
        };
        var only = new Option<string[]>("--only")
        {
            Description = "Start only these cameras of the estate.",
            HelpName = "NAME",
        };
        var command = new Command(
            "simulate", "Runs virtual cameras on loopback, with real sockets and real video, until Ctrl-C.")
        {
            file, only,
        };
        command.SetVerb(async (parsed, place, _, cancellationToken) =>
        {
            var options = new SimulationOptions { Only = [.. parsed.GetValue(only) ?? []], Warn = place.Terminal.Note };
            await using var simulation = await StartAsync(parsed.GetValue(file)!, options, cancellationToken);
            var isRecording = Directory.Exists(parsed.GetValue(file));
            if (place.IsJson) JsonOutput.Print(place.Terminal, Json(simulation));
            else List(simulation, isRecording, place.Terminal);
            await WaitAsync(cancellationToken);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void List(Simulation simulation, bool isRecording, Terminal terminal)
    {
        var name = simulation.Cameras.Select(c => c.Name.Length).DefaultIfEmpty(0).Max();
        var place = simulation.Cameras.Select(c => Url(c).Length).DefaultIfEmpty(0).Max();
        foreach (var camera in simulation.Cameras)
        {
            var more = isRecording ? $"login {RecordingUser} / {RecordingPassword}"
                : camera.Endpoints.Rtsp == 0 ? "" : FormattableString.Invariant($"rtsp port {camera.Endpoints.Rtsp}");
            terminal.Line($"{camera.Name.PadRight(name)}  {Url(camera).PadRight(place)}  {more}".TrimEnd());
        }

        terminal.Line("ready");
    }

    private static JsonObject Json(Simulation simulation) => new()
    {
        ["cameras"] = new JsonArray([.. simulation.Cameras.Select(camera => new JsonObject
        {
            ["name"] = camera.Name,
            ["address"] = camera.Endpoints.Address.ToString(),
            ["http"] = camera.Endpoints.Http,
            ["rtsp"] = camera.Endpoints.Rtsp == 0 ? null : camera.Endpoints.Rtsp,
        })]),
    };

    private static string Url(VirtualCamera camera) =>
        FormattableString.Invariant($"http://{camera.Endpoints.Address}:{camera.Endpoints.Http}");

    private static async Task<Simulation> StartAsync(
        string file, SimulationOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var estate = Directory.Exists(file)
                ? Estate.OfRecording(file, RecordingUser, RecordingPassword) : Estate.Load(file);
            return await Simulation.StartAsync(estate, options, cancellationToken);
        }
        catch (Exception e) when (
            e is EstateException or InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException(e.Message);
        }
    }

    private static async Task WaitAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStop = cancellationToken.Register(stopped.SetResult);
        using var onTerminate = System.Runtime.InteropServices.PosixSignalRegistration.Create(
            System.Runtime.InteropServices.PosixSignal.SIGTERM, context =>
            {
                context.Cancel = true;
                stopped.TrySetResult();
            });
        await stopped.Task;
    }
}
