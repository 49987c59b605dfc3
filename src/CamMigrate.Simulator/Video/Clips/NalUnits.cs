namespace CamMigrate.Simulator.Video.Clips;

/// <summary>The NAL unit types the simulator tells apart (ITU-T H.264 table 7-1, H.265 table 7-1).</summary>
/// <param name="H265">Whether the stream is H.265.</param>
internal readonly record struct NalUnits(bool H265)
{
    /// <summary>Bytes of a NAL unit's header.</summary>
    public int HeaderLength => H265 ? 2 : 1;

    /// <summary>The type of a NAL unit.</summary>
    public int TypeOf(ReadOnlySpan<byte> nal) => H265 ? (nal[0] >> 1) & 0x3F : nal[0] & 0x1F;

    /// <summary>Access unit delimiter.</summary>
    public bool IsDelimiter(int type) => type == (H265 ? 35 : 9);

    /// <summary>Supplemental information, end marks and filler: nothing a viewer needs.</summary>
    public bool IsAncillary(int type) => H265 ? type is >= 36 : type is 6 or >= 10;

    /// <summary>Instantaneous decoder refresh picture.</summary>
    public bool IsRefresh(int type) => H265 ? type is 19 or 20 : type == 5;

    /// <summary>Video parameter set (H.265 only).</summary>
    public bool IsVps(int type) => H265 && type == 32;

    /// <summary>Sequence parameter set.</summary>
    public bool IsSps(int type) => type == (H265 ? 33 : 7);

    /// <summary>Picture parameter set.</summary>
    public bool IsPps(int type) => type == (H265 ? 34 : 8);
}
