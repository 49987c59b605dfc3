using System.Buffers.Binary;
using System.Text;

namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>
/// Takes requests out of a viewer's connection and drops the receiver reports between them. All sizes are bounded.
/// </summary>
internal sealed class RtspReader(Stream stream, Func<CancellationToken> readLimit)
{
    private const int MaxRequest = 8 * 1024;
    private const int MaxBody = 64 * 1024;

    private readonly byte[] buffer = new byte[2 * MaxRequest];
    private int filled;
    private int toSkip;

    /// <summary>The next request; null at the end of the connection.</summary>
    /// <exception cref="InvalidDataException">What came is not RTSP or too large.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public async Task<RtspRequest?> ReadAsync()
    {
        while (true)
        {
            while (Advance(out var request))
            {
                if (request is not null)
                    return request;
            }

            var read = await stream.ReadAsync(buffer.AsMemory(filled), readLimit());
            if (read == 0)
                return null;
            filled += read;
        }
    }

    /// <summary>Takes one thing off the front of the buffer; false when more bytes are needed.</summary>
    private bool Advance(out RtspRequest? request)
    {
        request = null;
        if (toSkip > 0)
        {
            var skipped = Math.Min(toSkip, filled);
            Take(skipped);
            toSkip -= skipped;
            return toSkip == 0;
        }

        if (filled == 0)
            return false;
        return buffer[0] switch
        {
            (byte)'$' => SkipFrame(),
            (byte)'\r' or (byte)'\n' => Take(1),
            _ => TakeRequest(out request),
        };
    }

    private bool SkipFrame()
    {
        if (filled < 4)
            return false;
        toSkip = BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(2));
        return Take(4);
    }

    private bool TakeRequest(out RtspRequest? request)
    {
        request = null;
        var end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        if (end < 0 && filled <= MaxRequest)
            return false;
        if (end is < 0 or > MaxRequest)
            throw new InvalidDataException("The request is too large.");
        request = RtspRequest.Parse(Encoding.UTF8.GetString(buffer, 0, end))
            ?? throw new InvalidDataException("Not an RTSP request.");
        if (request.ContentLength > MaxBody)
            throw new InvalidDataException("The body is too large.");
        toSkip = request.ContentLength;
        return Take(end + 4);
    }

    private bool Take(int count)
    {
        buffer.AsSpan(count, filled - count).CopyTo(buffer);
        filled -= count;
        return true;
    }
}
