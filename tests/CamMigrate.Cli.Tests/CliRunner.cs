using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace CamMigrate.Cli.Tests;

/// <summary>The program as its users run it: a process of its own in a folder of its own.</summary>
internal sealed class CliRunner : IDisposable
{
    internal const string OldPasswordVariable = "TEST_OLD_PASSWORD";
    internal const string NewPasswordVariable = "TEST_NEW_PASSWORD";

    private readonly Dictionary<string, string> environment = [];

    internal string Folder { get; } = Directory.CreateTempSubdirectory("cammigrate-cli-").FullName;

    /// <summary>Everything any process wrote, to be searched for secrets.</summary>
    internal StringBuilder Everything { get; } = new();

    internal void Set(string variable, string value) => environment[variable] = value;

    internal string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    internal async Task<CliResult> RunAsync(params string[] arguments)
    {
        using var running = Start(arguments);
        return await running.ExitAsync();
    }

    internal RunningCli Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "cammigrate.exe" : "cammigrate"))
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["CAMMIGRATE_HOME"] = Path.Combine(Folder, "home");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new RunningCli(start, Everything);
    }

    internal ImmutableArray<string> Runs() =>
        Directory.Exists(Path.Combine(Folder, "runs")) ? [.. Directory.EnumerateDirectories(Path.Combine(Folder, "runs"))] : [];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    public override string ToString() => $"exit {ExitCode}\n--- stdout\n{Output}\n--- stderr\n{Error}";
}

/// <summary>A process that is under way.</summary>
internal sealed class RunningCli : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();
    private readonly StringBuilder everything;
    private readonly List<(string Text, TaskCompletionSource Seen)> waits = [];
    private readonly Lock gate = new();

    internal RunningCli(ProcessStartInfo start, StringBuilder everything)
    {
        this.everything = everything;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(output, line.Data);
        process.ErrorDataReceived += (_, line) => Take(error, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    internal int Id => process.Id;

    /// <summary>Waits until a line with this text was printed on either stream.</summary>
    internal async Task SawAsync(string text)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if ((output.ToString() + error).Contains(text, StringComparison.Ordinal)) return;
            waits.Add((text, seen));
        }

        await Task.WhenAny(seen.Task, process.WaitForExitAsync()).WaitAsync(Longest);
        if (!seen.Task.IsCompleted) Assert.Fail($"the program ended without saying '{text}':\n{await ExitAsync()}");
    }

    internal async Task<CliResult> ExitAsync()
    {
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"the program did not end:\n{output}\n{error}");
        }

        return new CliResult(process.ExitCode, output.ToString(), error.ToString());
    }

    internal void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private void Take(StringBuilder into, string? line)
    {
        if (line is null) return;
        lock (gate)
        {
            into.AppendLine(line);
            everything.AppendLine(line);
            foreach (var (_, seen) in waits.Where(w => line.Contains(w.Text, StringComparison.Ordinal))) seen.TrySetResult();
        }
    }
}
