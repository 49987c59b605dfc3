using System.Buffers;

namespace CamMigrate.Streams.Ffmpeg;

/// <summary>Keeps what a program writes, up to a limit, also when it is killed on the way.</summary>
/// <param name="limit">Bytes.</param>
internal sealed class BoundedOutput(int limit)
{
    private readonly ArrayBufferWriter<byte> kept = new();

    /// <summary>Whether the limit was reached.</summary>
    public bool IsFull => kept.WrittenCount >= limit;

    /// <summary>Reads to the end of the stream or to the limit.</summary>
    /// <param name="stream">The program's output.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[81920];
        int read;
        while (!IsFull && (read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            kept.Write(buffer.AsSpan(0, Math.Min(read, limit - kept.WrittenCount)));
        }
    }

    /// <summary>What was kept.</summary>
    public byte[] ToArray() => kept.WrittenSpan.ToArray();
}
