using System.Net.Sockets;

namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>
/// One viewer's connection: reads its requests, writes answers and media, ends when the viewer is to be dropped.
/// </summary>
internal sealed class RtspConnection(RtspResponder responder, RtspServerOptions options, Socket socket)
    : IAsyncDisposable
{
    private readonly NetworkStream network = new(socket, ownsSocket: true);
    private readonly SemaphoreSlim writing = new(1);
    private readonly CancellationTokenSource closing = new();
    private CancellationTokenSource playing = new();
    private Task media = Task.CompletedTask;

    /// <summary>Serves the viewer until it leaves, is silent for too long, is dropped or the server stops.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="OperationCanceledException">The viewer was dropped.</exception>
    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        await using var stop = cancellationToken.Register(closing.Cancel);
        var reader = new RtspReader(network, ReadLimit);
        try
        {
            while (await reader.ReadAsync() is { } request)
            {
                if (request.Method is "PAUSE" or "TEARDOWN")
                    await StopAsync();
                var response = responder.Answer(request);
                await SendAsync(response.ToBytes(request["CSeq"]));
                if (request.Method == "PLAY" && response.Status == RtspResponse.Ok && media.IsCompleted)
                    media = PlayAsync(responder.Session!);
                if (request.Method == "TEARDOWN" && response.Status == RtspResponse.Ok)
                    return;
            }
        }
        catch (InvalidDataException)
        {
            await SendAsync(new RtspResponse("400 Bad Request").ToBytes(""));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await network.DisposeAsync();
        writing.Dispose();
        closing.Dispose();
        playing.Dispose();
    }

    private CancellationToken ReadLimit()
    {
        // A little grace: viewers send their sign of life shortly before the time they were told.
        closing.CancelAfter(options.SessionTimeout + (options.SessionTimeout / 4));
        return closing.Token;
    }

    private async Task PlayAsync(RtspSession session)
    {
        var pause = playing.Token;
        try
        {
            await session.PlayAsync(responder.Elapsed, SendAsync, () => responder.IsCurrent(session), pause);
        }
        catch (OperationCanceledException) when (pause.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // The viewer left or does not keep up: dropped below.
        }

        await closing.CancelAsync();
    }

    private async Task StopAsync()
    {
        await playing.CancelAsync();
        await media;
        playing.Dispose();
        playing = new CancellationTokenSource();
    }

    private async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
        limit.CancelAfter(options.SendTimeout);
        await writing.WaitAsync(limit.Token);
        try
        {
            await network.WriteAsync(bytes, limit.Token);
        }
        finally
        {
            writing.Release();
        }
    }
}
