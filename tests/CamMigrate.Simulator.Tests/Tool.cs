using System.Diagnostics;

namespace CamMigrate.Simulator.Tests;

/// <summary>Runs a client that nobody here wrote; ignores the test where it is not installed.</summary>
internal static class Tool
{
    public static async Task<(int Code, string Output)> RunAsync(
        string name, IEnumerable<string> arguments, string? input = null)
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore($"{name} is not installed");
            throw;
        }

        using (process)
        {
            if (input is not null) await process.StandardInput.WriteLineAsync(input);
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) await TestContext.Out.WriteLineAsync(await error);
            return (process.ExitCode, output);
        }
    }
}
