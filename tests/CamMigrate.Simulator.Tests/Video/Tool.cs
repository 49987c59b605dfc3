using System.ComponentModel;
using System.Diagnostics;

namespace CamMigrate.Simulator.Tests.Video;

/// <summary>Runs ffmpeg and ffprobe: clients that nobody here wrote.</summary>
internal static class Tool
{
    private static readonly Lazy<bool> IsThere = new(() => Exists("ffmpeg") && Exists("ffprobe"));

    /// <summary>Ignores the test where ffmpeg is not installed.</summary>
    public static void Require()
    {
        if (!IsThere.Value)
            Assert.Ignore("ffmpeg and ffprobe are not installed.");
    }

    public static async Task<(string Output, string Errors)> ProbeAsync(string url, params string[] arguments)
    {
        var (output, errors) = await RunAsync(
            "ffprobe", ["-v", "error", "-rtsp_transport", "tcp", "-timeout", "8000000", .. arguments, url]);
        return (System.Text.Encoding.UTF8.GetString(output), errors);
    }

    public static async Task<(byte[] Output, string Errors)> RunAsync(string program, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var process = Start(program, arguments);
        await using var stop = limit.Token.Register(process.Kill);
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.StandardOutput.BaseStream.CopyToAsync(output, limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (output.ToArray(), await errors);
    }

    private static Process Start(string program, IEnumerable<string> arguments) => Process.Start(
        new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false
        })!;

    private static bool Exists(string program)
    {
        try
        {
            using var process = Start(program, ["-version"]);
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
