using System.Collections.Immutable;

namespace CamMigrate.Simulator.Video.Clips;

/// <summary>
/// Reads and writes the byte stream format of H.264 and H.265 (annex B): NAL units between start codes.
/// </summary>
internal static class AnnexB
{
    private static ReadOnlySpan<byte> StartCode => [0, 0, 1];

    /// <summary>The NAL units of a stream, in order, as parts of it.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> stream)
    {
        var begin = stream.Span.IndexOf(StartCode);
        while (begin >= 0)
        {
            var rest = stream[(begin + 3)..];
            var next = rest.Span.IndexOf(StartCode);
            var nal = (next < 0 ? rest : rest[..next]).TrimEnd((byte)0);
            if (nal.Length >= 2)
                yield return nal;
            begin = next < 0 ? -1 : begin + 3 + next;
        }
    }

    /// <summary>
    /// Groups NAL units into pictures at the access unit delimiters, which are left out as most cameras do.
    /// </summary>
    public static ImmutableArray<AccessUnit> Pictures(ReadOnlyMemory<byte> stream, NalUnits types)
    {
        var pictures = ImmutableArray.CreateBuilder<AccessUnit>();
        var current = new List<ReadOnlyMemory<byte>>();
        foreach (var nal in Split(stream))
        {
            var type = types.TypeOf(nal.Span);
            if (types.IsDelimiter(type))
                Flush(pictures, current, types);
            else if (!types.IsAncillary(type))
                current.Add(nal);
        }

        Flush(pictures, current, types);
        return pictures.ToImmutable();
    }

    /// <summary>A picture as a byte stream.</summary>
    public static byte[] Join(AccessUnit picture) =>
        [.. picture.Nals.SelectMany(nal => (byte[])[0, 0, 0, 1, .. nal.Span])];

    private static void Flush(
        ImmutableArray<AccessUnit>.Builder pictures, List<ReadOnlyMemory<byte>> nals, NalUnits types)
    {
        if (nals.Count == 0)
            return;
        pictures.Add(new AccessUnit([.. nals], nals.Exists(nal => types.IsRefresh(types.TypeOf(nal.Span)))));
        nals.Clear();
    }
}
