using System.Diagnostics;

namespace CamMigrate.Cli.Tests;

/// <summary>The demonstration, as a newcomer runs it.</summary>
[Category("Long")]
[Category("Ffmpeg")]
[NonParallelizable]
[Platform(Exclude = "Win", Reason = "the demonstration is a bash script")]
public sealed class DemoTests
{
    [TestCase("", 0, "Proven")]
    [TestCase("--break mask", 6, "Not proven")]
    [TestCase("--break stream", 6, "Not proven")]
    [TestCase("--break login", 5, "")]
    public async Task Demo_Run_EndsAsItSays(string arguments, int code, string verdict)
    {
        var start = new ProcessStartInfo("bash", $"examples/demo.sh {arguments}")
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var demo = Process.Start(start)!;
        var (output, error) = (demo.StandardOutput.ReadToEndAsync(), demo.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(6));
        await demo.WaitForExitAsync(limit.Token);

        var last = (await output).TrimEnd().Split('\n')[^1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(demo.ExitCode, Is.EqualTo(code), $"{await output}\n{await error}");
            Assert.That(last, Does.StartWith(verdict));
            Assert.That(Processes("127.0.20.3"), Is.Empty, "no virtual camera stays behind");
        }
    }

    private static IEnumerable<string> Processes(string address) =>
        from folder in Directory.EnumerateDirectories("/proc")
        where Path.GetFileName(folder).All(char.IsAsciiDigit) && File.Exists($"{folder}/cmdline")
        let line = ReadCommandLine($"{folder}/cmdline")
        // The demo's own folder: somebody else's virtual cameras may run on this machine.
        where line.Contains("cammigrate-demo-", StringComparison.Ordinal) || line.Contains(address, StringComparison.Ordinal)
        select line;

    private static string ReadCommandLine(string file)
    {
        try
        {
            return File.ReadAllText(file).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }
}
