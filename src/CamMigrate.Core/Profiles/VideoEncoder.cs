using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CamMigrate.Core.Profiles;

/// <summary>One encoded stream (<c>tt:VideoEncoder2Configuration</c>).</summary>
public sealed record VideoEncoder : ProfileNode
{
    /// <summary>
    /// Its part: <c>main</c>, <c>sub</c>, <c>third</c>, then <c>stream4</c>, ...: the key of the list.
    /// </summary>
    [MinLength(1)]
    public required string Stream { get; init; }

    /// <summary>Codec.</summary>
    public VideoEncoding? Encoding { get; init; }

    /// <summary>Codec profile: <c>Baseline</c>, <c>Main</c>, <c>High</c>, ...</summary>
    public string? CodecProfile { get; init; }

    /// <summary>Picture size before rotation.</summary>
    public VideoResolution? Resolution { get; init; }

    /// <summary>Frames per second, may be fractional; null where the device says "full".</summary>
    [Range(0.001, 1000)]
    public double? FrameRateLimit { get; init; }

    /// <summary>Frames between keyframes, 1 = keyframes only.</summary>
    [Range(1, 65535)]
    public int? GovLength { get; init; }

    /// <summary>Bit rate.</summary>
    public RateControl? RateControl { get; init; }

    /// <summary>The maker's own bandwidth saver (H.264+, Zipstream, ...).</summary>
    public bool? SmartCodec { get; init; }

    /// <summary>Whether sound travels with the stream.</summary>
    public bool? Audio { get; init; }

    /// <summary>Multicast.</summary>
    public MulticastSettings? Multicast { get; init; }
}

/// <summary>Codecs (<c>tt:VideoEncodingMimeNames</c> without punctuation).</summary>
public enum VideoEncoding
{
    /// <summary>H.264.</summary>
    H264,

    /// <summary>H.265.</summary>
    H265,

    /// <summary>Motion JPEG.</summary>
    [JsonStringEnumMemberName("JPEG")]
    Jpeg,

    /// <summary>MPEG-4 part 2.</summary>
    [JsonStringEnumMemberName("MPEG4")]
    Mpeg4,
}

/// <summary>Picture size (<c>tt:VideoResolution2</c>).</summary>
public sealed record VideoResolution : ProfileNode
{
    /// <summary>Pixels.</summary>
    [JsonRequired]
    [Range(1, 65535)]
    public int Width { get; init; }

    /// <summary>Pixels.</summary>
    [JsonRequired]
    [Range(1, 65535)]
    public int Height { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Width}x{Height}";
}

/// <summary>Bit rate (<c>tt:VideoRateControl2</c>).</summary>
public sealed record RateControl : ProfileNode
{
    /// <summary>Constant or variable.</summary>
    public RateControlMode? Mode { get; init; }

    /// <summary>Upper bound, kbps.</summary>
    [Range(1, 10_000_000)]
    public int? BitrateLimit { get; init; }

    /// <summary>Rank in per cent of the device's levels, 100 the best.</summary>
    [Range(0, 100)]
    public double? Quality { get; init; }
}

/// <summary>How the bit rate behaves.</summary>
public enum RateControlMode
{
    /// <summary>Constant.</summary>
    [JsonStringEnumMemberName("CBR")]
    Cbr,

    /// <summary>Variable up to the limit.</summary>
    [JsonStringEnumMemberName("VBR")]
    Vbr,
}

/// <summary>Multicast of one stream (<c>tt:MulticastConfiguration</c>).</summary>
public sealed record MulticastSettings : ProfileNode
{
    /// <summary>Whether it is sent.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Group address.</summary>
    public string? Address { get; init; }

    /// <summary>UDP port.</summary>
    [Range(0, 65535)]
    public int? Port { get; init; }

    /// <summary>Hops.</summary>
    [Range(0, 255)]
    public int? Ttl { get; init; }
}
