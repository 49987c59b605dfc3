using System.Diagnostics;

namespace CamMigrate.Benchmarks;

/// <summary>Peak memory of a process that reads one virtual camera, and of one that reads 200 at once.</summary>
internal static class MemoryBenchmark
{
    private static readonly (int Cameras, int Aim)[] Sizes = [(1, 80), (200, 300)];

    internal static async Task RunAsync()
    {
        foreach (var vendor in new[] { "hikvision", "dahua" })
        {
            foreach (var (cameras, aim) in Sizes)
            {
                await using var simulation = await BenchmarkCameras.StartAsync(vendor, cameras);
                Console.WriteLine(FormattableString.Invariant(
                    $"memory, {vendor}, {cameras} camera(s) at once: {await ReadAsync(vendor, simulation.Cameras.Select(c => c.Address()))}; aim < {aim} MB"));
            }
        }
    }

    private static async Task<string> ReadAsync(string vendor, IEnumerable<string> addresses)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(MemoryBenchmark).Assembly.Location);
        start.ArgumentList.Add(MemoryReader.Verb);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(vendor);
        foreach (var address in addresses) await process.StandardInput.WriteLineAsync(address);
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said.Trim();
    }
}
