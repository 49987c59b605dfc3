using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>Gives out nonces and recognises its own: a nonce is its time of issue, signed.</summary>
internal sealed class NonceBook(TimeSpan lifetime)
{
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    /// <summary>A new nonce.</summary>
    public string Issue()
    {
        var nonce = new byte[32];
        BinaryPrimitives.WriteInt64BigEndian(nonce, Environment.TickCount64);
        RandomNumberGenerator.Fill(nonce.AsSpan(8, 8));
        HMACSHA256.HashData(key, nonce.AsSpan(0, 16))[..16].CopyTo(nonce, 16);
        return Convert.ToHexStringLower(nonce);
    }

    /// <summary>Whether a nonce is ours and not outdated.</summary>
    public bool IsGood(string text)
    {
        if (text.Length != 64 || !text.All(char.IsAsciiHexDigit))
            return false;
        var nonce = Convert.FromHexString(text);
        var genuine = HMACSHA256.HashData(key, nonce.AsSpan(0, 16)).AsSpan(0, 16).SequenceEqual(nonce.AsSpan(16));
        return genuine
            && Environment.TickCount64 - BinaryPrimitives.ReadInt64BigEndian(nonce) <= lifetime.TotalMilliseconds;
    }
}
