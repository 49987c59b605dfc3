using System.Collections.Frozen;
using System.Globalization;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>The size of a picture: in pixels, or by a name whose lines depend on the television standard.</summary>
internal static class DahuaResolution
{
    // Width, lines of PAL, lines of NTSC.
    private static readonly FrozenDictionary<string, (int Width, int Pal, int Ntsc)> Names =
        new Dictionary<string, (int, int, int)>
        {
            ["D1"] = (704, 576, 480),
            ["HD1"] = (352, 576, 480),
            ["BCIF"] = (704, 288, 240),
            ["CIF"] = (352, 288, 240),
            ["QCIF"] = (176, 144, 120),
            ["VGA"] = (640, 480, 480),
            ["QVGA"] = (320, 240, 240),
            ["SVCD"] = (480, 480, 480),
            ["QQVGA"] = (160, 128, 128),
            ["SVGA"] = (800, 592, 592),
            ["XVGA"] = (1024, 768, 768),
            ["WXGA"] = (1280, 800, 800),
            ["SXGA"] = (1280, 1024, 1024),
            ["WSXGA"] = (1600, 1024, 1024),
            ["UXGA"] = (1600, 1200, 1200),
            ["WUXGA"] = (1920, 1200, 1200),
            ["ND1"] = (240, 192, 192),
            ["720"] = (1280, 720, 720),
            ["720P"] = (1280, 720, 720),
            ["1080"] = (1920, 1080, 1080),
            ["1080P"] = (1920, 1080, 1080),
            ["960H"] = (960, 576, 480),
            ["DV720P"] = (960, 720, 720),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads it from the block <c>Video</c> of a stream.</summary>
    /// <param name="video">The block.</param>
    /// <param name="standard">Table <c>VideoStandard</c>; it is taken when it decides.</param>
    internal static VideoResolution? Parse(AnswerNode? video, AnswerNode? standard)
    {
        var (width, height) = (video.At("Width"), video.At("Height"));
        AnswerNode?[] names = [video.At("resolution"), video.At("CustomResolutionName")];
        if (width.PeekInt() is > 0 and <= 65535 and var across && height.PeekInt() is > 0 and <= 65535 and var down)
        {
            width.Taken();
            height.Taken();
            foreach (var name in names) name.Ignore(DahuaRule.Repeated);
            return new VideoResolution { Width = across, Height = down };
        }

        foreach (var name in names)
        {
            if (Named(name.Peek(), standard) is not { } size) continue;
            name.Taken();
            foreach (var other in names) other.Ignore(DahuaRule.Repeated);
            return size;
        }

        return null;
    }

    private static VideoResolution? Named(string? text, AnswerNode? standard)
    {
        if (text is null) return null;
        if (Names.TryGetValue(text.Trim(), out var known))
        {
            if (known.Pal == known.Ntsc) return new VideoResolution { Width = known.Width, Height = known.Pal };
            standard.Taken();
            var isNtsc = "NTSC".Equals(standard.Peek(), StringComparison.OrdinalIgnoreCase);
            return new VideoResolution { Width = known.Width, Height = isNtsc ? known.Ntsc : known.Pal };
        }

        // Old firmware puts blanks round the x.
        return text.Split(['x', 'X', '*']) is [var across, var down]
            && int.TryParse(across.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            && int.TryParse(down.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            && width is > 0 and <= 65535 && height is > 0 and <= 65535
                ? new VideoResolution { Width = width, Height = height } : null;
    }
}
