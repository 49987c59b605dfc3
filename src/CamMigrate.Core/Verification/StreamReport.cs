using System.Collections.Immutable;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Verification;

/// <summary>What is expected of one stream.</summary>
public sealed record ExpectedStream
{
    /// <summary>Name for people, <c>1/main</c>.</summary>
    public required string Name { get; init; }

    /// <summary>RTSP address without credentials; null fails the stream.</summary>
    public Uri? Uri { get; init; }

    /// <summary>Why there is no address; null when there is one.</summary>
    public string? Problem { get; init; }

    /// <summary>Expected encoding, size before rotation and rate; a null setting is not judged.</summary>
    public required VideoEncoder Encoder { get; init; }

    /// <summary>Turn of the picture, degrees: at 90 and 270 width and height change places.</summary>
    public int Rotation { get; init; }

    /// <summary>Enabled masks that must be seen in the picture.</summary>
    public ImmutableArray<Mask> Masks { get; init; } = [];

    /// <summary>Enabled overlays: their places do not count as picture.</summary>
    public ImmutableArray<Osd> Osds { get; init; } = [];

    /// <summary>Picture of the same camera before its masks were written; null = there is none.</summary>
    public string? PictureBefore { get; init; }

    /// <summary>Picture of the old camera; null = there is none.</summary>
    public string? OldPicture { get; init; }

    /// <summary>Where the picture taken now is kept; null = it is not kept.</summary>
    public string? PicturePath { get; init; }
}

/// <summary>What was found out about one stream.</summary>
public sealed record StreamReport
{
    /// <summary>RTSP address without credentials; null = there was none.</summary>
    public Uri? Uri { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>The worst of the checks: fail, then not checked, then warn, then pass.</summary>
    public CheckResult Verdict => Checks.IsEmpty ? CheckResult.NotChecked : Checks.Max(c => Severity(c.Result)) switch
    {
        0 => CheckResult.Pass,
        1 => CheckResult.Warn,
        2 => CheckResult.NotChecked,
        _ => CheckResult.Fail,
    };

    /// <summary>Every check made.</summary>
    public required ImmutableArray<Check> Checks { get; init; }

    /// <summary>What the stream was measured to be; null = nothing came.</summary>
    public MeasuredVideo? Video { get; init; }

    /// <summary>What each mask looks like.</summary>
    public ImmutableArray<MaskEvidence> Masks { get; init; } = [];

    /// <summary>How the view compares with the old camera's; null = not compared.</summary>
    public FieldOfView? FieldOfView { get; init; }

    /// <summary>The JPEG kept as evidence; null = none.</summary>
    public string? Picture { get; init; }

    private static int Severity(CheckResult result) => result switch
    {
        CheckResult.Pass => 0,
        CheckResult.Warn => 1,
        CheckResult.NotChecked => 2,
        _ => 3,
    };
}

/// <summary>A stream as measured.</summary>
public sealed record MeasuredVideo
{
    /// <summary>Codec, as ffprobe names it in upper case: <c>H264</c>, <c>HEVC</c> is written <c>H265</c>.</summary>
    public string? Codec { get; init; }

    /// <summary>Codec profile.</summary>
    public string? Profile { get; init; }

    /// <summary>Pixels as sent.</summary>
    public int Width { get; init; }

    /// <summary>Pixels as sent.</summary>
    public int Height { get; init; }

    /// <summary>Frames per second by the stream's own clock.</summary>
    public double? Fps { get; init; }

    /// <summary>Mean bit rate over the time observed, kbps.</summary>
    public double? Kbps { get; init; }

    /// <summary>Seconds observed.</summary>
    public double ObservedS { get; init; }
}

/// <summary>What one mask looks like in the picture.</summary>
public sealed record MaskEvidence
{
    /// <summary>Name of the mask in the plan.</summary>
    public required string Name { get; init; }

    /// <summary><c>burnedIn</c>, <c>missing</c>, <c>shifted</c> or <c>unsure</c>.</summary>
    public required string State { get; init; }

    /// <summary>Standard deviation of brightness inside, grey levels; null = not measured.</summary>
    public double? InsideStd { get; init; }

    /// <summary>The same area's standard deviation before; null = no picture from before.</summary>
    public double? InsideStdBefore { get; init; }

    /// <summary>Share of the mask's outline, 0..1, at which the picture changes sharply at the planned place; null = not measured.</summary>
    public double? EdgeScore { get; init; }
}

/// <summary>How the view compares with the old camera's.</summary>
/// <param name="State"><c>same</c>, <c>other</c> or <c>unsure</c>.</param>
/// <param name="Confidence">Correlation of the two pictures, -1..1.</param>
public sealed record FieldOfView(string State, double Confidence);
