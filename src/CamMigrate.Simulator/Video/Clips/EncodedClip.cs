using System.Collections.Immutable;

namespace CamMigrate.Simulator.Video.Clips;

/// <summary>
/// A few seconds of encoded video in memory, a whole number of GOPs, so that it can be repeated for ever.
/// </summary>
public sealed class EncodedClip
{
    private EncodedClip(VideoSettings settings, ImmutableArray<AccessUnit> pictures)
    {
        var types = new NalUnits(settings.Encoding == "H265");
        var sideways = settings.Rotation is 90 or 270;
        Encoding = settings.Encoding;
        Bitrate = settings.Bitrate;
        GovLength = settings.GovLength;
        FrameRate = FrameRatio.From(settings.FrameRate);
        Width = sideways ? settings.Height : settings.Width;
        Height = sideways ? settings.Width : settings.Height;
        Pictures = pictures;
        Vps = Find(pictures[0], nal => types.IsVps(types.TypeOf(nal.Span)));
        Sps = Find(pictures[0], nal => types.IsSps(types.TypeOf(nal.Span)));
        Pps = Find(pictures[0], nal => types.IsPps(types.TypeOf(nal.Span)));
    }

    /// <summary><c>H264</c> or <c>H265</c>.</summary>
    public string Encoding { get; }

    /// <summary>Width of the picture as the viewer sees it, pixels.</summary>
    public int Width { get; }

    /// <summary>Height of the picture as the viewer sees it, pixels.</summary>
    public int Height { get; }

    /// <summary>Frames per second, exact.</summary>
    public FrameRatio FrameRate { get; }

    /// <summary>Upper bound of the bit rate, kbps.</summary>
    public int Bitrate { get; }

    /// <summary>Frames from one keyframe to the next.</summary>
    public int GovLength { get; }

    /// <summary>The coded pictures in order, the first of each GOP a keyframe with its parameter sets.</summary>
    public ImmutableArray<AccessUnit> Pictures { get; }

    /// <summary>Video parameter set; empty for H.264.</summary>
    public ReadOnlyMemory<byte> Vps { get; }

    /// <summary>Sequence parameter set.</summary>
    public ReadOnlyMemory<byte> Sps { get; }

    /// <summary>Picture parameter set.</summary>
    public ReadOnlyMemory<byte> Pps { get; }

    /// <summary>Position of the keyframe on which the picture on show after <paramref name="elapsed"/> rests.</summary>
    public int KeyframeAt(TimeSpan elapsed)
    {
        var frame = (int)((long)(elapsed.TotalSeconds * FrameRate.PerSecond) % Pictures.Length);
        return frame - (frame % GovLength);
    }

    /// <summary>Frames in a clip: at least four seconds and, unless a GOP is very long, at least two GOPs.</summary>
    internal static int LengthFor(VideoSettings settings)
    {
        var enough = (int)Math.Ceiling(settings.FrameRate * 4 / settings.GovLength);
        // Two different keyframes, so that a viewer who looks at keyframes only sees a living picture.
        return settings.GovLength * Math.Max(enough, settings.GovLength <= 150 ? 2 : 1);
    }

    /// <summary>
    /// A clip from what the encoder wrote; null when the bytes are not the whole clip the settings ask for.
    /// </summary>
    internal static EncodedClip? FromAnnexB(byte[] stream, VideoSettings settings)
    {
        var pictures = AnnexB.Pictures(stream, new NalUnits(settings.Encoding == "H265"));
        var regular = pictures.Length == LengthFor(settings)
            && pictures.Index().All(one => one.Item.IsKeyframe == (one.Index % settings.GovLength == 0));
        if (!regular)
            return null;
        var clip = new EncodedClip(settings, pictures);
        return clip.Sps.IsEmpty || clip.Pps.IsEmpty ? null : clip;
    }

    private static ReadOnlyMemory<byte> Find(AccessUnit picture, Func<ReadOnlyMemory<byte>, bool> wanted) =>
        picture.Nals.FirstOrDefault(wanted);
}
