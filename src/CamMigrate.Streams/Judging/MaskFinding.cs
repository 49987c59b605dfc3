using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Verification;

namespace CamMigrate.Streams.Judging;

/// <summary>What was seen of one mask, as evidence and as a check.</summary>
/// <param name="mask">The planned mask.</param>
/// <param name="name">Its name for people.</param>
/// <param name="look">The area now; null = it was not looked at.</param>
/// <param name="before">The area before; null = no picture from before.</param>
/// <param name="outline">Share of the outline that stands; null = not measured.</param>
internal sealed class MaskFinding(Mask mask, string name, AreaLook? look, AreaLook? before, double? outline)
{
    private string state = "unsure";

    /// <summary>The check.</summary>
    public Check Check { get; private set; } = new("mask", CheckResult.NotChecked);

    /// <summary>The evidence.</summary>
    public MaskEvidence Evidence => new()
    {
        Name = name,
        State = state,
        InsideStd = Rounded(look?.Std),
        InsideStdBefore = Rounded(before?.Std),
        EdgeScore = Rounded(outline),
    };

    /// <summary>A mask that cannot be judged.</summary>
    /// <param name="mask">The planned mask.</param>
    /// <param name="name">Its name for people.</param>
    /// <param name="code">Why, as a word.</param>
    /// <param name="reason">Why, and what to do.</param>
    public static MaskFinding Unsure(Mask mask, string name, string code, string reason) =>
        new MaskFinding(mask, name, null, null, null).As("unsure", CheckResult.NotChecked, code, reason);

    /// <summary>It covers.</summary>
    public MaskFinding BurnedIn() => As("burnedIn", CheckResult.Pass, null, null);

    /// <summary>An even area that may be the mask or the scene.</summary>
    public MaskFinding Unproven() => As("unsure", CheckResult.NotChecked, "maskUnproven",
        "its area is one even colour, but nothing shows that this is the mask and not the scene: no picture from "
            + "before with detail there, and no outline in the mask's colour. "
            + "Look at the picture, or move something into the area and verify again.");

    /// <summary>A mosaic or blur, which one picture cannot tell from a soft scene.</summary>
    public MaskFinding Veiled() => As("unsure", CheckResult.NotChecked, "maskUnproven",
        "a mosaic or blur cannot be proven by measuring. Look at the picture.");

    /// <summary>The scene is visible in its area.</summary>
    public MaskFinding Missing() => As("missing", CheckResult.Fail, "maskMissing",
        "the scene is visible where it should cover. Do not use this stream; "
            + "set the mask on the camera's own page and verify again.");

    /// <summary>The scene is visible in its area, and an area like it stands elsewhere.</summary>
    /// <param name="place">How far to the right and down, per cent of the picture.</param>
    public MaskFinding Shifted((int Right, int Down) place) => As("shifted", CheckResult.Fail, "maskShifted",
        "the scene is visible where it should cover; an even area like it stands about "
        + $"{Way(place.Right, "right", "left")} and {Way(place.Down, "down", "up")}. "
        + "Move the mask on the camera's own page and verify again.");

    /// <summary>The same when nothing shows that the camera looks where the old one looked.</summary>
    public MaskFinding WithoutView()
    {
        if (Check.Result != CheckResult.Pass) return this;
        return As(state, CheckResult.NotChecked, "viewNotProven",
            "a mask stands at its planned place, but nothing shows that the camera looks where the old one looked, so "
                + "it may cover something else. Compare the pictures by eye.");
    }

    private MaskFinding As(string newState, CheckResult result, string? code, string? reason)
    {
        state = newState;
        Check = new Check("mask", result)
        {
            Code = code,
            Expected = $"mask '{name}' burned in{Place(mask.Polygon)}",
            Measured = look is null ? null : Measured(look),
            Message = reason is null ? null : $"mask '{name}': {reason}",
        };
        return this;
    }

    private string Measured(AreaLook seen)
    {
        var colour = FormattableString.Invariant(
            $"#{(int)seen.Color.R:X2}{(int)seen.Color.G:X2}{(int)seen.Color.B:X2}");
        var text = (seen.IsUniform ? $"one colour {colour}" : "detail")
            + FormattableString.Invariant($", spread {seen.Std:F1}");
        if (before is not null) text += FormattableString.Invariant($", before {before.Std:F1}");
        return outline is null ? text : text + FormattableString.Invariant($", outline {100 * outline:F0} %");
    }

    private static string Place(ImmutableArray<Point> polygon)
    {
        if (polygon.Length < 3) return "";
        var (left, top) = (polygon.Min(p => p.X), polygon.Min(p => p.Y));
        var (right, bottom) = (polygon.Max(p => p.X), polygon.Max(p => p.Y));
        return FormattableString.Invariant($" from ({left:0.###}, {top:0.###}) to ({right:0.###}, {bottom:0.###})");
    }

    private static string Way(int percent, string positive, string negative) =>
        FormattableString.Invariant($"{Math.Abs(percent)} % {(percent < 0 ? negative : positive)}");

    private static double? Rounded(double? value) => value is null ? null : Math.Round(value.Value, 2);
}
