using System.Collections.Immutable;

namespace CamMigrate.Simulator.Video;

/// <summary>
/// Everything that decides what a virtual camera's stream looks like; equal settings share one encoded clip.
/// </summary>
public sealed record VideoSettings
{
    /// <summary>
    /// Which scene the camera looks at (<c>street</c>, <c>yard</c>, ...); cameras at one place share the name.
    /// </summary>
    public string Scene { get; init; } = "street";

    /// <summary>Width of the encoder's picture before rotation, pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the encoder's picture before rotation, pixels.</summary>
    public required int Height { get; init; }

    /// <summary><c>H264</c> or <c>H265</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>Frames per second.</summary>
    public required double FrameRate { get; init; }

    /// <summary>Upper bound of the bit rate, kbps.</summary>
    public required int Bitrate { get; init; }

    /// <summary>Frames from one keyframe to the next.</summary>
    public required int GovLength { get; init; }

    /// <summary>Clockwise turn of the picture: 0, 90, 180 or 270 degrees.</summary>
    public int Rotation { get; init; }

    /// <summary>Left and right exchanged, after rotation.</summary>
    public bool Mirror { get; init; }

    /// <summary>Brightness in per cent of the camera's range, 50 the neutral picture.</summary>
    public double Brightness { get; init; } = 50;

    /// <summary>Colour saturation in per cent of the camera's range, 50 the neutral picture.</summary>
    public double Saturation { get; init; } = 50;

    /// <summary>
    /// The coordinate system of <see cref="Masks"/> and <see cref="Texts"/>, of the picture as the viewer sees it.
    /// </summary>
    public WireFrame Frame { get; init; } = new(-1, 1, -1, 1);

    /// <summary>Enabled privacy masks.</summary>
    public ImmutableArray<WireMask> Masks { get; init; } = [];

    /// <summary>Enabled overlays.</summary>
    public ImmutableArray<WireText> Texts { get; init; } = [];

    /// <summary>
    /// A deliberate picture fault: <c>black</c>, <c>grey</c>, <c>frozen</c>; null is a healthy picture.
    /// </summary>
    public string? Fault { get; init; }
}

/// <summary>A privacy mask as the wire spelled it.</summary>
/// <param name="Points">Corners in wire numbers.</param>
/// <param name="Color">Fill, <c>#RRGGBB</c>.</param>
public sealed record WireMask(ImmutableArray<WirePoint> Points, string Color = "#000000");

/// <summary>An overlay as the wire spelled it.</summary>
/// <param name="Position">Top left corner of the text, wire numbers.</param>
/// <param name="Text">The text; for a clock the pattern is in <paramref name="ClockFormat"/>.</param>
/// <param name="ClockFormat">strftime pattern of a running clock; null for plain text.</param>
public sealed record WireText(WirePoint Position, string Text, string? ClockFormat = null);
