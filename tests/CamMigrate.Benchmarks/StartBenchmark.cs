using System.Diagnostics;

namespace CamMigrate.Benchmarks;

/// <summary>Process start to the first output of <c>cammigrate --version</c>.</summary>
internal static class StartBenchmark
{
    private const int Runs = 20;

    internal static async Task RunAsync(string? program)
    {
        var path = program ?? Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "cammigrate.exe" : "cammigrate");
        var times = new List<double>();
        for (var run = 0; run < Runs; run++) times.Add(await OnceAsync(path));
        times.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"start: first output of --version after {times[Runs / 2]:0} ms (median of {Runs}; {times[0]:0} to {times[^1]:0}); aim < 100 ms; {path}"));
    }

    private static async Task<double> OnceAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(path, "--version") { UseShellExecute = false, RedirectStandardOutput = true })!;
        var first = new byte[1];
        _ = await process.StandardOutput.BaseStream.ReadAsync(first);
        var elapsed = watch.Elapsed.TotalMilliseconds;
        await process.WaitForExitAsync();
        return elapsed;
    }
}
