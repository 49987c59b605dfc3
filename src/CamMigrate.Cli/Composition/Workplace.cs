using System.CommandLine;
using CamMigrate.Cli.Output;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Runs;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace CamMigrate.Cli.Composition;

/// <summary>What a verb works with, made once from the command line.</summary>
internal sealed class Workplace : IDisposable
{
    private const string LineTemplate = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}";

    internal Workplace(ParseResult parsed)
    {
        Terminal = Terminal.Create(parsed.GetValue(GlobalOptions.NoInput));
        IsJson = parsed.GetValue(GlobalOptions.Json);
        IsVerbose = parsed.GetValue(GlobalOptions.Verbose) || parsed.GetValue(GlobalOptions.VeryVerbose);
        Logs = CreateLogs(parsed);
        Kept = new KeptValues(Path.Combine(HomeFolder, "kept-values.json"));
    }

    internal Terminal Terminal { get; }

    internal bool IsJson { get; }

    internal bool IsVerbose { get; }

    internal ILoggerFactory Logs { get; }

    internal LoginRefusals Refusals { get; } = new();

    internal KeptValues Kept { get; }

    /// <summary>Where runs are kept: below the folder the command was started in.</summary>
    internal static string RunsFolder => Path.Combine(Environment.CurrentDirectory, "runs");

    /// <summary>What this user's machine remembers of cameras: pinned certificates, kept values.</summary>
    internal static string HomeFolder =>
        Environment.GetEnvironmentVariable("CAMMIGRATE_HOME") is { Length: > 0 } home
            ? home
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "cammigrate");

    public void Dispose() => Logs.Dispose();

    private static ILoggerFactory CreateLogs(ParseResult parsed)
    {
        var console = parsed.GetValue(GlobalOptions.VeryVerbose) ? LogEventLevel.Debug
            : parsed.GetValue(GlobalOptions.Verbose) ? LogEventLevel.Information : LogEventLevel.Error;
        var configuration = new LoggerConfiguration().MinimumLevel.Debug()
            .WriteTo.Console(console, LineTemplate, System.Globalization.CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose);
        if (parsed.GetValue(GlobalOptions.LogFile) is { } file)
        {
            if (!OperatingSystem.IsWindows() && !File.Exists(file))
                new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = PrivateFiles.FileMode }).Dispose();
            configuration.WriteTo.File(new JsonFormatter(), file);
        }

        var logger = configuration.CreateLogger();
        return LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Debug).AddSerilog(logger, dispose: true));
    }
}
