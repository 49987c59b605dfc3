using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CamMigrate.Simulator.Video.Scenes;

/// <summary>The numbers a scene is made of: the same scene name gives the same numbers on every machine.</summary>
internal sealed class SceneRandom(string scene)
{
    private ulong state = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(scene)));

    /// <summary>A new seed for a noise field.</summary>
    public ulong NextSeed()
    {
        state += 0x9E3779B97F4A7C15;
        return Mix(state);
    }

    /// <summary>A number from <paramref name="from"/> up to, not including, <paramref name="to"/>.</summary>
    public double Between(double from, double to) => from + ((to - from) * (NextSeed() >> 11) / (1UL << 53));

    /// <summary>The finaliser of SplitMix64: every bit of the answer depends on every bit of the question.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
