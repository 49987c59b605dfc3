using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using CamMigrate.Simulator.Video.Clips;

namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>
/// Cuts pictures into RTP packets between <c>$</c> frames: single NAL units and fragments (FU-A of RFC 6184, FU of RFC
/// 7798). Sequence numbers and timestamps go on for as long as the track lives, over loops and pauses.
/// </summary>
internal sealed class RtpTrack(EncodedClip clip, byte channel)
{
    private const int MaxPayload = 1400;

    private readonly NalUnits types = new(clip.Encoding == "H265");
    private readonly uint source = BinaryPrimitives.ReadUInt32BigEndian(RandomNumberGenerator.GetBytes(4));
    private readonly uint timeBase = BinaryPrimitives.ReadUInt32BigEndian(RandomNumberGenerator.GetBytes(4));
    private readonly ArrayBufferWriter<byte> output = new(1 << 16);
    private long frames;
    private uint packets;
    private uint octets;

    /// <summary>Sequence number of the next packet.</summary>
    public ushort Sequence { get; private set; } = BinaryPrimitives.ReadUInt16BigEndian(
        RandomNumberGenerator.GetBytes(2));

    /// <summary>Timestamp of the next picture, 90 kHz.</summary>
    public uint Timestamp => (uint)(timeBase + clip.FrameRate.RtpTimeOf(frames));

    /// <summary>The packets of a picture, good until the next call.</summary>
    public ReadOnlyMemory<byte> Pack(AccessUnit picture)
    {
        output.ResetWrittenCount();
        for (var at = 0; at < picture.Nals.Length; at++)
        {
            var nal = picture.Nals[at].Span;
            var last = at == picture.Nals.Length - 1;
            if (nal.Length <= MaxPayload)
                WritePacket(last, [], nal);
            else
                WriteFragments(last, nal);
        }

        frames++;
        return output.WrittenMemory;
    }

    /// <summary>
    /// A sender report (RFC 3550, 6.4.1): which wall clock time the next picture's timestamp stands for.
    /// </summary>
    public byte[] SenderReport(DateTimeOffset now)
    {
        var report = new byte[4 + 28];
        WriteFrameHeader(report, (byte)(channel + 1), 28);
        var packet = report.AsSpan(4);
        packet[0] = 0x80;
        packet[1] = 200;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], 6);
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], source);
        var ticks = (now - new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero)).Ticks;
        BinaryPrimitives.WriteUInt32BigEndian(packet[8..], (uint)(ticks / TimeSpan.TicksPerSecond));
        BinaryPrimitives.WriteUInt32BigEndian(
            packet[12..], (uint)((ticks % TimeSpan.TicksPerSecond << 32) / TimeSpan.TicksPerSecond));
        BinaryPrimitives.WriteUInt32BigEndian(packet[16..], Timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(packet[20..], packets);
        BinaryPrimitives.WriteUInt32BigEndian(packet[24..], octets);
        return report;
    }

    private static void WriteFrameHeader(Span<byte> frame, byte channel, int length)
    {
        frame[0] = (byte)'$';
        frame[1] = channel;
        BinaryPrimitives.WriteUInt16BigEndian(frame[2..], (ushort)length);
    }

    private void WriteFragments(bool lastNal, ReadOnlySpan<byte> nal)
    {
        var type = types.TypeOf(nal);
        // The fragment's header is the NAL unit's own with the type changed: 28 (FU-A) or 49 (FU), then start, end and
        // true type.
        Span<byte> header = types.H265
            ? [(byte)((nal[0] & 0x81) | (49 << 1)), nal[1], (byte)(type | 0x80)]
            : [(byte)((nal[0] & 0xE0) | 28), (byte)(type | 0x80)];
        var rest = nal[types.HeaderLength..];
        while (!rest.IsEmpty)
        {
            var part = rest[..Math.Min(rest.Length, MaxPayload - header.Length)];
            rest = rest[part.Length..];
            if (rest.IsEmpty)
                header[^1] |= 0x40;
            WritePacket(lastNal && rest.IsEmpty, header, part);
            header[^1] &= 0x7F;
        }
    }

    private void WritePacket(bool marker, ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload)
    {
        var length = 12 + header.Length + payload.Length;
        var frame = output.GetSpan(4 + length);
        WriteFrameHeader(frame, channel, length);
        var packet = frame[4..];
        packet[0] = 0x80;
        packet[1] = (byte)(Sdp.PayloadType | (marker ? 0x80 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], Sequence++);
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], Timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(packet[8..], source);
        header.CopyTo(packet[12..]);
        payload.CopyTo(packet[(12 + header.Length)..]);
        output.Advance(4 + length);
        packets++;
        octets += (uint)(header.Length + payload.Length);
    }
}
