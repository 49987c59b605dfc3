using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CamMigrate.Streams.Ffmpeg;

/// <summary>Runs a program with bounded time and output; whatever ends the run, no process of it stays.</summary>
/// <param name="time">The clock of the time limit.</param>
internal sealed class ProcessRunner(TimeProvider time)
{
    private const int ErrorTail = 8192;

    /// <summary>Runs it to its end, its limit or the cancellation.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; the process is gone.</exception>
    public async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo(request) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new ProcessResult(
                $"{Path.GetFileName(request.Program)} does not start: {e.Message}", request.Scrubber)
            {
                ExitCode = -1,
                Output = [],
            };
        }

        using var limit = new CancellationTokenSource(request.TimeLimit, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var output = new BoundedOutput(request.OutputLimit);
        var errors = ReadTailAsync(process.StandardError.BaseStream, end.Token);
        var written = WriteAsync(process, request.Input, end.Token);
        var killed = false;
        try
        {
            await output.ReadAsync(process.StandardOutput.BaseStream, end.Token);
            killed = output.IsFull;
            if (!killed) await process.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            killed = true;
        }
        finally
        {
            await KillAsync(process);
        }

        await written;
        var tail = await errors;
        cancellationToken.ThrowIfCancellationRequested();
        return new ProcessResult(Encoding.UTF8.GetString(tail), request.Scrubber)
        {
            ExitCode = killed ? null : process.ExitCode,
            TimedOut = limit.IsCancellationRequested,
            TooLong = output.IsFull,
            Output = output.ToArray(),
        };
    }

    private static ProcessStartInfo StartInfo(ProcessRequest request)
    {
        var info = new ProcessStartInfo(request.Program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in request.Arguments) info.ArgumentList.Add(argument);

        // With FFREPORT set, ffmpeg writes a log file with the stream's address and login.
        info.Environment.Remove("FFREPORT");
        return info;
    }

    private static async Task WriteAsync(
        Process process, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // It ended before it had read all of it, or was killed: the result says whether that was right.
        }
    }

    private static async Task<byte[]> ReadTailAsync(Stream stream, CancellationToken cancellationToken)
    {
        var kept = new byte[2 * ErrorTail];
        var length = 0;
        try
        {
            int read;
            while ((read = await stream.ReadAsync(kept.AsMemory(length), cancellationToken)) > 0)
            {
                length += read;
                if (length <= ErrorTail) continue;
                kept.AsSpan(length - ErrorTail, ErrorTail).CopyTo(kept);
                length = ErrorTail;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // Killed: what it said until then is what there is.
        }

        return kept[..length];
    }

    private static async Task KillAsync(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the kill.
        }

        await process.WaitForExitAsync(CancellationToken.None);
    }
}
