using System.ComponentModel;
using System.Diagnostics;

namespace CamMigrate.Benchmarks;

/// <summary><c>curl --digest</c>, told by its standard input what to fetch: no login stands among its arguments.</summary>
internal static class Curl
{
    internal static async Task<string?> VersionAsync()
    {
        try
        {
            using var process = Start("--version");
            var first = (await process.StandardOutput.ReadToEndAsync()).Split('\n')[0];
            await process.WaitForExitAsync();
            return string.Join(' ', first.Split(' ').Take(2));
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>One process fetches all, one after another, over the connection it keeps.</summary>
    internal static Task OnceAsync(IEnumerable<string> urls) => RunAsync(urls);

    /// <summary>One process for each.</summary>
    internal static async Task EachAsync(IEnumerable<string> urls)
    {
        foreach (var url in urls) await RunAsync([url]);
    }

    private static async Task RunAsync(IEnumerable<string> urls)
    {
        using var process = Start("--silent", "--globoff", "--digest", "--config", "-");
        await process.StandardInput.WriteLineAsync(
            $"user = \"{BenchmarkCameras.UserName}:{BenchmarkCameras.Word}\"");
        foreach (var url in urls)
            await process.StandardInput.WriteLineAsync(
                $"url = \"{url}\"\noutput = \"{(OperatingSystem.IsWindows() ? "NUL" : "/dev/null")}\"");
        process.StandardInput.Close();
        await process.WaitForExitAsync();
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("curl")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
