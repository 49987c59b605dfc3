using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CamMigrate.Simulator.Video.Clips;

/// <summary>
/// Runs ffmpeg to its end: no shell, no console input, bounded output and time, killed when nobody waits any more.
/// </summary>
internal sealed class Ffmpeg(string program)
{
    private const int MaxOutput = 256 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs ffmpeg in a folder and returns what it wrote to its standard output.</summary>
    /// <remarks>A pipe, not a file: when this process dies, ffmpeg's next write fails and ends it.</remarks>
    /// <exception cref="VideoException">ffmpeg is missing, failed, wrote too much or took too long.</exception>
    public async Task<byte[]> RunAsync(
        string folder, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        using var process = Start(folder, arguments);
        try
        {
            process.StandardInput.Close();
            var errors = TailAsync(process.StandardError, limit.Token);
            var output = await ReadAsync(process.StandardOutput.BaseStream, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? output : throw new VideoException($"ffmpeg failed: {await errors}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new VideoException("ffmpeg was stopped: it took longer than three minutes.");
        }
        finally
        {
            await EndAsync(process);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (output.Length + read > MaxOutput)
                throw new VideoException("ffmpeg wrote more than a clip can be.");
            await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return output.ToArray();
    }

    private static async Task<string> TailAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var tail = new StringBuilder();
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (tail.Length < 2000)
                tail.Append(line).Append("; ");
        }

        return tail.ToString();
    }

    private static async Task EndAsync(Process process)
    {
        if (process.HasExited)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private Process Start(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, ["-hide_banner", "-nostdin", "-loglevel", "error", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            return Process.Start(start) ?? throw new VideoException($"{program} could not be started.");
        }
        catch (Win32Exception failure)
        {
            throw new VideoException($"{program} could not be started: install ffmpeg. ({failure.Message})", failure);
        }
    }
}
